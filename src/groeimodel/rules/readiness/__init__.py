"""Whether an offer is ready to be shown, from its list. In words: `docs/rules/readiness.md`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Answer(StrEnum):
    OPEN = ""
    """Nobody said anything yet."""
    YES = "yes"
    NO = "no"
    NOT_NEEDED = "not_needed"

    @property
    def done(self) -> bool:
        return self in (Answer.YES, Answer.NOT_NEEDED)


@dataclass(frozen=True, slots=True)
class Readiness:
    done: int
    total: int
    missing: tuple[str, ...]
    """Points that are not in order, or of which nothing was said, in the order of the list."""

    @property
    def ready(self) -> bool:
        """Ready to be shown: every point is in order, or not needed."""
        return not self.missing

    @property
    def begun(self) -> bool:
        return self.done > 0 or self.total == 0


def readiness(points: Sequence[str], answers: Mapping[str, Answer]) -> Readiness:
    """What the answers to the points of a list come to; answers to other points do not count."""
    missing = tuple(one for one in points if not answers.get(one, Answer.OPEN).done)
    return Readiness(len(points) - len(missing), len(points), missing)
