"""Which deed in the journal is which kind of energy: one line each."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Kind(StrEnum):
    MEETINGS = "meetings"
    KNOWLEDGE = "knowledge"
    QUESTIONS = "questions"
    HOURS = "hours"


M, K, Q = Kind.MEETINGS, Kind.KNOWLEDGE, Kind.QUESTIONS

VERBS: Mapping[str, tuple[Kind, int]] = {
    "meetings.attended": (M, 1),
    "meetings.attendance_undone": (M, -1),
    "expertise.shared": (K, 1),
    "expertise.removed": (K, -1),
    "files.added": (K, 1),
    "harvest.recorded": (K, 1),
    "harvest.removed": (K, -1),
    "lessons.written": (K, 1),
    "lessons.removed": (K, -1),
    "needs.noted": (K, 1),
    "needs.removed": (K, -1),
    "notes.written": (K, 1),
    "themes.proposed": (K, 1),
    "questions.asked": (Q, 1),
    "questions.answered": (Q, 1),
}
"""Verb to kind, and whether it adds or takes back. Hours are not here: they are summed from the time mandates."""
