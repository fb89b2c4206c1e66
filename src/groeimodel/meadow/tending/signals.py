"""When a running action asks for attention (claim W7): over time, over budget, or silent."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import DateTimeField, DecimalField, F, Max, OuterRef, Q, QuerySet, Subquery, Sum
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.tending.models import Expense, Signal, Update
from groeimodel.meadow.tending.money import cents, in_euro

SILENCE = timedelta(weeks=8)
"""So long without news is long."""
PATIENCE = timedelta(days=7)
"""So long only the gardener hears of it; then the coordinator does too."""
Kind = Signal.Kind


def watched(actions: QuerySet[Action]) -> QuerySet[Action]:
    """With what was spent (`spent`, None: nothing) and when something was told last (`told`): the same one query."""
    spent = (
        Expense.objects.filter(action=OuterRef("pk"), approval__in=Expense.COUNTS)
        .order_by()
        .values("action")
        .annotate(total=Sum("amount"))
        .values("total")
    )
    told = (
        Update.objects.filter(action=OuterRef("pk"))
        .order_by()
        .values("action")
        .annotate(last=Max("noted_at"))
        .values("last")
    )
    return actions.annotate(
        spent=Subquery(spent, output_field=DecimalField(max_digits=12, decimal_places=2)),
        told=Subquery(told, output_field=DateTimeField()),
    )


def drooping(actions: QuerySet[Action], today: date) -> QuerySet[Action]:
    """Those of them with a signal, `watched`: what is fine is not even read."""
    silent = today - SILENCE
    late = Q(ends__lt=today)
    over = Q(spent__gt=F("budget"))
    quiet = Q(told__date__lte=silent) | Q(told=None, starts__lte=silent)
    return watched(actions.filter(stage=Action.Stage.FLOWER)).filter(late | over | quiet)


def signals_of(action: Action, today: date) -> Mapping[str, date]:
    """What is the matter with a `watched` action, each with the day since when; of overspending that is today."""
    if action.stage != Action.Stage.FLOWER:
        return {}
    seen: dict[str, Any] = vars(action)
    spent: Decimal = cents(seen["spent"])
    told: datetime | None = seen["told"]
    found: dict[str, date] = {}
    if action.ends is not None and action.ends < today:
        found[Kind.OVERDUE] = action.ends + timedelta(days=1)
    if action.budget is not None and spent > action.budget:
        found[Kind.OVERSPENT] = today
    last = timezone.localdate(told) if told else action.starts
    if Kind.OVERDUE not in found and last is not None and last + SILENCE <= today:
        found[Kind.QUIET] = last + SILENCE
    return found


def what_to_do(action: Action, kind: str) -> tuple[str, str]:
    """A short order and why, for the ask and the mail; the action is a `watched` one."""
    words = {"title": action.title}
    if kind == Kind.OVERDUE:
        day = date_format(action.ends, "j F") if action.ends else ""
        return (
            _("Rond '%(title)s' af") % words,
            _("Ze zou lopen tot %(day)s. Evalueer ze, dan is ze geplukt of gecomposteerd.") % {"day": day},
        )
    if kind == Kind.OVERSPENT:
        over = cents(vars(action)["spent"]) - (action.budget or Decimal(0))
        return (
            _("Bekijk het budget van '%(title)s'") % words,
            _("Er is %(amount)s te veel uitgegeven. Bespreek hoe het verder kan.")
            % {"amount": in_euro(over)},
        )
    return (
        _("Vertel iets nieuws over '%(title)s'") % words,
        _("Al acht weken hoorde niemand er iets van. Eén zin of één foto volstaat."),
    )
