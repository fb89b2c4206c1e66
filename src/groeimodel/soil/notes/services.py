"""Every write of notes and outcomes. `actor` None is the system itself: the example data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Municipality
from groeimodel.foundation.partners.selectors import home_of
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.foundation.search.services import refresh
from groeimodel.rules.notes import merge
from groeimodel.soil.harvest.models import Harvest
from groeimodel.soil.harvest.services import Gain, record_harvest, remove_harvest
from groeimodel.soil.meetings.models import Item, Meeting
from groeimodel.soil.notes.models import LONGEST, Note, Outcome, Revision

QUIET = timedelta(hours=1)
"""Who writes on within an hour is told of once."""
KEPT = timedelta(days=7)
"""How long texts that people sent are kept, beside the last one."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What an open page sends."""

    base: int
    """The revision that its text was written from; 0 is the empty text."""
    text: str
    writer: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    own: int
    """The revision that holds exactly what was sent."""
    head: int
    """The revision that holds everybody's words."""
    text: str
    """Of `head`."""


@transaction.atomic
def write(*, item: Item, sent: Sent, actor: Person | None = None, at: datetime | None = None) -> Written:
    """Join what somebody wrote with what others wrote since; nobody's words are lost (docs/rules/notes.md).

    Raises:
        ValidationError: it becomes too long. Then nothing is changed.
    """
    note, _made = Note.objects.get_or_create(item=item)
    note = (
        Note.objects.select_for_update(of=("self",))
        .select_related("item__meeting__partnership")
        .get(pk=note.pk)
    )
    require(actor, "notes.write", note)
    text = sent.text.replace("\r\n", "\n")
    base = _base(note, sent)
    if base is not None and base.text == text:
        return Written(base.number, note.number, note.text)
    if base is None and sent.base:
        joined = _with_new_lines(note.text, text)
    else:
        joined = merge(base.text if base else "", note.text, text)
    if max(len(joined), len(text)) > LONGEST:
        raise ValidationError(_("Dit verslag wordt te lang. Zet een deel bij een ander punt."))
    now = at or timezone.now()
    _tell(note, actor, now)
    own = _keep(note, sent, text, actor, now)
    if joined != text:
        _keep(note, sent, joined, None, now)
    note.text, note.changed_at = joined, now
    note.save()
    refresh(note)
    return Written(own, note.number, note.text)


def _base(note: Note, sent: Sent) -> Revision | None:
    """What was written from: what this page itself sent last from there, else the revision it names.

    A page whose answer got lost sends from the same base again, with what it sent before in it.
    """
    known = (
        note.revisions.filter(base=sent.base, writer=sent.writer).exclude(by=None) if sent.writer else None
    )
    again = known.order_by("-number").first() if known is not None else None
    return again or note.revisions.filter(number=sent.base).first()


def _with_new_lines(head: str, text: str) -> str:
    """The base is not kept any more (a page that stood open for days): add the lines that are not there yet."""
    there = set(head.splitlines())
    new = [line for line in text.splitlines() if line not in there]
    return "\n".join([head, *new]) if new else head


def _keep(note: Note, sent: Sent, text: str, by: Person | None, at: datetime) -> int:
    note.number += 1
    # What was joined by us (`by` None) is no page's own text, so it is never taken for one.
    Revision.objects.create(
        note=note,
        number=note.number,
        base=sent.base,
        writer=sent.writer if by else "",
        text=text,
        by=by,
        at=at,
    )
    return note.number


def _tell(note: Note, actor: Person | None, at: datetime) -> None:
    meeting = note.item.meeting
    lately = Revision.objects.filter(note__item__meeting=meeting, by=actor, at__gt=at - QUIET)
    if actor is None or lately.exists():
        return
    record(
        "notes.written",
        partnership=meeting.partnership,
        actor=actor,
        municipality=home_of(actor, meeting.partnership),
        subject=meeting,
        data={"meeting": meeting.pk},
        at=at,
    )


