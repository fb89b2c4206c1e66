"""Results: of a round, and the mirror of one sheet. On screen, as PDF and as JSON."""

import json
from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.functional import SimpleLazyObject
from django.utils.text import slugify

from groeimodel.formats.diagnosis_json import to_json_value
from groeimodel.foundation.journal.selectors import page_state
from groeimodel.foundation.partners.keeping import keep_page
from groeimodel.foundation.partners.models import Partnership, Tenure
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.gauge.scan import selectors, services
from groeimodel.gauge.scan.drawing import drawn
from groeimodel.gauge.scan.models import Sheet
from groeimodel.gauge.scan.results import Result, result_of, result_of_sheet
from groeimodel.gauge.scan.views.fill import with_sheet
from groeimodel.gauge.scan.views.rounds import find
from groeimodel.rules.growth.content import SEAT_ROLES, Role


@in_partnership("scan.see_result")
def of_round(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    round = find(partnership, pk)
    if round.is_open:
        return render(request, "scan/not_closed.html", {"partnership": partnership, "round": round})
    # Lazy: while nothing was done since, the body of the page is kept and none of this is worked out.
    shown = SimpleLazyObject(
        lambda: {
            "voices": selectors.voices_of(round),
            "may_run": request.user.has_perm("scan.run_round", partnership),
            **page_context(result_of(round), reader_role(request, partnership)),
        }
    )
    state = f"{round.pk} {page_state(request, partnership.pk)}"
    context = {"partnership": partnership, "round": round, "state": state, "shown": shown}
    return keep_page(request, lambda: state, lambda: render(request, "scan/result.html", context))


@in_partnership("scan.see_result")
def of_round_as_file(request: HttpRequest, partnership: Partnership, pk: int, kind: str) -> HttpResponse:
    round = find(partnership, pk)
    if round.is_open:
        return redirect("scan:result", slug=partnership.slug, pk=pk)
    day = date_format(cast(Any, round.closed_at), "j F Y")
    return as_file(result_of(round), kind, day, slugify(f"{partnership.name} {round.title}"))


@with_sheet
def mirror(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    """What one person's own answers say."""
    if sheet.submitted_at is None:
        return redirect("scan:resume", token=sheet.token)
    role: Role | None = sheet.role if sheet.role in SEAT_ROLES else None
    shown = SimpleLazyObject(lambda: page_context(result_of_sheet(sheet), role))
    state = f"{sheet.token} {sheet.submitted_at} {request.build_absolute_uri()}"
    context = {"sheet": sheet, "round": None, "state": state, "shown": shown}
    return render(request, "scan/result.html", context)


@with_sheet
def mirror_as_file(request: HttpRequest, sheet: Sheet, kind: str) -> HttpResponse:
    if sheet.submitted_at is None:
        return redirect("scan:resume", token=sheet.token)
    day = date_format(sheet.submitted_at, "j F Y")
    return as_file(result_of_sheet(sheet), kind, day, "groeiscan")


@with_sheet
def forget(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    """A visitor throws their own scan away, after a question."""
    if sheet.round is not None:
        return redirect("scan:resume", token=sheet.token)
    if request.method == "POST" and "sure" in request.POST:
        services.delete_sheet(sheet=sheet)
        return render(request, "scan/forgotten.html")
    return render(request, "scan/forget.html", {"sheet": sheet})


def page_context(result: Result, role: Role | None) -> dict[str, Any]:
    story = result.story(role)
    return {"result": result, "story": story, **drawn(result, story)}


def reader_role(request: HttpRequest, partnership: Partnership) -> Role | None:
    """The role of whoever reads: chosen on the page, else that of their seat."""
    chosen = request.GET.get("rol")
    if chosen in SEAT_ROLES:
        return chosen
    seat = Tenure.objects.filter(
        person=request.user.pk, ends__isnull=True, seat__membership__partnership=partnership
    ).values_list("seat__role", flat=True)
    return cast(Role | None, seat.first())


def as_file(result: Result, kind: str, day: str, name: str) -> HttpResponse:
    if kind == "json":
        value = to_json_value(result.diagnosis, result.content)
        response = HttpResponse(
            json.dumps(value, ensure_ascii=False, indent=1), content_type="application/json"
        )
    else:
        # Typst is heavy: loaded when the first PDF is asked for, not at the start of every worker.
        from groeimodel.formats.report_pdf import render_pdf

        response = HttpResponse(render_pdf(result.report(day)), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    return response
