"""The steps of an action, each a page with one short form: worked out, planned, started, picked, composted."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from groeimodel.foundation.decisions.selectors import adopted
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.meadow.actions import selectors, services
from groeimodel.meadow.actions.forms import SHARED, CompostForm, PickForm, PlanForm, StartForm, WorkOutForm
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.actions.views.common import done, find, me, places, sent, shown

TEND = "actions.tend"


def right_to_work_out(action: Action) -> str:
    """On the shared meadow any partner may take up a seed; on a plot it is that of the municipality."""
    return "actions.work_out" if action.plot_id is None else TEND


@in_partnership("actions.say", each="actions.tend")
def work_out(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    found = find(request, partnership, pk)
    find(request, partnership, pk, right_to_work_out(found))
    gardeners = list(selectors.gardeners_of(partnership))
    own = {"species": found.species, "gardener": request.user.pk}
    form = WorkOutForm(sent(request), gardeners=gardeners, initial=own)
    if request.method == "POST" and done(
        form,
        lambda: services.work_out(action=again(partnership, pk), actor=me(request), **form.cleaned_data),
    ):
        messages.success(request, _("Het zaadje is een kiem. Hieronder staat wat ze nog nodig heeft."))
        return redirect(found)
    return shown(request, "actions/work_out.html", found, form)


def again(partnership: Partnership, pk: int) -> Action:
    """The row anew for a deed: what is refused leaves the one that is shown as it was."""
    return selectors.whole(partnership).get(pk=pk)


@in_partnership("actions.say", each="actions.tend")
def change(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    found = find(request, partnership, pk, TEND)
    plots = places(request, selectors.members_of(partnership), TEND)
    if found.plot is not None and found.plot not in plots:
        plots.append(found.plot)
    plan = services.plan_of(found)
    now: dict[str, Any] = {name: getattr(plan, name) for name in plan.__slots__}
    now |= {"plot": found.plot_id or SHARED[0], "gardener": found.gardener_id or ""}
    form = PlanForm(
        sent(request),
        plots=plots,
        gardeners=list(selectors.gardeners_of(partnership)),
        stage=found.stage,
        decided=found.decision_id is not None,
        initial=now,
    )
    if request.method == "POST" and done(
        form,
        lambda: services.change_plan(action=again(partnership, pk), plan=form.plan(found), actor=me(request)),
    ):
        messages.success(request, _("Bewaard."))
        return redirect(found)
    return shown(request, "actions/change.html", found, form)


@in_partnership("actions.say", each="actions.tend")
def start(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """From seedling to flower; on the shared meadow only on a joint decision, which the page leads to."""
    found = find(request, partnership, pk, TEND)
    matter = adopted(partnership, found.key) if found.plot_id is None else None
    now = {
        "gardener": found.gardener_id,
        "starts": found.starts,
        "ends": found.ends,
        "budget": found.estimate,
    }
    form = StartForm(
        sent(request),
        gardeners=list(selectors.gardeners_of(partnership)),
        granted=matter.amount if matter else None,
        initial=now,
    )
    if request.method == "POST" and done(
        form,
        lambda: services.start_action(
            action=again(partnership, pk),
            bounds=form.bounds,
            gardener=form.cleaned_data["gardener"],
            reason=form.cleaned_data["reason"],
            actor=me(request),
        ),
    ):
        messages.success(request, _("De actie loopt: er bloeit een bloem bij."))
        return redirect(found)
    blocked = found.plot_id is None and matter is None
    return shown(request, "actions/start.html", found, form, matter=matter, blocked=blocked)


@in_partnership("actions.say", each="actions.tend")
def pick(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    found, form = find(request, partnership, pk, TEND), PickForm(sent(request))
    if request.method == "POST" and done(
        form, lambda: services.pick(action=again(partnership, pk), actor=me(request), **form.cleaned_data)
    ):
        messages.success(request, _("Geplukt. Wat ervan kwam, staat bij de actie."))
        return redirect(found)
    return shown(request, "actions/pick.html", found, form)


@in_partnership("actions.say", each="actions.tend")
def compost(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Asks what was learnt, which is what remains; then shows what might do better."""
    found, form = find(request, partnership, pk, TEND), CompostForm(sent(request))
    if request.method == "POST" and done(
        form, lambda: services.compost(action=again(partnership, pk), actor=me(request), **form.cleaned_data)
    ):
        messages.success(request, _("De les is bewaard. Hieronder staat wat misschien beter past."))
        return redirect(found)
    return shown(request, "actions/compost.html", found, form)
