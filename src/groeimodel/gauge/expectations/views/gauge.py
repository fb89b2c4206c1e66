"""The gauge of a partnership, and what one round says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from groeimodel.foundation.journal.selectors import page_state
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.gauge.expectations import selectors
from groeimodel.gauge.expectations.models import Round
from groeimodel.gauge.expectations.presenting import meters_of, round_page
from groeimodel.gauge.expectations.results import course_of

SEE = "expectations.see"


@in_partnership(SEE)
def gauge(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """Known, shared and met, with what to do next."""
    # Lazy: while nothing was done since, the body of the page is kept and none of this is worked out.
    shown = lazily(cache(lambda: shown_of(request, partnership)), SHOWN)
    context = {"partnership": partnership, "state": page_state(request, partnership.pk), **shown}
    return render(request, "expectations/gauge.html", context)


SHOWN = (
    *("chosen", "course", "latest", "meters", "running", "heard", "agreements", "talk"),
    *("today", "may_run", "may_answer", "me"),
)


def shown_of(request: HttpRequest, partnership: Partnership) -> dict[str, Any]:
    """Everything on the page of the gauge."""
    today = timezone.localdate()
    chosen, course = selectors.gauge_of(partnership), course_of(partnership)
    running = selectors.open_round_of(partnership)
    return {
        "chosen": chosen,
        "course": course,
        "latest": course.latest,
        "meters": meters_of(course),
        "running": running,
        "heard": selectors.heard_of(running) if running else (),
        "agreements": list(selectors.agreements_of(partnership)),
        "talk": selectors.talk_of(partnership, chosen.cadence, today),
        "today": today,
        "may_run": request.user.has_perm("expectations.run", partnership),
        "may_answer": request.user.has_perm("expectations.answer", partnership),
        "me": request.user.pk,
    }


def lazily(read: Callable[[], dict[str, Any]], names: Sequence[str]) -> dict[str, Callable[[], Any]]:
    """Each name as something that a template calls when it needs it."""
    return {name: partial(lambda key: read()[key], name) for name in names}


@in_partnership(SEE)
def of_round(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Where we differ: the map, the spread of each expectation, who said what, and what each figure is made of."""
    round = find(partnership, pk)
    if round.is_open:
        return render(
            request, "expectations/not_closed.html", {"partnership": partnership, "round": round}, status=409
        )
    names = ("result", "rows", "map", "sums", "answers", "agreements", "meters")
    shown = lazily(cache(lambda: round_page(round)), names)
    context = {
        "partnership": partnership,
        "round": round,
        "state": page_state(request, partnership.pk),
        **shown,
    }
    return render(request, "expectations/round.html", context)


def find(partnership: Partnership, pk: int) -> Round:
    return get_object_or_404(
        Round.objects.select_related("partnership").filter(partnership=partnership), pk=pk
    )
