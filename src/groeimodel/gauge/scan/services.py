"""Every write of the scan. `by` None is the system itself: the example data."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django_scopes import scopes_disabled

from groeimodel import content as texts
from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.gauge.scan.models import Questionnaire, Role, Round, RoundLink, Sheet
from groeimodel.gauge.scan.selectors import content_of, may_reopen
from groeimodel.rules.growth.content import SEAT_ROLES

ANSWERS = frozenset({1, 2, 3, 4, 5, None})


@dataclass(frozen=True, slots=True)
class Said:
    """What one participant of a live session answered; statement to 1-5, None for 'don't know'."""

    role: str
    municipality: Municipality | None
    answers: Mapping[str, int | None]


class RoundIsClosed(Exception):
    """Answers came in after the round was closed; nothing was kept of them."""


class SheetIsHandedIn(Exception):
    """Answers came in after the sheet was handed in; what was handed in stays as it is."""


def current_questionnaire() -> Questionnaire:
    """The row of the content that this version ships; made at its first use."""
    text = texts.to_json(texts.load())
    digest = hashlib.sha256(text.encode()).hexdigest()
    row, _ = Questionnaire.objects.get_or_create(
        digest=digest, defaults={"content": text, "version": texts.load().version}
    )
    return row


@transaction.atomic
def open_round(
    *,
    partnership: Partnership,
    by: Person | None,
    title: str,
    short: bool = False,
    privacy: str = Round.Privacy.OPEN,
    with_guesses: bool = True,
    at: datetime | None = None,
) -> Round:
    """Open a round with a link per role.

    Raises:
        PermissionDenied: `by` neither coordinates nor supports the partnership.
        ValidationError: another round is still open, or the partnership has no members.
    """
    require(by, "scan.run_round", partnership)
    if Round.objects.filter(partnership=partnership, closed_at__isnull=True).exists():
        raise ValidationError("Er loopt al een ronde. Sluit die eerst.")
    if not partnership.memberships.filter(ends__isnull=True).exists():
        raise ValidationError("Deze samenwerking heeft nog geen partners. Voeg eerst gemeenten toe.")
    at = at or timezone.now()
    try:
        with transaction.atomic():
            round = Round.objects.create(
                partnership=partnership,
                questionnaire=current_questionnaire(),
                title=title,
                short=short,
                privacy=privacy,
                with_guesses=with_guesses,
                opened_by=by,
                opened_at=at,
            )
    except IntegrityError as error:  # somebody else opened one at the same moment
        raise ValidationError("Er loopt al een ronde. Sluit die eerst.") from error
    RoundLink.objects.bulk_create([RoundLink(round=round, role=role) for role in Role.values])
    record("scan.round_opened", partnership=partnership, actor=by, data={"round": round.pk}, at=at)
    return round


@transaction.atomic
def close_round(*, round: Round, by: Person | None, at: datetime | None = None) -> None:
    """No more answers from now on; the result can be seen. Closing twice changes nothing."""
    require(by, "scan.run_round", round.partnership)
    _lock(round)
    if not round.is_open:
        return
    round.closed_at = at or timezone.now()
    round.save(update_fields=["closed_at"])
    heard = round.sheets.filter(submitted_at__isnull=False).count()
    data = {"round": round.pk, "sheets": heard}
    record("scan.round_closed", partnership=round.partnership, actor=by, data=data, at=round.closed_at)


@transaction.atomic
def reopen_round(*, round: Round, by: Person | None) -> None:
    """Undo of closing; of a round that is open it changes nothing.

    Raises ValidationError while another round is open, and for a confidential round that was answered: the
    difference between two results would show what the last one answered.
    """
    require(by, "scan.run_round", round.partnership)
    _lock(round)
    if round.is_open:
        return
    if not may_reopen(round):
        raise ValidationError(
            "Deze ronde kan niet opnieuw open: uit het verschil tussen twee resultaten zou blijken wat iemand"
            " antwoordde. Open een nieuwe ronde."
        )
    others = Round.objects.filter(partnership=round.partnership_id, closed_at__isnull=True)
    if others.exclude(pk=round.pk).exists():
        raise ValidationError("Er loopt al een andere ronde. Sluit die eerst.")
    round.closed_at = None
    try:
        with transaction.atomic():
            round.save(update_fields=["closed_at"])
    except IntegrityError as error:  # somebody else opened another one at the same moment
        raise ValidationError("Er loopt al een andere ronde. Sluit die eerst.") from error
    record("scan.round_reopened", partnership=round.partnership, actor=by, data={"round": round.pk})


@transaction.atomic
def start_sheet(
    *,
    role: str,
    round: Round | None = None,
    municipality: Municipality | None = None,
    short: bool = False,
    aim: str = "",
    at: datetime | None = None,
) -> Sheet:
    """An empty sheet: of a round (its form and questionnaire), or of a visitor alone.

    Raises:
        RoundIsClosed: the round takes no more answers.
        ValidationError: a seat role without a municipality of the partnership.
    """
    if role not in Role.values:
        raise ValidationError("Kies je rol.")
    if round is not None:
        if not round.is_open:
            raise RoundIsClosed
        _check_municipality(round, role, municipality)
    return Sheet.objects.create(
        round=round,
        questionnaire=round.questionnaire if round else current_questionnaire(),
        role=role,
        municipality=municipality,
        short=round.short if round else short,
        aim=aim,
        started_at=at or timezone.now(),
    )


