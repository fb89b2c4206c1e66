"""Short words for the tests of this room."""

from datetime import date, timedelta

from django.utils import timezone
from django_scopes import scope

from groeimodel.foundation.people.models import Person
from groeimodel.foundation.testing.cast import Cast
from groeimodel.meadow.actions import services as actions
from groeimodel.meadow.college import services
from groeimodel.meadow.college.models import Moment
from groeimodel.meadow.college.services import Planned

PAGE = "/igs/testland/college/"


def planned(days: int, role: str = "alderman", what: str = "kit", person: Person | None = None) -> Planned:
    on = timezone.localdate() + timedelta(days=days)
    return Planned(on, role, what, "Geld vragen voor de fuifcoaches", person=person)


def moment(cast: Cast, days: int, role: str = "alderman", person: Person | None = None) -> Moment:
    with scope(partnership=cast.partnership):
        return services.plan(
            partnership=cast.partnership,
            municipality=cast.municipality,
            planned=planned(days, role, person=person),
            actor=None,
        )


def suggested(cast: Cast, actor: Person | None = None) -> list[Moment]:
    with scope(partnership=cast.partnership):
        return services.suggest(
            partnership=cast.partnership,
            municipality=cast.municipality,
            today=timezone.localdate(),
            actor=actor,
        )


def running(cast: Cast, title: str, starts: date, ends: date) -> None:
    """An action of the own plot: it needs no decision."""
    with scope(partnership=cast.partnership):
        seed = actions.take_down_seed(
            partnership=cast.partnership,
            title=title,
            species="poppy",
            on=timezone.localdate(),
            plot=cast.municipality,
        )
        actions.start_action(action=seed, bounds=actions.Bounds(starts, ends), gardener=cast.bram)
