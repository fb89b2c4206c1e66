"""Every write about organs. `actor` None is the system itself: the example data."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.shop.organs.models import Organ, OrganSeat


@dataclass(frozen=True, slots=True)
class Place:
    """A place in an organ; without a person it is empty."""

    municipality: Municipality | None
    person: Person | None
    task: str = ""


@transaction.atomic
def set_up_organ(
    *,
    partnership: Partnership,
    name: str,
    kind: str,
    starts: date,
    places: Sequence[Place],
    actor: Person | None = None,
    at: datetime | None = None,
) -> Organ:
    require(actor, "organs.build", partnership)
    organ = Organ(partnership=partnership, name=name, kind=kind, starts=starts)
    organ.full_clean()
    organ.save()
    OrganSeat.objects.bulk_create(
        OrganSeat(organ=organ, municipality=one.municipality, person=one.person, task=one.task)
        for one in places
    )
    record("organs.organ_set_up", partnership=partnership, actor=actor, data={"organ": organ.pk}, at=at)
    return organ
