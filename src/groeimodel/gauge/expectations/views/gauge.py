"""The gauge of a partnership, and what one round says."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

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
    today = timezone.localdate()
    chosen, course = selectors.gauge_of(partnership), course_of(partnership)
    running = selectors.open_round_of(partnership)
    context = {
        "partnership": partnership,
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
    return render(request, "expectations/gauge.html", context)


@in_partnership(SEE)
def of_round(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Where we differ: the map, the spread of each expectation, who said what, and what each figure is made of."""
    round = find(partnership, pk)
    if round.is_open:
        return render(
            request, "expectations/not_closed.html", {"partnership": partnership, "round": round}, status=409
        )
    return render(request, "expectations/round.html", {"partnership": partnership, **round_page(round)})


def find(partnership: Partnership, pk: int) -> Round:
    return get_object_or_404(
        Round.objects.select_related("partnership").filter(partnership=partnership), pk=pk
    )
