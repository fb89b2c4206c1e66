"""Where a seed can be taken down: each room's page that has the field (claim W1).

    origins.register("themes.theme", find)      # (partnership, key) -> Origin | None

What a form sends is a key only; the row is looked up here, inside the partnership, so that title and address are never
what somebody typed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from groeimodel.foundation.partners.models import Partnership
from groeimodel.soil.meetings.models import Meeting
from groeimodel.soil.needs.models import Need
from groeimodel.soil.questions.models import Question
from groeimodel.soil.themes.models import Theme


@dataclass(frozen=True, slots=True)
class Origin:
    """Where it fell."""

    key: str
    """'room.model:key', as the journal names a row."""
    title: str
    path: str
    """Address inside the site."""
    theme: Theme | None = None
    """What it is about, where that is known."""


Finder = Callable[[Partnership, int], Origin | None]

_finders: dict[str, Finder] = {}


def register(model: str, finder: Finder) -> None:
    """Let seeds be taken down on the page of rows of this model; the scope of the partnership is open."""
    _finders[model] = finder


def origin_of(partnership: Partnership, key: str) -> Origin | None:
    """The row that a key names, in this partnership; None where there is none. One query."""
    model, _, number = key.partition(":")
    finder = _finders.get(model)
    if finder is None or not number.isdecimal() or len(number) > 12:
        return None
    return finder(partnership, int(number))


def of_theme(partnership: Partnership, pk: int) -> Origin | None:
    found = Theme.objects.filter(partnership=partnership, pk=pk).select_related("partnership").first()
    return from_theme(found) if found else None


def from_theme(theme: Theme) -> Origin:
    return Origin(f"themes.theme:{theme.pk}", theme.title, theme.get_absolute_url(), theme)


def of_meeting(partnership: Partnership, pk: int) -> Origin | None:
    found = Meeting.objects.filter(partnership=partnership, pk=pk).select_related("partnership").first()
    return from_meeting(found) if found else None


def from_meeting(meeting: Meeting, theme: Theme | None = None) -> Origin:
    """`theme` is that of the point on the agenda, where the seed fell at one."""
    return Origin(f"meetings.meeting:{meeting.pk}", meeting.title, meeting.get_absolute_url(), theme)


def of_question(partnership: Partnership, pk: int) -> Origin | None:
    found = Question.objects.filter(partnership=partnership, pk=pk).select_related("partnership").first()
    return Origin(f"questions.question:{pk}", found.title, found.get_absolute_url()) if found else None


def of_need(partnership: Partnership, pk: int) -> Origin | None:
    found = Need.objects.filter(partnership=partnership, pk=pk).select_related("partnership").first()
    return Origin(f"needs.need:{pk}", found.title, found.get_absolute_url()) if found else None


def register_all() -> None:
    """Called once, when the room is ready."""
    register("themes.theme", of_theme)
    register("meetings.meeting", of_meeting)
    register("questions.question", of_question)
    register("needs.need", of_need)
