"""Statutes and checks in Dutch sentences."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from groeimodel.rules.organs import Check
from groeimodel.rules.votes import Statute
from groeimodel.rules.votes.statute import Bound, Kind, Majority

TITLES = {
    "vacant": gettext_lazy("Alle zetels zijn bezet"),
    "every_member": gettext_lazy("Elke gemeente heeft een zetel met stem"),
    "max_seats": gettext_lazy("Niet te veel bestuurders"),
    "gender_cap": gettext_lazy("Niet te veel van hetzelfde geslacht"),
    "who": gettext_lazy("Wie er zit, mag er zitten"),
    "opposition": gettext_lazy("Zetels voor raadsleden van de oppositie"),
    "incompatible": gettext_lazy("Geen functies die niet samengaan"),
    "members_only": gettext_lazy("Enkel zetels van partners"),
}
KINDS = {
    "ordinary": gettext_lazy("Gewone besluiten"),
    "persons": gettext_lazy("Besluiten over mensen"),
    "statutes": gettext_lazy("De statuten veranderen"),
}
WHOLES = {
    "votes": gettext_lazy("de stemmen"),
    "municipal_votes": gettext_lazy("de stemmen van de gemeenten"),
    "municipalities": gettext_lazy("de gemeenten"),
    "seats": gettext_lazy("de zetels met stem"),
}
BASES = {
    "cast": gettext_lazy("wie voor of tegen stemt"),
    "present": gettext_lazy("wie er is"),
    "all": gettext_lazy("iedereen met stem"),
}


def share_in_words(bound: Bound) -> str:
    """'meer dan de helft', 'minstens 2 op 3', 'alle'."""
    share = bound.share
    if share == 1:
        return _("alle")
    part = (
        _("de helft")
        if share == Fraction(1, 2)
        else _("%(n)s op %(of)s") % {"n": share.numerator, "of": share.denominator}
    )
    return (_("meer dan %(part)s") if bound.more_than else _("minstens %(part)s")) % {"part": part}


def of_whole(bound: Bound, whole: str) -> str:
    words = {"share": share_in_words(bound), "whole": WHOLES[whole]}
    if bound.share == 1:
        return _("%(share)s %(plain)s") % {**words, "plain": str(WHOLES[whole]).removeprefix("de ")}
    return _("%(share)s van %(whole)s") % words


def majority_in_words(one: Majority) -> str:
    """'meer dan de helft van de stemmen, van wie voor of tegen stemt'."""
    words = {"what": of_whole(one.bound, one.of), "base": BASES[one.base]}
    return _("%(what)s (van %(base)s)") % words


def kind_in_words(kind: Kind) -> str:
    parts = [majority_in_words(one) for one in kind.majorities]
    said = _(" en ").join(parts)
    extra = [_("geheime stemming")] if kind.secret else []
    if kind.tie == "chair":
        extra.append(_("bij gelijke stemmen beslist de voorzitter"))
    return "; ".join([said, *extra])


def statute_in_words(statute: Statute) -> list[tuple[str, str]]:
    """What to know, and what it is."""
    rows = []
    if statute.quorum is None:
        rows.append((_("Wanneer kan er beslist worden?"), _("Zodra er iemand met stem is.")))
    else:
        said = _("Als %(share)s er is.") % {"share": of_whole(statute.quorum.bound, statute.quorum.of)}
        if statute.quorum.second_call:
            said += " " + _("Een tweede zitting met dezelfde punten beslist met wie er dan is.")
        rows.append((_("Wanneer kan er beslist worden?"), said))
    days = ngettext("Minstens %(n)s dag vooraf.", "Minstens %(n)s dagen vooraf.", statute.delay_days)
    rows.append(
        (
            _("Wanneer vertrekt de uitnodiging?"),
            days % {"n": statute.delay_days} if statute.delay_days else _("Daar is geen regel voor."),
        )
    )
    proxies = ngettext("Hoogstens %(n)s per persoon.", "Hoogstens %(n)s per persoon.", statute.proxies)
    rows.append(
        (
            _("Hoeveel volmachten?"),
            proxies % {"n": statute.proxies} if statute.proxies else _("Volmachten kunnen niet."),
        )
    )
    rows += [
        (str(KINDS.get(name, name)), kind_in_words(kind).capitalize() + ".")
        for name, kind in statute.kinds.items()
    ]
    return rows


def check_in_words(check: Check, names: Mapping[int, str]) -> str:
    """What was found, as a sentence; `names` are those of municipalities by key."""
    who = ", ".join(names.get(one, "?") for one in check.municipalities)
    teller = _TELLERS.get(check.id)
    return teller(check, who) if teller else ""


def _vacant(check: Check, who: str) -> str:
    if not check.count:
        return (
            _("Alle %(bound)s zetels zijn bezet.") % {"bound": check.bound}
            if check.bound
            else _("Er zijn nog geen zetels.")
        )
    words = ngettext(
        "%(n)s van de %(bound)s zetels is leeg.", "%(n)s van de %(bound)s zetels zijn leeg.", check.count
    )
    return words % {"n": check.count, "bound": check.bound}


def _every_member(check: Check, who: str) -> str:
    if not check.count:
        return _("Elke partner heeft er een.")
    return _("Nog geen zetel voor: %(who)s.") % {"who": who}


def _max_seats(check: Check, who: str) -> str:
    return _("%(n)s zetels met stem; het mogen er %(bound)s zijn.") % {"n": check.count, "bound": check.bound}


def _gender_cap(check: Check, who: str) -> str:
    if not check.count and check.result == "unknown":
        return _("Nog niet geteld. Drie cijfers volstaan, zonder namen.")
    words = {"n": check.count, "total": check.bound, "most": check.extra.get("most", 0)}
    said = _("De grootste groep telt %(n)s van de %(total)s; het mogen er hoogstens %(most)s zijn.") % words
    if check.extra.get("stale"):
        said += " " + _("Intussen zitten er meer of minder mensen: tel opnieuw.")
    return said


def _who(check: Check, who: str) -> str:
    if check.result == "passes":
        return _("Iedereen zit er als wie de regel toelaat.")
    if check.result == "unknown":
        words = ngettext(
            "Van %(n)s zetel is niet genoteerd als wat iemand er zit.",
            "Van %(n)s zetels is niet genoteerd als wat iemand er zit.",
            check.count,
        )
        return words % {"n": check.count}
    words = ngettext(
        "Op %(n)s zetel zit iemand die er volgens de regel niet hoort.",
        "Op %(n)s zetels zit iemand die er volgens de regel niet hoort.",
        check.count,
    )
    return words % {"n": check.count}


def _opposition(check: Check, who: str) -> str:
    if not check.count:
        return _("Elke gemeente heeft er een.")
    return _("Nog niet voor: %(who)s.") % {"who": who}


def _incompatible(check: Check, who: str) -> str:
    if check.result == "passes":
        return _("Iedereen zei dat er niets botst.")
    if check.result == "unknown":
        words = ngettext(
            "Aan %(n)s persoon is het nog niet gevraagd.",
            "Aan %(n)s mensen is het nog niet gevraagd.",
            check.count,
        )
        return words % {"n": check.count}
    words = ngettext(
        "%(n)s persoon meldde een functie die niet samengaat.",
        "%(n)s mensen meldden een functie die niet samengaat.",
        check.count,
    )
    return words % {"n": check.count}


def _members_only(check: Check, who: str) -> str:
    words = ngettext(
        "%(n)s zetel is van een gemeente die geen partner is.",
        "%(n)s zetels zijn van een gemeente die geen partner is.",
        check.count,
    )
    return words % {"n": check.count}


_TELLERS = {
    "vacant": _vacant,
    "every_member": _every_member,
    "max_seats": _max_seats,
    "gender_cap": _gender_cap,
    "who": _who,
    "opposition": _opposition,
    "incompatible": _incompatible,
    "members_only": _members_only,
}

STEPS = {
    "18": gettext_lazy(
        "Praat nu al over doorgaan: wat bracht het, wat willen jullie hierna? Dan kan elk college het rustig bekijken."
    ),
    "12": gettext_lazy(
        "Vraag elke gemeente om de verlenging op haar gemeenteraad te zetten. Geef een ontwerp mee."
    ),
    "6": gettext_lazy(
        "Elk besluit moet er nu zijn. Bel wie nog ontbreekt: een gemeenteraad vergadert niet elke week."
    ),
    "over": gettext_lazy(
        "De laatste dag is voorbij. Ga na wat dat betekent voor jullie mensen, contracten en geld."
    ),
}
"""What to do at each stage of a term that ends."""
PROBLEMS = {
    "too_long": gettext_lazy("Deze termijn is langer dan de regel toelaat."),
    "no_end": gettext_lazy("Deze termijn heeft geen laatste dag, en de regel vraagt er een."),
    "election_year": gettext_lazy(
        "Deze termijn begint in een jaar van gemeenteraadsverkiezingen. Volgens de regel kan dat niet."
    ),
    "ends_before": gettext_lazy("De laatste dag ligt voor de eerste."),
}
