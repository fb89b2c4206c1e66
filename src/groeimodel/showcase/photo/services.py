"""Every write about photos of the meadow."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.showcase.photo.models import Photo

MOST = 20
"""Links that one person can have at once in a partnership."""


@transaction.atomic
def share(
    *,
    partnership: Partnership,
    actor: Person | None,
    days: int = Photo.Days.MONTH,
    note: str = "",
    at: datetime | None = None,
) -> Photo:
    """Make a link that shows today's garden, every day anew, for so many days.

    Raises:
        ValidationError: no such time, or the actor has too many links already.
    """
    require(actor, "photo.share", partnership)
    at = at or timezone.now()
    if days not in Photo.Days.values:
        raise ValidationError({"days": _("Kies hoe lang de link werkt.")})
    own = Photo.objects.filter(partnership=partnership, made_by=actor, withdrawn_at=None)
    if actor is not None and own.filter(ends_on__gte=timezone.localdate(at)).count() >= MOST:
        raise ValidationError(_("Je hebt al veel links. Trek er eerst een in die je niet meer nodig hebt."))
    photo = Photo.objects.create(
        partnership=partnership,
        made_by=actor,
        note=" ".join(note.split()),
        made_at=at,
        ends_on=timezone.localdate(at) + timedelta(days=days),
    )
    _note("photo.shared", photo, actor, at=at)
    return photo


@transaction.atomic
def withdraw(*, photo: Photo, actor: Person | None) -> None:
    """The link shows nothing from now on; twice changes nothing."""
    require(actor, "photo.withdraw", photo)
    if photo.withdrawn_at is None:
        photo.withdrawn_at = timezone.now()
        photo.save(update_fields=["withdrawn_at"])
        _note("photo.withdrawn", photo, actor)


@transaction.atomic
def restore(*, photo: Photo, actor: Person | None) -> None:
    """Undo of `withdraw`; its end stays the same."""
    require(actor, "photo.withdraw", photo)
    if photo.withdrawn_at is not None:
        photo.withdrawn_at = None
        photo.save(update_fields=["withdrawn_at"])
        _note("photo.restored", photo, actor)


def forget(*, before: date) -> int:
    """Links that ended before a day go; returns how many."""
    gone, _rows = Photo.objects.filter(ends_on__lt=before).delete()
    return gone


def _note(verb: str, photo: Photo, actor: Person | None, at: datetime | None = None) -> None:
    record(verb, partnership=photo.partnership, actor=actor, data={"photo": photo.pk}, at=at)
