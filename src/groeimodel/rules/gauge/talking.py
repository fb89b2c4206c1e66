"""When expectations were last talked about, and whether that is too long ago (claim G11)."""

from typing import Literal

TalkState = Literal["never", "fresh", "late"]
MONTH = 30.44
"""Days."""
GRACE_DAYS = 60
"""So long after the cadence a conversation is late: a meeting has to come by first."""
WITHOUT_CADENCE = 12
"""Months, where no cadence was chosen."""


def talk_state(last: int | None, today: int, cadence_months: int) -> TalkState:
    """`last` and `today` are days as ordinals; a cadence of 0 is none."""
    if last is None:
        return "never"
    return "late" if today - last > (cadence_months or WITHOUT_CADENCE) * MONTH + GRACE_DAYS else "fresh"
