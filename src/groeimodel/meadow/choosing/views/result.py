"""The result of a closed round, and its election as a file to recompute it from."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import SimpleLazyObject
from django.views.decorators.http import require_safe

from groeimodel.foundation.journal.selectors import page_state
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.meadow.choosing import fair, result_words
from groeimodel.meadow.choosing.models import Round
from groeimodel.meadow.choosing.results import Result, result_of


@require_safe
@in_partnership("choosing.see")
def result(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """What was chosen, who pays it, and why the others were not."""
    round = get_object_or_404(Round.objects.select_related("decision"), partnership=partnership, pk=pk)
    if round.state != Round.State.CLOSED:
        return redirect(round.get_absolute_url())
    context = {
        "partnership": partnership,
        "round": round,
        # Lazy: while nothing was done since, the body of the page is kept and none of this is worked out.
        "shown": SimpleLazyObject(lambda: shown_of(result_of(round))),
        "state": page_state(request, partnership.pk),
    }
    return render(request, "choosing/result.html", context)


def shown_of(found: Result) -> dict[str, Any]:
    return {
        "result": found,
        "headline": result_words.headline(found),
        "winners": result_words.winners(found),
        "costs": result_words.costs(found),
        "purses": result_words.purses(found),
        "missed": result_words.missed(found),
        "unsupported": result_words.unsupported(found),
        "others": result_words.other_rules(found),
        "fair": fair.fairness(found),
        "youth": result_words.youth(found),
        "uncounted": [one for one in found.ballots if not one.counted],
        "command": f"groeimodel choose {file_name(found.round)}",
    }


def file_name(round: Round) -> str:
    return f"kiesronde-{round.pk}.pb"


@require_safe
@in_partnership("choosing.see")
def pb(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Byte for byte what was counted: its SHA-256 is the checksum of the decision."""
    round = get_object_or_404(Round, partnership=partnership, pk=pk)
    if not round.snapshot:
        raise Http404("Deze ronde is nog niet beslist.")
    response = HttpResponse(round.snapshot.encode(), content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{file_name(round)}"'
    return response
