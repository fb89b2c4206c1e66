"""All open proposals with what the municipalities said of them."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from groeimodel.foundation.partners.access import may_for, standing_with
from groeimodel.foundation.partners.keeping import kept
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.foundation.partners.selectors import seats_of
from groeimodel.foundation.rights import what_is
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.checks import selectors, services
from groeimodel.meadow.checks.fitting import fit_of
from groeimodel.meadow.checks.models import LocalCheck, Preference
from groeimodel.meadow.checks.presenting import Told, tell
from groeimodel.rules.rights import Role, may

PAGE = 25


@dataclass(frozen=True, slots=True)
class Shown:
    """One proposal, with the last word of each member."""

    action: Action
    checks: list[LocalCheck]
    likings: list[Preference]
    silent: list[Municipality]
    asked: bool
    """Whether everybody who is silent was asked."""
    may_ask: bool
    fit: list[Told]

    @property
    def fits(self) -> int:
        return sum(one.verdict == LocalCheck.Verdict.FITS for one in self.checks)


@require_safe
@in_partnership("partners.see_inside")
@kept
def proposals(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """Per proposal: where it fits, who is silent; with a form to ask."""
    members = [one.municipality for one in seats_of(partnership)]
    page = Paginator(selectors.proposals_of(partnership), PAGE).get_page(request.GET.get("bladzijde"))
    rows = shown_of(request, partnership, list(page), members)
    parts = request.parts  # type: ignore[attr-defined]
    own = [one for one in members if may_for(request.user, parts, services.CHECK, one.pk)]
    context = {
        "partnership": partnership,
        "page": page,
        "rows": rows,
        "members": members,
        "own": own,
        "seated": len(own) == 1,
        "asks": any(one.may_ask for one in rows),
    }
    return render(request, "checks/proposals.html", context)


def shown_of(
    request: HttpRequest, partnership: Partnership, actions: list[Action], members: list[Municipality]
) -> list[Shown]:
    """Three queries, and those of the fit for who may read the scan."""
    checks, liked = selectors.checks_of(actions), selectors.preferences_of(actions)
    asked, alderman = selectors.asked_since(actions), may_ask_alderman(request)
    fits = fit_of(partnership, actions, timezone.localdate()) if reads_scan(request) else {}
    rows = []
    for one in actions:
        silent = [place for place in members if place.pk not in checks[one.pk]]
        rows.append(
            Shown(
                one,
                list(checks[one.pk].values()),
                list(liked[one.pk].values()),
                silent,
                all(place.pk in asked[one.pk] for place in silent),
                alderman or may_ask(request, one),
                tell(fits[one.pk]) if fits else [],
            )
        )
    return rows


def may_ask(request: HttpRequest, action: Action) -> bool:
    """Whether the reader may ask every municipality about it: who coordinates, or tends it. No query."""
    parts = request.parts  # type: ignore[attr-defined]
    return may("checks.ask", standing_with(request.user, parts, what_is(action)))


def may_ask_alderman(request: HttpRequest) -> bool:
    """Whether the reader sits as officer beside an alderman."""
    parts = request.parts  # type: ignore[attr-defined]
    return any(role == Role.OFFICER for role, _where in parts)


def reads_scan(request: HttpRequest) -> bool:
    parts = request.parts  # type: ignore[attr-defined]
    return may_for(request.user, parts, "scan.see_result", None)
