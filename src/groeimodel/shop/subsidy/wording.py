"""Conditions in plain words: what is asked, what is there, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from groeimodel.content.forms import FORMS
from groeimodel.foundation.partners.models import Partnership
from groeimodel.meadow.tending.money import in_euro
from groeimodel.rules.subsidy import Check, Rule
from groeimodel.rules.subsidy.schemes import Value


@dataclass(frozen=True, slots=True)
class Told:
    """One condition on the page."""

    check: Check
    tone: str
    """Of its tag: 'good', 'warn' or nothing."""
    verdict: str
    says: str
    """What is there beside what is asked; empty where the rule is not known."""


def told(check: Check) -> Told:
    verdict, tone = {
        "ok": (_("in orde"), "good"),
        "not": (_("niet in orde"), "warn"),
        "unknown": (_("niet bekend"), ""),
    }[check.outcome]
    return Told(check, tone, verdict, _says(check))


def trust_of(rule: Rule) -> str:
    """How sure a rule is."""
    if rule.own:
        return _("zelf ingevuld")
    return _("bevestigd") if rule.confirmed else _("te bevestigen")


def _says(check: Check) -> str:
    if check.why == "rule":
        return _("Niet bekend: vul zelf in wat er gevraagd wordt.")
    if check.why == "fact":
        return _unknown_fact(check)
    words = {"found": shown(check.rule.id, check.found), "asked": shown(check.rule.id, check.asked)}
    if check.rule.id == "forms":
        return _("Jullie zijn een %(found)s.") % words
    if check.rule.id == "plan":
        return _plan(check)
    if check.rule.id == "ratio":
        if check.outcome == "ok":
            return _("De eigen inbreng volstaat in elk jaar met cijfers.")
        return _("In één jaar is er een tekort van %(found)s.") % words
    return _number(check) % words


def _number(check: Check) -> str:
    return {
        "term_years": _("Jullie termijn telt %(found)s jaar; gevraagd: %(asked)s."),
        "min_members": _("Jullie zijn met %(found)s; minstens %(asked)s."),
        "min_inhabitants": _("Samen %(found)s inwoners; minstens %(asked)s."),
        "cap_per_inhabitant": _(
            "Toegekend in één jaar: %(found)s; voor jullie inwoners hoogstens %(asked)s."
        ),
        "cap_per_year": _("Toegekend in één jaar: %(found)s; hoogstens %(asked)s."),
    }[check.rule.id]


def _plan(check: Check) -> str:
    if check.found == "none":
        return _("Er is nog geen goedgekeurd meerjarenplan.")
    if check.found == "part":
        return _("Het goedgekeurde plan dekt niet de hele termijn.")
    return _("Het goedgekeurde plan dekt de hele termijn.")


def _unknown_fact(check: Check) -> str:
    if check.asked is not None:
        most = shown(check.rule.id, check.asked)
        return _("Hoogstens %(most)s per jaar. Noteer wat toegekend is.") % {"most": most}
    return {
        "forms": _("De rechtsvorm van jullie samenwerking is niet ingevuld."),
        "ratio": _("Er staan nog geen bijdragen en subsidies in de boeken."),
    }.get(check.rule.id, _("Van minstens één gemeente is het aantal inwoners niet bekend."))


def shown(rule: str, value: Value | str | None) -> str:
    """A figure as people here write it."""
    if rule in ("cap_per_inhabitant", "cap_per_year", "ratio") and isinstance(value, int | Decimal):
        return in_euro(Decimal(value))
    if isinstance(value, int) and not isinstance(value, bool):
        return number_format(value, 0, force_grouping=True)
    if rule == "forms" and isinstance(value, str):
        return str(dict(Partnership.LegalForm.choices).get(value, value))
    return "" if value is None else str(value)


def in_short(rule: Rule) -> str:
    """The value of a rule, for a form and a table: 'minstens 4'."""
    value = rule.value
    if isinstance(value, tuple):
        return ", ".join(shown("forms", one) for one in value)
    if isinstance(value, bool):
        return _("ja") if value else _("nee")
    if isinstance(value, Fraction):
        return f"{value.numerator}/{value.denominator}"
    return shown(rule.id, value)


def example_of(rule: str) -> str:
    """How somebody types a value."""
    return {
        "forms": _("Eén of meer, met een komma: %(names)s.") % {"names": ", ".join(FORMS)},
        "plan": _("Typ ja of nee."),
        "ratio": _("Eigen euro per euro subsidie, als breuk: 1/1 of 1/2."),
        "cap_per_inhabitant": _("Euro per inwoner per jaar, zoals 0,90."),
        "cap_per_year": _("Euro per jaar, zoals 100.000."),
        "term_years": _("Een aantal jaar, zoals 6."),
        "min_members": _("Een aantal gemeenten, zoals 4."),
        "min_inhabitants": _("Een aantal inwoners, zoals 85.000."),
    }.get(rule, "")


def each_euro(lever: Fraction) -> str:
    """'€ 0,85', rounded half up to the cent for the screen."""
    whole = int(lever * 100 + Fraction(1, 2))
    return in_euro(Decimal(whole) / 100)
