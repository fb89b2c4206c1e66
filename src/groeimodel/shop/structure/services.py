"""Every write about the shop's structure. `actor` None is the system itself: the example data."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.shop.structure.models import Offer, Organ, OrganSeat, Plan


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
    require(actor, "structure.build", partnership)
    organ = Organ(partnership=partnership, name=name, kind=kind, starts=starts)
    organ.full_clean()
    organ.save()
    OrganSeat.objects.bulk_create(
        OrganSeat(organ=organ, municipality=one.municipality, person=one.person, task=one.task)
        for one in places
    )
    record("structure.organ_set_up", partnership=partnership, actor=actor, data={"organ": organ.pk}, at=at)
    return organ


@transaction.atomic
def adopt_plan(
    *,
    partnership: Partnership,
    title: str,
    starts: date,
    ends: date,
    adopted_on: date | None,
    actor: Person | None = None,
    at: datetime | None = None,
) -> Plan:
    """Write down a multi-year plan; without `adopted_on` it is a draft and not in force."""
    require(actor, "structure.build", partnership)
    plan = Plan(partnership=partnership, title=title, starts=starts, ends=ends, adopted_on=adopted_on)
    plan.full_clean()
    plan.save()
    record("structure.plan_written", partnership=partnership, actor=actor, data={"plan": plan.pk}, at=at)
    return plan


@transaction.atomic
def add_offer(
    *,
    partnership: Partnership,
    title: str,
    starts: date,
    text: str = "",
    featured: bool = False,
    actor: Person | None = None,
    at: datetime | None = None,
) -> Offer:
    require(actor, "structure.build", partnership)
    offer = Offer(partnership=partnership, title=title, text=text, featured=featured, starts=starts)
    offer.full_clean()
    offer.save()
    record("structure.offer_added", partnership=partnership, actor=actor, data={"offer": offer.pk}, at=at)
    return offer
