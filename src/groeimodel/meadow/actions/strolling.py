"""A stroll along the neighbours' plots: one plot at a time, with what grows there and what came of it (claim W13)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q

from groeimodel.foundation.files.models import Document
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.meadow.actions.faces import faces_of
from groeimodel.meadow.actions.meadow import in_order, plots_of, shown_of
from groeimodel.meadow.actions.models import Action, StageChange

MOST = 8
"""Actions shown of one plot; the rest stands on the page of the meadow."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One action of a neighbour."""

    action: Action
    picture: Document | None
    came: str
    """What came of it, in the words of who tended it."""
    sown: Action | None
    """The seed of it on the reader's own plot, where there is one."""


@dataclass(frozen=True, slots=True)
class Stop:
    """Where the stroll stands: one plot, and the way on."""

    plots: tuple[Municipality, ...]
    """All that can be visited, in their order."""
    plot: Municipality | None
    """None: nothing stands on any of them."""
    seen: tuple[Seen, ...]
    more: int
    """How many actions of this plot are not shown."""
    before: Municipality | None
    after: Municipality | None


def stop_at(
    partnership: Partnership, others: list[Municipality], own: Sequence[Municipality], key: int | None
) -> Stop:
    """The plot with this key, or the first; a constant number of queries, however much grows there."""
    found = plots_of(partnership, others)
    grounds = tuple(one.municipality for one in found)
    if not found:
        return Stop((), None, (), 0, None, None)
    at = next((place for place, one in enumerate(grounds) if one.pk == key), 0)
    plot = grounds[at]
    rows = shown_of(partnership).filter(Q(plot=plot) | Q(plot__merged_into=plot))
    shown = list(in_order(rows)[:MOST])
    return Stop(
        plots=grounds,
        plot=plot,
        seen=_seen(shown, own),
        more=found[at].actions - len(shown),
        before=grounds[at - 1] if at else None,
        after=grounds[at + 1] if at + 1 < len(grounds) else None,
    )


def _seen(actions: Sequence[Action], own: Sequence[Municipality]) -> tuple[Seen, ...]:
    pictures = faces_of(actions)
    ends = StageChange.objects.filter(action__in=actions, stage=Action.Stage.HARVEST)
    came = {one.action_id: one.reason for one in ends}
    sown = {
        one.came_from_id: one
        for one in Action.objects.filter(came_from__in=actions, plot__in=own).select_related("partnership")
    }
    return tuple(
        Seen(
            one,
            pictures.get(one.pk),
            one.lesson if one.stage == Action.Stage.COMPOST else came.get(one.pk, ""),
            sown.get(one.pk),
        )
        for one in actions
    )
