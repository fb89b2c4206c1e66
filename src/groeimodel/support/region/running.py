"""A session as its page shows it: the steps with their hours of the clock, and how far it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from groeimodel.content.sessions import SessionKind, SessionStep
from groeimodel.support.region.models import Session
from groeimodel.support.region.tools import Tool, tools_of

ALWAYS = ("presentation", "notes", "live", "guide", "scan", "poster")


@dataclass(frozen=True, slots=True)
class StepShown:
    number: int
    step: SessionStep
    starts: datetime | None
    """By the plan; None while no moment is known."""
    ends: datetime | None
    done: bool
    now: bool
    """The first step that is not done, while the session runs."""
    tool: Tool | None


@dataclass(frozen=True, slots=True)
class Shown:
    session: Session
    kind: SessionKind
    steps: tuple[StepShown, ...]
    tools: tuple[Tool, ...]
    others: tuple[Tool, ...]
    """What any session may need too."""

    @property
    def done(self) -> int:
        return sum(one.done for one in self.steps)

    @property
    def ends(self) -> datetime | None:
        return self.steps[-1].ends


def shown_of(session: Session, kind: SessionKind) -> Shown:
    """Hours count from when it began, else from the start of its meeting. One query."""
    tools = tools_of(session.partnership)
    starts = session.began_at or (session.meeting.starts if session.meeting else None)
    steps: list[StepShown] = []
    running = session.state == Session.State.RUNNING
    for number, step in enumerate(kind.steps, start=1):
        done = step.id in session.ticked
        now = running and not done and not any(one.now for one in steps)
        ends = starts + timedelta(minutes=step.minutes) if starts else None
        steps.append(StepShown(number, step, starts, ends, done, now, tools.get(step.tool)))
        starts = ends
    others = tuple(tools[name] for name in ALWAYS if name not in kind.tools)
    return Shown(session, kind, tuple(steps), tuple(tools[name] for name in kind.tools), others)
