"""The picture of trust and involvement, and what it says in words."""

from __future__ import annotations

from django.utils.formats import date_format, number_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from groeimodel.formats.gauge_charts import Line, over_time
from groeimodel.gauge.pulse.selectors import Course


def picture_of(course: Course) -> SafeString:
    """Empty with fewer than two pulses: one dot is no course."""
    if len(course.beats) < 2:
        return SafeString("")
    days = [one.day.toordinal() for one in course.beats]
    lines = [
        Line(_("vertrouwen"), "circle", [float(one.trust) for one in course.beats]),
        Line(_("betrokkenheid"), "square", [one.involvement for one in course.beats]),
    ]
    names = [date_format(one.day, "M Y") for one in course.beats]
    svg = over_time(days, names, lines, title=_("Vertrouwen en betrokkenheid over de tijd"))
    return mark_safe(svg)  # noqa: S308 (made by us, escaped)


def sentence_of(course: Course) -> str:
    """Whether trust and involvement go together; never that one causes the other."""
    found = course.link
    if found is None:
        return _(
            "Te vroeg om te zeggen. Daarvoor zijn %(needed)s partners nodig met elk minstens drie antwoorden in twee halve jaren; nu zijn het er %(have)s."
        ) % {"needed": course.needed, "have": course.partners}
    told = {
        "value": number_format(found.value, 1),
        "low": number_format(found.low, 1),
        "high": number_format(found.high, 1),
        "n": found.partners,
    }
    if not found.sure:
        return (
            _(
                "Of ze samengaan, is niet zeker: het verband is %(value)s, en kan even goed %(low)s of %(high)s zijn (%(n)s partners)."
            )
            % told
        )
    if found.value > 0:
        return (
            _(
                "Partners die meer betrokken zijn, hebben meer vertrouwen: het verband is %(value)s, tussen %(low)s en %(high)s (%(n)s partners). Wat van wat komt, zegt dat niet."
            )
            % told
        )
    return (
        _(
            "Partners die meer betrokken zijn, hebben hier minder vertrouwen: het verband is %(value)s, tussen %(low)s en %(high)s (%(n)s partners). Praat er samen over."
        )
        % told
    )
