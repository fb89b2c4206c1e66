"""What the pages of the counter share."""

from __future__ import annotations

from typing import cast

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.shop.counter.models import Offer
from groeimodel.shop.counter.selectors import offers_of
from groeimodel.shop.counter.services import TEND


def me(request: HttpRequest) -> Person:
    """Whoever asks; the door let no visitor in."""
    return cast(Person, request.user)


def inside(request: HttpRequest) -> bool:
    """Whether the reader takes part in the partnership, or administers it."""
    return bool(request.parts) or bool(getattr(request.user, "is_superuser", False))  # type: ignore[attr-defined]


def offer_here(partnership: Partnership, pk: int) -> Offer:
    rows = offers_of(partnership, timezone.localdate()).select_related(
        "grew_from__plot", "responsible", "plan_action"
    )
    return get_object_or_404(rows, pk=pk)


def own_offer(request: HttpRequest, partnership: Partnership, pk: int) -> Offer:
    """An offer that the reader tends."""
    found = offer_here(partnership, pk)
    if not request.user.has_perm(TEND, found):
        raise PermissionDenied(_("Dit aanbod houdt bij wie ervoor zorgt, of wie coördineert."))
    return found
