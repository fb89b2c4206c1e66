"""Answering: own words, one expectation a screen, guesses, and a last look. Each page keeps what it got."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from groeimodel.foundation.doors import open_to_all
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.foundation.people.models import Person
from groeimodel.gauge.expectations import selectors, services
from groeimodel.gauge.expectations.forms import WordsForm
from groeimodel.gauge.expectations.models import Sheet
from groeimodel.gauge.expectations.services import RoundIsClosed

VALUES = {str(n): n for n in range(1, 6)}


def with_sheet(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Find the sheet of a link; a closed round gets a kind page instead of a form."""

    @never_cache
    @open_to_all("whoever has the secret link of the sheet")
    @wraps(view)
    def inner(request: HttpRequest, token: str, **kwargs: Any) -> HttpResponse:
        try:
            sheet = selectors.sheet_by_token(token)
        except Sheet.DoesNotExist as error:
            raise Http404("Deze link bestaat niet (meer).") from error
        if not sheet.round.is_open:
            return render(request, "expectations/closed.html", {"sheet": sheet}, status=410)
        try:
            return view(request, sheet, **kwargs)
        except RoundIsClosed:  # at this very moment
            return render(request, "expectations/closed.html", {"sheet": sheet}, status=409)

    return inner


@in_partnership("expectations.see")
def mine(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """From a page of the partnership to one's own sheet; who holds no seat looks at the gauge."""
    round = selectors.open_round_of(partnership)
    if round is None or not request.user.has_perm("expectations.answer", partnership):
        return redirect("expectations:gauge", partnership.slug)
    sheet = services.sheet_for(round=round, actor=cast(Person, request.user))
    return redirect("expectations:start", sheet.token)


@with_sheet
def start(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    """What do you expect, in your own words?"""
    form = WordsForm(request.POST or None, instance=sheet)
    if request.method == "POST" and form.is_valid():
        services.say(sheet=sheet, words=form.cleaned_data["words"])
        return redirect("expectations:one", sheet.token, 1)
    context = {"form": form, "sheet": sheet, "total": len(sheet.round.asked)}
    return render(request, "expectations/start.html", context, status=422 if form.errors else 200)


@with_sheet
def one(request: HttpRequest, sheet: Sheet, number: int) -> HttpResponse:
    """One expectation: how important, and how well does it go?"""
    asked = sheet.round.asked
    if not 1 <= number <= len(asked):
        return redirect("expectations:start", sheet.token)
    item = asked[number - 1]
    if request.method == "POST":
        importance, fulfilment = (VALUES.get(request.POST.get(name, "")) for name in ("importance", "met"))
        services.answer(sheet=sheet, key=item["key"], importance=importance, fulfilment=fulfilment)
        return redirect(after(sheet, number, back="nakijken" in request.POST))
    context = {
        "sheet": sheet,
        "item": item,
        "number": number,
        "total": len(asked),
        "previous": number - 1,
        "done": sum(one["key"] in sheet.importance for one in asked),
        "importance": sheet.importance.get(item["key"]),
        "met": sheet.fulfilment.get(item["key"]),
        "values": list(range(1, 6)),
    }
    return render(request, "expectations/one.html", context)


def after(sheet: Sheet, number: int, *, back: bool) -> str:
    """The address of the next page."""
    if back:
        return reverse("expectations:review", args=[sheet.token])
    if number < len(sheet.round.asked):
        return reverse("expectations:one", args=[sheet.token, number + 1])
    guessed = any(one["guess"] for one in sheet.round.asked)
    return reverse("expectations:guesses" if guessed else "expectations:review", args=[sheet.token])


@with_sheet
def guesses(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    """What would the other role find important? Optional."""
    asked = [one for one in sheet.round.asked if one["guess"]]
    if request.method == "POST":
        given = {one["key"]: VALUES.get(request.POST.get(f"guess-{one['key']}", "")) for one in asked}
        services.guess(sheet=sheet, guesses={key: value for key, value in given.items() if value})
        return redirect("expectations:review", sheet.token)
    rows = [(one, sheet.guesses.get(one["key"])) for one in asked]
    return render(
        request, "expectations/guesses.html", {"sheet": sheet, "rows": rows, "values": list(range(1, 6))}
    )


@with_sheet
def review(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    """A last look, and hand in."""
    problem = ""
    if request.method == "POST":
        try:
            services.submit(sheet=sheet)
            return redirect("expectations:thanks", sheet.token)
        except ValidationError as error:
            problem = " ".join(error.messages)
    rows = [
        (number, item["text"], sheet.importance.get(item["key"]), sheet.fulfilment.get(item["key"]))
        for number, item in enumerate(sheet.round.asked, start=1)
    ]
    context = {"sheet": sheet, "rows": rows, "problem": problem}
    return render(request, "expectations/review.html", context, status=422 if problem else 200)


@with_sheet
def thanks(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    return render(request, "expectations/thanks.html", {"sheet": sheet})
