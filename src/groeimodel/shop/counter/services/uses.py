"""Every write about use: how many people, of which municipality. Never who."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Municipality
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.shop.counter.models import Offer, Use

COUNT = "counter.count"


@dataclass(frozen=True, slots=True)
class Counted:
    """People of one municipality of residence; None where it is not known, or outside the partnership."""

    municipality: Municipality | None
    people: int


@transaction.atomic
def record_use(
    *,
    offer: Offer,
    municipality: Municipality | None,
    day: date,
    people: int,
    source: str = Use.Source.HAND,
    key: str = "",
    actor: Person | None = None,
    at: datetime | None = None,
) -> Use:
    """Count a use. What has a key ('desk.request:5') is counted once: the same key again writes it anew.

    Raises:
        PermissionDenied: the actor may not count uses here.
        ValidationError: a negative or unlikely number, a day to come, or a key that belongs to another offer.
    """
    require(actor, COUNT, offer)
    if day > timezone.localdate(at):
        raise ValidationError({"day": _("Deze dag moet nog komen.")})
    # Whoever counts for an offer holds its row: the same key twice at once is written once.
    Offer.objects.select_for_update(of=("self",)).get(pk=offer.pk)
    use = Use.objects.select_for_update().filter(key=key).first() if key else None
    if use is not None and use.offer.partnership_id != offer.partnership_id:
        raise ValidationError(_("Dit gebruik hoort bij een andere samenwerking."))
    use = use or Use(key=key)
    use.offer, use.municipality, use.day, use.people, use.source = offer, municipality, day, people, source
    use.noted_by, use.noted_at = actor, at or timezone.now()
    use.full_clean(validate_constraints=False)
    use.save()
    _note("counter.used", use, actor=actor, at=at)
    return use


@transaction.atomic
def count_by_hand(
    *, offer: Offer, day: date, counted: Sequence[Counted], actor: Person | None = None
) -> list[Use]:
    """One count for each municipality of residence, all or nothing; zero is not kept.

    Raises:
        ValidationError: nothing was counted, or a number does not fit.
    """
    require(actor, COUNT, offer)
    told = [one for one in counted if one.people]
    if not told:
        raise ValidationError(_("Vul bij minstens één gemeente een aantal in."))
    return [
        record_use(offer=offer, municipality=one.municipality, day=day, people=one.people, actor=actor)
        for one in told
    ]


@transaction.atomic
def forget_use(*, use: Use, actor: Person | None = None) -> None:
    """Take a count away: a mistake, or a request that is open again."""
    require(actor, COUNT, use.offer)
    _note("counter.use_forgotten", use, actor=actor)
    use.delete()


def _note(verb: str, use: Use, *, actor: Person | None, at: datetime | None = None) -> None:
    record(
        verb,
        partnership=use.offer.partnership,
        actor=actor,
        municipality=use.municipality,
        subject=use.offer,
        data={"offer": use.offer_id, "people": use.people},
        at=at,
    )
