"""Small words that all documents share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from django.conf import settings
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from groeimodel.formats.document import Figure
from groeimodel.foundation.partners.colours import COLOURS, LEAF
from groeimodel.foundation.partners.models import Partnership
from groeimodel.meadow.tending.money import in_euro
from groeimodel.showcase.facts.values import Facts
from groeimodel.showcase.facts.words import Frame
from groeimodel.showcase.sheets.selectors import Period

euro = in_euro


def day(one: date) -> str:
    return date_format(one, "j F Y")


def number(one: Decimal) -> str:
    return number_format(one.normalize(), use_l10n=True, force_grouping=True)


def over(period: Period) -> str:
    """Which days a document is about: '2025', '2026, tot en met 28 november', 'van ... tot en met ...'."""
    if period.starts is None:
        return _("sinds het begin")
    if (period.starts.month, period.starts.day) == (1, 1) and period.key.isdecimal():
        if (period.ends.month, period.ends.day) == (12, 31):
            return str(period.starts.year)
        words = {"year": period.starts.year, "day": date_format(period.ends, "j F")}
        return _("%(year)s, tot en met %(day)s") % words
    return _("%(from)s tot en met %(until)s") % {"from": day(period.starts), "until": day(period.ends)}


def short_day(one: date) -> str:
    """For a narrow column: '28/11/2026'."""
    return date_format(one, "d/m/Y")


def figures(facts: Facts, keys: Iterable[str]) -> tuple[Figure, ...]:
    """Those of these that were recorded, in this order; the period of the document need not be said with each."""
    frame = Frame(facts.partnership, facts.period, facts.today, facts.municipality)
    period = f", {frame.in_words}"
    return tuple(
        Figure(one.number, one.words, one.source.removesuffix(period))
        for key in keys
        if (one := facts.get(key)) is not None
    )


def figures_note(facts: Facts) -> str:
    """Of which days figures are, under them."""
    return _("Cijfers over %(period)s, of de stand van vandaag waar dat erbij staat.") % {
        "period": over(facts.period)
    }


def stop(text: str) -> str:
    """One paragraph with a full stop at its end."""
    text = re.sub(r"[ \t\r\n]+", " ", text).strip()
    return text if not text or text.endswith((".", "!", "?", "…")) else f"{text}."


def short(text: str, most: int) -> str:
    """One paragraph of at most so many letters, cut off at a word."""
    text = re.sub(r"[ \t\r\n]+", " ", text).strip()
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0].rstrip(',;:')} …"


def sourced(text: str, source: str) -> str:
    """A sentence with where it stands written."""
    return f"{stop(text)} " + _("(bron: %(source)s)") % {"source": source} if source else stop(text)


def joined(words: Sequence[str]) -> str:
    """'a, b en c'."""
    if len(words) < 2:
        return "".join(words)
    return _("%(first)s en %(last)s") % {"first": ", ".join(words[:-1]), "last": words[-1]}


def colour_of(partnership: Partnership) -> str:
    return COLOURS.get(partnership.colour, LEAF)


def example_of(partnership: Partnership) -> str:
    return _("verzonnen voorbeeld") if partnership.example else ""


def made_of(partnership: Partnership, today: date) -> str:
    """The foot of every page: from what it was made, and when."""
    words = {"name": partnership.name, "day": day(today), "url": settings.PUBLIC_URL}
    return (
        _(
            "%(name)s. Gemaakt op %(day)s uit wat de partners noteerden op %(url)s. Wat niemand noteerde, staat hier niet."
        )
        % words
    )