def forget_old() -> int:
    """Take away old texts, but for the last one of each note; returns how many."""
    old = Revision.objects.filter(at__lt=timezone.now() - KEPT)
    return old.exclude(number=F("note__number")).delete()[0]


@dataclass(frozen=True, slots=True)
class Found:
    """What somebody takes down as an outcome."""

    kind: str
    text: str
    owner: Person | None = None
    due: date | None = None
    municipality: Municipality | None = None


@transaction.atomic
def note_outcome(
    *,
    meeting: Meeting,
    found: Found,
    item: Item | None = None,
    actor: Person | None = None,
    at: datetime | None = None,
) -> Outcome:
    """Take down a decision, a task, a seed or harvest. A seed goes on to the meadow, harvest to the harvest.

    Raises:
        ValidationError: a task without a day, harvest without a municipality, or a point of another meeting.
    """
    now = at or timezone.now()
    outcome = Outcome(
        partnership=meeting.partnership,
        meeting=meeting,
        item=item,
        kind=found.kind,
        text=found.text,
        noted_by=actor,
        noted_at=now,
    )
    require(actor, "notes.write", outcome)
    if item is not None and item.meeting_id != meeting.pk:
        raise ValidationError(_("Dit punt is van een andere ontmoeting."))
    if found.kind == Outcome.Kind.TODO:
        if found.due is None:
            raise ValidationError(_("Kies tegen wanneer het klaar is."))
        outcome.owner, outcome.due = found.owner, found.due
    if found.kind == Outcome.Kind.HARVEST:
        if found.municipality is None:
            raise ValidationError(_("Kies in welke gemeente het gebruikt wordt."))
        outcome.municipality = found.municipality
        outcome.harvest = _harvest(meeting, found, actor, now)
    outcome.save()
    _note(
        {
            "decision": "notes.decision_noted",
            "todo": "notes.todo_noted",
            "seed": "notes.seed_noted",
            "harvest": "notes.harvest_noted",
        }[found.kind],
        outcome,
        actor=actor,
        at=now,
    )
    return outcome


def _harvest(meeting: Meeting, found: Found, actor: Person | None, now: datetime) -> Harvest:
    assert found.municipality is not None
    gain = Gain(
        found.municipality,
        found.text[:120],
        timezone.localtime(now).date(),
        text=found.text if len(found.text) > 120 else "",
        meeting=meeting,
    )
    return record_harvest(partnership=meeting.partnership, gain=gain, actor=actor, at=now)


@transaction.atomic
def tick(*, outcome: Outcome, done: bool, actor: Person | None = None, at: datetime | None = None) -> None:
    """A task is done, or is not after all."""
    require(actor, "notes.write", outcome)
    if outcome.kind != Outcome.Kind.TODO or bool(outcome.done_at) == done:
        return
    outcome.done_at = (at or timezone.now()) if done else None
    outcome.save(update_fields=["done_at"])
    _note("notes.todo_done" if done else "notes.todo_reopened", outcome, actor=actor, at=at)


@transaction.atomic
def remove_outcome(*, outcome: Outcome, actor: Person | None = None) -> None:
    """Take an outcome away, with the harvest that it made; a seed that did not sprout goes along."""
    require(actor, "notes.write", outcome)
    _note("notes.outcome_removed", outcome, actor=actor)
    harvest = outcome.harvest
    outcome.delete()
    if harvest is not None:
        remove_harvest(harvest=harvest, actor=actor)


def _note(verb: str, outcome: Outcome, *, actor: Person | None, at: datetime | None = None) -> None:
    record(
        verb,
        partnership=outcome.partnership,
        actor=actor,
        municipality=outcome.municipality or (home_of(actor, outcome.partnership) if actor else None),
        subject=outcome,
        data={"meeting": outcome.meeting_id, "outcome": outcome.pk},
        at=at,
    )
