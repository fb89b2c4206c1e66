"""How a proposal fits, in sentences: each part with its figures, never a total (claim W10)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from groeimodel.rules.fit import Budget, Capacity, Experience, Fit, Needs, Soil, Verdict

VERDICTS: dict[Verdict, Any] = {
    "good": gettext_lazy("past"),
    "doubt": gettext_lazy("let op"),
    "bad": gettext_lazy("past niet"),
    "unknown": gettext_lazy("weten we nog niet"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """One part in words."""

    name: str
    """'needs', 'capacity', 'budget', 'experience' or 'soil'."""
    label: str
    verdict: Verdict
    word: str
    sentence: str


def tell(fit: Fit) -> list[Told]:
    """Every part, in the order of a page."""
    return [
        _told("needs", _("Noden"), fit.needs.verdict, of_needs(fit.needs)),
        _told("capacity", _("Uren"), fit.capacity.verdict, of_capacity(fit.capacity)),
        _told("budget", _("Budget"), fit.budget.verdict, of_budget(fit.budget)),
        _told("experience", _("Ervaring"), fit.experience.verdict, of_experience(fit.experience)),
        _told("soil", _("Potgrond"), fit.soil.verdict, of_soil(fit.soil)),
    ]


def _told(name: str, label: str, verdict: Verdict, sentence: str) -> Told:
    return Told(name, label, verdict, str(VERDICTS[verdict]), sentence)


def of_needs(part: Needs) -> str:
    heard = part.heard
    if part.verdict == "unknown":
        return _("Nog geen gemeente deed de lokale toets.")
    found = [
        _("Past bij een nood in %(fits)s van de %(members)s gemeenten.")
        % {"fits": heard.fits, "members": heard.members}
    ]
    if heard.against:
        words = ngettext("%(n)s vindt dat het niet past.", "%(n)s vinden dat het niet past.", heard.against)
        found.append(words % {"n": heard.against})
    if heard.silent:
        words = ngettext("%(n)s zei nog niets.", "%(n)s zeiden nog niets.", heard.silent)
        found.append(words % {"n": heard.silent})
    return " ".join(found)


def of_capacity(part: Capacity) -> str:
    words = {"granted": figure(part.granted), "promised": figure(part.promised)}
    if part.granted == 0:
        return _("Er zijn in die tijd nog geen uren toegekend. Vraag de schepenen om tijd.")
    found = [
        _("Er zijn %(granted)s uren per maand; %(promised)s zijn al beloofd.") % words,
        _("Hoeveel uren dit vraagt, is nog niet geraamd.")
        if part.needed is None
        else _("Dit vraagt er %(needed)s.") % {"needed": figure(part.needed)},
    ]
    if part.unestimated:
        told = ngettext(
            "Van %(n)s lopende actie weten we niet hoeveel uren ze vraagt.",
            "Van %(n)s lopende acties weten we niet hoeveel uren ze vragen.",
            part.unestimated,
        )
        found.append(told % {"n": part.unestimated})
    if part.assumed and part.needed is not None:
        found.append(_("Gerekend over zes maanden, want begin en einde staan nog niet vast."))
    return " ".join(found)


def of_budget(part: Budget) -> str:
    if part.cost is None:
        return _("Er is nog geen raming in euro.")
    cost = {"cost": euro(part.cost)}
    if part.budget is None:
        return _("De raming is %(cost)s. Het budget is nog niet bekend.") % cost
    if part.share is None:
        return _("De raming is %(cost)s. Er is geen budget.") % cost
    return _("De raming is %(cost)s: %(share)s %% van het budget van %(budget)s.") % {
        **cost,
        "share": number_format(round(part.share * 100)),
        "budget": euro(part.budget),
    }


def of_experience(part: Experience) -> str:
    past = part.past
    if past is None:
        return _("De soort is nog niet gekozen.")
    if past.tried == 0:
        return _("Dit soort actie deden jullie nog niet. Begin klein.")
    tried = _("Dit soort actie deden jullie al %(n)s keer") % {"n": past.tried}
    counts = [
        words % {"n": count}
        for count, words in (
            (past.picked, _("%(n)s geplukt")),
            (past.composted, _("%(n)s gestopt")),
            (past.running, ngettext("%(n)s loopt nog", "%(n)s lopen nog", past.running)),
        )
        if count
    ]
    found = [f"{tried}: {', '.join(counts)}."]
    if part.middle is not None:
        found.append(_("Het resultaat was meestal %(middle)s op 100.") % {"middle": figure(part.middle)})
    return " ".join(found)


def of_soil(part: Soil) -> str:
    if part.health is None or part.day is None:
        return _("Er is nog geen groeiscan afgesloten.")
    sentences = {
        "rich": _("De potgrond is rijk, zei de groeiscan van %(day)s."),
        "growing": _("De potgrond groeit nog, zei de groeiscan van %(day)s. Kies niet te veel tegelijk."),
        "poor": _("De potgrond is arm, zei de groeiscan van %(day)s. Eerst de grond, dan de bloem."),
    }
    return sentences[part.health] % {"day": date_format(date.fromordinal(part.day), "F Y")}


def figure(value: Fraction) -> str:
    """With one decimal where that says something: '8', '7,5'."""
    tenths = round(value * 10)
    return number_format(tenths // 10) if tenths % 10 == 0 else number_format(tenths / 10, 1)


def euro(value: Fraction) -> str:
    amount = Decimal(round(value * 100)) / 100
    return f"€\xa0{number_format(amount, 0 if amount == amount.to_integral_value() else 2)}"
