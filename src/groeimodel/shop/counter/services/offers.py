"""Every write about one offer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.meadow.actions.models import Action
from groeimodel.shop.counter.models import Offer, Speciality
from groeimodel.shop.counter.noting import note as _note
from groeimodel.shop.plan.models import PlanAction
from groeimodel.shop.plan.selectors import plan_of

TEND = "counter.tend"


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody fills in about an offer."""

    title: str
    text: str = ""
    for_whom: tuple[str, ...] = ()
    """Values of `Offer.ForWhom`; none is for everyone."""
    free: bool = False
    price: str = ""
    how: str = ""
    asks_open: bool = True
    bookable: bool = False
    featured: bool = False
    starts: date | None = None
    """None: what it was, or today for a new one."""
    ends: date | None = None
    speciality: Speciality | None = None
    responsible: Person | None = None
    plan_action: PlanAction | None = None


@transaction.atomic
def add_offer(
    *,
    partnership: Partnership,
    title: str = "",
    starts: date | None = None,
    text: str = "",
    featured: bool = False,
    said: Said | None = None,
    draft: bool = False,
    actor: Person | None = None,
    at: datetime | None = None,
) -> Offer:
    """A new offer, in the window at once unless it is a draft; `said` takes the place of the loose words.

    Raises:
        ValidationError: something is missing or does not fit.
    """
    require(actor, TEND, partnership)
    said = said or Said(title, text, featured=featured, starts=starts)
    offer = Offer(partnership=partnership, draft=draft, starts=said.starts or timezone.localdate(at))
    _fill(offer, said)
    offer.save()
    _note("counter.offer_begun" if draft else "counter.offer_added", offer, actor=actor, at=at)
    return offer


@transaction.atomic
def draft_from(
    *, action: Action, text: str, actor: Person | None = None, at: datetime | None = None
) -> Offer:
    """An action that was handed to the shop becomes a draft offer, once; it follows an evaluation, that asked the right."""
    require(actor, TEND, action.partnership)
    offer, fresh = Offer.objects.get_or_create(
        partnership=action.partnership,
        grew_from=action,
        defaults={
            "title": action.title,
            "text": text[:2000],
            "draft": True,
            "starts": timezone.localdate(at),
        },
    )
    if fresh:
        _note("counter.offer_drafted", offer, actor=actor, at=at)
    return offer


@transaction.atomic
def change_offer(*, offer: Offer, said: Said, ready: bool = False, actor: Person | None = None) -> Offer:
    """Write an offer anew; `ready` puts a draft in the window.

    Raises:
        ValidationError: something is missing or does not fit.
    """
    require(actor, TEND, offer)
    opened = ready and offer.draft
    _fill(offer, said)
    if opened:
        offer.draft, offer.starts = False, said.starts or timezone.localdate()
    elif said.starts:
        offer.starts = said.starts
    _check(offer)
    offer.save()
    _note("counter.offer_added" if opened else "counter.offer_changed", offer, actor=actor)
    return offer


@transaction.atomic
def withdraw(*, offer: Offer, why: str, actor: Person | None = None, on: date | None = None) -> None:
    """Take an offer out of the window; it stays known, with the reason. Twice changes nothing.

    Raises:
        ValidationError: without a reason.
    """
    require(actor, TEND, offer)
    if not why.strip():
        raise ValidationError({"why": _("Zeg in één zin waarom: wie het zoekt, leest het hier.")})
    if offer.withdrawn_on is None:
        offer.withdrawn_on, offer.withdrawn_why = on or timezone.localdate(), why.strip()[:200]
        offer.save(update_fields=["withdrawn_on", "withdrawn_why"])
        _note("counter.offer_withdrawn", offer, actor=actor)


@transaction.atomic
def restore(*, offer: Offer, actor: Person | None = None) -> None:
    """Put an offer that was withdrawn back; twice changes nothing."""
    require(actor, TEND, offer)
    if offer.withdrawn_on is not None:
        offer.withdrawn_on, offer.withdrawn_why = None, ""
        offer.save(update_fields=["withdrawn_on", "withdrawn_why"])
        _note("counter.offer_restored", offer, actor=actor)


@transaction.atomic
def take_picture_off(*, offer: Offer, actor: Person | None = None) -> None:
    """The page shows no picture any more; the document itself stays beside the offer."""
    require(actor, TEND, offer)
    if offer.picture_id is not None:
        offer.picture = None
        offer.save(update_fields=["picture"])
        _note("counter.picture_taken_off", offer, actor=actor)


def _fill(offer: Offer, said: Said) -> None:
    offer.title, offer.text = " ".join(said.title.split()), said.text.strip()
    offer.for_whom = [one.value for one in Offer.ForWhom if one.value in said.for_whom]
    offer.free, offer.price = said.free, " ".join(said.price.split())
    offer.how = said.how.strip()
    offer.asks_open, offer.bookable, offer.featured = said.asks_open, said.bookable, said.featured
    offer.ends = said.ends
    offer.speciality, offer.responsible = said.speciality, said.responsible
    offer.plan_action = said.plan_action
    _check(offer)


def _check(offer: Offer) -> None:
    if offer.ends is not None and offer.ends < offer.starts:
        raise ValidationError({"ends": _("De laatste dag ligt voor de eerste.")})
    if offer.speciality is not None and offer.speciality.partnership_id != offer.partnership_id:
        raise ValidationError({"speciality": _("Deze specialiteit is van een andere samenwerking.")})
    action = offer.plan_action
    if action is not None and plan_of(action).partnership_id != offer.partnership_id:
        raise ValidationError({"plan_action": _("Deze actie is van een andere samenwerking.")})
    offer.full_clean(validate_constraints=False)
