"""A seed that is heard on a meeting grows on the meadow, and remembers where it fell."""

import pytest
from django_scopes import scope

from groeimodel.foundation.testing.cast import Cast
from groeimodel.meadow.actions.models import Action
from groeimodel.soil.notes import services
from groeimodel.soil.notes.services import Found
from groeimodel.soil.notes.tests.test_write import point

pytestmark = pytest.mark.django_db


def test_a_seed_goes_to_the_meadow_and_remembers_where_it_fell(cast: Cast) -> None:
    item = point(cast)
    with scope(partnership=cast.partnership):
        found = Found("seed", "Samen een speelbus")
        outcome = services.note_outcome(meeting=item.meeting, found=found, item=item, actor=cast.bram)
        seed = Action.objects.get()
        assert (seed.title, seed.stage, seed.outcome) == ("Samen een speelbus", "seed", outcome)
        services.remove_outcome(outcome=outcome, actor=cast.bram)
        assert not Action.objects.exists()


def test_a_seed_that_sprouted_stays(cast: Cast) -> None:
    item = point(cast)
    with scope(partnership=cast.partnership):
        outcome = services.note_outcome(
            meeting=item.meeting, found=Found("seed", "Speelbus"), item=item, actor=cast.bram
        )
        Action.objects.update(stage="seedling")
        services.remove_outcome(outcome=outcome, actor=cast.bram)
        assert Action.objects.get().outcome is None
