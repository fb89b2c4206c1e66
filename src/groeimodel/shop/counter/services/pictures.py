"""The picture of an offer, that everyone sees."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from groeimodel.foundation.files import services as files
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.shop.counter.models import Offer
from groeimodel.shop.counter.noting import note as _note
from groeimodel.shop.counter.services.offers import TEND


@transaction.atomic
def hang_picture(
    *,
    offer: Offer,
    upload: UploadedFile[bytes],
    alt: str,
    actor: Person | None = None,
    at: datetime | None = None,
) -> Offer:
    """Show a picture with an offer; the one before it stays among its documents.

    Raises:
        ValidationError: no picture, too large or damaged, or without words for whoever cannot see it.
    """
    require(actor, TEND, offer)
    if not alt.strip():
        raise ValidationError({"alt": _("Zeg in enkele woorden wat er op de foto te zien is.")})
    document = files.keep(subject=offer, upload=upload, label=offer.title, alt=alt, actor=actor, at=at)
    if not document.is_picture:
        raise ValidationError({"picture": _("Kies een foto: JPG, PNG of WebP.")})
    offer.picture = document
    offer.save(update_fields=["picture"])
    _note("counter.picture_hung", offer, actor=actor, at=at)
    return offer
