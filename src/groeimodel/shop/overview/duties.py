"""What is due, grouped as people think of time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from groeimodel.foundation.due import Due


@dataclass(frozen=True, slots=True)
class Time:
    word: str
    """'late', 'soon', 'year' or 'later'."""
    title: str
    duties: tuple[Due, ...]


def by_time(due: Sequence[Due], today: date) -> list[Time]:
    """Late, in the next thirty days, within a year, and later; only what holds something."""
    parts = [
        ("late", _("Te laat"), [one for one in due if one.late(today)]),
        ("soon", _("In de komende dertig dagen"), [one for one in due if one.near(today)]),
        ("year", _("Binnen een jaar"), [one for one in due if _in_a_year(one, today)]),
        ("later", _("Later"), [one for one in due if (one.on - today).days > 365]),
    ]
    return [Time(word, title, tuple(some)) for word, title, some in parts if some]


def _in_a_year(one: Due, today: date) -> bool:
    return not one.late(today) and not one.near(today) and (one.on - today).days <= 365
