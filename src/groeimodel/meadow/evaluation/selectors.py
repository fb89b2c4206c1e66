"""Reads of evaluations, inside the scope of a partnership."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.meadow.actions.expecting import NEAR, nears_end
from groeimodel.meadow.actions.models import Action, ActionExpectation
from groeimodel.meadow.evaluation.models import Evaluation, LookBack
from groeimodel.meadow.tending.common import RAN
from groeimodel.soil.lessons.models import Lesson

FRESH = timedelta(days=60)
"""So long after an action was picked without an evaluation it is still asked for."""


def evaluation_of(action: Action) -> Evaluation | None:
    """One query."""
    return (
        Evaluation.objects.filter(action=action)
        .select_related("saved_by", "closed_by", "lesson__partnership", "follow_up")
        .first()
    )


def is_closed(action: Action) -> bool:
    return Evaluation.objects.filter(action=action, closed_at__isnull=False).exists()


def is_time(action: Action, today: date) -> bool:
    """Whether an action asks for its evaluation: it nears its end, or it is over."""
    return nears_end(action, today) or action.stage == Action.Stage.HARVEST


def to_ask(today: date) -> QuerySet[Action]:
    """Running actions of all partnerships within two weeks of their last day of which nobody was mailed yet."""
    asked = Evaluation.objects.filter(
        Q(asked_at__isnull=False) | Q(closed_at__isnull=False), action=OuterRef("pk")
    )
    return Action.objects.filter(
        ~Exists(asked),
        stage=Action.Stage.FLOWER,
        ends__gte=today - NEAR,
        ends__lte=today + NEAR,
    ).select_related("partnership")


def waiting(partnership: Partnership, today: date, who: int) -> QuerySet[Action]:
    """What asks for its evaluation now, without those that are closed: around its last day, or picked not long ago.

    Only what this person (a key) tends, and what nobody tends.
    """
    closed = Evaluation.objects.filter(action=OuterRef("pk"), closed_at__isnull=False)
    running = Q(stage=Action.Stage.FLOWER, ends__gte=today - NEAR, ends__lte=today + NEAR)
    picked = Q(stage=Action.Stage.HARVEST, ends__gte=today - FRESH)
    return (
        Action.objects.filter(
            running | picked,
            Q(gardener=who) | Q(gardener=None),
            ~Exists(closed),
            partnership=partnership,
        )
        .select_related("partnership", "plot__merged_into")
        .order_by("ends", "pk")
    )


@dataclass(frozen=True, slots=True)
class Voice:
    """What one partner expected, and what it says at the end."""

    municipality: Municipality
    expectation: ActionExpectation | None
    look_back: LookBack | None

    @property
    def came(self) -> str:
        return self.expectation.came if self.expectation else ""

    @property
    def text(self) -> str:
        """What strikes it, looking back."""
        if self.expectation is not None:
            return self.expectation.looked_back
        return self.look_back.text if self.look_back else ""

    @property
    def spoke(self) -> bool:
        return bool(self.came or self.text)


def voices_of(action: Action, members: Sequence[Municipality]) -> list[Voice]:
    """Every partner of today, and who spoke before it left, by name: two queries."""
    expected = {
        one.municipality_id: one
        for one in ActionExpectation.objects.filter(action=action).select_related("municipality")
    }
    looked = {
        one.municipality_id: one
        for one in LookBack.objects.filter(evaluation__action=action).select_related("municipality")
    }
    there = {one.pk: one for one in members}
    there |= {key: row.municipality for row_of in (expected, looked) for key, row in row_of.items()}
    rows = [Voice(one, expected.get(key), looked.get(key)) for key, one in there.items()]
    return sorted(rows, key=lambda one: one.municipality.name)


def lessons_on(partnership: Partnership, themes: Sequence[int]) -> list[Evaluation]:
    """Closed evaluations of actions on these themes, or whose seed fell on one, newest first: one query (claim W8)."""
    if not themes:
        return []
    keys = [f"themes.theme:{one}" for one in themes]
    about = (
        Q(action__theme__in=themes) | Q(action__origin__in=keys) | Q(action__outcome__item__theme__in=themes)
    )
    rows = Evaluation.objects.filter(about, action__partnership=partnership, closed_at__isnull=False)
    return list(rows.select_related("action", "lesson").distinct().order_by("-closed_at", "-pk"))


def to_share(partnership: Partnership, since: date) -> QuerySet[Lesson]:
    """Lessons of evaluations that were offered for the library, and are not there yet."""
    offered = Evaluation.objects.filter(
        action__partnership=partnership, share=True, closed_at__date__gte=since, lesson__isnull=False
    )
    return Lesson.objects.filter(
        partnership=partnership, shared_at=None, pk__in=offered.values("lesson")
    ).order_by("written_at")


def ran_of(partnership: Partnership) -> QuerySet[Action]:
    """Everything that runs or ran."""
    return Action.objects.filter(partnership=partnership, stage__in=RAN, starts__isnull=False)
