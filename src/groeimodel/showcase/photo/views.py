"""Photos of the meadow: the own links, and what whoever has one sees."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import cast

from csp.constants import UNSAFE_INLINE
from csp.decorators import csp_update
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from groeimodel.foundation.doors import open_to_all
from groeimodel.foundation.journal.selectors import version_of
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.foundation.people.models import Person
from groeimodel.rules.picture import Garden, draw
from groeimodel.rules.rights import Role
from groeimodel.showcase.photo import selectors, services
from groeimodel.showcase.photo.forms import ShareForm
from groeimodel.showcase.photo.keeping import kept
from groeimodel.showcase.photo.models import Photo

SHARE, WITHDRAW = "photo.share", "photo.withdraw"
OPEN = "the secret in the address is the right: it is shown to people without an account"


@in_partnership(SHARE)
def links(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """The own links, with their end; who coordinates sees all of them. And a form for a new one."""
    form = ShareForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = services.share(
                partnership=partnership, actor=cast(Person, request.user), **form.cleaned_data
            )
            messages.success(request, _("Je link is klaar. Kopieer hem, of toon de code."))
            return redirect(f"{request.path}#foto-{made.pk}")
        except ValidationError as error:
            form.add_error(None, error)
    coordinates = any(role == Role.COORDINATOR for role, _where in request.parts)  # type: ignore[attr-defined]
    rows = selectors.photos_of(partnership, request.user, timezone.localdate(), all_of_them=coordinates)
    context = {
        "partnership": partnership,
        "form": form,
        "photos": rows,
        "site": settings.PUBLIC_URL,
        "coordinates": coordinates,
    }
    return render(request, "photo/list.html", context, status=422 if form.errors else 200)


@require_POST
@in_partnership(SHARE, each=WITHDRAW)
def withdraw(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """The link shows nothing any more; or it does again."""
    photo = get_object_or_404(Photo.objects.select_related("partnership"), pk=pk, partnership=partnership)
    if not request.user.has_perm(WITHDRAW, photo):
        raise PermissionDenied("Deze link is van iemand anders.")
    if "undo" in request.POST:
        services.restore(photo=photo, actor=cast(Person, request.user))
        messages.success(request, _("De link werkt weer."))
    else:
        services.withdraw(photo=photo, actor=cast(Person, request.user))
        messages.success(request, _("Ingetrokken. Wie de link heeft, ziet niets meer."))
    return redirect("photo:list", partnership.slug)


@require_safe
@open_to_all(OPEN)
def photo(request: HttpRequest, token: str) -> HttpResponse:
    """Today's meadow, for somebody without an account."""
    return show(request, token, "photo/photo.html")


@require_safe
@open_to_all(OPEN)
def slide(request: HttpRequest, token: str) -> HttpResponse:
    """The same on a whole screen."""
    return show(request, token, "photo/slide.html")


@require_safe
# Its colours by night stand in the picture itself, so this one answer may carry a style.
@csp_update({"style-src": [UNSAFE_INLINE]})  # type: ignore[arg-type]
@open_to_all(OPEN)
def svg(request: HttpRequest, token: str) -> HttpResponse:
    found = find(token)
    if found is None:
        return over(request)
    return picture(found, drawn(found), "svg", "image/svg+xml; charset=utf-8")


@require_safe
@open_to_all(OPEN)
def png(request: HttpRequest, token: str) -> HttpResponse:
    # Typst is heavy: loaded when the first picture is asked for.
    from groeimodel.formats.garden_png import render_png

    found = find(token)
    if found is None:
        return over(request)
    text = drawn(found, theme="light")
    return picture(found, kept("photo-png", text, lambda: render_png(text)), "png", "image/png")


def show(request: HttpRequest, token: str, template: str) -> HttpResponse:
    """A page about what the link shows today; kept while nothing was done in the partnership."""
    found = find(token)
    if found is None:
        return over(request)
    today, partnership = timezone.localdate(), found.partnership

    @cache
    def view() -> selectors.View:
        return selectors.view_of(partnership, today)

    context = {
        "photo": found,
        "partnership": partnership,
        "state": f"{template} {found.token} {version_of(partnership.pk)} {today}",
        "view": view,
        "svg": lambda: draw(view().garden, standalone=False),
        # A beamer shows it by day; that it is invented stands beside it.
        "slide_svg": lambda: draw(replace(view().garden, example=False), theme="light", standalone=False),
        "tall_svg": lambda: draw(view().garden, standalone=False, shape="tall", id_prefix="tall"),
    }
    return hidden(render(request, template, context))


def find(token: str) -> Photo | None:
    """The photo, when it may be seen today."""
    try:
        found = selectors.photo_by_token(token)
    except Photo.DoesNotExist:
        return None
    return found if found.shows_on(timezone.localdate()) else None


def drawn(found: Photo, theme: str = "auto") -> str:
    """The garden of today as SVG."""
    garden: Garden = selectors.view_of(found.partnership, timezone.localdate()).garden
    return draw(garden, theme=theme)  # type: ignore[arg-type]


def picture(found: Photo, content: str | bytes, ending: str, kind: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = f'inline; filename="weide-{found.partnership.slug}.{ending}"'
    return hidden(answer)


def over(request: HttpRequest) -> HttpResponse:
    """The same for a link that ended, was withdrawn or never was: nobody learns which."""
    return hidden(render(request, "photo/over.html", status=410))


def hidden(answer: HttpResponse) -> HttpResponse:
    """Not for search engines, nor for caches that others use."""
    answer["X-Robots-Tag"] = "noindex, nofollow"
    answer["Cache-Control"] = "private, no-cache"
    answer["Referrer-Policy"] = "no-referrer"
    return answer
