"""What is to be done for a running action."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.tending.common import note as _note
from groeimodel.meadow.tending.common import refuse
from groeimodel.meadow.tending.models import Task
from groeimodel.meadow.tending.selectors import has_part


@dataclass(frozen=True, slots=True)
class ToDo:
    """What somebody fills in."""

    text: str
    owner: Person | None = None
    due: date | None = None


@transaction.atomic
def add_task(*, action: Action, todo: ToDo, actor: Person | None = None, at: datetime | None = None) -> Task:
    """Write a task down.

    Raises:
        PermissionDenied: the actor does not tend this action.
        ValidationError: it does not run, nothing is said, or the owner has no part in the partnership.
    """
    require(actor, "actions.tend", action)
    task = Task(action=action, noted_by=actor, noted_at=at or timezone.now())
    _fill(task, todo)
    task.save()
    _note("tending.task_added", task, actor=actor, at=at)
    return task


@transaction.atomic
def change_task(*, task: Task, todo: ToDo, actor: Person | None = None) -> Task:
    require(actor, "actions.tend", task.action)
    _fill(task, todo)
    task.save()
    _note("tending.task_changed", task, actor=actor)
    return task


@transaction.atomic
def finish_task(
    *, task: Task, done: bool = True, actor: Person | None = None, at: datetime | None = None
) -> Task:
    """Tick it off, or take that back; twice the same changes nothing."""
    require(actor, "tending.do", task)
    if (task.done_at is not None) != done:
        task.done_at = (at or timezone.now()) if done else None
        task.save(update_fields=["done_at"])
        _note("tending.task_done" if done else "tending.task_reopened", task, actor=actor, at=at)
    return task


@transaction.atomic
def remove_task(*, task: Task, actor: Person | None = None) -> None:
    require(actor, "actions.tend", task.action)
    _note("tending.task_removed", task, actor=actor)
    task.delete()


def _fill(task: Task, todo: ToDo) -> None:
    problems = []
    if task.action.stage != Action.Stage.FLOWER:
        problems.append(_("Taken horen bij een actie die loopt."))
    if not todo.text.strip():
        problems.append(_("Schrijf op wat er moet gebeuren."))
    if todo.owner is not None and not has_part(task.partnership, todo.owner):
        problems.append(_("Wie een taak krijgt, heeft een zetel of taak in deze samenwerking."))
    refuse(problems)
    task.text, task.owner, task.due = todo.text.strip(), todo.owner, todo.due
    task.full_clean()
