"""What the gauge, the pulse and the scan said last: of the partners alone, never for everybody."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groeimodel.foundation import records
from groeimodel.gauge.expectations.results import course_of
from groeimodel.gauge.pulse.selectors import trust_for_picture
from groeimodel.gauge.scan.latest import latest_of
from groeimodel.meadow.actions import selectors as actions
from groeimodel.rules.growth.content import LAYERS
from groeimodel.shop.overview import selectors as overview
from groeimodel.showcase.facts.values import Fact
from groeimodel.showcase.facts.words import Frame, day

METERS = {
    "known": gettext_lazy("van de verwachtingen is bekend"),
    "shared": gettext_lazy("gedeeld: hoe eens partners het zijn over wat telt"),
    "met": gettext_lazy("van wat belangrijk is, lukt"),
}
LAYER_NAMES = {
    "soil": gettext_lazy("toestand van de potgrond, op 100"),
    "meadow": gettext_lazy("toestand van de bloemenweide, op 100"),
    "shop": gettext_lazy("toestand van de bloemenwinkel, op 100"),
}


def gauge_facts(frame: Frame) -> list[Fact]:
    """Of the partnership as a whole, as it was last measured; too few voices are no figure."""
    return [*_expected(frame), *_trust(frame), *_scanned(frame)]


def _whole(value: float) -> Decimal:
    return Decimal(round(value))


def _expected(frame: Frame) -> list[Fact]:
    latest = course_of(frame.partnership, most=1).latest
    if latest is None:
        return []
    source = _("Verwachtingsronde van %(day)s") % {"day": day(latest.measured_on)}
    facts = []
    for key, words in METERS.items():
        value = getattr(latest.reading, key)
        if value is not None:
            facts.append(
                Fact(
                    key,
                    "gauge",
                    _whole(value),
                    f"{round(value)}\N{NO-BREAK SPACE}%",
                    str(words),
                    source,
                    False,
                )
            )
    return facts


def _trust(frame: Frame) -> list[Fact]:
    value = trust_for_picture(frame.partnership, frame.today)
    if value is None:
        return []
    words = _("op 100: vertrouwen van de partners")
    source = _("Laatste polsslag die getoond mag worden")
    return [Fact("trust", "gauge", _whole(value), str(round(value)), words, source, False)]


def _scanned(frame: Frame) -> list[Fact]:
    shop = overview.records_from(overview.shop_of(frame.partnership, frame.today))
    said = records.together([actions.records_of(frame.partnership, frame.today), shop])
    latest = latest_of(frame.partnership, said)
    if latest is None:
        return []
    source = _("Groeiscan van %(day)s, %(n)s antwoorden") % {
        "day": day(latest.measured_on),
        "n": latest.respondents,
    }
    facts = []
    for layer in LAYERS:
        score = latest.score(layer)
        if score is not None:
            words = str(LAYER_NAMES[layer])
            facts.append(
                Fact(f"scan_{layer}", "gauge", _whole(score), str(round(score)), words, source, False)
            )
    return facts
