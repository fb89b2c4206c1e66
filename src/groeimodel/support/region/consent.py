"""Consent, asked before anything is read: only a partnership that opened itself shows how it is doing.

A supporter belongs to each partnership that she supports, and reads its pages as any member does. What this room adds is
the view of all of them side by side with what goes wrong in each: that is for the partnership to open (`Kind.REGION`),
and to close again. Closed counts at once: the overview is kept only while nothing is done in any of its partnerships,
and closing is a deed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.showcase.sharing.models import Kind
from groeimodel.showcase.sharing.selectors import partnerships_showing, shown_by

View = Callable[..., HttpResponse]


def opened_among(partnerships: Iterable[Partnership]) -> frozenset[int]:
    """Keys of those that let their supporter look along today: one query."""
    keys = [one.pk for one in partnerships]
    return frozenset(partnerships_showing(Kind.REGION).filter(pk__in=keys).values_list("pk", flat=True))


def is_open(partnership: Partnership) -> bool:
    return Kind.REGION in shown_by(partnership)


def require_consent(partnership: Partnership, actor: Person | None) -> None:
    """Raises PermissionDenied: the partnership does not let its supporter look along (any more)."""
    if actor is not None and not is_open(partnership):
        raise PermissionDenied(_("Deze samenwerking laat haar regio-ondersteuner nu niet meekijken."))


def with_consent(view: View) -> View:
    """For a view of (request, partnership, ...): without consent the reader is led to where it can be asked."""

    @wraps(view)
    def inner(request: HttpRequest, partnership: Partnership, *args: Any, **kwargs: Any) -> HttpResponse:
        if not is_open(partnership):
            messages.warning(
                request, _("Deze samenwerking laat je nu niet meekijken. Je kunt het hier vragen.")
            )
            return redirect("region:partnership", partnership.slug)
        return view(request, partnership, *args, **kwargs)

    return cast(View, inner)
