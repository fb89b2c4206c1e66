"""Answering: whoever has the link of a sheet answers it; each page keeps what it got."""

from __future__ import annotations

from collections.abc import Mapping, Set
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django_scopes import scopes_disabled

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.gauge.expectations.models import Round, Sheet
from groeimodel.gauge.expectations.selectors import seats_held

VALUES = frozenset({1, 2, 3, 4, 5, None})


class RoundIsClosed(Exception):
    """Answers came in after the round was closed; nothing was kept of them."""


@transaction.atomic
def sheet_for(*, round: Round, actor: Person) -> Sheet:
    """The sheet of somebody who sits here, the first that is not handed in; made for who took a seat after the opening.

    Raises:
        PermissionDenied: this person holds no seat here.
        RoundIsClosed: the round takes no more answers.
    """
    require(actor, "expectations.answer", round.partnership)
    if not round.is_open:
        raise RoundIsClosed
    sheets = []
    for municipality, role in seats_held(actor, round.partnership):
        sheet, _new = Sheet.objects.get_or_create(
            round=round, municipality_id=municipality, role=role, person=actor
        )
        sheets.append(sheet)
    return next((one for one in sheets if one.submitted_at is None), sheets[0])


@transaction.atomic
def say(*, sheet: Sheet, words: str) -> None:
    """What this person expects, in own words. Raises RoundIsClosed."""
    locked = _open(sheet)
    locked.words = words
    locked.save(update_fields=["words"])
    sheet.words = words


@transaction.atomic
def answer(*, sheet: Sheet, key: str, importance: int | None, fulfilment: int | None) -> None:
    """Keep what was said of one expectation; None leaves it open. Two tabs of one person lose nothing: the row is held.

    Raises:
        RoundIsClosed: the round takes no more answers.
        ValidationError: no such expectation or value.
    """
    locked = _open(sheet)
    _check(locked, {key}, {importance, fulfilment})
    for given, value in ((locked.importance, importance), (locked.fulfilment, fulfilment)):
        if value is None:
            given.pop(key, None)
        else:
            given[key] = value
    locked.save(update_fields=["importance", "fulfilment"])
    sheet.importance, sheet.fulfilment = locked.importance, locked.fulfilment


@transaction.atomic
def guess(*, sheet: Sheet, guesses: Mapping[str, int]) -> None:
    """What this person thinks that the other role finds important; what is not there is not guessed. Raises as `answer`."""
    locked = _open(sheet)
    _check(locked, set(guesses), set(guesses.values()))
    locked.guesses = dict(guesses)
    locked.save(update_fields=["guesses"])
    sheet.guesses = locked.guesses


@transaction.atomic
def submit(*, sheet: Sheet, at: datetime | None = None) -> None:
    """Hand it in; until the round closes it can still be changed, and the last answer counts.

    Raises:
        RoundIsClosed: the round takes no more answers.
        ValidationError: nothing was answered.
    """
    locked = _open(sheet)
    if not locked.importance and not locked.fulfilment:
        raise ValidationError(_("Beantwoord eerst minstens één verwachting."))
    first = locked.submitted_at is None
    locked.submitted_at = locked.submitted_at or at or timezone.now()
    locked.save(update_fields=["submitted_at"])
    sheet.submitted_at = locked.submitted_at
    if first:
        record(
            "expectations.spoken",
            partnership=locked.round.partnership,
            actor=locked.person,
            municipality=locked.municipality,
            data={"round": locked.round_id},
            at=locked.submitted_at,
        )


def _open(sheet: Sheet) -> Sheet:
    """The sheet as it stands now, held until the transaction ends."""
    with scopes_disabled():  # who answers comes in by a link, outside any partnership
        Round.objects.select_for_update().get(pk=sheet.round_id)
    rows = Sheet.objects.select_for_update(of=("self",)).select_related(
        "round__partnership", "municipality", "person"
    )
    locked = rows.get(pk=sheet.pk)
    if not locked.round.is_open:
        raise RoundIsClosed
    return locked


def _check(sheet: Sheet, keys: Set[str], values: Set[int | None]) -> None:
    if not (keys <= set(sheet.round.keys) and values <= VALUES):
        raise ValidationError(_("Dit antwoord bestaat niet. Kies 1 tot 5."))
