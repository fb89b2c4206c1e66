"""Every write about local checks and preferences. `actor` None is the system itself: the example data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.partners.selectors import MemberSeats, seats_of
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.checks import letters
from groeimodel.meadow.checks.models import CheckCall, LocalCheck, Preference
from groeimodel.meadow.checks.selectors import checks_of, is_open, preferences_of, proposals_of
from groeimodel.soil.needs import services as needs
from groeimodel.soil.needs.models import Need

CHECK, PREFER = "checks.check", "checks.prefer"
AGAIN = timedelta(days=1)
"""So long nobody is mailed again about the same."""
LIKINGS = range(6)
Row = TypeVar("Row", LocalCheck, Preference)


@dataclass(frozen=True, slots=True)
class Called:
    """What came of asking."""

    mails: int
    nobody: tuple[Municipality, ...]
    """Where nobody sits who could be asked."""


@transaction.atomic
def ask_checks(
    *, actions: Sequence[Action], actor: Person | None = None, at: datetime | None = None
) -> Called:
    """Ask every member about these proposals: the officer for the local check, the alderman for a preference too.

    One mail a person, about all they did not say yet. Asking again is a reminder; the first day stays.

    Raises:
        PermissionDenied: the actor neither coordinates nor tends all of these.
        ValidationError: nothing was chosen, or something is no open proposal of one partnership.
    """
    partnership = _one_partnership(actions)
    for action in actions:
        require(actor, "checks.ask", action)
    record(
        "checks.asked",
        partnership=partnership,
        actor=actor,
        data={"actions": " ".join(str(one.pk) for one in actions), "count": len(actions)},
        at=at,
    )
    return _call(partnership, actions, seats_of(partnership), actor, at)


@transaction.atomic
def ask_alderman(
    *,
    actions: Sequence[Action],
    municipality: Municipality,
    actor: Person | None = None,
    at: datetime | None = None,
) -> Called:
    """An officer asks the own alderman for an opinion about proposals (claim W16).

    Raises:
        PermissionDenied: of another municipality, or one that is no partner.
        ValidationError: as `ask_checks`.
    """
    partnership = _one_partnership(actions)
    require(actor, "checks.ask_alderman", CheckCall(partnership=partnership, municipality=municipality))
    record(
        "checks.alderman_asked",
        partnership=partnership,
        actor=actor,
        municipality=municipality,
        data={"actions": " ".join(str(one.pk) for one in actions), "count": len(actions)},
        at=at,
    )
    seats = [one for one in seats_of(partnership) if one.municipality.pk == municipality.pk]
    return _call(partnership, actions, seats, actor, at, officers=False)


def _over() -> str:
    return _("Over dit voorstel kun je niets meer zeggen: het is beslist of gestopt.")


def _one_partnership(actions: Sequence[Action]) -> Partnership:
    if not actions:
        raise ValidationError(_("Kies minstens één voorstel."))
    found = {one.partnership for one in actions}
    if len(found) > 1 or not all(is_open(one) for one in actions):
        raise ValidationError(_over())
    return found.pop()


def _call(
    partnership: Partnership,
    actions: Sequence[Action],
    seats: Sequence[MemberSeats],
    actor: Person | None,
    at: datetime | None,
    *,
    officers: bool = True,
) -> Called:
    """Note who is asked since when, and mail whoever has something left to say and was not mailed today."""
    now = at or timezone.now()
    # The partnership's row is the gate: who asks twice at the same moment mails once.
    Partnership.objects.select_for_update().get(pk=partnership.pk)
    waiting = _note_calls(partnership, actions, [one.municipality for one in seats], actor, now)
    checks, liked = checks_of(actions), preferences_of(actions)
    sitters = {one.person for seat in seats for one in (seat.alderman, seat.officer) if one is not None}
    people = {one.pk: one for one in Person.objects.filter(pk__in=sitters, is_active=True)}
    mails, nobody = 0, []
    for seat in seats:
        where = seat.municipality
        unchecked = [one for one in waiting[where.pk] if where.pk not in checks[one.pk]]
        unsaid = [one for one in waiting[where.pk] if one in unchecked or where.pk not in liked[one.pk]]
        alderman = people.get(seat.alderman.person) if seat.alderman else None
        officer = people.get(seat.officer.person) if seat.officer and officers else None
        if alderman is None and officer is None:
            nobody.append(where)
        if alderman is not None and unsaid:
            mails += letters.ask(partnership, alderman, where, unsaid, alderman=True)
        if officer is not None and unchecked:
            mails += letters.ask(partnership, officer, where, unchecked, alderman=False)
    return Called(mails, tuple(nobody))


def _note_calls(
    partnership: Partnership,
    actions: Sequence[Action],
    municipalities: Sequence[Municipality],
    actor: Person | None,
    now: datetime,
) -> dict[int, list[Action]]:
    """Since when each is asked; gives what each may be mailed about now."""
    keys = [one.pk for one in municipalities]
    calls = CheckCall.objects.filter(action__in=actions, municipality__in=keys)
    before = {(one.action_id, one.municipality_id): one for one in calls}
    fresh = [(one, key) for one in actions for key in keys if (one.pk, key) not in before]
    CheckCall.objects.bulk_create(
        CheckCall(
            partnership=partnership,
            action=one,
            municipality_id=key,
            asked_at=now,
            mailed_at=now,
            asked_by=actor,
        )
        for one, key in fresh
    )
    due = {key for key, call in before.items() if call.mailed_at <= now - AGAIN}
    CheckCall.objects.filter(pk__in=[before[key].pk for key in due]).update(mailed_at=now)
    due |= {(one.pk, key) for one, key in fresh}
    return {key: [one for one in actions if (one.pk, key) in due] for key in keys}


@transaction.atomic
def check(
    *,
    action: Action,
    municipality: Municipality,
    verdict: str,
    need: Need | None = None,
    new_need: str = "",
    why: str = "",
    actor: Person | None = None,
    at: datetime | None = None,
) -> LocalCheck:
    """Say whether a proposal fits a municipality; the last word counts, until the decision.

    `new_need` writes a need down right there, in one sentence; one with the same words is not doubled.

    Raises:
        PermissionDenied: of another municipality, or one that is no partner.
        ValidationError: it fits and no need of the municipality is named, it does not and no reason is given, or it
            was decided already.
    """
    row = _row(LocalCheck, action, municipality)
    require(actor, CHECK, row)
    _still_open(action)
    row.verdict, row.why, row.need = verdict, why.strip(), None
    if verdict == LocalCheck.Verdict.FITS:
        row.need = _need(row, need, new_need, actor, at)
    elif verdict == LocalCheck.Verdict.NOT and not row.why:
        raise ValidationError({"why": _("Schrijf waarom het niet past. Dan kunnen de anderen ermee verder.")})
    _keep(row, actor, at)
    _note("checks.checked", row, actor, at)
    return row


@transaction.atomic
def prefer(
    *,
    action: Action,
    municipality: Municipality,
    liking: int,
    goal: str = "",
    word: str = "",
    actor: Person | None = None,
    at: datetime | None = None,
) -> Preference:
    """An alderman says how much a proposal is liked, 0 to 5, and which goal of the local policy it serves (claim W12).

    Raises:
        PermissionDenied: not the alderman of this municipality, or it is no partner.
        ValidationError: no such liking, or it was decided already.
    """
    row = _row(Preference, action, municipality)
    require(actor, PREFER, row)
    _still_open(action)
    if liking not in LIKINGS:
        raise ValidationError({"liking": _("Kies van 0 tot en met 5.")})
    row.liking, row.goal, row.word = liking, goal.strip(), word.strip()
    _keep(row, actor, at)
    _note("checks.preferred", row, actor, at)
    return row


def _row(model: type[Row], action: Action, municipality: Municipality) -> Row:
    """What was said before, or a new row; the action is held, so that two words do not cross each other or a decision."""
    Action.objects.select_for_update(of=("self",)).get(pk=action.pk)
    found = model.objects.filter(action=action, municipality=municipality).first()
    if found is not None:
        return found
    if not action.partnership.memberships.filter(municipality=municipality, ends=None).exists():
        raise PermissionDenied("Deze gemeente is geen partner van de samenwerking.")
    return model(partnership=action.partnership, action=action, municipality=municipality)


def _still_open(action: Action) -> None:
    if not proposals_of(action.partnership).filter(pk=action.pk).exists():
        raise ValidationError(_over())


def _need(
    row: LocalCheck, need: Need | None, new_need: str, actor: Person | None, at: datetime | None
) -> Need:
    """The need that it fits: one that stands there, or a new one."""
    where, title = row.municipality, new_need.strip()
    if title:
        known = Need.objects.filter(partnership=row.partnership, municipality=where, closed_on=None)
        same = known.filter(title__iexact=title).first()
        heard = needs.Heard(where, title, timezone.localdate(at))
        return same or needs.note_need(partnership=row.partnership, heard=heard, actor=actor, at=at)
    if need is None:
        raise ValidationError({"need": _("Kies de nood waar het bij past, of schrijf er een op.")})
    if need.partnership_id != row.partnership_id or need.municipality.today != where.pk:
        raise ValidationError({"need": _("Dit is een nood van een andere gemeente.")})
    return need


def _keep(row: LocalCheck | Preference, actor: Person | None, at: datetime | None) -> None:
    row.by, row.at = actor, at or timezone.now()
    row.full_clean()
    row.save()


def _note(verb: str, row: LocalCheck | Preference, actor: Person | None, at: datetime | None) -> None:
    record(
        verb,
        partnership=row.partnership,
        actor=actor,
        municipality=row.municipality,
        subject=row.action,
        data={"action": row.action_id},
        at=at,
    )


@transaction.atomic
def take_over(*, partnership: Partnership, into: int, parts: Sequence[int]) -> None:
    """After a merger: of what two parts said about an open proposal the later word stays, and the earlier question."""
    where = {"action__in": proposals_of(partnership), "municipality__in": [*parts, into]}
    _to_one(list(LocalCheck.objects.filter(**where).order_by("at", "pk")), into)
    _to_one(list(Preference.objects.filter(**where).order_by("at", "pk")), into)
    _to_one(list(CheckCall.objects.filter(**where).order_by("-asked_at", "-pk")), into)


def _to_one(rows: Sequence[LocalCheck | Preference | CheckCall], into: int) -> None:
    """Of each action the last of these rows stays, at the new municipality."""
    kept: dict[int, LocalCheck | Preference | CheckCall] = {}
    for row in rows:
        if row.action_id in kept:
            kept[row.action_id].delete()
        kept[row.action_id] = row
    for row in kept.values():
        row.municipality_id = into
        row.save(update_fields=["municipality"])
