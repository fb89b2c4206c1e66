"""Reads of the scan: sheets by their token, rounds inside the scope of their partnership."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from django.db.models import Count, Q, QuerySet
from django.utils import timezone
from django_scopes import scopes_disabled

from groeimodel import content as texts
from groeimodel.foundation.partners.models import Membership, Municipality, Partnership
from groeimodel.gauge.scan.models import Questionnaire, Round, RoundLink, Sheet
from groeimodel.rules.growth.content import ROLES, SEAT_ROLES, Content, Role
from groeimodel.rules.growth.responses import Responses

FEWEST_VOICES = 3
"""In a closed round, words are shown from this many people of a role on."""


def content_of(questionnaire: Questionnaire) -> Content:
    """The content that a scan was answered with."""
    return _content(questionnaire.digest, questionnaire.content)


@lru_cache(maxsize=8)
def _content(digest: str, text: str) -> Content:
    return texts.from_json(text)


def sheet_by_token(token: str) -> Sheet:
    """Raises Sheet.DoesNotExist. Whoever has the link has the sheet: no scope is asked."""
    return Sheet.objects.select_related("questionnaire", "municipality", "round__partnership").get(
        token=token
    )


def link_by_token(token: str) -> RoundLink:
    """Raises RoundLink.DoesNotExist. Participants have no account: the link is their right."""
    with scopes_disabled():
        return RoundLink.objects.select_related("round__partnership", "round__questionnaire").get(token=token)


def members_of(partnership: Partnership) -> QuerySet[Municipality]:
    return Municipality.objects.filter(
        memberships__partnership=partnership, memberships__ends__isnull=True
    ).order_by("name")


def partners_of(round: Round) -> QuerySet[Municipality]:
    """Who was a partner when the round was opened, and who answered: the municipalities of its result."""
    day = timezone.localdate(round.opened_at)
    member = Membership.objects.filter(
        Q(ends__isnull=True) | Q(ends__gte=day), partnership=round.partnership_id, starts__lte=day
    )
    heard = round.sheets.filter(partnership=round.partnership_id, submitted_at__isnull=False)
    either = Q(pk__in=member.values("municipality")) | Q(pk__in=heard.values("municipality"))
    return Municipality.objects.filter(either).order_by("name")


def may_reopen(round: Round) -> bool:
    """An open round always; a confidential one only while nobody was heard."""
    return round.privacy == Round.Privacy.OPEN or not round.sheets.filter(submitted_at__isnull=False).exists()


def rounds_of(partnership: Partnership) -> QuerySet[Round]:
    """Newest first, each with `heard`: the number of sheets that were handed in."""
    return (
        Round.objects.filter(partnership=partnership)
        .annotate(heard=Count("sheets", filter=Q(sheets__submitted_at__isnull=False)))
        .order_by("-opened_at", "-pk")  # the model's own order is dropped where rows are counted
    )


def previous_round(round: Round) -> Round | None:
    return (
        Round.objects.filter(
            partnership_id=round.partnership_id, closed_at__isnull=False, opened_at__lt=round.opened_at
        )
        .select_related("questionnaire")
        .order_by("-opened_at")
        .first()
    )


@dataclass(frozen=True, slots=True)
class Heard:
    """How many sheets came in of one municipality, per seat. Never what they say."""

    municipality: str
    alderman: int
    officer: int


@dataclass(frozen=True, slots=True)
class Attendance:
    rows: tuple[Heard, ...]
    others: int
    """Coordinators, supporters and others: asked too, shown apart."""
    started: int
    """Begun and not handed in yet."""

    @property
    def seats(self) -> int:
        return 2 * len(self.rows)

    @property
    def filled(self) -> int:
        return sum((row.alderman > 0) + (row.officer > 0) for row in self.rows)

    @property
    def complete(self) -> bool:
        return self.filled == self.seats


def attendance_of(round: Round) -> Attendance:
    """Who was heard: two queries."""
    sheets = list(round.sheets.values_list("municipality_id", "role", "submitted_at"))
    came = [(municipality, role) for municipality, role, at in sheets if at is not None]
    rows = tuple(
        Heard(one.name, came.count((one.pk, "alderman")), came.count((one.pk, "officer")))
        for one in members_of(round.partnership)
    )
    others = sum(role not in SEAT_ROLES for _, role in came)
    return Attendance(rows, others, started=len(sheets) - len(came))


def responses_of(round: Round) -> Responses:
    """The sheets of a round that were handed in, as arrays: one query."""
    sheets = list(
        round.sheets.filter(submitted_at__isnull=False).select_related("municipality").order_by("pk")
    )
    partners = [one.key for one in partners_of(round)]
    return to_responses(sheets, content_of(round.questionnaire), partners=partners)


def to_responses(sheets: Sequence[Sheet], content: Content, *, partners: Sequence[str] = ()) -> Responses:
    """Arrays (sheets, statements). `partners` are there too when nobody answered for them: a silent partner
    is named as silent, not left out. A solo scan without a municipality counts as one place of its own,
    so that one person alone gets a picture too."""
    short = bool(sheets) and all(sheet.short for sheet in sheets)
    # Only what was asked: half of a block must be answered, and a short scan asks less than half.
    statements = tuple(one.id for one in content.statements if one.short or not short)
    keys = [place_of(sheet) for sheet in sheets]
    places = tuple(sorted({key for key in keys if key} | set(partners)))
    answers, guesses = (
        np.array(
            [
                [value if (value := given.get(id)) is not None else np.nan for id in statements]
                for given in many
            ],
            dtype=float,
        ).reshape(len(sheets), len(statements))
        for many in ([sheet.answers for sheet in sheets], [sheet.guesses for sheet in sheets])
    )
    return Responses(
        statements=statements,
        municipalities=places,
        respondents=tuple(f"sheet-{sheet.pk}" for sheet in sheets),
        municipality=np.array([places.index(key) if key else -1 for key in keys], dtype=np.int64),
        roles=np.array([ROLES.index(role_of(sheet)) for sheet in sheets], dtype=np.int8),
        answers=answers,
        guesses=guesses,
    )


def place_of(sheet: Sheet) -> str:
    if sheet.municipality is not None:
        return sheet.municipality.key
    return "solo" if sheet.round is None else ""


def role_of(sheet: Sheet) -> Role:
    """The role that counts. One person alone who holds no seat is read as an officer: a scan of one is
    somebody's own view, and without a seat role there would be nothing to show."""
    role: Role = sheet.role  # type: ignore[assignment]
    return "officer" if sheet.round is None and role not in SEAT_ROLES else role


