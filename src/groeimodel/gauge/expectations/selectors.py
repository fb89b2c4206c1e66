"""Reads of the expectations: sheets by their token, the rest inside the scope of their partnership."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.db.models import Q, QuerySet
from django.utils import timezone
from django_scopes import scopes_disabled

from groeimodel.foundation.partners.models import Municipality, Partnership, Tenure
from groeimodel.foundation.partners.selectors import seats_of
from groeimodel.foundation.people.models import Person
from groeimodel.gauge.expectations.models import Agreement, Gauge, Round, Sheet
from groeimodel.rules.gauge import TalkState, talk_state

SeatState = Literal["heard", "asked", "empty"]


def gauge_of(partnership: Partnership) -> Gauge:
    """What was chosen, or the defaults: one query."""
    return Gauge.objects.filter(partnership=partnership).first() or Gauge(partnership=partnership)


def sheet_by_token(token: str) -> Sheet:
    """Raises Sheet.DoesNotExist. Whoever has the link has the sheet: no scope is asked."""
    with scopes_disabled():
        return Sheet.objects.select_related("round__partnership", "municipality").get(token=token)


def open_round_of(partnership: Partnership) -> Round | None:
    return Round.objects.filter(partnership=partnership, closed_at=None).select_related("partnership").first()


def closed_rounds_of(partnership: Partnership) -> QuerySet[Round]:
    """Newest first, only those in which anybody was heard."""
    return (
        Round.objects.filter(partnership=partnership, closed_at__isnull=False)
        .filter(
            pk__in=Sheet.objects.filter(partnership=partnership, submitted_at__isnull=False).values("round")
        )
        .select_related("partnership")
        .order_by("-opened_at", "-pk")
    )


def seats_held(person: Person, partnership: Partnership) -> list[tuple[int, str]]:
    """Key of the municipality and role of each seat that somebody fills here today: one query."""
    rows = Tenure.objects.filter(
        person=person,
        ends=None,
        seat__membership__partnership=partnership,
        seat__membership__ends=None,
    ).order_by("seat")
    return list(rows.values_list("seat__membership__municipality", "seat__role"))


def partners_of(rounds: Sequence[Round]) -> dict[int, list[Municipality]]:
    """Per round who was a partner when it opened, and who answered: its places, by name. Two queries for all rounds."""
    if not rounds:
        return {}
    memberships = list(
        rounds[0].partnership.memberships.select_related("municipality").order_by("municipality__name")
    )
    heard = set(
        Sheet.objects.filter(round__in=rounds, submitted_at__isnull=False).values_list(
            "round", "municipality"
        )
    )
    found = {}
    for round in rounds:
        day = timezone.localdate(round.opened_at)
        found[round.pk] = list(
            dict.fromkeys(
                one.municipality
                for one in memberships
                if (one.starts <= day and (one.ends is None or one.ends >= day))
                or (round.pk, one.municipality_id) in heard
            )
        )
    return found


@dataclass(frozen=True, slots=True)
class Heard:
    """Whether the seats of one partner were heard. Never what they say."""

    municipality: Municipality
    alderman: SeatState
    officer: SeatState


def heard_of(round: Round) -> tuple[Heard, ...]:
    """Of a round that is open: two queries."""
    came = set(round.sheets.filter(submitted_at__isnull=False).values_list("municipality", "role"))

    def state(municipality: int, role: str, filled: bool) -> SeatState:
        if (municipality, role) in came:
            return "heard"
        return "asked" if filled else "empty"

    return tuple(
        Heard(
            one.municipality,
            state(one.municipality.pk, "alderman", one.alderman is not None),
            state(one.municipality.pk, "officer", one.officer is not None),
        )
        for one in seats_of(round.partnership)
    )


def agreements_of(partnership: Partnership) -> QuerySet[Agreement]:
    """What still has to be done, the first first."""
    return Agreement.objects.filter(partnership=partnership, done_at=None).select_related("owner", "round")


def kept_since(round: Round, before: Round | None) -> QuerySet[Agreement]:
    """What a round shows of earlier agreements: what was still open, and what was done since the round before."""
    since = before.opened_at if before else None
    done = Q(done_at__gte=since) if since else Q(done_at__isnull=False)
    return (
        Agreement.objects.filter(Q(done_at=None) | done, partnership=round.partnership_id)
        .filter(made_at__lt=round.closed_at or timezone.now())
        .exclude(round=round)
        .select_related("owner", "round")
        .order_by("done_at", "due")
    )


@dataclass(frozen=True, slots=True)
class Talk:
    """When expectations were last talked about."""

    state: TalkState
    last: date | None


def talk_of(partnership: Partnership, cadence: int, today: date) -> Talk:
    """One query."""
    rows = Round.objects.filter(partnership=partnership, talked_on__isnull=False).order_by("-talked_on")
    last = rows.values_list("talked_on", flat=True).first()
    return Talk(talk_state(last.toordinal() if last else None, today.toordinal(), cadence), last)
