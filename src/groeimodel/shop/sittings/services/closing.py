"""Closing a sitting, and its minutes."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.shop.sittings import minutes
from groeimodel.shop.sittings.models import AgendaItem, Sitting
from groeimodel.shop.sittings.services.counting import note
from groeimodel.shop.sittings.services.gate import RUN, _note, ask_open, locked


@transaction.atomic
def close_sitting(*, sitting: Sitting, actor: Person | None = None, at: datetime | None = None) -> Sitting:
    """End it. Points to be told are told; the minutes are drafted from what happened.

    Raises:
        ValidationError: a point still waits for its decision.
    """
    require(actor, RUN, sitting)
    now = locked(sitting)
    ask_open(now)
    left = list(now.items.filter(state=AgendaItem.State.WAITING))
    votes = [one.title for one in left if one.is_vote]
    if votes:
        raise ValidationError(
            _("Nog niet behandeld: %(titles)s. Tel deze punten, stel ze uit of trek ze in.")
            % {"titles": ", ".join(votes)}
        )
    for one in left:
        note(item=one, actor=actor, at=at)
    now.state, now.closed_at = Sitting.State.CLOSED, at or timezone.now()
    now.minutes = minutes.draft(now)
    now.save(update_fields=["state", "closed_at", "minutes"])
    _note("sittings.closed", now, actor=actor, at=at)
    return now


@transaction.atomic
def write_minutes(*, sitting: Sitting, text: str, actor: Person | None = None) -> Sitting:
    """Better words for the minutes, until they are approved."""
    require(actor, RUN, sitting)
    now = locked(sitting)
    _ask_draft(now)
    now.minutes = text.strip()
    now.full_clean()
    now.save(update_fields=["minutes"])
    _note("sittings.minutes_written", now, actor=actor)
    return now


@transaction.atomic
def approve_minutes(
    *,
    sitting: Sitting,
    in_sitting: Sitting | None = None,
    actor: Person | None = None,
    at: datetime | None = None,
) -> Sitting:
    """They stand from now on: approved at the close, or by a later sitting of the same organ."""
    require(actor, RUN, sitting)
    now = locked(sitting)
    _ask_draft(now)
    if not now.minutes:
        raise ValidationError(_("Het verslag is nog leeg."))
    if in_sitting is not None and (in_sitting.organ_id != now.organ_id or in_sitting.starts <= now.starts):
        raise ValidationError(_("Kies een latere zitting van hetzelfde orgaan."))
    now.approved_at, now.approved_in = at or timezone.now(), in_sitting
    now.save(update_fields=["approved_at", "approved_in"])
    _note("sittings.minutes_approved", now, actor=actor, at=at)
    return now


def _ask_draft(sitting: Sitting) -> None:
    if sitting.state not in (Sitting.State.CLOSED, Sitting.State.TOO_FEW):
        raise ValidationError(_("Het verslag komt na de zitting."))
    if sitting.approved_at is not None:
        raise ValidationError(_("Dit verslag is goedgekeurd, en verandert niet meer."))
