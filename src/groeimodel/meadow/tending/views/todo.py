"""Tasks of an action."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.foundation.rights import what_is
from groeimodel.meadow.tending import selectors, services
from groeimodel.meadow.tending.forms import TaskForm
from groeimodel.meadow.tending.models import Task
from groeimodel.meadow.tending.views.common import Desk, Sheet, desk_of, insist, sent, tap, write


def task_form(desk: Desk, *data: Any, **more: Any) -> TaskForm:
    return TaskForm(*data, people=list(selectors.people_of(desk.action.partnership)), **more)


@in_partnership("tending.open", each="actions.tend")
def add(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    desk = desk_of(request, partnership, pk)
    insist(desk.tends)
    form = task_form(desk, *sent(request))
    sheet = Sheet(_("Een taak"), _("Noteer de taak"), _("Genoteerd."), "taken")
    return write(
        desk, form, lambda: services.add_task(action=desk.action, todo=form.todo, actor=desk.me), sheet
    )


@in_partnership("tending.open", each="actions.tend")
def change(request: HttpRequest, partnership: Partnership, pk: int, task: int) -> HttpResponse:
    desk = desk_of(request, partnership, pk)
    row = of(desk, task)
    insist(desk.tends)
    start = {"text": row.text, "owner": row.owner_id, "due": row.due}
    form = task_form(desk, *sent(request), initial=start)
    sheet = Sheet(_("De taak veranderen"), _("Bewaar"), _("Veranderd."), "taken")
    return write(
        desk, form, lambda: services.change_task(task=row, todo=form.todo, actor=desk.me), sheet, row=row
    )


@require_POST
@in_partnership("tending.open", each="tending.do")
def done(request: HttpRequest, partnership: Partnership, pk: int, task: int) -> HttpResponse:
    """Tick it off, or open it again."""
    desk = desk_of(request, partnership, pk)
    row = of(desk, task)
    insist(desk.may("tending.do", what_is(row)))
    is_done = request.POST.get("klaar", "1") == "1"
    said = _("Afgevinkt: goed gedaan.") if is_done else _("De taak staat weer open.")
    return tap(
        desk, lambda: services.finish_task(task=row, done=is_done, actor=desk.me), said, f"taak-{row.pk}"
    )


@require_POST
@in_partnership("tending.open", each="actions.tend")
def remove(request: HttpRequest, partnership: Partnership, pk: int, task: int) -> HttpResponse:
    desk = desk_of(request, partnership, pk)
    row = of(desk, task)
    insist(desk.tends)
    return tap(desk, lambda: services.remove_task(task=row, actor=desk.me), _("De taak is weg."), "taken")


def of(desk: Desk, task: int) -> Task:
    row = get_object_or_404(Task.objects.select_related("owner"), pk=task, action=desk.action)
    row.action = desk.action
    return row
