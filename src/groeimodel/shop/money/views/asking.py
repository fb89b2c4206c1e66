"""Contributions and commitments of municipalities."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from groeimodel.foundation.partners.keeping import kept
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership, may_here
from groeimodel.shop.money import services
from groeimodel.shop.money.dividing import members_in
from groeimodel.shop.money.forms import CallForm, CommitmentForm, SimulatorForm
from groeimodel.shop.money.models import Call, Commitment
from groeimodel.shop.money.selectors import contributions_of
from groeimodel.shop.money.simulating import chosen_key, simulate
from groeimodel.shop.money.views.finding import done, me, year_or_404
from groeimodel.shop.money.wording import key_in_words


@require_safe
@in_partnership("money.see")
@kept
def contributions(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """What was asked of whom, and what came in."""
    calls: dict[int, tuple[Call, list[object]]] = {}
    for one in contributions_of(partnership):
        call = one.contribution.call
        calls.setdefault(call.pk, (call, []))[1].append(one)
    context = {
        "partnership": partnership,
        "calls": [(call, key_in_words(call.key), rows) for call, rows in reversed(calls.values())],
        "keeps": may_here(request, partnership)("money.keep"),
        "today": timezone.localdate(),
    }
    return render(request, "money/contributions.html", context)


@in_partnership("money.keep")
def call(request: HttpRequest, partnership: Partnership, year: int) -> HttpResponse:
    """Ask contributions by the key that was chosen in the simulator."""
    book_year = year_or_404(partnership, year)
    chosen = SimulatorForm(request.GET)
    form = CallForm(request.POST or None)
    if not chosen.is_valid() or not any(chosen.weights().values()):
        return redirect("money:simulator", partnership.slug, year)
    total, key = chosen.cleaned_data["total"], chosen_key(chosen.weights())

    def ask() -> None:
        services.call_contributions(
            book_year=book_year, total=total, key=key, actor=me(request), **form.cleaned_data
        )

    if request.method == "POST" and done(form, ask):
        messages.success(
            request, _("De bijdragen zijn gevraagd. Elke gemeente heeft nu een eigen mededeling.")
        )
        return redirect("money:contributions", partnership.slug)
    context = {"partnership": partnership, "book_year": book_year, "form": form, "total": total}
    context |= {"key": key_in_words(key), "shown": simulate(partnership, year, total, {"gekozen": key})}
    return render(request, "money/call.html", context, status=422 if form.errors else 200)


@require_POST
@in_partnership("money.keep")
def withdraw(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Take a call back, while nobody paid."""
    rows = Call.objects.filter(book_year__partnership=partnership).select_related("book_year__partnership")
    found = get_object_or_404(rows, pk=pk)
    try:
        services.withdraw_call(call=found, actor=me(request))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("De vraag is teruggenomen."))
    return redirect("money:contributions", partnership.slug)


@in_partnership("money.see", post="money.keep")
def commitments(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """What each municipality promised, for how long."""
    today = timezone.localdate()
    form = CommitmentForm(request.POST or None, places=members_in(partnership, today.year))
    if request.method == "POST" and done(
        form, lambda: services.commit(partnership=partnership, actor=me(request), **form.said())
    ):
        messages.success(request, _("Genoteerd."))
        return redirect("money:commitments", partnership.slug)
    rows = list(
        Commitment.objects.filter(partnership=partnership).select_related("municipality__merged_into")
    )
    years = range(
        min((one.starts.year for one in rows), default=0),
        max((one.ends.year for one in rows), default=-1) + 1,
    )
    context = {
        "partnership": partnership,
        "rows": rows,
        "years": [
            (y, sum(one.yearly for one in rows if one.starts.year <= y <= one.ends.year)) for y in years
        ],
        "missing": [
            one for one in members_in(partnership, today.year) if not any(r.municipality == one for r in rows)
        ],
        "form": form if may_here(request, partnership)("money.keep") else None,
    }
    return render(request, "money/commitments.html", context, status=422 if form.errors else 200)
