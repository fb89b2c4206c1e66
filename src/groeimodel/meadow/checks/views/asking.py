"""Asking the municipalities, or the own alderman, about proposals: first who gets a mail, then the button."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.foundation.partners.selectors import seats_of
from groeimodel.foundation.people.models import Person
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.checks import selectors, services
from groeimodel.meadow.checks.services import Called
from groeimodel.meadow.checks.views.filling import key_in
from groeimodel.meadow.checks.views.overview import may_ask
from groeimodel.rules.rights import Role


@in_partnership("checks.say")
def ask(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """Who would be asked about what; asks every municipality on POST."""
    if request.method == "POST":
        rows = chosen(partnership, request.POST)
        return done(request, partnership, lambda: services.ask_checks(actions=rows, actor=me(request)))
    rows = chosen(partnership, request.GET)
    if not rows:
        messages.error(request, _("Kies minstens één voorstel."))
        return redirect("checks:proposals", partnership.slug)
    seats = seats_of(partnership)
    own = {where for role, where in request.parts if role == Role.OFFICER}  # type: ignore[attr-defined]
    context = {
        "partnership": partnership,
        "actions": rows,
        "seats": seats,
        "everybody": all(may_ask(request, one) for one in rows),
        "own": [one for one in seats if one.municipality.pk in own],
    }
    return render(request, "checks/ask.html", context)


@require_POST
@in_partnership("checks.say")
def ask_alderman(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """An officer asks the own alderman."""
    rows = chosen(partnership, request.POST)
    where = get_object_or_404(Municipality, pk=key_in(request.POST.get("gemeente", "")) or 0)
    return done(
        request,
        partnership,
        lambda: services.ask_alderman(actions=rows, municipality=where, actor=me(request)),
    )


def chosen(partnership: Partnership, query: QueryDict) -> list[Action]:
    """The open proposals among what was ticked."""
    keys = [key for text in query.getlist("actie") if (key := key_in(text)) is not None]
    return list(selectors.proposals_of(partnership).filter(pk__in=keys))


def done(request: HttpRequest, partnership: Partnership, service: Callable[[], Called]) -> HttpResponse:
    """Ask, and say who was mailed."""
    try:
        tell(request, service())
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect("checks:proposals", partnership.slug)


def tell(request: HttpRequest, called: Called) -> None:
    if called.mails:
        said = ngettext("%(n)s mail is onderweg.", "%(n)s mails zijn onderweg.", called.mails)
        messages.success(request, said % {"n": called.mails})
    elif not called.nobody:
        messages.info(request, _("Iedereen zei het al, of kreeg vandaag al een mail."))
    if called.nobody:
        names = ", ".join(one.name for one in called.nobody)
        words = _("Nog niemand om het aan te vragen in: %(names)s. De vraag staat er wel.")
        messages.warning(request, words % {"names": names})


def me(request: HttpRequest) -> Person:
    """Whoever asks; the door let no visitor in."""
    return cast(Person, request.user)
