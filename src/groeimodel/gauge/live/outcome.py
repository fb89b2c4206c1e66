"""What a session says at its end: the diagnosis with its garden, or the gauge; nothing is kept to show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from groeimodel.gauge.expectations.guiding import why_of
from groeimodel.gauge.expectations.models import Round as GaugeRound
from groeimodel.gauge.expectations.models import Sheet as GaugeSheet
from groeimodel.gauge.expectations.presenting import Meter, meters_of
from groeimodel.gauge.expectations.results import Course, read_sheets
from groeimodel.gauge.live.models import Session
from groeimodel.gauge.live.selectors import members_of, said_in
from groeimodel.gauge.live.sources import SEATS, Said, gauge_said
from groeimodel.gauge.scan import services as scan
from groeimodel.gauge.scan.models import Round as ScanRound
from groeimodel.gauge.scan.results import result_of_session
from groeimodel.rules.growth.story.parts import Story
from groeimodel.rules.picture import draw
from groeimodel.rules.picture.garden import Garden, Nutrient, Weather


@dataclass(frozen=True, slots=True)
class Outcome:
    people: int
    picture: SafeString
    story: Story | None = None
    meters: tuple[Meter, ...] = ()
    talk: tuple[tuple[str, str], ...] = ()
    """Of the gauge: what to talk about first, and why."""


def outcome_of(session: Session) -> Outcome | None:
    """None when nobody answered."""
    said = said_in(session)
    if not said:
        return None
    return _gauge(session, said) if session.source == Session.Source.GAUGE else _scan(session, said)


def _scan(session: Session, said: list[Said]) -> Outcome:
    round = ScanRound(
        partnership=session.partnership,
        questionnaire=scan.current_questionnaire(),
        short=session.source == Session.Source.SCAN_SHORT,
        privacy="closed" if session.confidential else "open",
        opened_at=session.opened_at,
    )
    rows = [
        scan.Said(one.role, one.municipality, {key: value for (key, _q), value in one.answers.items()})
        for one in said
    ]
    result = result_of_session(round, scan.session_sheets(round, rows, at=timezone.now()))
    return Outcome(len(said), mark_safe(result.picture()), story=result.story())  # noqa: S308


def _gauge(session: Session, said: list[Said]) -> Outcome:
    round = GaugeRound(
        partnership=session.partnership,
        asked=[one["item"] for one in session.asked],
        opened_at=session.opened_at,
        closed_at=session.ended_at,
    )
    seats = [gauge_said(one) for one in said if one.role in SEATS and one.municipality is not None]
    partners = list(members_of(session.partnership))
    sheets = [
        GaugeSheet(
            municipality=one.municipality,
            role=one.role,
            importance=dict(one.importance),
            fulfilment=dict(one.fulfilment),
        )
        for one in seats
    ]
    result = read_sheets(round, partners, sheets)
    texts = {one["key"]: one["text"] for one in round.asked}
    return Outcome(
        len(said),
        mark_safe(draw(_sky_over(session, result.reading), standalone=False)),  # noqa: S308
        meters=meters_of(Course((result,))),
        talk=tuple((texts[card.item], why_of(card)) for card in result.cards if card.kind != "met"),
    )


def _sky_over(session: Session, reading: Any) -> Garden:
    """The members in the soil, under the weather that was just read."""
    members = tuple(
        Nutrient(f"m{one.pk}", one.name, at, alderman_seat=True, officer_seat=True)
        for at, one in enumerate(members_of(session.partnership))
    )
    return Garden(
        title=session.partnership.name,
        members=members,
        weather=Weather(reading.known, reading.shared, reading.met),
        example=session.partnership.example,
    )
