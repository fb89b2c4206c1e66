"""What a session can ask, and what becomes of the answers: the scan, or the gauge of expectations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.gauge.expectations import services as expectations
from groeimodel.gauge.expectations.models import Round as GaugeRound
from groeimodel.gauge.live.models import Session
from groeimodel.gauge.scan import services as scan
from groeimodel.gauge.scan.models import Role as ScanRole
from groeimodel.gauge.scan.models import Round as ScanRound
from groeimodel.gauge.scan.selectors import content_of
from groeimodel.rules.growth.content import SEAT_ROLES

SEATS = frozenset(SEAT_ROLES)


@dataclass(frozen=True, slots=True)
class Said:
    """What one phone said: (statement, question) to 1-5, None for 'don't know'."""

    role: str
    municipality: Municipality | None
    answers: Mapping[tuple[str, str], int | None]


class Source(Protocol):
    """A statement is {key, texts: {role: text, '': for the screen}, questions: [{name, legend, labels, unknown}]};
    `labels` are five, for 1 to 5, empty where only the ends have one."""

    def statements(self, partnership: Partnership) -> list[dict[str, Any]]: ...

    def check(self, partnership: Partnership) -> None:
        """Raises ValidationError when its outcome could not be kept now."""

    def keep(self, session: Session, said: Sequence[Said], by: Person | None) -> str:
        """Make a round of it; returns its address. Raises as the service of the round."""


class Scan:
    def __init__(self, *, short: bool) -> None:
        self.short = short

    def statements(self, partnership: Partnership) -> list[dict[str, Any]]:
        content = content_of(scan.current_questionnaire())
        question = {
            "name": "answer",
            "legend": "",
            "labels": [content.word(f"answer.{n}") for n in range(1, 6)],
            "unknown": content.word("answer.unknown"),
        }
        return [
            {
                "key": one.id,
                "texts": {"": one.text("other"), **{role: one.text(role) for role in ScanRole.values}},  # type: ignore[arg-type]
                "questions": [question],
            }
            for one in content.statements
            if one.short or not self.short
        ]

    def check(self, partnership: Partnership) -> None:
        if ScanRound.objects.filter(partnership=partnership, closed_at=None).exists():
            raise ValidationError(_("Er loopt al een ronde van de groeiscan. Sluit die eerst."))

    def keep(self, session: Session, said: Sequence[Said], by: Person | None) -> str:
        day = date_format(timezone.localtime(session.opened_at), "j F Y")
        round = scan.keep_session(
            partnership=session.partnership,
            by=by,
            title=_("Livesessie van %(day)s") % {"day": day},
            privacy="closed" if session.confidential else "open",
            said=[
                scan.Said(
                    one.role, one.municipality, {key: value for (key, _q), value in one.answers.items()}
                )
                for one in said
            ],
            short=self.short,
        )
        return reverse("scan:result", args=[session.partnership.slug, round.pk])


class Gauge:
    def statements(self, partnership: Partnership) -> list[dict[str, Any]]:
        ends = [
            ("importance", _("Hoe belangrijk is dat voor jou?"), [_("niet"), "", "", "", _("heel erg")]),
            ("met", _("Hoe goed lukt het nu?"), [_("nog niet"), "", "", "", _("heel goed")]),
        ]
        questions = [
            {"name": name, "legend": legend, "labels": labels, "unknown": ""} for name, legend, labels in ends
        ]
        return [
            {
                "key": one.key,
                "texts": {"": _("Ik verwacht dat %(text)s.") % {"text": one.text}},
                "questions": questions,
                "item": {"key": one.key, "text": one.text, "question": one.question, "guess": False},
            }
            for one in expectations.common_set(partnership)
        ]

    def check(self, partnership: Partnership) -> None:
        if GaugeRound.objects.filter(partnership=partnership, closed_at=None).exists():
            raise ValidationError(_("Er loopt al een ronde van de graadmeter. Sluit die eerst."))

    def keep(self, session: Session, said: Sequence[Said], by: Person | None) -> str:
        """Only who sits for a municipality counts in the gauge."""
        round = expectations.keep_session(
            partnership=session.partnership,
            asked=[one["item"] for one in session.asked],
            said=[gauge_said(one) for one in said if one.role in SEATS and one.municipality is not None],
            actor=by,
        )
        return reverse("expectations:round", args=[session.partnership.slug, round.pk])


def gauge_said(one: Said) -> expectations.Said:
    """Raises ValueError for who sits nowhere."""
    if one.municipality is None:
        raise ValueError("Only a seat of a municipality counts in the gauge")
    by_question: dict[str, dict[str, int]] = {"importance": {}, "met": {}}
    for (key, question), value in one.answers.items():
        if value is not None:
            by_question[question][key] = value
    return expectations.Said(one.municipality, one.role, by_question["importance"], by_question["met"])


SOURCES: Mapping[str, Source] = {
    Session.Source.SCAN_SHORT: Scan(short=True),
    Session.Source.SCAN: Scan(short=False),
    Session.Source.GAUGE: Gauge(),
}


def source_of(session: Session) -> Source:
    return SOURCES[session.source]
