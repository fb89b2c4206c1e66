"""Writing the plan: one small form for each row, one table for the amounts of an action."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.actions.selectors import actions_of as actions_on_meadow
from groeimodel.shop.plan import selectors, services
from groeimodel.shop.plan.forms import EstimateForm, NewPlanForm, RowForm, TitleForm
from groeimodel.shop.plan.levels import BELOW, LEVELS, level_of
from groeimodel.shop.plan.models import ActionPlan, Objective, Plan, PlanAction
from groeimodel.shop.plan.selectors import AnyRow, amounts_of, plan_of, token_of
from groeimodel.shop.plan.services import Stale
from groeimodel.shop.plan.views import WORK, WRITE, me, plan_here, row_here, words_of
from groeimodel.ui.messages import done as say_done

BAD, CONFLICT = 422, 409


@in_partnership(WRITE)
def new(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """A plan in one step: everything is filled in already."""
    plans = list(selectors.plans_of(partnership))
    form = NewPlanForm(request.POST or None, plans=plans, first_year=next_first_year(plans))
    if request.method == "POST" and form.is_valid():
        try:
            plan = services.new_plan(
                partnership=partnership,
                title=form.cleaned_data["title"],
                first_year=form.cleaned_data["first_year"],
                copy_of=form.cleaned_data.get("copy_of"),
                actor=me(request),
            )
            messages.success(request, _("Het plan is begonnen. Het is nog niet goedgekeurd."))
            return redirect("plan:plan", partnership.slug, plan.pk)
        except ValidationError as error:
            form.add_error(None, error)
    context = {"partnership": partnership, "form": form}
    return render(request, "plan/new.html", context, status=BAD if form.errors else 200)


def next_first_year(plans: Sequence[Plan]) -> int:
    """The term of six years that today lies in (2026, 2032, ...), or the first one that has no plan yet."""
    year = timezone.localdate().year
    first = year - (year - 2026) % 6
    taken = {one.starts.year for one in plans}
    while first in taken:
        first += 6
    return first


@in_partnership(WORK)
def title(request: HttpRequest, partnership: Partnership, plan: int) -> HttpResponse:
    found = plan_here(partnership, plan)
    form = TitleForm(request.POST or None, initial={"title": found.title})
    status, theirs = 200, []
    if request.method == "POST" and form.is_valid():
        seen, words = request.POST.get("seen", ""), form.cleaned_data["title"]
        try:
            services.change_plan(plan=found, title=words, seen=seen, actor=me(request))
            messages.success(request, _("Bewaard."))
            return redirect("plan:plan", partnership.slug, found.pk)
        except Stale:
            status, theirs = CONFLICT, [(_("Titel"), found.title)]
        except ValidationError as error:
            form.add_error(None, error)
    context = {"partnership": partnership, "plan": found, "form": form, "theirs": theirs}
    context["seen"] = token_of(found)
    return render(request, "plan/title.html", context, status=BAD if form.errors else status)


@in_partnership(WORK)
def add_objective(request: HttpRequest, partnership: Partnership, plan: int) -> HttpResponse:
    return added(request, partnership, plan_here(partnership, plan), "doelstelling")


@in_partnership(WORK)
def add_below(request: HttpRequest, partnership: Partnership, level: str, place: int) -> HttpResponse:
    if level not in BELOW:
        words_of("")
    return added(request, partnership, row_here(level, place), BELOW[level])


def added(
    request: HttpRequest,
    partnership: Partnership,
    parent: Plan | Objective | ActionPlan | PlanAction,
    level: str,
) -> HttpResponse:
    words = LEVELS[level]
    form = RowForm(request.POST or None, kind=words.model, actions=meadow(partnership, words.model))
    if request.method == "POST" and form.is_valid():
        try:
            row = add(parent, form, request)
            messages.success(request, _("Staat erbij."))
            return redirect(place_of(partnership, row))
        except ValidationError as error:
            form.add_error(None, error)
    context = {"partnership": partnership, "plan": plan_of(parent), "form": form, "words": words}
    context |= {"parent": None if isinstance(parent, Plan) else parent, "new": True}
    return render(request, "plan/row.html", context, status=BAD if form.errors else 200)


def add(parent: Plan | AnyRow, form: RowForm, request: HttpRequest) -> AnyRow:
    fields, actor = form.fields_filled, me(request)
    if isinstance(parent, Plan):
        return services.add_objective(plan=parent, fields=fields, actor=actor)
    if isinstance(parent, Objective):
        return services.add_action_plan(objective=parent, fields=fields, actor=actor)
    assert isinstance(parent, ActionPlan)
    return services.add_action(action_plan=parent, fields=fields, more=form.more, actor=actor)


def meadow(partnership: Partnership, kind: type[AnyRow]) -> list[Action]:
    """What an action of the plan can be tied to: one query, and none for the other levels."""
    return list(actions_on_meadow(partnership).order_by("title")) if kind is PlanAction else []


def places_for(row: AnyRow) -> list[AnyRow]:
    """Where a row may go: one query."""
    plan = plan_of(row)
    if isinstance(row, ActionPlan):
        return list(Objective.objects.filter(plan=plan, struck_at=None))
    if isinstance(row, PlanAction):
        found = ActionPlan.objects.filter(objective__plan=plan, struck_at=None, objective__struck_at=None)
        return list(found.order_by("objective__order", "objective", "order", "pk"))
    return []


def place_of(partnership: Partnership, row: AnyRow) -> str:
    """Where a row stands on the page of its plan."""
    page = reverse("plan:plan", args=[partnership.slug, plan_of(row).pk])
    return f"{page}#{level_of(row)}-{row.pk}"


@in_partnership(WORK)
def change(request: HttpRequest, partnership: Partnership, level: str, place: int) -> HttpResponse:
    row, words = row_here(level, place), words_of(level)
    actions = meadow(partnership, words.model)
    form = RowForm(request.POST or None, kind=words.model, row=row, places=places_for(row), actions=actions)
    theirs: list[tuple[str, str]] = []
    if request.method == "POST" and form.is_valid():
        try:
            services.change_row(
                row=row,
                fields=form.fields_filled,
                more=form.more,
                under=form.under_row,
                seen=request.POST.get("seen", ""),
                actor=me(request),
            )
            messages.success(request, _("Bewaard."))
            return redirect(place_of(partnership, row_here(level, place)))
        except Stale:
            theirs = written_by_others(form)
        except ValidationError as error:
            form.add_error(None, error)
    context = {"partnership": partnership, "plan": plan_of(row), "row": row, "level": level, "words": words}
    context |= {"form": form, "seen": token_of(row), "theirs": theirs}
    status = CONFLICT if theirs else BAD if form.errors else 200
    return render(request, "plan/row.html", context, status=status)


def written_by_others(form: RowForm) -> list[tuple[str, str]]:
    """What stands there now, where it is not what was typed; at least one line, for somebody did write."""
    found = []
    for name, field in form.fields.items():
        now, typed = field.initial, form.cleaned_data.get(name)
        if str(getattr(typed, "pk", typed) or "") != str(now or ""):
            choices = dict(getattr(field, "choices", ()))
            shown = str(choices.get(str(now or ""), now or ""))
            shown = (_("ja") if now else _("nee")) if isinstance(now, bool) else shown
            found.append((str(field.label), shown or _("(leeg)")))
    return found or [(_("Alles"), _("Hetzelfde als wat jij schreef."))]


@require_POST
@in_partnership(WORK)
def move(request: HttpRequest, partnership: Partnership, level: str, place: int) -> HttpResponse:
    row = row_here(level, place)
    services.move(row=row, up=request.POST.get("naar") == "omhoog", actor=me(request))
    return redirect(place_of(partnership, row))


@in_partnership(WORK)
def remove(request: HttpRequest, partnership: Partnership, level: str, place: int) -> HttpResponse:
    """Asks first; takes it out on POST, and offers to put it back."""
    row, words = row_here(level, place), words_of(level)
    plan = plan_of(row)
    if request.method == "POST":
        services.strike(row=row, actor=me(request))
        undo = reverse("plan:restore", args=[partnership.slug, level, row.pk])
        say_done(request, _("Weggehaald uit het plan."), undo=undo)
        return redirect("plan:plan", partnership.slug, plan.pk)
    context = {"partnership": partnership, "plan": plan, "row": row, "words": words}
    return render(request, "plan/remove.html", context)


@require_POST
@in_partnership(WORK)
def restore(request: HttpRequest, partnership: Partnership, level: str, place: int) -> HttpResponse:
    row = row_here(level, place)
    try:
        services.restore(row=row, actor=me(request))
        messages.success(request, _("Staat weer in het plan."))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("plan:plan", partnership.slug, plan_of(row).pk)
    return redirect(place_of(partnership, row))


@in_partnership(WORK)
def estimate(request: HttpRequest, partnership: Partnership, place: int) -> HttpResponse:
    """All years of one action at once; what somebody else wrote in the meantime is shown beside it."""
    row = row_here("actie", place)
    assert isinstance(row, PlanAction)
    now, plan = amounts_of(row), plan_of(row)
    form = EstimateForm(request.POST or None, years=plan.years, amounts=now)
    theirs: list[tuple[str, Any]] = []
    if request.method == "POST" and form.is_valid():
        seen = request.POST.get("seen", "")
        try:
            services.estimate(action=row, cells=form.cells, seen=seen, actor=me(request))
            messages.success(request, _("De ramingen zijn bewaard."))
            return redirect(place_of(partnership, row))
        except Stale:
            theirs = [
                (str(form.fields[name].label), form.fields[name].initial or "0")
                for name, typed in form.cleaned_data.items()
                if form.fields[name].clean(form.fields[name].initial) != typed
            ] or [(_("Alles"), _("Hetzelfde als wat jij schreef."))]
        except ValidationError as error:
            form.add_error(None, error)
    context = {"partnership": partnership, "plan": plan, "row": row, "form": form, "theirs": theirs}
    context["seen"] = token_of(row, now)
    status = CONFLICT if theirs else BAD if form.errors else 200
    return render(request, "plan/estimate.html", context, status=status)
