"""How local plans and the joint plan hang together: counts per action and per municipality, and suggestions by words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import QuerySet

from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.meadow.actions.selectors import members_of
from groeimodel.rules.plan.suggesting import Suggestion, suggestions
from groeimodel.shop.plan.models import LocalAction, LocalLink, Plan, PlanAction
from groeimodel.shop.plan.selectors import actions_of
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


def locals_of(partnership: Partnership) -> QuerySet[LocalAction]:
    """Every local action that holds, with its municipality and where it came from: one query."""
    return LocalAction.objects.filter(partnership=partnership, gone_on=None).select_related(
        "municipality", "origin", "partnership"
    )


def links_of(plan: Plan, municipality: int | None = None) -> QuerySet[LocalLink]:
    """What ties local actions to the working plan. One query."""
    rows = LocalLink.objects.filter(
        action__in=actions_of(plan).order_by(), local__gone_on=None
    ).select_related("local__origin", "local__municipality", "action")
    if municipality is not None:
        rows = rows.filter(local__municipality=municipality)
    return rows.order_by("local__origin__name", "local__code", "action__code")


@dataclass(slots=True)
class LocalShown:
    """A local action with what it is tied to and, when it is tied to nothing, what it may belong to."""

    row: LocalAction
    links: list[LocalLink] = field(default_factory=list)
    suggested: list[tuple[PlanAction, Suggestion]] = field(default_factory=list)

    @property
    def foreign(self) -> bool:
        """It stands in the plan of a municipality that merged."""
        return self.row.origin_id != self.row.municipality_id


@dataclass(slots=True)
class Interlocking:
    """The plan of one municipality beside the joint plan."""

    municipality: Municipality
    linked: list[LocalShown]
    unlinked: list[LocalShown]
    against: list[LocalLink]
    lonely: list[PlanAction]
    """Actions of the joint plan that no local action belongs to here."""
    joint: int
    """How many actions the joint plan has."""

    @property
    def count(self) -> int:
        return len(self.linked) + len(self.unlinked)

    @property
    def share(self) -> int:
        """Percent of the joint actions that have a local one."""
        return round(100 * (self.joint - len(self.lonely)) / self.joint) if self.joint else 0


def interlocking(
    plan: Plan,
    municipality: Municipality,
    rows: Iterable[LocalAction],
    links: Iterable[LocalLink],
    actions: Sequence[PlanAction],
) -> Interlocking:
    """Of rows that were read already: no query. A contradiction is no link, and leaves an action unlinked."""
    shown = {one.pk: LocalShown(one) for one in rows if one.municipality_id == municipality.pk}
    against: list[LocalLink] = []
    tied: set[int] = set()
    for link in links:
        if link.local_id in shown:
            shown[link.local_id].links.append(link)
            if link.contradicts:
                against.append(link)
            else:
                tied.add(link.action_id)
    ties = {key for key, one in shown.items() if any(not link.contradicts for link in one.links)}
    return Interlocking(
        municipality,
        [one for key, one in shown.items() if key in ties],
        [one for key, one in shown.items() if key not in ties],
        against,
        [one for one in actions if one.pk not in tied],
        len(actions),
    )


def interlocking_of(plan: Plan, municipality: Municipality) -> Interlocking:
    """One municipality, with suggestions for what is not linked yet: three queries."""
    actions = list(actions_of(plan))
    rows = locals_of(plan.partnership).filter(municipality=municipality)
    found = interlocking(plan, municipality, rows, links_of(plan, municipality.pk), actions)
    offer = suggestions(
        {one.row.pk: one.row.title for one in found.unlinked}, {one.pk: words_of(one) for one in actions}
    )
    by_key = {one.pk: one for one in actions}
    for one in found.unlinked:
        already = {link.action_id for link in one.links}
        one.suggested = [(by_key[best.key], best) for best in offer[one.row.pk] if best.key not in already]
    return found


def overview_of(plan: Plan) -> list[Interlocking]:
    """Every member of today: four queries."""
    actions, links = list(actions_of(plan)), list(links_of(plan))
    rows = list(locals_of(plan.partnership))
    return [interlocking(plan, one, rows, links, actions) for one in members_of(plan.partnership)]


def suggested_for(local: LocalAction, plan: Plan) -> list[tuple[PlanAction, Suggestion]]:
    """The joint actions that share words with a local one, the best first. One query."""
    by_key = {one.pk: one for one in actions_of(plan)}
    found = suggestions({local.pk: local.title}, {key: words_of(one) for key, one in by_key.items()}, most=5)
    return [(by_key[one.key], one) for one in found[local.pk]]


def words_of(action: PlanAction) -> str:
    return f"{action.title} {action.text} {action.action_plan.title}"
