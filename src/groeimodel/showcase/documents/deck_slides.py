"""The slides of what is and what was: partners, figures, harvest, results, actions, offer, money, decisions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from groeimodel import content as texts
from groeimodel.formats.document import Figure, Grid
from groeimodel.formats.slides_pptx import Slide
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.evaluation.models import Evaluation
from groeimodel.meadow.tending.models import Result
from groeimodel.rules.growth.content import Layer
from groeimodel.showcase.documents import telling_parts as tell
from groeimodel.showcase.documents.wording import (
    day,
    euro,
    figures,
    joined,
    number,
    over,
    short,
    short_day,
    stop,
)
from groeimodel.showcase.facts.values import Facts
from groeimodel.soil.harvest.models import Harvest

DID = ("attendance", "meetings", "themes", "questions", "answered", "hours", "lessons", "sittings")
BROUGHT = ("harvest", "given", "exchanged", "reach", "picked", "evaluated", "served", "satisfaction")
MONEY = ("lever", "subsidy", "contributions", "expenses", "budget", "spent")
NAMES, CROPS, RESULTS, ROWS, POINTS = 12, 4, 6, 8, 5
"""So many are named; the rest is counted or left for who asks."""
LETTERS = 150


@dataclass(frozen=True, slots=True)
class Told:
    """What every slide is made from."""

    facts: Facts
    """Of one municipality, or of all partners."""
    whole: Facts
    """Of all partners; the same where nothing else was given."""
    audience: Literal["college", "council"]
    money: bool
    garden: bytes
    says: str

    @property
    def where(self) -> str:
        return self.facts.municipality.name if self.facts.municipality else ""

    def counted(self, facts: Facts, keys: Iterable[str], most: int) -> tuple[Figure, ...]:
        """Those that were recorded, and may be told."""
        return figures(facts, [key for key in keys if self.money or key not in MONEY])[:most]


def sources(found: Sequence[Figure]) -> list[str]:
    """For the notes: where each figure stands."""
    return [
        _("Bron van %(number)s %(words)s: %(source)s.")
        % {"number": one.number, "words": one.words, "source": one.source}
        for one in found
        if one.source
    ]


def notes(*parts: str | Iterable[str]) -> str:
    """What is said, a paragraph a line."""
    lines = [line for part in parts for line in ([part] if isinstance(part, str) else part)]
    return "\n".join(line for line in lines if line)


def layer_of(facts: Facts) -> Layer:
    """The furthest model of which something is there today."""
    if facts.offers:
        return "shop"
    shared = any(one.plot is None for one in (*facts.running, *facts.picked))
    return "meadow" if shared else "soil"


def who(told: Told) -> Slide | None:
    facts = told.facts
    if not facts.members:
        return None
    others = [one for one in facts.members if one != told.where]
    words = {"where": told.where, "n": len(others) if told.where else len(facts.members)}
    if told.where and others:
        lead = ngettext(
            "%(where)s werkt samen met %(n)s andere gemeente.",
            "%(where)s werkt samen met %(n)s andere gemeenten.",
            len(others),
        )
    else:
        lead = ngettext("%(n)s gemeente doet mee.", "%(n)s gemeenten werken samen.", len(facts.members))
    model = texts.load().model(layer_of(told.whole))
    points = [
        _members(others or list(facts.members)),
        _("%(name)s: %(plain)s.") % {"name": model.name.nl, "plain": model.plain.nl},
    ]
    if facts.partnership.description:
        points.append(stop(short(facts.partnership.description.split(". ")[0], LETTERS)))
    return Slide(
        _("Samen voor kinderen en jongeren"),
        "picture",
        lead=lead % words,
        points=tuple(points),
        picture=told.garden,
        says=told.says,
        source=_("Partners en tuin, stand van %(day)s") % {"day": day(facts.today)},
        notes=notes(
            _("Dit is onze tuin van vandaag. Alles wat je ziet, betekent iets."),
            _(
                "Elke steen in de grond is een gemeente. Elke bloem is een actie. Lege plekken zijn ook eerlijk."
            ),
            f"{model.name.nl}: {model.summary.nl}",
            _("Partners: %(names)s.") % {"names": joined(list(facts.members))},
        ),
    )


def _members(names: Sequence[str]) -> str:
    if len(names) <= NAMES:
        return stop(joined(names))
    more = _("%(n)s andere") % {"n": len(names) - NAMES}
    return stop(joined([*names[:NAMES], more]))


def did(told: Told, facts: Facts) -> Slide | None:
    """Meetings, questions, hours: what was put into the soil."""
    keys = [key for key in DID if not (key == "meetings" and facts.municipality and facts.get("attendance"))]
    found = told.counted(facts, keys, 6)
    if not found:
        return None
    name = facts.municipality.name if facts.municipality else ""
    title = _("Wat %(where)s deed") % {"where": name} if name else _("Wat we samen deden")
    return Slide(
        title,
        "figures",
        lead=_period(facts),
        figures=found,
        notes=notes(
            _("Potgrond: elkaar zien en van elkaar leren. Zonder dat groeit er niets."),
            _("Kies één cijfer dat je verrast, en vertel er een voorbeeld bij."),
            sources(found),
        ),
    )


def _period(facts: Facts) -> str:
    said = over(facts.period)
    return _("Periode: %(period)s.") % {"period": said}


def brought(told: Told, facts: Facts) -> Slide | None:
    """Harvest and reach, with examples."""
    found = told.counted(facts, [key for key in BROUGHT if key != "exchanged" or not facts.municipality], 4)
    crops = [crop(one, own=bool(facts.municipality)) for one in facts.harvests[:CROPS]]
    if not found and not crops:
        return None
    where = {"where": told.where}
    return Slide(
        _("Wat %(where)s eraan had") % where if told.where else _("Wat het opbracht"),
        "figures" if found else "points",
        points=tuple(crops),
        figures=found,
        source="" if found else _("Oogst, %(period)s") % {"period": over(facts.period)},
        notes=notes(
            _("Oogst is wat een gemeente nu zelf gebruikt dankzij de anderen. Vertel er één van."),
            ngettext(
                "In deze periode werd %(n)s keer oogst genoteerd.",
                "In deze periode werd %(n)s keer oogst genoteerd.",
                len(facts.harvests),
            )
            % {"n": len(facts.harvests)}
            if facts.harvests
            else "",
            sources(found),
        ),
    )


def crop(one: Harvest, *, own: bool) -> str:
    """What is used, and thanks to whom; where, when it is not one municipality that tells."""
    words = {"title": short(one.title, LETTERS), "where": one.municipality.name_today}
    if one.from_municipality is not None:
        words["origin"] = one.from_municipality.name_today
        text = _("%(title)s, dankzij %(origin)s") if own else _("%(where)s: %(title)s, dankzij %(origin)s")
    else:
        text = _("%(title)s") if own else _("%(where)s: %(title)s")
    said = text % words
    if one.figure is not None:
        said += _(" (%(figure)s %(unit)s)") % {"figure": number(one.figure), "unit": one.unit}
    return stop(said)


def results(told: Told) -> Slide | None:
    rows = told.facts.results
    if not rows:
        return None
    table = tuple((one.action.title, _result(one), _sourced(one)) for one in rows[:RESULTS])
    return Slide(
        _("Resultaten van acties"),
        "grid",
        grid=Grid((_("Actie"), _("Resultaat"), _("Bron")), table),
        notes=notes(
            _("Elk resultaat staat er met zijn bron. Vertel wat het voor één kind of jongere veranderde."),
            _("In deze periode werden %(n)s resultaten genoteerd; de laatste staan hier.") % {"n": len(rows)}
            if len(rows) > RESULTS
            else "",
        ),
    )


def _result(one: Result) -> str:
    said = f"{number(one.figure)} {one.unit}"
    return f"{said} ({one.municipality.name_today})" if one.municipality else said


def _sourced(one: Result) -> str:
    return f"{short(one.source, 80)}, {short_day(one.on)}"


def learned(told: Told) -> Slide | None:
    """What partners made of actions that are over, and lessons."""
    verdicts = {
        Evaluation.Verdict.AGAIN: _("‘%(title)s’ zaaien we opnieuw. %(reason)s"),
        Evaluation.Verdict.SPECIALISE: _("Van ‘%(title)s’ maken we iets bijzonders. %(reason)s"),
        Evaluation.Verdict.SHOP: _("‘%(title)s’ wordt vast aanbod. %(reason)s"),
        Evaluation.Verdict.COMPOST: _("Met ‘%(title)s’ stoppen we. %(reason)s"),
    }
    facts = told.facts
    points = [
        verdicts[Evaluation.Verdict(one.verdict)]
        % {"title": one.action.title, "reason": stop(short(one.reason, LETTERS))}
        for one in facts.evaluations
        if one.verdict
    ][:POINTS]
    evaluated = len(points)
    points += [_("Les: %(title)s") % {"title": stop(one.title)} for one in facts.lessons][
        : POINTS - evaluated
    ]
    if not points:
        return None
    return Slide(
        _("Wat we leerden"),
        "points",
        points=tuple(one.strip() for one in points),
        source=_("Evaluaties en lessen, %(period)s") % {"period": over(facts.period)},
        notes=notes(
            _("Niet elke bloem lukt. Wat stopt, laat een les na: dat is compost."),
            _("De partners schreven dit samen op, toen de actie voorbij was."),
        ),
    )


def running(told: Told) -> Slide | None:
    rows = told.facts.running
    if not rows:
        return None
    amounts = told.money and any(one.budget for one in rows[:ROWS])
    head = (_("Actie"), _("Waar"), _("Wanneer"), *((_("Budget"),) if amounts else ()))
    table = tuple(
        (
            one.title,
            one.plot.name_today if one.plot else _("samen"),
            _when(one, told.facts),
            *((euro(one.budget) if one.budget else "",) if amounts else ()),
        )
        for one in rows[:ROWS]
    )
    lead = ngettext("Er loopt nu %(n)s actie.", "Er lopen nu %(n)s acties.", len(rows)) % {"n": len(rows)}
    if len(rows) > ROWS:
        lead += " " + _("Dit zijn de eerste %(n)s die aflopen.") % {"n": ROWS}
    return Slide(
        _("Wat nu loopt"),
        "grid",
        lead=lead,
        grid=Grid(head, table, _("Acties, stand van %(day)s") % {"day": day(told.facts.today)}),
        notes=notes(
            _("Op de bloemenweide kiezen de gemeenten samen acties, met een begin, een einde en een budget."),
            _("Vertel bij één actie wie eraan meedoet en wat ze vraagt."),
        ),
    )


def _when(one: Action, facts: Facts) -> str:
    if one.starts and one.starts > facts.today:
        return _("vanaf %(day)s") % {"day": day(one.starts)}
    if one.ends is None:
        return ""
    text = _("liep tot %(day)s, nog niet afgesloten") if tell.is_over(one, facts.today) else _("tot %(day)s")
    return text % {"day": day(one.ends)}


def offers(told: Told) -> Slide | None:
    rows = told.whole.offers
    if not rows:
        return None
    lead = _("In de bloemenwinkel vinden inwoners een vast aanbod.")
    if len(rows) > ROWS:
        lead = _("In de bloemenwinkel staat %(n)s keer vast aanbod. Dit is een greep.") % {"n": len(rows)}
    table = tuple(
        (short(one.title, LETTERS), joined(one.for_whom_words) or _("iedereen")) for one in rows[:ROWS]
    )
    return Slide(
        _("Wat het hele jaar openstaat"),
        "grid",
        lead=lead,
        grid=Grid(
            (_("Aanbod"), _("Voor wie")),
            table,
            _("Winkel, stand van %(day)s") % {"day": day(told.facts.today)},
        ),
        notes=notes(
            _("Dit aanbod is er altijd, los van de acties van dit moment."),
        ),
    )


def money(told: Told) -> Slide | None:
    """What goes in and comes out; amounts that nobody booked are not there."""
    if not told.money:
        return None
    found = told.counted(told.whole, MONEY, 6)
    if not found:
        return None
    books = any(told.whole.get(key) for key in MONEY if key != "spent")
    title = _("Geld: wat erin gaat en wat eruit gaat") if books else _("Geld voor acties")
    lever = told.whole.get("lever")
    lead = ""
    if lever is not None:
        lead = _("Tegenover elke euro van de gemeenten staat %(each)s subsidie.") % {"each": lever.number}
    return Slide(
        title,
        "figures",
        lead=lead,
        figures=found,
        notes=notes(
            _("Deze bedragen gelden voor de hele samenwerking, niet voor één gemeente."),
            _("Een hefboom zegt hoeveel subsidie er tegenover elke euro van de gemeenten staat.")
            if lever is not None
            else "",
            sources(found),
        ),
    )


def decisions(told: Told) -> Slide | None:
    rows = told.whole.decisions[:POINTS]
    if not rows:
        return None
    return Slide(
        _("Wat we samen beslisten"),
        "points",
        points=tuple(
            _("%(day)s: %(title)s (besluit %(number)s)")
            % {"day": day(one.taken_on), "title": short(one.title, LETTERS), "number": one.number}
            for one in rows
        ),
        source=_("Register van besluiten, %(period)s") % {"period": over(told.whole.period)},
        notes=notes(
            _("Elk besluit staat in het register, met wie erbij was en hoe er gestemd is."),
            _("Vraagt de raad naar de tekst? Die kun je nazenden."),
        ),
    )
