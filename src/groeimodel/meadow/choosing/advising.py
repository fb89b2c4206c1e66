"""Advice of children and young people on a round: no account, no name, no moment, and gone when the round closes.

What they say is not in the journal either: a line with its time beside an empty classroom would tell who it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from groeimodel.foundation.partners.models import Municipality
from groeimodel.meadow.choosing.models import Proposal, Round, YoungAnswer
from groeimodel.rules.advice import Advice, Answer
from groeimodel.rules.advice import advise as told_by
from groeimodel.rules.choosing import Project, Settings


class AdviceIsOver(Exception):
    """The round took its last answer."""


@dataclass(frozen=True, slots=True)
class Told:
    """The advice as it is shown; of a running round only how many answered."""

    total: int
    """In fives; 0 for fewer than five."""
    ages: tuple[tuple[str, int], ...]
    places: tuple[tuple[str, int], ...]
    chosen: tuple[int, ...]
    """Keys of proposals, in order."""
    parts: dict[int, int]
    """Key of a proposal to percent."""


@transaction.atomic
def answer(*, round: Round, municipality: Municipality, age: str, picks: Sequence[Proposal]) -> None:
    """Keep what one of them would choose.

    Raises:
        AdviceIsOver: the round is closed, or asks no advice.
        ValidationError: an unknown age, a municipality that is no part of the round, or a proposal of another.
    """
    locked = Round.objects.select_for_update().get(pk=round.pk)
    if locked.state != Round.State.OPEN or not locked.takes_advice:
        raise AdviceIsOver
    problems = []
    if age not in YoungAnswer.Age.values:
        problems.append(_("Kies hoe oud je bent."))
    if not locked.stakes.filter(municipality=municipality).exists():
        problems.append(_("Kies een gemeente uit de lijst."))
    if any(one.round_id != locked.pk for one in picks):
        problems.append(_("Kies uit de voorstellen van deze ronde."))
    if problems:
        raise ValidationError(problems)
    keys = sorted({one.pk for one in picks})
    YoungAnswer.objects.create(round=locked, municipality=municipality, age=age, picks=keys)


def close_advice(
    *, round: Round, projects: Sequence[Project], budget: Fraction, settings: Settings
) -> dict[str, Any] | None:
    """What is kept of the advice when a round closes; the answers themselves go. Called by whoever closes it, in its transaction.

    `projects` are those of the election, with the keys of the proposals as ids. None where no advice was asked.
    """
    if not round.takes_advice:
        return None
    advice = advice_of(round, projects=projects, budget=budget, settings=settings)
    YoungAnswer.objects.filter(round=round).delete()
    return {
        "total": advice.total,
        "ages": dict(advice.ages),
        "places": dict(advice.places),
        "chosen": [int(projects[one].id) for one in advice.chosen],
        "parts": {projects[number].id: part for number, part in enumerate(advice.parts)},
    }


def advice_of(round: Round, *, projects: Sequence[Project], budget: Fraction, settings: Settings) -> Advice:
    """Two queries."""
    numbers = {int(one.id): number for number, one in enumerate(projects)}
    rows = YoungAnswer.objects.filter(round=round).values_list("picks", "age", "municipality")
    answers = [
        Answer(frozenset(numbers[key] for key in picks if key in numbers), age, str(place))
        for picks, age, place in rows
    ]
    places = [str(key) for key in round.stakes.values_list("municipality", flat=True)]
    return told_by(
        answers,
        projects=projects,
        budget=budget,
        settings=settings,
        ages=YoungAnswer.Age.values,
        places=places,
    )


def take_over(*, round: Round, into: int, parts: Sequence[int]) -> None:
    """After a merger what was said in the parts was said in the new one."""
    YoungAnswer.objects.filter(round=round, municipality__in=parts).update(municipality=into)
