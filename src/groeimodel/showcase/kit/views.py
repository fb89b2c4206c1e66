"""The ambassador's kit of one municipality: on screen, and on one page of A4."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from groeimodel import content as texts
from groeimodel.foundation.journal.selectors import page_state
from groeimodel.foundation.partners.access import may_for
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.partners.scoping import in_partnership, may_here
from groeimodel.foundation.partners.selectors import home_of as municipality_of
from groeimodel.rules.picture import draw
from groeimodel.rules.picture.garden import Garden
from groeimodel.showcase.garden.selectors import garden_of
from groeimodel.showcase.garden.selectors import home_of as garden_home
from groeimodel.showcase.kit.selectors import ground_of
from groeimodel.showcase.kit.shop import shop_of
from groeimodel.showcase.kit.telling import Kit, kit_of, on_paper
from groeimodel.showcase.photo.keeping import kept
from groeimodel.showcase.photo.selectors import live_link_of

OPEN, SEE = "kit.open", "kit.see"


@require_safe
@in_partnership(OPEN)
def own(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """Leads to the kit of the own municipality; who coordinates or supports picks one."""
    home = municipality_of(request.user, partnership)
    if home is not None and may(request, home.pk):
        return redirect("kit:kit", partnership.slug, home.pk)
    members = [one for one in members_of(partnership) if may(request, one.pk)]
    return render(request, "kit/choose.html", {"partnership": partnership, "members": members})


@require_safe
@in_partnership(OPEN, each=SEE)
def kit(request: HttpRequest, partnership: Partnership, municipality: int) -> HttpResponse:
    where = find(request, partnership, municipality)
    if where.pk != municipality:
        return redirect("kit:kit", partnership.slug, where.pk)
    made = cache(lambda: garden(request, partnership))
    told = SimpleLazyObject(lambda: kit_for(partnership, where))
    # Lazy: while nothing was done since, the body of the page is kept and none of this is worked out.
    context = {
        "partnership": partnership,
        "where": where,
        "kit": told,
        "shop": lambda: shop_of(told.ground),
        "svg": lambda: draw(made(), standalone=False),
        "tall_svg": lambda: draw(made(), standalone=False, shape="tall", id_prefix="tall"),
        "shares": may_here(request, partnership)("photo.share"),
        "picks": municipality_of(request.user, partnership) != where,
        "state": f"{page_state(request, partnership.pk)} {where.pk} {texts.load().version}",
    }
    return render(request, "kit/kit.html", context)


@require_safe
@in_partnership(OPEN, each=SEE)
def paper(request: HttpRequest, partnership: Partnership, municipality: int) -> HttpResponse:
    """The same on one page of A4."""
    # Typst is heavy: loaded when the first page is asked for.
    from groeimodel.formats.kit_sheet import render_kit

    where = find(request, partnership, municipality)
    shared = live_link_of(partnership, request.user, timezone.localdate())
    link = f"{settings.PUBLIC_URL}{shared.get_absolute_url()}" if shared else ""
    # The page says what it is about, and that it is invented; the strip of garden need not.
    bare = replace(garden(request, partnership), title="", example=False)
    drawn = draw(bare, theme="light")
    sheet = on_paper(kit_for(partnership, where), garden=drawn, link=link)
    made = kept("kit-pdf", repr(sheet), lambda: render_kit(sheet))
    answer = HttpResponse(made, content_type="application/pdf")
    name = slugify(f"ambassadeurskit {where.name} {timezone.localdate()}")
    answer["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return answer


def kit_for(partnership: Partnership, where: Municipality) -> Kit:
    return kit_of(ground_of(partnership, where, timezone.localdate()))


def garden(request: HttpRequest, partnership: Partnership) -> Garden:
    home = garden_home(partnership, person=request.user, today=timezone.localdate())
    return garden_of(home, page=f"/igs/{partnership.slug}/")


def members_of(partnership: Partnership) -> list[Municipality]:
    rows = Municipality.objects.filter(memberships__partnership=partnership, memberships__ends=None)
    return list(rows.order_by("name"))


def may(request: HttpRequest, municipality: int) -> bool:
    return may_for(request.user, request.parts, SEE, municipality)  # type: ignore[attr-defined]


def find(request: HttpRequest, partnership: Partnership, municipality: int) -> Municipality:
    """A member of today, also by the key of one that merged into it.

    Raises PermissionDenied: it is not the reader's own.
    """
    asked = get_object_or_404(Municipality, pk=municipality)
    members = Municipality.objects.filter(memberships__partnership=partnership, memberships__ends=None)
    where = get_object_or_404(members, pk=asked.today)
    if not may(request, where.pk):
        raise PermissionDenied("Deze kit is van een andere gemeente.")
    return where
