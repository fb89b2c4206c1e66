"""A seed that is heard on a meeting grows on the meadow, and remembers where it fell."""

import pytest
from django_scopes import scope

from groeimodel.foundation.testing.cast import Cast
from groeimodel.meadow.actions import services as actions
from groeimodel.meadow.actions.models import Action
from groeimodel.soil.notes import services
from groeimodel.soil.notes.services import Found
from groeimodel.soil.notes.tests.test_write import point

pytestmark = pytest.mark.django_db


@pytest.mark.claim("W1")
def test_a_seed_goes_to_the_meadow_and_remembers_where_it_fell(cast: Cast) -> None:
    item = point(cast)
    with scope(partnership=cast.partnership):
        found = Found("seed", "Samen een speelbus")
        outcome = services.note_outcome(meeting=item.meeting, found=found, item=item, actor=cast.bram)
        seed = Action.objects.get()
        assert (seed.title, seed.stage, seed.outcome) == ("Samen een speelbus", "seed", outcome)
        assert (seed.species, seed.theme) == ("", item.theme)
        meeting = item.meeting
        assert (seed.origin_title, seed.origin_path) == (meeting.title, meeting.get_absolute_url())
        services.remove_outcome(outcome=outcome, actor=cast.bram)
        assert not Action.objects.exists()


def test_a_seed_that_sprouted_stays(cast: Cast) -> None:
    item = point(cast)
    with scope(partnership=cast.partnership):
        outcome = services.note_outcome(
            meeting=item.meeting, found=Found("seed", "Speelbus"), item=item, actor=cast.bram
        )
        actions.work_out(action=Action.objects.get(), gardener=cast.bram, species="daisy")
        services.remove_outcome(outcome=outcome, actor=cast.bram)
        assert Action.objects.get().outcome is None
