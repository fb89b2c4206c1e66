"""Every write about the plan for a college. `actor` None is the system itself: the example data, the nightly job."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Appointment, Membership, Municipality, Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.meadow.college import letters, suggesting
from groeimodel.meadow.college.models import Moment

TEND = "college.tend"


@dataclass(frozen=True, slots=True)
class Planned:
    """What somebody fills in."""

    on: date
    role: str
    what: str
    purpose: str
    other: str = ""
    person: Person | None = None
    """One of the ambassadors."""


@transaction.atomic
def plan(
    *,
    partnership: Partnership,
    municipality: Municipality,
    planned: Planned,
    actor: Person | None,
    at: datetime | None = None,
) -> Moment:
    """Plan a moment with the college of a municipality.

    Raises:
        PermissionDenied: the actor has no part in this municipality and does not coordinate.
        ValidationError: it is no member, or the person is no ambassador of it.
    """
    moment = Moment(partnership=partnership, municipality=municipality)
    require(actor, TEND, moment)
    _fill(moment, planned)
    moment.save()
    _note("college.planned", moment, actor, at=at)
    return moment


@transaction.atomic
def change(*, moment: Moment, planned: Planned, actor: Person | None) -> None:
    """Somebody else, another day, with something else. A new day is a new reminder."""
    require(actor, TEND, moment)
    if planned.on != moment.on:
        moment.reminded_at = None
    _fill(moment, planned)
    moment.suggested = False
    moment.save()
    _note("college.changed", moment, actor)


@transaction.atomic
def finish(
    *, moment: Moment, on: date, outcome: str, actor: Person | None, at: datetime | None = None
) -> None:
    """It took place: what came of it, in a sentence. Saying it again makes it better.

    Raises:
        ValidationError: nothing is said, or the day is still to come.
    """
    require(actor, TEND, moment)
    if not outcome.strip():
        raise ValidationError({"outcome": _("Schrijf in één zin wat ervan kwam.")})
    if on > timezone.localdate():
        raise ValidationError({"done_on": _("Deze dag moet nog komen.")})
    moment.done_on, moment.outcome, moment.suggested = on, outcome.strip(), False
    moment.full_clean()
    moment.save()
    _note("college.done", moment, actor, at=at)


@transaction.atomic
def reopen(*, moment: Moment, actor: Person | None) -> None:
    """Undo of `finish`: it did not take place after all. What was said of it goes."""
    require(actor, TEND, moment)
    moment.done_on, moment.outcome = None, ""
    moment.save()
    _note("college.reopened", moment, actor)


@transaction.atomic
def remove(*, moment: Moment, actor: Person | None) -> None:
    require(actor, TEND, moment)
    _note("college.removed", moment, actor)
    moment.delete()


@transaction.atomic
def suggest(
    *, partnership: Partnership, municipality: Municipality, today: date, actor: Person | None
) -> list[Moment]:
    """A first plan of three moments; nothing when the municipality has a plan already."""
    blank = Moment(partnership=partnership, municipality=municipality)
    require(actor, TEND, blank)
    # The membership's row is the gate: two taps at the same moment make one plan.
    gate = Membership.objects.filter(partnership=partnership, municipality=municipality, ends=None)
    _member(gate.select_for_update().first())
    if _open(partnership, municipality).filter(on__gte=today).exists():
        return []
    made = [
        Moment(partnership=partnership, municipality=municipality, suggested=True, **wanted)
        for wanted in suggesting.first_plan(partnership, municipality, today)
    ]
    for moment in made:
        moment.full_clean()
        moment.save()
    _note("college.suggested", blank, actor)
    return made


@transaction.atomic
def take_back_suggestion(
    *, partnership: Partnership, municipality: Municipality, actor: Person | None
) -> int:
    """Undo of `suggest`: what nobody touched goes; returns how many."""
    blank = Moment(partnership=partnership, municipality=municipality)
    require(actor, TEND, blank)
    rows = _open(partnership, municipality).filter(suggested=True)
    gone = rows.count()
    if gone:
        rows.delete()
        _note("college.suggestion_taken_back", blank, actor)
    return gone


@transaction.atomic
def remind(*, moment: Moment) -> int:
    """Once, whoever takes it upon them, by mail; returns how many mails."""
    locked = Moment.objects.select_for_update().get(pk=moment.pk)
    if locked.reminded_at is not None or locked.is_done:
        return 0
    moment.reminded_at = timezone.now()
    moment.save(update_fields=["reminded_at"])
    _note("college.reminded", moment, None)
    return letters.remind(moment)


@transaction.atomic
def take_over(*, partnership: Partnership, into: int, parts: Sequence[int]) -> int:
    """After a merger: what is still to come is of the new municipality, what is done stays as it was."""
    rows = Moment.objects.filter(partnership=partnership, municipality__in=parts, done_on=None)
    return rows.update(municipality=into)


def _open(partnership: Partnership, municipality: Municipality) -> QuerySet[Moment]:
    return Moment.objects.filter(partnership=partnership, municipality=municipality, done_on=None)


def _fill(moment: Moment, planned: Planned) -> None:
    moment.on, moment.role, moment.person = planned.on, planned.role, planned.person
    moment.what, moment.purpose = planned.what, planned.purpose.strip()
    moment.other = planned.other.strip() if planned.what == Moment.What.OTHER else ""
    if moment.what == Moment.What.OTHER and not moment.other:
        raise ValidationError({"other": _("Zeg waarmee.")})
    members = Membership.objects.filter(partnership=moment.partnership, ends=None)
    _member(members.filter(municipality=moment.municipality.today).first())
    if moment.person is not None:
        own = Appointment.objects.filter(
            partnership=moment.partnership,
            kind=Appointment.Kind.AMBASSADOR,
            ends=None,
            municipality=moment.municipality.today,
        )
        if moment.role != Moment.Role.AMBASSADOR or not own.filter(person=moment.person).exists():
            raise ValidationError(_("Deze persoon is geen ambassadeur van deze gemeente."))
    moment.full_clean()


def _member(membership: Membership | None) -> None:
    if membership is None:
        raise ValidationError(_("Deze gemeente is geen partner van de samenwerking."))


def _note(verb: str, moment: Moment, actor: Person | None, at: datetime | None = None) -> None:
    record(
        verb,
        partnership=moment.partnership,
        actor=actor,
        municipality=moment.municipality,
        subject=moment if moment.pk else None,
        data={"what": moment.what} if moment.what else {},
        at=at,
    )
