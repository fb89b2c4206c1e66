"""Who takes part in a shared action, and with what."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.meadow.actions import selectors, services
from groeimodel.meadow.actions.forms import InKindForm, ShareRow
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.actions.services import Share
from groeimodel.meadow.actions.views.common import done, find, me, places, sent, shown
from groeimodel.meadow.actions.views.growing import TEND, again


@in_partnership("actions.say", each="actions.tend")
def take_part(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """All partners in one table, for who tends the action."""
    found = find(request, partnership, pk, TEND)
    rows = rows_of(request, found)
    wrong = [row for row in rows if not row.is_valid()]  # all of them: every problem is said at once
    if request.method == "POST" and rows and not wrong:
        shares = [share for row in rows if (share := row.share()) is not None]
        if done(rows[0], lambda: write(request, partnership, pk, shares)):
            messages.success(request, _("Genoteerd wie meedoet."))
            return redirect(found)
    bad = request.method == "POST"
    context = {"partnership": partnership, "action": found, "rows": rows}
    return render(request, "actions/take_part.html", context, status=422 if bad else 200)


def rows_of(request: HttpRequest, found: Action) -> list[ShareRow]:
    now = {one.municipality_id: one for one in found.participations.all()}
    return [
        ShareRow(
            sent(request),
            municipality=one,
            row=now.get(one.pk),
            decided=found.decision_id is not None,
        )
        for one in selectors.members_of(found.partnership)
    ]


def write(request: HttpRequest, partnership: Partnership, pk: int, shares: list[Share]) -> None:
    services.share_out(action=again(partnership, pk), shares=shares, actor=me(request))


@in_partnership("actions.say")
def in_kind(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """What the own municipality brings beside money."""
    found = find(request, partnership, pk)
    own = places(request, selectors.members_of(partnership), "actions.share")
    now = {one.municipality_id: one.in_kind for one in found.participations.all()}
    form = InKindForm(sent(request), places=own)
    form.fields["in_kind"].initial = now.get(own[0].pk) if len(own) == 1 else None
    if request.method == "POST" and done(
        form,
        lambda: services.offer_in_kind(action=again(partnership, pk), actor=me(request), **form.cleaned_data),
    ):
        messages.success(request, _("Genoteerd. Dank je."))
        return redirect(found)
    return shown(request, "actions/in_kind.html", found, form)
