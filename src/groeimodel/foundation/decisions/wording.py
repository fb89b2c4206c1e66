"""A vote in an organ in plain words: who was there, what was needed, what was reached."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext, pgettext_lazy

SHARES = {
    Fraction(1, 2): gettext_lazy("de helft"),
    Fraction(1, 3): gettext_lazy("een derde"),
    Fraction(2, 3): gettext_lazy("twee derde"),
    Fraction(1, 4): gettext_lazy("een vierde"),
    Fraction(3, 4): gettext_lazy("drie vierde"),
}
WHOLE = {
    ("votes", "cast"): gettext_lazy("de stemmen voor en tegen"),
    ("votes", "present"): gettext_lazy("de stemmen van wie er is of vertegenwoordigd is"),
    ("votes", "all"): gettext_lazy("alle stemmen"),
    ("municipal_votes", "cast"): gettext_lazy("de stemmen voor en tegen van gemeenten"),
    ("municipal_votes", "present"): gettext_lazy("de stemmen van gemeenten die er zijn"),
    ("municipal_votes", "all"): gettext_lazy("alle stemmen van gemeenten"),
    ("municipalities", "cast"): gettext_lazy("de gemeenten die voor of tegen stemden"),
    ("municipalities", "present"): gettext_lazy("de gemeenten die er zijn"),
    ("municipalities", "all"): gettext_lazy("alle gemeenten"),
}
KINDS = {
    "ordinary": pgettext_lazy("soort beslissing", "gewone beslissing"),
    "persons": pgettext_lazy("soort beslissing", "over personen"),
    "statutes": pgettext_lazy("soort beslissing", "wijziging van de statuten"),
    "plan": pgettext_lazy("soort beslissing", "meerjarenplan"),
    "accounts": pgettext_lazy("soort beslissing", "rekening en begroting"),
    "budget": pgettext_lazy("soort beslissing", "rekening en begroting"),
    "joining": pgettext_lazy("soort beslissing", "toetreding"),
    "leaving": pgettext_lazy("soort beslissing", "uittreding"),
    "dissolution": pgettext_lazy("soort beslissing", "ontbinding"),
    "renewal": pgettext_lazy("soort beslissing", "verlenging"),
}


def kind_label(kind: str) -> str:
    """What a kind of decision is called; one that only these statutes know keeps its own name."""
    return str(KINDS.get(kind, kind))


def bound_in_words(majority: Mapping[str, Any]) -> str:
    """'Meer dan de helft van de stemmen voor en tegen', from an entry of `Vote.majorities`."""
    share, base = Fraction(majority["share"]), majority.get("base", "cast")
    words = {"share": SHARES.get(share, str(share)), "whole": WHOLE[majority["of"], base]}
    if share == 1:
        return _("Eenparig, over %(whole)s") % words
    if majority["more_than"]:
        return _("Meer dan %(share)s van %(whole)s") % words
    return _("Minstens %(share)s van %(whole)s") % words


def quorum_in_words(quorum: Mapping[str, Any]) -> str:
    """'4 van de 6 leden met stemrecht waren er of waren vertegenwoordigd. Nodig: 4.'"""
    figures = {"here": quorum["here"], "total": quorum["total"], "needed": quorum["needed"]}
    if quorum["of"] == "municipalities":
        said = ngettext(
            "%(here)s van de %(total)s gemeenten was er of was vertegenwoordigd.",
            "%(here)s van de %(total)s gemeenten waren er of waren vertegenwoordigd.",
            quorum["here"],
        )
    else:
        said = ngettext(
            "%(here)s van de %(total)s leden met stemrecht was er of was vertegenwoordigd.",
            "%(here)s van de %(total)s leden met stemrecht waren er of waren vertegenwoordigd.",
            quorum["here"],
        )
    if quorum.get("waived"):
        return f"{said % figures} " + _("Bij een tweede oproep beslist wie er is.")
    return f"{said % figures} " + _("Nodig: %(needed)s.") % figures


def figures_in_words(pro: int, against: int, abstain: int) -> str:
    """'5 stemmen voor, 1 tegen, 2 onthoudingen'."""
    parts = [
        ngettext("%(n)s stem voor", "%(n)s stemmen voor", pro) % {"n": pro},
        pgettext("stemmen", "%(n)s tegen") % {"n": against},
        ngettext("%(n)s onthouding", "%(n)s onthoudingen", abstain) % {"n": abstain},
    ]
    return ", ".join(parts)
