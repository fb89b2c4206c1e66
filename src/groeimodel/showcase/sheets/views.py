"""The harvest sheet: choosing one, on screen, and on paper."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from groeimodel.foundation.files.selectors import documents_of
from groeimodel.foundation.partners.keeping import kept
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.foundation.partners.selectors import home_of as municipality_of
from groeimodel.rules.picture import draw
from groeimodel.showcase.garden.selectors import garden_of
from groeimodel.showcase.garden.selectors import home_of as garden_home
from groeimodel.showcase.sheets import telling
from groeimodel.showcase.sheets.selectors import AUDIENCES, Shown, period_of, shown
from groeimodel.soil.harvest.models import Harvest


@require_safe
@in_partnership("partners.see_inside")
@kept
def choose(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """For whom, which municipality, over which time; the own municipality is chosen already."""
    members = list(partnership.municipalities.filter(memberships__ends=None).distinct().order_by("name"))
    asked = {name: request.GET.get(name, "") for name in ("gemeente", "voor", "tijd")}
    if any(str(one.pk) == asked["gemeente"] for one in members) and asked["voor"] in AUDIENCES:
        page = reverse("sheets:sheet", args=[partnership.slug, int(asked["gemeente"]), asked["voor"]])
        return redirect(f"{page}?tijd={period_of(asked['tijd'], timezone.localdate()).key}")
    year = timezone.localdate().year
    own = municipality_of(request.user, partnership)
    context = {"partnership": partnership, "members": members, "own": own, "years": range(year, year - 4, -1)}
    return render(request, "sheets/choose.html", context)


@require_safe
@in_partnership("partners.see_partnership")
@kept
def sheet(request: HttpRequest, partnership: Partnership, municipality: int, audience: str) -> HttpResponse:
    one = find(request, partnership, municipality, audience)
    title, lines = telling.closing_of(one)
    context = {
        "partnership": partnership,
        "one": one,
        "title": telling.title_of(one),
        "lead": telling.lead_of(one),
        "overline": telling.overline_of(one),
        "figures": telling.figures_of(one),
        "rows": [
            (row, telling.text_of(row), telling.figure_of(row), telling.aside_of(one, row))
            for row in one.rows
        ],
        "left_out": one.total - len(one.rows),
        "closing_title": title,
        "closing": lines,
        "footer": telling.footer_of(one),
    }
    return render(request, "sheets/sheet.html", context)


@require_safe
@in_partnership("partners.see_partnership")
def paper(request: HttpRequest, partnership: Partnership, municipality: int, audience: str) -> HttpResponse:
    """The same on one page of A4."""
    # Typst is heavy: loaded when the first sheet is asked for.
    from groeimodel.formats.harvest_sheet import render_sheet

    one = find(request, partnership, municipality, audience)
    today = timezone.localdate()
    garden = draw(garden_of(garden_home(partnership, person=request.user, today=today)), theme="light")
    answer = HttpResponse(render_sheet(telling.on_paper(one, garden=garden)), content_type="application/pdf")
    name = slugify(f"oogstblad {one.municipality.name} {audience}")
    answer["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return answer


@require_safe
@in_partnership("partners.see_partnership")
def picture(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """The small picture of a harvest: for members, and for everybody when it may stand on the residents' sheet."""
    harvest = get_object_or_404(Harvest, pk=pk, partnership=partnership)
    found = next((one for one in documents_of(harvest) if one.is_picture), None)
    inside = request.user.has_perm("partners.see_inside", partnership)
    if found is None or not (harvest.picture_for_all or inside):
        raise Http404
    answer = HttpResponse(telling.small_picture(found), content_type="image/webp")
    answer["Cache-Control"] = "private, max-age=3600"
    return answer


def find(request: HttpRequest, partnership: Partnership, municipality: int, audience: str) -> Shown:
    """Raises PermissionDenied: only the sheet for residents is for whoever looks from outside."""
    if audience not in AUDIENCES or partnership.listed_only:
        raise Http404
    if audience != "inwoners" and not request.user.has_perm("partners.see_inside", partnership):
        raise PermissionDenied(_("Dit blad is voor wie bij de samenwerking hoort."))
    where = get_object_or_404(partnership.municipalities.distinct(), pk=municipality)
    period = period_of(request.GET.get("tijd", ""), timezone.localdate())
    return shown(partnership, where, audience, period)
