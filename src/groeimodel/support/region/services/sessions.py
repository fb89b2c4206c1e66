"""Preparing a session, running it step by step, and what comes of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.content.sessions import sessions
from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.soil.lessons import services as lessons
from groeimodel.soil.lessons.services import Learned
from groeimodel.soil.meetings import services as meetings
from groeimodel.soil.meetings.models import Audience, Meeting
from groeimodel.soil.meetings.services import Draft, When
from groeimodel.soil.notes import services as notes
from groeimodel.soil.notes.services import Found
from groeimodel.support.region.consent import require_consent
from groeimodel.support.region.models import Session

RIGHT = "region.session"


@dataclass(frozen=True, slots=True)
class Afterwards:
    """What comes of a session."""

    agreed: Sequence[str] = ()
    """One sentence an agreement."""
    learned: Learned | None = None
    next: When | None = None
    """A moment to meet again."""
    next_title: str = ""


@transaction.atomic
def prepare(
    *,
    partnership: Partnership,
    kind: str,
    meeting: Meeting | None = None,
    moment: When | None = None,
    actor: Person | None,
    at: datetime | None = None,
) -> Session:
    """Prepare a session on a meeting that is planned, or on a new moment: then everybody is invited to it.

    Raises:
        ValidationError: no such kind, or a meeting of another partnership, called off or over.
    """
    require(actor, RIGHT, partnership)
    require_consent(partnership, actor)
    if kind not in sessions().kinds:
        raise ValidationError({"kind": _("Kies welke sessie je voorbereidt.")})
    if meeting is None and moment is not None:
        draft = Draft(title=sessions().kinds[kind].title, audience=Audience.BOTH)
        meeting = meetings.plan(partnership=partnership, draft=draft, when=moment, actor=actor, at=at)
    if meeting is not None and (meeting.partnership_id != partnership.pk or meeting.cancelled_at):
        raise ValidationError({"meeting": _("Kies een ontmoeting die doorgaat.")})
    session = Session.objects.create(
        partnership=partnership, kind=kind, meeting=meeting, led_by=actor, planned_at=at or timezone.now()
    )
    record(
        "region.session_planned",
        partnership=partnership,
        actor=actor,
        subject=session,
        data={"kind": kind},
        at=at,
    )
    return session


@transaction.atomic
def begin(*, session: Session, actor: Person | None, at: datetime | None = None) -> Session:
    """From now on it runs; twice is once."""
    require(actor, RIGHT, session)
    session = _held(session, actor)
    if session.state == Session.State.PLANNED:
        session.state, session.began_at = Session.State.RUNNING, at or timezone.now()
        session.save(update_fields=["state", "began_at"])
        record("region.session_begun", partnership=session.partnership, actor=actor, subject=session, at=at)
    return session


@transaction.atomic
def tick(*, session: Session, step: str, done: bool, actor: Person | None) -> Session:
    """A step is done, or is not after all.

    Raises:
        ValidationError: no such step, or the session is done.
    """
    require(actor, RIGHT, session)
    session = _held(session, actor)
    kind = session.of_kind
    if kind is None or step not in {one.id for one in kind.steps}:
        raise ValidationError(_("Deze stap bestaat niet (meer)."))
    _check_open(session)
    ticked = [one.id for one in kind.steps if (done if one.id == step else one.id in session.ticked)]
    if ticked != session.ticked:
        session.ticked = ticked
        session.save(update_fields=["ticked"])
        record("region.step_ticked", partnership=session.partnership, actor=actor, subject=session)
    return session


@transaction.atomic
def jot(*, session: Session, text: str, actor: Person | None) -> Session:
    """Keep what is written during a session. Raises ValidationError when it is done."""
    require(actor, RIGHT, session)
    session = _held(session, actor)
    _check_open(session)
    if text.strip() != session.text:
        session.text = text.strip()
        session.save(update_fields=["text"])
        record("region.session_noted", partnership=session.partnership, actor=actor, subject=session)
    return session


@transaction.atomic
def finish(
    *, session: Session, after: Afterwards, actor: Person | None, at: datetime | None = None
) -> Session:
    """Round it off: agreements go to the meeting, a lesson to the partnership, and everybody is invited again.

    Raises:
        ValidationError: it is done already.
    """
    require(actor, RIGHT, session)
    session = _held(session, actor)
    _check_open(session)
    now = at or timezone.now()
    agreed = list(dict.fromkeys(line for one in after.agreed if (line := " ".join(one.split())[:300])))
    noted = session.agreed.splitlines()  # of a session that was reopened: what is there already stays once
    if session.meeting is not None:
        for line in agreed:
            if line in noted:
                continue
            found = Found(kind="decision", text=line)
            notes.note_outcome(meeting=session.meeting, found=found, actor=actor, at=at)
    if after.learned is not None:
        session.lesson = lessons.write_lesson(
            partnership=session.partnership, learned=after.learned, actor=actor, at=at
        )
    if after.next is not None:
        draft = Draft(title=after.next_title or session.title, audience=_audience(session))
        meetings.plan(partnership=session.partnership, draft=draft, when=after.next, actor=actor, at=at)
    session.agreed, session.done_at, session.state = "\n".join(agreed), now, Session.State.DONE
    session.began_at = session.began_at or now
    session.save()
    record(
        "region.session_done",
        partnership=session.partnership,
        actor=actor,
        subject=session,
        data={"kind": session.kind},
        at=at,
    )
    return session


@transaction.atomic
def reopen(*, session: Session, actor: Person | None) -> Session:
    """It runs again; what went to the meeting, the lessons and the calendars stays there."""
    require(actor, RIGHT, session)
    session = _held(session, actor)
    if session.state == Session.State.DONE:
        session.state, session.done_at = Session.State.RUNNING, None
        session.save(update_fields=["state", "done_at"])
        record("region.session_changed", partnership=session.partnership, actor=actor, subject=session)
    return session


@transaction.atomic
def drop(*, session: Session, actor: Person | None) -> None:
    """Take away a session that is not done; its meeting stays planned. Raises ValidationError when it is done."""
    require(actor, RIGHT, session)
    session = _held(session, actor)
    _check_open(session)
    record("region.session_dropped", partnership=session.partnership, actor=actor, subject=session)
    session.delete()


def _held(session: Session, actor: Person | None) -> Session:
    """The row as it stands now, held until the transaction ends; while the partnership lets its supporter look along."""
    rows = Session.objects.select_for_update(of=("self",)).select_related(
        "partnership", "meeting__partnership"
    )
    found = rows.get(pk=session.pk)
    require_consent(found.partnership, actor)
    return found


def _check_open(session: Session) -> None:
    if session.state == Session.State.DONE:
        raise ValidationError(_("Deze sessie is afgerond."))


def _audience(session: Session) -> str:
    return session.meeting.audience if session.meeting else Audience.BOTH
