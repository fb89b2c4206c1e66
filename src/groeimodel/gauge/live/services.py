"""Every write of a live session. Phones have no account: the token of the participant is their right."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django_scopes import scopes_disabled

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.gauge.live.models import Answer, Participant, Role, Session
from groeimodel.gauge.live.selectors import counts_of, said_in
from groeimodel.gauge.live.sources import SEATS, SOURCES, source_of

RUN = "live.run"
TRIES = 20


class SessionIsOver(Exception):
    """An answer came in after the session ended."""


@dataclass(frozen=True, slots=True)
class Given:
    """One tap."""

    key: str
    question: str
    value: int | None


@transaction.atomic
def open_session(
    *,
    partnership: Partnership,
    source: str,
    pace: str,
    confidential: bool,
    actor: Person | None,
    at: datetime | None = None,
) -> Session:
    """Open one, with a code of six digits that no other open session has.

    Raises:
        ValidationError: a round is open already, so that the outcome could not be kept; or there are no partners.
    """
    require(actor, RUN, partnership)
    SOURCES[source].check(partnership)
    if not partnership.memberships.filter(ends__isnull=True).exists():
        raise ValidationError(_("Deze samenwerking heeft nog geen partners. Voeg eerst gemeenten toe."))
    session = Session(
        partnership=partnership,
        source=source,
        pace=pace,
        confidential=confidential and source != Session.Source.GAUGE,
        asked=SOURCES[source].statements(partnership),
        opened_by=actor,
        opened_at=at or timezone.now(),
    )
    for _try in range(TRIES):
        session.code = f"{secrets.randbelow(1_000_000):06}"
        try:
            with transaction.atomic():
                session.save()
        except IntegrityError:  # another session has this code
            continue
        record("live.opened", partnership=partnership, actor=actor, data={"session": session.pk}, at=at)
        return session
    raise RuntimeError("No code is free")


def join(*, session: Session, role: str, municipality: Municipality | None) -> Participant:
    """Come in, also late.

    Raises:
        SessionIsOver: it ended.
        ValidationError: no such role, or a seat without a municipality of the partnership.
    """
    if not session.is_open:
        raise SessionIsOver
    if role not in Role.values:
        raise ValidationError(_("Kies je rol."))
    if municipality is None and role in SEATS:
        raise ValidationError(_("Kies je gemeente."))
    return Participant.objects.create(session=session, role=role, municipality=municipality)


def answer(*, participant: Participant, given: Sequence[Given]) -> list[Given]:
    """Keep taps of a phone, also a second time; returns what is kept now.

    What was revealed is not changed any more, but an answer that was late on bad wifi still counts. One statement of
    SQL, so that hundreds at once need not wait for each other's transactions.

    Raises:
        SessionIsOver: it ended. Nothing was kept.
        ValidationError: no such statement, question or value.
    """
    session = participant.session
    if not session.is_open:
        raise SessionIsOver
    known = {
        (one["key"], question["name"]): (None, 1, 2, 3, 4, 5) if question["unknown"] else (1, 2, 3, 4, 5)
        for one in session.asked
        for question in one["questions"]
    }
    for one in given:
        if one.value not in known.get((one.key, one.question), ()):
            raise ValidationError(_("Dit antwoord bestaat niet. Kies 1 tot 5."))
    closed = set(session.revealed)
    rows = {
        late: [
            Answer(participant=participant, key=one.key, question=one.question, value=one.value)
            for one in given
            if (one.key in closed) == late
        ]
        for late in (False, True)
    }
    unique = ["participant", "key", "question", "partnership"]
    if rows[False]:
        Answer.objects.bulk_create(
            rows[False], update_conflicts=True, unique_fields=unique, update_fields=["value"]
        )
    if rows[True]:
        Answer.objects.bulk_create(rows[True], ignore_conflicts=True)
    return list(given)


@transaction.atomic
def steer(*, session: Session, do: str, actor: Person | None) -> None:
    """Begin, reveal, discuss on, go on, back, pause, go on again, end; what cannot be done now changes nothing."""
    require(actor, RUN, session.partnership)
    locked = Session.objects.select_for_update().get(pk=session.pk)
    if locked.is_open and _change(locked, do):
        locked.version += 1
        locked.save()
        if do == "end":
            record("live.ended", partnership=session.partnership, actor=actor, data={"session": session.pk})
    for name in ("state", "at", "paused", "revealed", "version", "ended_at"):
        setattr(session, name, getattr(locked, name))


def _change(session: Session, do: str) -> bool:
    """Whether it changed anything."""
    state, last = session.state, len(session.asked) - 1
    if do == "pause":
        session.paused = not session.paused
    elif do == "end":
        session.state, session.ended_at, session.paused = Session.State.ENDED, timezone.now(), False
    elif do == "begin" and state == Session.State.LOBBY:
        session.state = Session.State.ASKING
    elif do == "reveal" and state == Session.State.ASKING:
        _reveal(session)
    elif do in ("next", "previous") and state in (Session.State.ASKING, Session.State.REVEALED):
        to = session.at + (1 if do == "next" else -1)
        if not 0 <= to <= last:
            return False
        session.at = to
        discussing = session.pace == Session.Pace.OWN and state == Session.State.REVEALED
        session.state = Session.State.ASKING
        if discussing or session.statement["key"] in session.revealed:
            _reveal(session)
    else:
        return False
    return True


def _reveal(session: Session) -> None:
    """Show the statement on the screen. Its picture is made once: what comes late is kept, and not drawn."""
    key = session.statement["key"]
    session.state = Session.State.REVEALED
    if key not in session.revealed:
        session.revealed[key] = counts_of(session, session.statement)


@transaction.atomic
def keep(*, session: Session, actor: Person | None) -> str:
    """Make a round of the outcome; returns its address. The answers go: the round has them now.

    Raises:
        ValidationError: it still runs, nobody answered, or a round is open meanwhile.
    """
    require(actor, RUN, session.partnership)
    locked = Session.objects.select_for_update(of=("self",)).select_related("partnership").get(pk=session.pk)
    if locked.kept:
        return locked.kept
    if locked.is_open:
        raise ValidationError(_("Beëindig eerst de sessie."))
    said = said_in(locked)
    if not any(one.answers for one in said):
        raise ValidationError(_("Niemand antwoordde, dus er valt niets te bewaren."))
    locked.kept = source_of(locked).keep(locked, said, actor)
    locked.save(update_fields=["kept"])
    locked.participants.all().delete()
    record("live.kept", partnership=session.partnership, actor=actor, data={"session": session.pk})
    session.kept = locked.kept
    return locked.kept


@transaction.atomic
def throw_away(*, session: Session, actor: Person | None) -> None:
    """The session goes with everything that was answered in it; a round that was kept of it stays."""
    require(actor, RUN, session.partnership)
    record("live.thrown_away", partnership=session.partnership, actor=actor)
    session.delete()


@transaction.atomic
def tidy(*, now: datetime, end_before: datetime, forget_before: datetime) -> tuple[int, int]:
    """End what was left open, and forget what was ended and not kept; returns how many of each."""
    with scopes_disabled():
        left = Session.objects.filter(ended_at=None, opened_at__lt=end_before)
        ended = left.update(state=Session.State.ENDED, ended_at=now, paused=False)
        old = Session.objects.filter(ended_at__lt=forget_before, kept="")
        forgotten = old.count()
        old.delete()
    return ended, forgotten
