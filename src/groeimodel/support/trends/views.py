"""The comparison of a partnership with others, and the open figures for everybody."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from groeimodel.formats.open_figures import LICENCE, csv_of, json_of
from groeimodel.foundation.doors import open_to_all
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership, may_here
from groeimodel.showcase.sharing.models import Kind
from groeimodel.showcase.sharing.selectors import shown_by
from groeimodel.support.trends import reading, words
from groeimodel.support.trends.comparing import comparison_of
from groeimodel.support.trends.figures import COMPARED, PUBLISHED

OPEN = "open data about nobody: only what suppression lets through"
HOUR = 3600


@require_safe
@in_partnership("trends.compare")
def compare(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """In which band each figure stands; or, while the own figures do not count, what it would give."""
    opened = Kind.COMPARISON in shown_by(partnership)
    context = {
        "partnership": partnership,
        "opened": opened,
        "comparison": comparison_of(partnership) if opened else None,
        "figures": COMPARED,
        "no_race": words.NO_RACE,
        "may_choose": may_here(request, partnership)("sharing.choose"),
    }
    return render(request, "trends/compare.html", context)


@require_safe
@open_to_all(OPEN)
def open_figures(request: HttpRequest) -> HttpResponse:
    """Every year that was published, figure by figure."""
    years = reading.snapshots()
    context = {
        "years": years,
        "blocks": reading.blocks_of(years) if years else [],
        "invented": bool(years) and years[-1].invented,
        "figures": PUBLISHED,
        "licence": LICENCE,
        "no_race": words.NO_RACE,
    }
    return render(request, "trends/open.html", context)


@require_safe
@cache_control(public=True, max_age=HOUR)
@open_to_all(OPEN)
def open_csv(request: HttpRequest) -> HttpResponse:
    answer = HttpResponse(
        csv_of(reading.open_rows(reading.snapshots())), content_type="text/csv; charset=utf-8"
    )
    answer["Content-Disposition"] = 'attachment; filename="open-cijfers.csv"'
    return answer


@require_safe
@cache_control(public=True, max_age=HOUR)
@open_to_all(OPEN)
def open_json(request: HttpRequest) -> HttpResponse:
    years = reading.snapshots()
    told = json_of(reading.dataset_of(years), reading.open_rows(years))
    answer = HttpResponse(told, content_type="application/ld+json; charset=utf-8")
    answer["Access-Control-Allow-Origin"] = "*"
    return answer