def _check_municipality(round: Round, role: str, municipality: Municipality | None) -> None:
    if municipality is None:
        if role in SEAT_ROLES:
            raise ValidationError("Kies je gemeente.")
    elif not round.partnership.memberships.filter(municipality=municipality).exists():
        raise ValidationError("Deze gemeente is geen partner van de samenwerking.")


@transaction.atomic
def answer(
    *, sheet: Sheet, answers: Mapping[str, int | None], guesses: Mapping[str, int | None] | None = None
) -> None:
    """Keep answers (and guesses), beside those that are there already.

    Two tabs of one person may save at the same time: the row is locked and only these answers change.
    Raises RoundIsClosed, SheetIsHandedIn, or ValidationError for a statement or answer that does not exist.
    """
    locked = _locked(sheet)
    check_open(locked)
    known = {one.id for one in content_of(locked.questionnaire).statements}
    for given in (answers, guesses or {}):
        if not (set(given) <= known and set(given.values()) <= ANSWERS):
            raise ValidationError("Dit antwoord bestaat niet. Kies 1 tot 5, of 'weet ik niet'.")
    locked.answers |= answers
    locked.guesses |= {id: value for id, value in (guesses or {}).items() if value is not None}
    locked.save(update_fields=["answers", "guesses"])
    sheet.answers, sheet.guesses = locked.answers, locked.guesses


@transaction.atomic
def note_views(*, sheet: Sheet, needs: str = "", thresholds: str = "", opportunities: str = "") -> None:
    """What this person needs, what stands in the way and what chances there are (claim G2).

    Raises RoundIsClosed or SheetIsHandedIn.
    """
    check_open(_locked(sheet))
    sheet.needs, sheet.thresholds, sheet.opportunities = needs, thresholds, opportunities
    sheet.save(update_fields=["needs", "thresholds", "opportunities"])


@transaction.atomic
def submit(*, sheet: Sheet, at: datetime | None = None) -> None:
    """Hand the sheet in; a second time changes nothing.

    The round is locked too: a sheet that came in while it closed would change a result that is seen already.
    Raises RoundIsClosed, or ValidationError for a sheet without any answer.
    """
    if sheet.round is not None:
        _lock(sheet.round)
    locked = _locked(sheet)
    if locked.submitted_at is None:
        check_open(locked)
        if not any(value is not None for value in locked.answers.values()):
            raise ValidationError("Beantwoord eerst minstens één stelling.")
        locked.submitted_at = at or timezone.now()
        locked.save(update_fields=["submitted_at"])
    sheet.submitted_at = locked.submitted_at


@transaction.atomic
def delete_sheet(*, sheet: Sheet) -> None:
    """Only a visitor's own scan can be thrown away, by whoever has its link."""
    if sheet.round_id is not None:
        raise ValidationError("Een antwoord in een ronde kan alleen de coördinator laten wissen.")
    sheet.delete()


def check_open(sheet: Sheet) -> None:
    """Whether this sheet still takes answers: raises SheetIsHandedIn or RoundIsClosed when it does not."""
    if sheet.submitted_at is not None:
        raise SheetIsHandedIn
    if sheet.round is not None and not sheet.round.is_open:
        raise RoundIsClosed


@transaction.atomic
def keep_session(
    *,
    partnership: Partnership,
    by: Person | None,
    title: str,
    privacy: str,
    said: Sequence[Said],
    short: bool,
    at: datetime | None = None,
) -> Round:
    """Keep the outcome of a live session as a round that is closed at once. Raises as `open_round`."""
    require(by, "scan.run_round", partnership)
    round = open_round(
        partnership=partnership, by=by, title=title, short=short, privacy=privacy, with_guesses=False, at=at
    )
    Sheet.objects.bulk_create(session_sheets(round, said, at=round.opened_at))
    close_round(round=round, by=by, at=round.opened_at)
    return round


def session_sheets(round: Round, said: Sequence[Said], *, at: datetime) -> list[Sheet]:
    """Sheets of what was answered, not saved: also of a round that is only made to look at its result."""
    return [
        Sheet(
            round=round,
            questionnaire=round.questionnaire,
            role=one.role,
            municipality=one.municipality,
            short=round.short,
            answers=dict(one.answers),
            started_at=at,
            submitted_at=at,
        )
        for one in said
    ]


def _lock(round: Round) -> None:
    """Hold the row until the transaction ends, and say whether it is open as it stands now."""
    with scopes_disabled():  # who answers comes in by a link, outside any partnership
        round.closed_at = (
            Round.objects.select_for_update().values_list("closed_at", flat=True).get(pk=round.pk)
        )


def _locked(sheet: Sheet) -> Sheet:
    """The sheet as it stands now, held until the transaction ends."""
    rows = Sheet.objects.select_for_update(of=("self",)).select_related("round", "questionnaire")
    return rows.get(pk=sheet.pk)


@transaction.atomic
def take_over(*, partnership: Partnership, into: int, parts: Sequence[int]) -> int:
    """Sheets of a round that is still open count for the municipality that took over; ended rounds stay as they were."""
    rows = Sheet.objects.filter(round__partnership=partnership, round__closed_at=None, municipality__in=parts)
    return rows.update(municipality=into)
