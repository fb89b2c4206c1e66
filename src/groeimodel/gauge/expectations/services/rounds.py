"""Rounds: open, remind, close; by somebody or by themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.partners.selectors import seats_of
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.gauge.expectations import letters
from groeimodel.gauge.expectations.models import Expectation, Round, Sheet
from groeimodel.gauge.expectations.services.asking import RUN, common_set

OPEN_DAYS = 21
"""So long a round stays open when nobody says otherwise: two of three weeks of leave do not miss it."""


@transaction.atomic
def open_round(
    *,
    partnership: Partnership,
    actor: Person | None,
    closes_on: date | None = None,
    at: datetime | None = None,
    mail: bool = True,
) -> Round:
    """Ask every seat that is filled, by mail, with a link that needs no signing in.

    Raises:
        ValidationError: another round is open, nobody can be asked, or the last day is not after today.
    """
    require(actor, RUN, partnership)
    at = at or timezone.now()
    last_day = closes_on or timezone.localdate(at) + timedelta(days=OPEN_DAYS)
    if last_day <= timezone.localdate(at):
        raise ValidationError(_("Kies een laatste dag na vandaag."))
    seats = seats_of(partnership)
    if not any(one.alderman or one.officer for one in seats):
        raise ValidationError(
            _("Er is nog niemand om het aan te vragen. Nodig eerst een schepen of ambtenaar uit.")
        )
    round = _create(
        Round(
            partnership=partnership,
            asked=asked_of(common_set(partnership)),
            opened_by=actor,
            opened_at=at,
            closes_on=last_day,
        )
    )
    sheets = Sheet.objects.bulk_create(
        [
            Sheet(round=round, municipality=seat.municipality, role=role, person_id=sitter.person)
            for seat in seats
            for role, sitter in (("alderman", seat.alderman), ("officer", seat.officer))
            if sitter is not None
        ]
    )
    if mail:
        letters.ask(round, [one.pk for one in sheets])
    record("expectations.round_opened", partnership=partnership, actor=actor, data={"round": round.pk}, at=at)
    return round


def asked_of(rows: Sequence[Expectation]) -> list[dict[str, Any]]:
    return [{"key": one.key, "text": one.text, "question": one.question, "guess": one.guess} for one in rows]


def _create(round: Round) -> Round:
    """Save it, where no other is open."""
    open_already = ValidationError(_("Er loopt al een ronde. Sluit die eerst."))
    if Round.objects.filter(partnership=round.partnership, closed_at=None).exists():
        raise open_already
    try:
        with transaction.atomic():
            round.save()
    except IntegrityError as error:  # somebody else opened one at the same moment
        raise open_already from error
    return round


@transaction.atomic
def close_round(*, round: Round, actor: Person | None, at: datetime | None = None) -> None:
    """No more answers from now on; what was filled in and not handed in counts too. Closing twice changes nothing.

    Who answered some of it said it already, on pages that keep each answer: a phone that was put away is no refusal.
    """
    require(actor, RUN, round.partnership)
    locked = Round.objects.select_for_update().get(pk=round.pk)
    if not locked.is_open:
        round.closed_at = locked.closed_at
        return
    round.closed_at = at or timezone.now()
    round.save(update_fields=["closed_at"])
    unsent = round.sheets.filter(submitted_at=None).exclude(importance={}, fulfilment={})
    unsent.update(submitted_at=round.closed_at)
    record(
        "expectations.round_closed",
        partnership=round.partnership,
        actor=actor,
        data={"round": round.pk},
        at=round.closed_at,
    )


@transaction.atomic
def remind(*, round: Round) -> int:
    """Once, everybody who did not hand in; returns how many mails."""
    locked = Round.objects.select_for_update().get(pk=round.pk)
    if not locked.is_open or locked.reminded_at is not None:
        return 0
    locked.reminded_at = timezone.now()
    locked.save(update_fields=["reminded_at"])
    waiting = list(round.sheets.filter(submitted_at=None).values_list("pk", flat=True))
    return letters.ask(round, waiting, again=True)


@dataclass(frozen=True, slots=True)
class Said:
    """What one participant of a live session answered; key of an expectation to 1-5."""

    municipality: Municipality
    role: str
    importance: Mapping[str, int] = field(default_factory=dict)
    fulfilment: Mapping[str, int] = field(default_factory=dict)


@transaction.atomic
def keep_session(
    *,
    partnership: Partnership,
    asked: Sequence[Mapping[str, Any]],
    said: Sequence[Said],
    actor: Person | None,
    at: datetime | None = None,
) -> Round:
    """Keep the outcome of a live session as a round that is closed at once.

    Raises:
        ValidationError: another round is open, or nobody answered.
    """
    require(actor, RUN, partnership)
    at = at or timezone.now()
    answered = [one for one in said if one.importance or one.fulfilment]
    if not answered:
        raise ValidationError(_("Niemand antwoordde, dus er valt niets te bewaren."))
    round = _create(
        Round(
            partnership=partnership,
            asked=[dict(one) for one in asked],
            opened_by=actor,
            opened_at=at,
            closes_on=timezone.localdate(at),
            live=True,
        )
    )
    Sheet.objects.bulk_create(
        [
            Sheet(
                round=round,
                municipality=one.municipality,
                role=one.role,
                importance=dict(one.importance),
                fulfilment=dict(one.fulfilment),
                submitted_at=at,
            )
            for one in answered
        ]
    )
    round.closed_at = at
    round.save(update_fields=["closed_at"])
    record("expectations.round_closed", partnership=partnership, actor=actor, data={"round": round.pk}, at=at)
    return round


@transaction.atomic
def take_over(*, partnership: Partnership, into: int, parts: Sequence[int]) -> int:
    """Sheets of a round that is still open go along to the municipality that took over; ended rounds stay as they were."""
    moved = 0
    for sheet in Sheet.objects.filter(
        round__partnership=partnership, round__closed_at=None, municipality__in=parts
    ):
        same = Sheet.objects.filter(
            round=sheet.round_id, municipality=into, role=sheet.role, person=sheet.person_id
        )
        if sheet.person_id is not None and same.exists():
            continue  # the same person is asked for the new one already
        sheet.municipality_id = into
        sheet.save(update_fields=["municipality"])
        moved += 1
    return moved
