"""What is asked, and how often: edited per partnership."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.content.expectations import FEWEST, MOST, expectations
from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.gauge.expectations.models import Expectation, Gauge

RUN = "expectations.run"


@dataclass(frozen=True, slots=True)
class Wording:
    text: str
    question: str = ""
    guess: bool = False


def common_set(partnership: Partnership) -> list[Expectation]:
    """What is asked now, in order; the set of the content until somebody changes it. One query, two the first time."""
    rows = list(Expectation.objects.filter(partnership=partnership))
    if not rows:
        rows = [
            Expectation(
                partnership=partnership,
                key=one.id,
                text=one.text,
                question=one.question,
                guess=one.guess,
                place=place,
            )
            for place, one in enumerate(expectations())
        ]
    return [one for one in rows if one.retired_at is None]


@transaction.atomic
def choose_cadence(*, partnership: Partnership, months: int, actor: Person | None) -> None:
    """How often a round opens by itself; 0 is never."""
    require(actor, RUN, partnership)
    if months not in Gauge.Cadence.values:
        raise ValidationError(_("Kies een van de ritmes."))
    Gauge.objects.update_or_create(partnership=partnership, defaults={"cadence": months})
    _note(partnership, actor)


@transaction.atomic
def add_expectation(*, partnership: Partnership, wording: Wording, actor: Person | None) -> Expectation:
    """Write one at the end of the set.

    Raises:
        ValidationError: it is asked already, or there are as many as fit in three minutes.
    """
    require(actor, RUN, partnership)
    rows = _own_set(partnership)
    _check_new(rows, wording.text)
    if len(_asked(rows)) >= MOST:
        raise ValidationError(
            _("Meer dan %(most)s verwachtingen past niet in drie minuten. Laat er eerst een weg.")
            % {"most": MOST}
        )
    row = Expectation.objects.create(
        partnership=partnership,
        key=f"own-{secrets.token_hex(6)}",
        text=wording.text,
        question=wording.question,
        guess=wording.guess,
        place=max(one.place for one in rows) + 1,
    )
    _note(partnership, actor)
    return row


@transaction.atomic
def change_expectation(*, partnership: Partnership, key: str, wording: Wording, actor: Person | None) -> None:
    """Say it in other words; it stays the same expectation, so rounds can be compared."""
    require(actor, RUN, partnership)
    rows = _own_set(partnership)
    row = _find(rows, key)
    _check_new([one for one in rows if one is not row], wording.text)
    row.text, row.question, row.guess = wording.text, wording.question, wording.guess
    row.save(update_fields=["text", "question", "guess"])
    _note(partnership, actor)


@transaction.atomic
def move_expectation(*, partnership: Partnership, key: str, up: bool, actor: Person | None) -> None:
    """One place up or down; at the end it stays where it is."""
    require(actor, RUN, partnership)
    rows = _asked(_own_set(partnership))
    at = rows.index(_find(rows, key))
    to = at - 1 if up else at + 1
    if not 0 <= to < len(rows):
        return
    rows[at].place, rows[to].place = rows[to].place, rows[at].place
    Expectation.objects.bulk_update([rows[at], rows[to]], ["place"])
    _note(partnership, actor)


@transaction.atomic
def retire_expectation(*, partnership: Partnership, key: str, actor: Person | None) -> None:
    """Ask it no more; rounds that asked it keep it.

    Raises:
        ValidationError: fewer than five would be left.
    """
    require(actor, RUN, partnership)
    rows = _own_set(partnership)
    if len(_asked(rows)) <= FEWEST:
        raise ValidationError(
            _("Minder dan %(fewest)s verwachtingen zegt te weinig. Schrijf er eerst een bij.")
            % {"fewest": FEWEST}
        )
    row = _find(rows, key)
    row.retired_at = timezone.now()
    row.save(update_fields=["retired_at"])
    _note(partnership, actor)


@transaction.atomic
def take_back(*, partnership: Partnership, key: str, actor: Person | None) -> None:
    """Ask again what was left out; undo of retiring."""
    require(actor, RUN, partnership)
    rows = _own_set(partnership)
    if len(_asked(rows)) >= MOST:
        raise ValidationError(
            _("Meer dan %(most)s verwachtingen past niet in drie minuten. Laat er eerst een weg.")
            % {"most": MOST}
        )
    row = next((one for one in rows if one.key == key), None)
    if row is not None and row.retired_at is not None:
        row.retired_at = None
        row.save(update_fields=["retired_at"])
        _note(partnership, actor)


def _own_set(partnership: Partnership) -> list[Expectation]:
    """The rows of the partnership, retired ones too; made of the content before the first change.

    The partnership is held, so that two people do not make them at the same moment.
    """
    Partnership.objects.select_for_update().get(pk=partnership.pk)
    rows = list(Expectation.objects.filter(partnership=partnership))
    if not rows:
        Expectation.objects.bulk_create(common_set(partnership))
        rows = list(Expectation.objects.filter(partnership=partnership))
    return rows


def _asked(rows: list[Expectation]) -> list[Expectation]:
    return [one for one in rows if one.retired_at is None]


def _find(rows: list[Expectation], key: str) -> Expectation:
    for one in rows:
        if one.key == key and one.retired_at is None:
            return one
    raise ValidationError(_("Deze verwachting wordt niet meer gevraagd."))


def _check_new(rows: list[Expectation], text: str) -> None:
    if any(one.text.casefold() == text.casefold() for one in _asked(rows)):
        raise ValidationError(_("Deze verwachting staat er al."))


def _note(partnership: Partnership, actor: Person | None) -> None:
    record("expectations.set_changed", partnership=partnership, actor=actor)
