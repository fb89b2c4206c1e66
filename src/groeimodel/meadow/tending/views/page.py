"""One running action: how it grows, and everything that keeps it growing."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from groeimodel.foundation.partners.keeping import kept
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.tending import selectors
from groeimodel.meadow.tending.common import ran
from groeimodel.meadow.tending.forms import BoundForm, NewsForm, RefusalForm
from groeimodel.meadow.tending.services import Worked, mandate_for
from groeimodel.meadow.tending.signals import signals_of, watched, what_to_do
from groeimodel.meadow.tending.views.common import Desk, desk_of
from groeimodel.meadow.tending.views.noting import hours_form, result_form
from groeimodel.meadow.tending.views.spending import expense_form
from groeimodel.meadow.tending.views.todo import task_form


@require_safe
@in_partnership("partners.see_inside")
@kept
def action(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """A constant number of queries, however much was noted."""
    desk = desk_of(request, partnership, pk, members=True)
    everything = "alles" in request.GET
    work = selectors.work_on(desk.action)
    news = selectors.news_of(desk.action, None if everything else selectors.MOST)
    expenses = list(selectors.expenses_of(desk.action)[: None if everything else selectors.MOST + 1])
    context = {
        "partnership": partnership,
        "action": desk.action,
        "ran": ran(desk.action),
        "runs": desk.action.stage == Action.Stage.FLOWER,
        "today": timezone.localdate(),
        "everything": everything,
        "more": len(expenses) > selectors.MOST and not everything,
        "signals": signals(desk),
        "news": news,
        "tasks": selectors.tasks_of(desk.action),
        "money": selectors.money_of(desk.action),
        "expenses": expenses if everything else expenses[: selectors.MOST],
        "work": work if everything else work[: selectors.MOST],
        "shares": selectors.by_municipality(work),
        "hours": sum((one.hours for one in work), start=0),
        "results": list(selectors.results_of(desk.action)),
        **allowed(desk),
    }
    return render(request, "tending/action.html", context)


def signals(desk: Desk) -> list[tuple[str, str]]:
    today = timezone.localdate()
    (found,) = watched(selectors.tended(desk.action.partnership).filter(pk=desk.action.pk))
    return [what_to_do(found, kind) for kind in signals_of(found, today)]


def allowed(desk: Desk) -> dict[str, Any]:
    """The forms that this reader may send, and what else may be done."""
    if not ran(desk.action):
        return {}
    tends, runs = desk.tends, desk.action.stage == Action.Stage.FLOWER
    places = desk.hour_places
    tells = bool(desk.result_places)
    mine = [worked for one in places if (worked := mandate_of(desk, one))][:1] if len(places) == 1 else []
    return {
        "tends": tends,
        "answers": desk.answers,
        "own": {one.pk for one in desk.result_places},
        "hour_places": {one.pk for one in places},
        "together": desk.tells_for(None, desk.action.gardener_id),
        "me": desk.request.user.pk,
        "news_form": NewsForm() if tends else None,
        "task_form": task_form(desk) if tends and runs else None,
        "expense_form": expense_form(desk) if tends else None,
        "hours_form": hours_form(desk) if places or desk.tells_for(None) else None,
        "result_form": result_form(desk) if tells else None,
        "bound_form": BoundForm(initial={"bound": desk.action.bound}) if desk.answers and runs else None,
        "refusal": RefusalForm() if desk.answers else None,
        "mandate": mine[0] if mine else None,
    }


def mandate_of(desk: Desk, place: Any) -> Any:
    """The reader's own time mandate that hours would be written on: one query."""
    today = Worked(timezone.localdate(), hours=Decimal(1), municipality=place, person=desk.me)
    return mandate_for(desk.action, today)
