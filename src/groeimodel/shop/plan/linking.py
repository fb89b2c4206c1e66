"""How local plans and the joint plan hang together: counts per action and per municipality, and suggestions by words."""

from __future__ import annotations

from collections import defaultdict

from groeimodel.shop.plan.models import LocalLink, Plan
from groeimodel.shop.plan.showing import Ties


def ties_of(plan: Plan) -> dict[int, Ties]:
    """By action: municipalities with a local action that belongs to it, and that contradict it. One query."""
    linked: dict[int, set[int]] = defaultdict(set)
    against: dict[int, set[int]] = defaultdict(set)
    rows = LocalLink.objects.filter(action__action_plan__objective__plan=plan, local__gone_on=None)
    for action, municipality, contradicts in rows.values_list("action", "local__municipality", "contradicts"):
        if action is not None:
            (against if contradicts else linked)[action].add(municipality)
    return {key: Ties(len(linked[key]), len(against[key])) for key in {*linked, *against}}
