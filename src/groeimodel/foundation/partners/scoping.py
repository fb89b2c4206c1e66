"""The door of every page of a partnership: find it, check the right, open its scope.

Inside the scope the scoped managers of the rooms only see rows of this partnership;
outside any scope they raise.
"""

from collections.abc import Callable
from functools import partial, wraps
from typing import Any, Concatenate, ParamSpec, cast

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django_scopes import scope

from groeimodel.foundation.partners.access import parts_in, standing_with
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.rights import About, what_is
from groeimodel.rules.rights import may

P = ParamSpec("P")
WITH_LOGO = Partnership.objects.select_related("logo").defer("logo__png")
"""Whether there is a logo, without its bytes."""
CLOSED = "Deze pagina is voor wie bij de samenwerking hoort."
PartnershipView = Callable[Concatenate[HttpRequest, Partnership, P], HttpResponse]
SlugView = Callable[Concatenate[HttpRequest, str, P], HttpResponse]


def in_partnership(
    permission: str, *, post: str = "", each: str = "", each_post: str = ""
) -> Callable[[PartnershipView[P]], SlugView[P]]:
    """Turn a view of (request, partnership, ...) into one of (request, slug, ...).

    `post` is the right to send a form, where looking at it asks less. `each` names the right that the view
    itself asks of the one row it shows (`each_post` when a form is sent); it stands here for the test that walks all
    pages with all roles.
    `request.parts` says what the reader is in the partnership. 403 without the right or for an unknown slug, and a visitor without it may sign in and come back. The
    scope closes when the view returns, so a view must render inside itself.
    """

    def wrap(view: PartnershipView[P]) -> SlugView[P]:
        @wraps(view)
        def inner(request: HttpRequest, slug: str, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            partnership = WITH_LOGO.filter(slug=slug).first()
            if (
                partnership is None
            ):  # told as one that is closed: who is outside does not learn which are there
                raise PermissionDenied(CLOSED)
            asked = post if post and request.method == "POST" else permission
            parts = parts_in(request.user, partnership)
            if not may(asked, standing_with(request.user, parts, About(partnership))):
                raise PermissionDenied(CLOSED)
            request.parts = parts  # type: ignore[attr-defined]
            with scope(partnership=partnership):
                return view(request, partnership, *args, **kwargs)

        inner.rights = {"get": (permission, each), "post": (post or permission, each_post or each)}  # type: ignore[attr-defined]
        return cast(SlugView[P], inner)

    return wrap


def may_here(request: HttpRequest, subject: Any) -> Callable[[str], bool]:
    """Whether the reader has a right on a partnership, or on a row of it: `may_here(request, theme)("themes.tend")`.

    For pages opened through `in_partnership`; no query, so panels may ask it as often as they like.
    """
    parts = request.parts  # type: ignore[attr-defined]
    return partial(may, standing=standing_with(request.user, parts, what_is(subject)))
