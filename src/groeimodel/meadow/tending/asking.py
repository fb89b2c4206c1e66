"""What the care of actions asks of people: tasks, questions about money, and what asks for attention (claims W7, W14)."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from groeimodel.foundation.asks import Ask, Here
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.tending.models import Expense, Signal, Task
from groeimodel.meadow.tending.money import in_euro
from groeimodel.meadow.tending.signals import PATIENCE, drooping, signals_of, what_to_do
from groeimodel.rules.rights import Role

MOST = 5
"""Of each kind: a busy gardener's page stays short."""
SOON = timedelta(days=14)


def asks_of(here: Here) -> list[Ask]:
    """At most four queries."""
    if not here.parts:
        return []
    return [*_tasks(here), *_questions(here), *_signals(here)]


def _page(here: Here, action: int, part: str) -> str:
    return f"{reverse('tending:action', args=[here.partnership.slug, action])}#{part}"


def _tasks(here: Here) -> list[Ask]:
    rows = Task.objects.filter(
        action__partnership=here.partnership,
        action__stage=Action.Stage.FLOWER,
        owner=here.person.pk,
        done_at=None,
    ).select_related("action")
    return [_task(here, one) for one in rows[:MOST]]


def _task(here: Here, task: Task) -> Ask:
    words = {"title": task.action.title}
    if task.due is None:
        why, weight = _("Voor '%(title)s'.") % words, 44
    elif task.due < here.today:
        why, weight = _("Voor '%(title)s'. De dag is voorbij.") % words, 78
    else:
        words["day"] = date_format(task.due, "j F")
        why = _("Voor '%(title)s', tegen %(day)s.") % words
        weight = 66 if task.due <= here.today + SOON else 46
    return Ask(task.text, why, _page(here, task.action_id, "taken"), weight, due=task.due)


def _questions(here: Here) -> list[Ask]:
    """Of who coordinates, for the shared meadow; of an alderman, for the own plot."""
    where = Q(pk=None)
    if here.has(Role.COORDINATOR):
        where |= Q(action__plot=None)
    if own := here.own(Role.ALDERMAN):
        where |= Q(action__plot__in=own) | Q(action__plot__merged_into__in=own)
    if where == Q(pk=None):
        return []
    rows = (
        Expense.objects.filter(where, action__partnership=here.partnership, approval=Expense.Approval.ASKED)
        .select_related("action", "noted_by")
        .order_by("noted_at")
    )
    return [
        Ask(
            _("Antwoord op een uitgave van %(amount)s") % {"amount": in_euro(one.amount)},
            _("%(who)s wacht op je antwoord, voor '%(title)s': %(what)s.")
            % {"who": one.noted_by or _("De tuinier"), "title": one.action.title, "what": one.what},
            _page(here, one.action_id, "uitgaven"),
            weight=90,
        )
        for one in rows[:MOST]
    ]


def _signals(here: Here) -> list[Ask]:
    """Of the gardener at once; after a week of who coordinates too, and at once where nobody tends it."""
    mine = Action.objects.filter(partnership=here.partnership, gardener=here.person.pk)
    own = drooping(mine, here.today).order_by("ends", "pk")
    found = [
        Ask(title, why, _page(here, action.pk, "boven"), weight=85)
        for action in own[: 2 * MOST]
        for kind in signals_of(action, here.today)
        for title, why in [what_to_do(action, kind)]
    ][: 2 * MOST]
    return found + (_after_a_week(here) if here.has(Role.COORDINATOR) else [])


def _after_a_week(here: Here) -> list[Ask]:
    """Rows that the nightly look kept, if they are still true now."""
    kept = Signal.objects.filter(action=OuterRef("pk"))
    late = Exists(kept.filter(since__lte=here.today - PATIENCE)) | (Q(gardener=None) & Exists(kept))
    waiting = (
        Action.objects.filter(late, partnership=here.partnership)
        .exclude(gardener=here.person.pk)
        .select_related("gardener")
    )
    rows = drooping(waiting, here.today).order_by("ends", "pk")
    found = []
    for action in rows[:MOST]:
        for kind in signals_of(action, here.today):
            title, why = what_to_do(action, kind)
            who = (
                _("%(name)s weet het al een week.") % {"name": action.gardener}
                if action.gardener
                else _("Deze actie heeft geen tuinier.")
            )
            found.append(Ask(title, f"{why} {who}", _page(here, action.pk, "boven"), weight=58))
    return found[:MOST]
