"""The pages of the multi-year plan."""

from __future__ import annotations

from typing import Any, cast

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.shop.plan import selectors
from groeimodel.shop.plan.levels import LEVELS, LevelWords
from groeimodel.shop.plan.models import Plan
from groeimodel.shop.plan.selectors import AnyRow

SEE, WORK, WRITE = "partners.see_inside", "plan.work", "plan.write"


def me(request: HttpRequest) -> Person:
    return cast(Person, request.user)


def plan_here(partnership: Partnership, pk: int) -> Plan:
    return get_object_or_404(selectors.plans_of(partnership), pk=pk)


def words_of(level: str) -> LevelWords:
    if level not in LEVELS:
        raise Http404
    return LEVELS[level]


def row_here(level: str, pk: int) -> AnyRow:
    """A row of a plan of this partnership, with everything above it."""
    above: dict[str, Any] = {
        "doelstelling": "plan__partnership",
        "actieplan": "objective__plan__partnership",
        "actie": "action_plan__objective__plan__partnership",
    }
    rows: Any = words_of(level).model._default_manager
    return cast(AnyRow, get_object_or_404(rows.select_related(above[level]), pk=pk))
