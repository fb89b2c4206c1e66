"""Every write about the shop's structure. `actor` None is the system itself: the example data."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.meadow.actions.models import Action
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


@transaction.atomic
def draft_from(
    *, action: Action, text: str, actor: Person | None = None, at: datetime | None = None
) -> Offer:
    """An action that was handed to the shop becomes a draft offer, once; it follows an evaluation, that asked the right."""
    require(actor, "structure.build", action.partnership)
    offer, fresh = Offer.objects.get_or_create(
        partnership=action.partnership,
        grew_from=action,
        defaults={
            "title": action.title,
            "text": text[:1000],
            "draft": True,
            "starts": timezone.localdate(at),
        },
    )
    if fresh:
        _note("structure.offer_drafted", offer, actor=actor, at=at)
    return offer


@transaction.atomic
def finish_offer(*, offer: Offer, title: str, text: str, ready: bool, actor: Person | None = None) -> Offer:
    """Write a draft offer on; `ready` puts it in the window."""
    require(actor, "structure.build", offer.partnership)
    offer.title, offer.text = title.strip(), text.strip()
    opened = ready and offer.draft
    if opened:
        offer.draft, offer.starts = False, timezone.localdate()
    offer.full_clean()
    offer.save()
    _note("structure.offer_added" if opened else "structure.offer_changed", offer, actor=actor)
    return offer


def _note(verb: str, offer: Offer, *, actor: Person | None, at: datetime | None = None) -> None:
    record(verb, partnership=offer.partnership, actor=actor, subject=offer, data={"offer": offer.pk}, at=at)
