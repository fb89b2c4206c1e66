"""Answers as choices on a page, and back."""

from dataclasses import dataclass

from groeimodel import content as texts
from groeimodel.rules.growth.content import Content

UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    label: str
    key: str
    """The key on the keyboard."""
    checked: bool


def answer_choices(content: Content, chosen: int | None, *, seen: bool) -> list[Choice]:
    """1 to 5 in reading order, then 'don't know'. `seen`: whether an answer was given before."""
    choices = [Choice(str(n), content.word(f"answer.{n}"), str(n), chosen == n) for n in range(1, 6)]
    return [*choices, Choice(UNKNOWN, content.word("answer.unknown"), "0", seen and chosen is None)]


def read_answer(value: str | None) -> tuple[int | None, bool]:
    """The answer and whether one was given; 'don't know' is given and None."""
    if value == UNKNOWN:
        return None, True
    if value in {"1", "2", "3", "4", "5"}:
        return int(value), True
    return None, False


def role_words(role: str) -> str:
    return texts.load().word(f"role.{role}")
