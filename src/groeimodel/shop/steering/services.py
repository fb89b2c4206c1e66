"""Every write about who steers and who can what. `actor` None is the system itself: the example data, what follows a vote."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from groeimodel.content.steering import steering
from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.shop.sittings import services as sittings
from groeimodel.shop.sittings.models import AgendaItem, Sitting
from groeimodel.shop.steering.models import Assumption, Cover, Hand, OwnCompetence, ProcessMandate


@dataclass(frozen=True, slots=True)
class Given:
    """A process mandate as it is to be."""

    title: str
    starts: date
    ends: date
    steers: Sequence[Person]
    assists: Sequence[Person] = ()
    follows: Sequence[Person] = ()
    topic: str = ""
    task: str = ""
    basis: str = ""
    waits: bool = False
    """An organ still has to decide on it."""


@transaction.atomic
def give(
    *,
    partnership: Partnership,
    given: Given,
    replaces: ProcessMandate | None = None,
    actor: Person | None = None,
    at: datetime | None = None,
) -> ProcessMandate:
    """Note who steers, assists and follows up. What it replaces stops on the day that this one begins to hold.

    Raises:
        ValidationError: nobody steers, or the days do not fit.
    """
    require(actor, "steering.tend", partnership)
    problems = []
    if not given.steers:
        problems.append(_("Zeg wie stuurt."))
    if given.ends < given.starts:
        problems.append(_("De laatste dag ligt voor de eerste."))
    if problems:
        raise ValidationError(problems)
    mandate = ProcessMandate(
        partnership=partnership,
        topic=given.topic,
        title=given.title.strip(),
        task=given.task.strip(),
        starts=given.starts,
        ends=given.ends,
        basis=given.basis.strip(),
        given_on=None if given.waits else given.starts,
        replaces=replaces,
        noted_by=actor,
    )
    mandate.full_clean()
    mandate.save()
    people = {
        Hand.Kind.STEERS: given.steers,
        Hand.Kind.ASSISTS: given.assists,
        Hand.Kind.FOLLOWS: given.follows,
    }
    Hand.objects.bulk_create(
        Hand(mandate=mandate, person=one, kind=kind)
        for kind, some in people.items()
        for one in dict.fromkeys(some)
    )
    if replaces is not None and not given.waits:
        _close(replaces, ProcessMandate.Close.REPLACED, given.starts)
    _note("steering.proposed" if given.waits else "steering.given", mandate, actor=actor, at=at)
    return mandate


@transaction.atomic
def stop(*, mandate: ProcessMandate, on: date, actor: Person | None = None) -> ProcessMandate:
    """From this day on nobody has this mandate any more; it stays to be read."""
    require(actor, "steering.tend", mandate)
    if mandate.closed_on is None:
        _close(mandate, ProcessMandate.Close.STOPPED, on)
        _note("steering.stopped", mandate, actor=actor)
    return mandate


@transaction.atomic
def reopen(*, mandate: ProcessMandate, actor: Person | None = None) -> ProcessMandate:
    """It was stopped by mistake."""
    require(actor, "steering.tend", mandate)
    if mandate.closed_why != ProcessMandate.Close.STOPPED:
        raise ValidationError(_("Alleen wat gestopt is, kan weer verder."))
    mandate.closed_on, mandate.closed_why = None, ""
    mandate.save(update_fields=["closed_on", "closed_why"])
    _note("steering.reopened", mandate, actor=actor)
    return mandate


@transaction.atomic
def on_agenda(
    *, mandate: ProcessMandate, sitting: Sitting, kind: str = "persons", actor: Person | None = None
) -> AgendaItem:
    """Ask an organ to decide on it."""
    require(actor, "steering.tend", mandate)
    if mandate.given_on is not None or mandate.closed_on is not None:
        raise ValidationError(_("Over dit mandaat is al beslist."))
    title = _("Wie stuurt: %(title)s") % {"title": mandate.title}
    return sittings.put_on_agenda(
        sitting=sitting, title=title, text=mandate.task, kind=kind, subject=mandate.subject, actor=actor
    )


@transaction.atomic
def adopted(*, partnership: Partnership, pk: int, on: date, decision: int, adopts: bool) -> None:
    """An organ decided: it holds from its first day on, or it never will."""
    rows = ProcessMandate.objects.select_for_update(of=("self",)).filter(partnership=partnership, pk=pk)
    mandate = rows.select_related("partnership", "replaces__partnership").first()
    if mandate is None or mandate.closed_on is not None:
        return
    mandate.decision = decision
    if not adopts:
        mandate.save(update_fields=["decision"])
        _close(mandate, ProcessMandate.Close.REJECTED, on)
        _note("steering.rejected", mandate, actor=None)
        return
    mandate.given_on = on
    mandate.save(update_fields=["decision", "given_on"])
    if mandate.replaces is not None and mandate.replaces.closed_on is None:
        _close(mandate.replaces, ProcessMandate.Close.REPLACED, max(on, mandate.starts))
    _note("steering.given", mandate, actor=None)


def _close(mandate: ProcessMandate, why: str, on: date) -> None:
    mandate.closed_on, mandate.closed_why = on, why
    mandate.save(update_fields=["closed_on", "closed_why"])


@transaction.atomic
def cover(
    *,
    partnership: Partnership,
    competence: str,
    person: Person,
    note: str = "",
    actor: Person | None = None,
    at: datetime | None = None,
) -> Cover:
    """Say that somebody covers a kind of expertise: of oneself, or as coordinator of anybody.

    Raises:
        ValidationError: there is no such kind of expertise.
    """
    require(actor, "steering.say", partnership)
    row = Cover(partnership=partnership, competence=competence, person=person)
    require(actor, "steering.cover", row)
    own = {one.key for one in OwnCompetence.objects.filter(partnership=partnership)}
    if competence not in own and steering().competence(competence) is None:
        raise ValidationError(_("Deze kennis staat niet op de kaart."))
    found, fresh = Cover.objects.update_or_create(
        partnership=partnership, competence=competence, person=person, defaults={"note": note.strip()}
    )
    if fresh:
        record(
            "steering.covered", partnership=partnership, actor=actor, subject=found, data=_of(found), at=at
        )
    return found


@transaction.atomic
def uncover(*, row: Cover, actor: Person | None = None) -> None:
    require(actor, "steering.cover", row)
    record("steering.uncovered", partnership=row.partnership, actor=actor, subject=row, data=_of(row))
    row.delete()


@transaction.atomic
def add_competence(
    *, partnership: Partnership, title: str, what: str = "", actor: Person | None = None
) -> OwnCompetence:
    """Add a kind of expertise to the map of this partnership."""
    require(actor, "steering.tend", partnership)
    row = OwnCompetence(partnership=partnership, title=title.strip(), what=what.strip())
    row.full_clean()
    row.save()
    record("steering.competence_added", partnership=partnership, actor=actor, subject=row)
    return row


@transaction.atomic
def remove_competence(*, row: OwnCompetence, actor: Person | None = None) -> None:
    """Take it off the map again, with who covered it."""
    require(actor, "steering.tend", row)
    Cover.objects.filter(partnership=row.partnership, competence=row.key).delete()
    record("steering.competence_removed", partnership=row.partnership, actor=actor, subject=row)
    row.delete()


@transaction.atomic
def assume(
    *, partnership: Partnership, hours_per_sitting: Decimal, actor: Person | None = None
) -> Assumption:
    """How many hours a sitting takes, with all that belongs to it, as the partnership sees it."""
    require(actor, "steering.tend", partnership)
    row = Assumption.objects.filter(partnership=partnership).first() or Assumption(partnership=partnership)
    row.hours_per_sitting = hours_per_sitting
    row.full_clean()
    row.save()
    record("steering.assumed", partnership=partnership, actor=actor, data={"hours": float(hours_per_sitting)})
    return row


def _of(row: Cover) -> dict[str, str | int | float | bool | None]:
    return {"competence": row.competence, "person": row.person_id}


def _note(verb: str, mandate: ProcessMandate, *, actor: Person | None, at: datetime | None = None) -> None:
    record(
        verb,
        partnership=mandate.partnership,
        actor=actor,
        subject=mandate,
        data={"mandate": mandate.pk},
        at=at,
    )
