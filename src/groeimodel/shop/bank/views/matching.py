"""Saying where a line belongs: one at a time, or all that are sure; and taking it back."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership, may_here
from groeimodel.foundation.people.models import Person
from groeimodel.shop.bank import placing, selectors, services
from groeimodel.shop.bank.forms import MOST_PORTIONS, AsideForm, PlaceForm
from groeimodel.shop.bank.models import Line

ROWS = 3


@in_partnership("bank.see", post="bank.tend")
def line(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """One line: where it belongs, or where it went."""
    found = get_object_or_404(selectors.lines_of(partnership), pk=pk)
    if request.method == "POST" and found.state == Line.State.OPEN:
        form = place_form(request, found)
        if form.is_valid():
            done = _try(
                request,
                form,
                lambda: services.match_line(
                    line=found,
                    portions=form.portions(),
                    text=form.cleaned_data["text"],
                    actor=cast(Person, request.user),
                ),
            )
            if done:
                messages.success(request, _("Gekoppeld en geboekt."))
                return redirect("bank:page", partnership.slug)
        return _show(request, found, form=form, status=422)
    return _show(request, found)


def place_form(request: HttpRequest, found: Line) -> PlaceForm:
    """Filled in with what is suggested; more rows when more are asked."""
    sent = request.POST if request.method == "POST" else None
    suggestion = placing.suggestion_for(found)
    start = suggestion.portions if suggestion else ()
    asked = (request.POST if sent else request.GET).get("delen", "")
    wanted = int(asked) if asked.isdecimal() and len(asked) < 3 else ROWS
    return PlaceForm(
        sent,
        size=found.size,
        places=placing.places_for(found),
        rows=min(max(wanted, len(start) + 1), MOST_PORTIONS),
        start=start,
        text=placing.words_for(found, suggestion),
    )


def _try(request: HttpRequest, form: Any, deed: Any) -> bool:
    try:
        deed()
    except ValidationError as error:
        form.add_error(None, error)
        return False
    return True


def _show(request: HttpRequest, found: Line, *, status: int = 200, **forms: Any) -> HttpResponse:
    partnership = found.account.partnership
    tends = may_here(request, partnership)("bank.tend")
    waits = found.state == Line.State.OPEN and tends
    context: dict[str, Any] = {
        "partnership": partnership,
        "line": found,
        "tends": tends,
        "matches": placing.matches_of(found),
        "suggestion": placing.suggestion_for(found) if waits else None,
        "form": place_form(request, found) if waits and "form" not in forms else None,
        "aside": AsideForm() if waits else None,
    }
    return render(request, "bank/line.html", context | forms, status=status)


@require_POST
@in_partnership("bank.tend")
def accept(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Yes to what was suggested, when that is still what is suggested."""
    found = get_object_or_404(selectors.lines_of(partnership), pk=pk)
    try:
        done = services.match_suggested(
            partnership=partnership,
            chosen={found.pk: request.POST.get("seen", "")},
            actor=cast(Person, request.user),
        )
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("bank:page", partnership.slug)
    if done:
        messages.success(request, _("Gekoppeld en geboekt."))
    else:
        messages.warning(request, _("Er veranderde intussen iets aan deze lijn. Kijk ze opnieuw na."))
    return redirect("bank:page", partnership.slug)


@in_partnership("bank.tend")
def sure(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """All lines whose place is sure, looked at and confirmed together."""
    if request.method == "POST":
        sent = (one.partition("=") for one in request.POST.getlist("lijn"))
        chosen = {int(pk): seen for pk, _is, seen in sent if pk.isdecimal() and len(pk) < 12}
        try:
            done = services.match_suggested(
                partnership=partnership, chosen=chosen, only_sure=True, actor=cast(Person, request.user)
            )
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
            return redirect("bank:page", partnership.slug)
        words = ngettext(
            "%(count)s lijn gekoppeld en geboekt.", "%(count)s lijnen gekoppeld en geboekt.", done
        )
        messages.success(request, words % {"count": done})
        if done < len(chosen):
            messages.warning(request, _("De andere lijnen zijn intussen veranderd. Kijk ze opnieuw na."))
        return redirect("bank:page", partnership.slug)
    found = [one for one in placing.waiting(partnership) if one.sure]
    return render(request, "bank/sure.html", {"partnership": partnership, "waiting": found})


@require_POST
@in_partnership("bank.tend")
def aside(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """It does not belong here, with the reason."""
    found = get_object_or_404(selectors.lines_of(partnership), pk=pk)
    form = AsideForm(request.POST)
    if form.is_valid() and _try(
        request,
        form,
        lambda: services.set_aside(
            line=found, why=form.cleaned_data["why"], actor=cast(Person, request.user)
        ),
    ):
        messages.success(request, _("Opzij gezet. Ze telt niet mee in de boekhouding."))
        return redirect("bank:page", partnership.slug)
    return _show(request, found, aside=form, status=422)


@in_partnership("bank.tend")
def undo(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Asks first: what was posted gets a counter-entry, and the line waits again."""
    found = get_object_or_404(selectors.lines_of(partnership), pk=pk)
    if request.method == "POST":
        try:
            services.undo(line=found, actor=cast(Person, request.user))
            messages.success(request, _("Teruggezet. De lijn wacht weer op een plek."))
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        return redirect("bank:line", partnership.slug, pk)
    if found.state == Line.State.OPEN:
        return redirect("bank:line", partnership.slug, pk)
    context = {"partnership": partnership, "line": found, "matches": placing.matches_of(found)}
    return render(request, "bank/undo.html", context)
