"""The doors of pages that are not of one partnership. A page of a partnership has `partners.scoping.in_partnership`.

Every view says which right it asks, or why it is open: a test walks all addresses and fails on a view that says neither.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from groeimodel.ui.doors import View, open_to_all

__all__ = ["needs", "open_to_all"]


def needs(right: str) -> Callable[[View], View]:
    """A page for whoever is signed in and has the right on themselves: the subject is the person who asks.

    A visitor is sent to the sign-in page and comes back here afterwards.
    """

    def wrap(view: View) -> View:
        @wraps(view)
        def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            if not request.user.has_perm(right, request.user):
                raise PermissionDenied("Deze pagina is niet voor jou.")
            response: HttpResponse = view(request, *args, **kwargs)
            return response

        inner.own_right = right  # type: ignore[attr-defined]
        return cast(View, inner)

    return wrap
