"""What is known of a partnership, as signs in words: each with its reason and one button."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from groeimodel.content.sessions import sessions
from groeimodel.foundation.contact.models import Question
from groeimodel.foundation.partners.models import Partnership
from groeimodel.rules.attention import Sign
from groeimodel.soil.meetings.asking import since_in_words
from groeimodel.support.region.reading import Ending, Facts

OLD = 365
"""Days after which a scan or a round of the gauge is old."""
GROUP_NAMES = {
    "asks": gettext_lazy("Wie vraagt iets?"),
    "dry": gettext_lazy("Wie droogt uit?"),
    "ends": gettext_lazy("Wat loopt af?"),
    "seats": gettext_lazy("Lege zetels"),
    "checks": gettext_lazy("Geen lokale toets"),
    "old": gettext_lazy("Lang niet gemeten"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that asks attention."""

    sign: Sign
    title: str
    why: str
    url: str
    button: str


def told_of(
    partnership: Partnership, facts: Facts | None, questions: Sequence[Question], today: date
) -> tuple[Told, ...]:
    """All of it, the heaviest first; without facts (no consent) only what was asked of the supporter. No query."""
    found = list(_questions(questions))
    if facts is not None:
        slug = partnership.slug
        found += [*_rhythm(slug, facts), *_dry(slug, facts), *_endings(facts, today)]
        found += [*_seats(slug, facts), *_checks(slug, facts), *_old(slug, facts, today)]
    return tuple(sorted(found, key=lambda one: (-one.sign.weight, one.title)))


def _questions(questions: Sequence[Question]) -> Iterator[Told]:
    for one in questions:
        url = reverse("contact:question", args=[one.partnership.slug, one.pk])
        days, day = one.waiting_days, date_format(one.promised_on, "j F")
        title = _("%(name)s vraagt iets") % {"name": one.asker.name}
        waits = ngettext("Wacht %(n)s werkdag.", "Wacht %(n)s werkdagen.", days) % {"n": days}
        if not days:
            waits = _("Kwam vandaag binnen.")
        promise = _("Je beloofde een antwoord tegen %(day)s.") if one.late else _("Antwoord tegen %(day)s.")
        word = "late" if one.late else "question"
        yield Told(Sign(word), title, f"{waits} {promise % {'day': day}}", url, _("Antwoord"))  # type: ignore[arg-type]


def _rhythm(slug: str, facts: Facts) -> Iterator[Told]:
    told, plan = facts.pace.rhythm, reverse("meetings:plan", args=[slug, "zoeken"])
    ago = since_in_words(told.since)
    if told.state == "never":
        title, why = _("Nog nooit samengezeten"), _("Stel het groeimodel voor op een eerste ontmoeting.")
        yield Told(Sign("never_met"), title, why, _session(slug, "introduce"), _("Bereid een sessie voor"))
    elif told.state == "lost":
        usual = _("Meestal zitten ze om de %(n)s weken samen.") % {"n": round((told.usual or 0) / 7)}
        why = f"{ago} {usual}" if told.usual else ago
        yield Told(Sign("lost"), _("Het ritme is zoek"), why, plan, _("Zoek een datum"))
    elif told.state == "plan":
        why = f"{ago} {_('Er is geen nieuwe gepland.')}"
        yield Told(Sign("plan"), _("Tijd om samen te zitten"), why, plan, _("Zoek een datum"))


def _dry(slug: str, facts: Facts) -> Iterator[Told]:
    for one in facts.dry:
        url = f"{reverse('energy:page', args=[slug])}#gemeente-{one.pk}"
        title = _("De potgrond in %(name)s droogt uit") % {"name": one.name}
        why = _("De energie is minder dan een derde van wat daar gewoon is.")
        yield Told(Sign("dry"), title, why, url, _("Bekijk de energie"))


def _endings(facts: Facts, today: date) -> Iterator[Told]:
    for one in facts.endings:
        yield Told(Sign(one.word, (one.on - today).days), one.title, _when(one, today), one.url, _("Bekijk"))


def _when(one: Ending, today: date) -> str:
    left, day = (one.on - today).days, date_format(one.on, "j F Y")
    if left < 0:
        return _("De laatste dag was %(day)s.") % {"day": day}
    if left == 0:
        return _("Vandaag is de laatste dag.")
    return _left(left, day)


def _left(left: int, day: str) -> str:
    if left > 90:
        return _("Nog %(n)s maanden, tot en met %(day)s.") % {"n": round(left / 30.4375), "day": day}
    words = {"n": left, "day": day}
    return (
        ngettext("Nog %(n)s dag, tot en met %(day)s.", "Nog %(n)s dagen, tot en met %(day)s.", left) % words
    )


def _seats(slug: str, facts: Facts) -> Iterator[Told]:
    if not facts.empty:
        return
    n = len(facts.empty)
    names = {"alderman": _("schepen"), "officer": _("ambtenaar")}
    said = ", ".join(f"{one.municipality} ({names.get(one.role, one.role)})" for one in facts.empty)
    title = ngettext("%(n)s lege zetel", "%(n)s lege zetels", n) % {"n": n}
    yield Told(Sign("seat"), title, f"{said}.", reverse("members:list", args=[slug]), _("Nodig iemand uit"))


def _checks(slug: str, facts: Facts) -> Iterator[Told]:
    told = facts.unchecked
    if not told.unasked and not told.silent:
        return
    parts = []
    if told.unasked:
        parts.append(
            ngettext(
                "Van %(n)s kiem is de toets nog niet gevraagd.",
                "Van %(n)s kiemen is de toets nog niet gevraagd.",
                told.unasked,
            )
            % {"n": told.unasked}
        )
    if told.silent:
        parts.append(_("Nog geen antwoord van %(names)s.") % {"names": ", ".join(told.silent)})
    url = reverse("checks:proposals", args=[slug])
    yield Told(Sign("check"), _("Geen lokale toets"), " ".join(parts), url, _("Bekijk de voorstellen"))


def _old(slug: str, facts: Facts, today: date) -> Iterator[Told]:
    scanned = facts.measured.measured_on if facts.measured else None
    prepare = _("Bereid een sessie voor")
    if scanned is None:
        title, why = _("Nog geen groeiscan"), _("Zonder scan weet niemand hoe de potgrond eraan toe is.")
        yield Told(Sign("no_scan"), title, why, _session(slug, "scan"), prepare)
    elif (today - scanned).days > OLD:
        why = _("De laatste was op %(day)s.") % {"day": date_format(scanned, "j F Y")}
        title = _("Groeiscan ouder dan een jaar")
        yield Told(Sign("scan"), title, why, _session(slug, "scan"), prepare)
    if facts.gauge_on is None:
        title, why = _("Verwachtingen nog nooit bevraagd"), _("Wat partners verwachten, weet nog niemand.")
        yield Told(Sign("no_gauge"), title, why, _session(slug, "gauge"), prepare)
    elif (today - facts.gauge_on).days > OLD:
        why = _("De laatste ronde sloot op %(day)s.") % {"day": date_format(facts.gauge_on, "j F Y")}
        title = _("Graadmeter ouder dan een jaar")
        yield Told(Sign("gauge"), title, why, _session(slug, "gauge"), prepare)


def _session(slug: str, kind: str) -> str:
    """The page where a session of this kind is prepared."""
    return f"{reverse('region:session', args=[slug])}?soort={kind if kind in sessions().kinds else ''}"