@dataclass(frozen=True, slots=True)
class Voice:
    """What people of one role wrote, per kind (claim G2)."""

    role: Role
    needs: tuple[str, ...]
    thresholds: tuple[str, ...]
    opportunities: tuple[str, ...]
    hidden: bool = False
    """Too few people of this role to show words in a closed round."""

    @property
    def empty(self) -> bool:
        return not (self.needs or self.thresholds or self.opportunities)


def voices_of(round: Round) -> tuple[Voice, ...]:
    """Needs, thresholds and opportunities of both seats, side by side: one query.

    Sorted by the words themselves, so that the order tells nothing of who wrote them.
    """
    rows = list(
        round.sheets.filter(submitted_at__isnull=False, role__in=SEAT_ROLES).values_list(
            "role", "needs", "thresholds", "opportunities"
        )
    )
    voices = []
    for role in SEAT_ROLES:
        own = [row[1:] for row in rows if row[0] == role]
        if round.privacy == Round.Privacy.CLOSED and len(own) < FEWEST_VOICES:
            voices.append(Voice(role, (), (), (), hidden=bool(own)))
            continue
        needs, thresholds, opportunities = (
            tuple(sorted({row[n] for row in own if row[n]})) for n in range(3)
        )
        voices.append(Voice(role, needs, thresholds, opportunities))
    return tuple(voices)
