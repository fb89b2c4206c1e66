"""What is kept about people here, and what erasure does to it."""

from decimal import Decimal

from django.utils import timezone
from django_scopes import scope

from groeimodel.foundation.privacy import services as privacy
from groeimodel.foundation.testing.cast import Cast
from groeimodel.meadow.tending import personal, services
from groeimodel.meadow.tending.models import Hours, Task
from groeimodel.meadow.tending.services import ToDo, Worked
from groeimodel.meadow.tending.tests.running import running, spend


def test_somebody_sees_own_rows_and_erasure_leaves_the_work_without_a_name(cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        action = running(cast, gardener=cast.finn)
        services.add_task(action=action, todo=ToDo("Zaal", cast.celia))
        worked = Worked(timezone.localdate(), Decimal(2), cast.neighbour, cast.celia)
        services.note_hours(action=action, worked=worked, actor=cast.celia)
        spend(action, "5", actor=cast.finn)
    lines = [f"{one.what} {one.value}" for one in personal.lines_of(cast.celia)]
    assert len(lines) == 2
    assert personal.busy(cast.celia)
    privacy.erase(person=cast.celia, actor=cast.celia)
    with scope(partnership=cast.partnership):
        assert Task.objects.get().owner is None
        assert (Hours.objects.get().person, Hours.objects.get().hours) == (None, Decimal(2))
