"""The whole meadow in pages, and a stroll along the neighbours' plots (claims W3, W4, W13)."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.views.decorators.http import require_safe

from groeimodel.foundation.journal.selectors import page_state
from groeimodel.foundation.panels import panels_of
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership, may_here
from groeimodel.meadow.actions import meadow, selectors
from groeimodel.meadow.actions.forms import SeedForm
from groeimodel.meadow.actions.meadow import Filter
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.actions.strolling import stop_at
from groeimodel.meadow.actions.views.common import places


@require_safe
@in_partnership("partners.see_inside")
def page(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """Everything that grows and grew: on the shared meadow and on every plot."""
    # Lazy: while nothing was done since, the body of the page is kept and none of this is worked out.
    shown = SimpleLazyObject(lambda: shown_of(request, partnership))
    context = {"partnership": partnership, "shown": shown, "state": page_state(request, partnership.pk)}
    return render(request, "actions/meadow.html", {**context, "keep_seconds": 300})


def shown_of(request: HttpRequest, partnership: Partnership) -> dict[str, Any]:
    members, chosen = selectors.members_of(partnership), filter_of(request.GET)
    rows = meadow.narrowed(partnership, chosen)
    counts = meadow.counts_by_stage(rows)
    wanted = rows.filter(stage=chosen.stage) if chosen.stage else rows
    amount = counts[chosen.stage] if chosen.stage else sum(counts.values())
    may = may_here(request, partnership)
    return {
        "page": Counted(meadow.in_order(wanted), meadow.PAGE, amount).get_page(request.GET.get("bladzijde")),
        "today": timezone.localdate(),
        "members": members,
        "chosen": chosen,
        "stages": [(stage, counts[stage]) for stage in meadow.STAGES],
        "total": sum(counts.values()),
        "query": without(request.GET, "bladzijde"),
        "rest": without(request.GET, "bladzijde", "stadium"),
        "species": Action.Species.choices,
        "form": SeedForm(plots=places(request, members, "actions.tend"))
        if may("actions.take_down")
        else None,
        "panels": panels_of("actions.meadow", partnership, may=may),
    }


class Counted(Paginator):  # type: ignore[type-arg]
    """Pages of rows that were counted already: no query more for it."""

    def __init__(self, rows: Any, per_page: int, amount: int) -> None:
        super().__init__(rows, per_page)
        self.amount = amount

    @property
    def count(self) -> int:
        return self.amount


def filter_of(query: QueryDict) -> Filter:
    """What is not a choice, is not chosen."""

    def number(name: str) -> int | None:
        given = query.get(name, "")
        return int(given) if given.isdecimal() and len(given) < 12 else None

    stage, kind = query.get("stadium", ""), query.get("soort", "")
    return Filter(
        stage=stage if stage in Action.Stage.values else "",
        species=kind if kind in Action.Species.values else "",
        plot=0 if query.get("perceel") == "samen" else number("perceel"),
        theme=number("thema"),
    )


def without(query: QueryDict, *keys: str) -> str:
    kept = query.copy()
    for key in keys:
        kept.pop(key, None)
    return kept.urlencode()


@require_safe
@in_partnership("partners.see_inside")
def neighbours(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """From plot to plot, the own one left out, with one button to sow it too."""
    shown = SimpleLazyObject(lambda: stroll_of(request, partnership))
    context = {"partnership": partnership, "shown": shown, "state": page_state(request, partnership.pk)}
    return render(request, "actions/neighbours.html", {**context, "keep_seconds": 300})


def stroll_of(request: HttpRequest, partnership: Partnership) -> dict[str, Any]:
    members = selectors.members_of(partnership)
    home = {where for _role, where in request.parts if where is not None}  # type: ignore[attr-defined]
    others = [one for one in members if one.pk not in home]
    own = [one for one in members if one.pk in home and one in places(request, members, "actions.tend")]
    key = request.GET.get("perceel", "")
    stop = stop_at(partnership, others, own, int(key) if key.isdecimal() and len(key) < 12 else None)
    return {"stop": stop, "own": own, "today": timezone.localdate(), "others": others}
