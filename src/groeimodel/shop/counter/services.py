"""Every write about the offer. `actor` None is the system itself: the example data."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.meadow.actions.models import Action
from groeimodel.shop.counter.models import Offer


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
    require(actor, "counter.tend", partnership)
    offer = Offer(partnership=partnership, title=title, text=text, featured=featured, starts=starts)
    offer.full_clean()
    offer.save()
    record("counter.offer_added", partnership=partnership, actor=actor, data={"offer": offer.pk}, at=at)
    return offer


@transaction.atomic
def draft_from(
    *, action: Action, text: str, actor: Person | None = None, at: datetime | None = None
) -> Offer:
    """An action that was handed to the shop becomes a draft offer, once; it follows an evaluation, that asked the right."""
    require(actor, "counter.tend", action.partnership)
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
        _note("counter.offer_drafted", offer, actor=actor, at=at)
    return offer


@transaction.atomic
def finish_offer(*, offer: Offer, title: str, text: str, ready: bool, actor: Person | None = None) -> Offer:
    """Write a draft offer on; `ready` puts it in the window."""
    require(actor, "counter.tend", offer.partnership)
    offer.title, offer.text = title.strip(), text.strip()
    opened = ready and offer.draft
    if opened:
        offer.draft, offer.starts = False, timezone.localdate()
    offer.full_clean()
    offer.save()
    _note("counter.offer_added" if opened else "counter.offer_changed", offer, actor=actor)
    return offer


def _note(verb: str, offer: Offer, *, actor: Person | None, at: datetime | None = None) -> None:
    record(verb, partnership=offer.partnership, actor=actor, subject=offer, data={"offer": offer.pk}, at=at)
