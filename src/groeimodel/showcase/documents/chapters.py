"""Chapters that the annual report and the evaluation share: partners, soil, meadow, shop, money, decisions. No query."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from groeimodel.formats.document import Figure, Grid, Part
from groeimodel.foundation.partners.models import Municipality
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.evaluation.models import Evaluation
from groeimodel.meadow.tending.models import Result
from groeimodel.shop.money.models import Post
from groeimodel.shop.money.selectors import Amounts, Figures
from groeimodel.showcase.documents import telling_parts as tell
from groeimodel.showcase.documents.books import Books
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

CROPS, MEETINGS, DECISIONS, RESULTS = 24, 40, 40, 60
"""So many rows are told; the rest is counted."""
LETTERS = 500
SOIL = (
    "meetings",
    "attendance",
    "questions",
    "answered",
    "harvest",
    "exchanged",
    "themes",
    "lessons",
    "hours",
)
MEADOW = ("running", "picked", "reach", "evaluated", "spent")
SHOP = ("offers", "bouquets", "served", "requests", "satisfaction", "sittings", "published")
MONEY = ("budget", "expenses", "contributions", "subsidy", "lever")


def partners(facts: Facts, books: Books) -> list[Part]:
    said = []
    form = facts.partnership.get_legal_form_display() if facts.partnership.legal_form else ""
    words = {"name": facts.partnership.name, "form": form}
    if form:
        said.append(_("%(name)s is een %(form)s.") % words)
    if books.term is not None:
        term = books.term.term
        words |= {"from": day(term.starts), "to": day(term.ends) if term.ends else ""}
        text = (
            _("De huidige termijn loopt van %(from)s tot en met %(to)s.")
            if term.ends
            else _("De huidige termijn begon op %(from)s.")
        )
        said.append(" ".join(filter(None, [text % words, _basis(term.basis)])))
    said += changes(facts, books)
    rows = [one for one in books.members if one.until is None and one.municipality.merged_into is None]
    known = any(one.municipality.inhabitants for one in rows)
    head: tuple[str, ...] = (_("Gemeente"), _("Partner sinds"))
    table: tuple[tuple[str, ...], ...] = tuple((one.municipality.name, short_day(one.since)) for one in rows)
    source = inhabitants_source(facts, [one.municipality for one in rows])
    if known:
        head = (*head, _("Inwoners"))
        table = tuple(
            (*row, inhabitants_words(one.municipality.inhabitants))
            for row, one in zip(table, rows, strict=True)
        )
    grid = Grid(head, table, source) if table else None
    return [Part(_("Wie samenwerkt"), paragraphs=tuple(said), grid=grid)] if said or grid else []


def _basis(text: str) -> str:
    return _("Dat steunt op: %(basis)s") % {"basis": stop(text)} if text else ""


def inhabitants_words(n: int | None) -> str:
    return number(Decimal(n)) if n else _("niet genoteerd")


def inhabitants_source(facts: Facts, places: Sequence[Municipality]) -> str:
    source = _("lijst van partners, %(day)s") % {"day": day(facts.today)}
    years = sorted({str(one.inhabitants_year) for one in places if one.inhabitants_year})
    if not years:
        return source
    return _("%(source)s; inwoners op 1 januari %(years)s") % {"source": source, "years": joined(years)}


def changes(facts: Facts, books: Books) -> list[str]:
    """Who came and who left in the period."""
    starts = facts.period.starts
    if starts is None:
        return []
    came = [one for one in books.members if one.since > starts]
    left = [one for one in books.members if one.until is not None and one.until <= facts.period.ends]
    said = [
        _("%(name)s kwam erbij op %(day)s.") % {"name": one.municipality.name_today, "day": day(one.since)}
        for one in came
    ]
    return said + [
        _("%(name)s ging weg op %(day)s.") % {"name": one.municipality.name_today, "day": day(one.until)}
        for one in left
        if one.until is not None
    ]


def soil(facts: Facts, books: Books) -> list[Part]:
    found = []
    counted = figures(facts, SOIL)
    if counted:
        found.append(
            Part(
                _("Potgrond: van elkaar leren"),
                paragraphs=(
                    _("De partners zien elkaar, stellen vragen en gebruiken wat bij een ander werkte."),
                ),
                figures=counted,
                layer="soil",
            )
        )
    rows = facts.harvests[:CROPS]
    if rows:
        in_order = sorted(rows, key=lambda one: (one.municipality.name, -one.gained_on.toordinal()))
        more = tell.and_more(len(facts.harvests) - len(rows), _("op de pagina van de oogst"))
        points = tuple(tell.crop(one, 260, named=True) for one in in_order)
        found.append(Part(_("Wat gemeenten nu zelf gebruiken"), points=points, note=more, layer="soil"))
    if books.meetings:
        found.append(_met(facts, books))
    return found


def _met(facts: Facts, books: Books) -> Part:
    rows = books.meetings[-MEETINGS:]
    marked = any(one.places for one in rows)
    head: tuple[str, ...] = (_("Dag"), _("Ontmoeting"), _("Voor wie"))
    table: tuple[tuple[str, ...], ...] = tuple((short_day(one.day), one.title, one.for_whom) for one in rows)
    if marked:
        head = (*head, _("Gemeenten aanwezig"))
        table = tuple(
            (*row, str(one.places) if one.places else _("niet genoteerd"))
            for row, one in zip(table, rows, strict=True)
        )
    source = _("agenda en aanwezigheden, %(period)s") % {"period": over(facts.period)}
    return Part(_("Ontmoetingen"), grid=Grid(head, table, source), layer="soil")


def meadow(facts: Facts, books: Books, *, money: bool) -> list[Part]:
    found = []
    counted = figures(facts, MEADOW)
    if counted:
        found.append(
            Part(
                _("Bloemenweide: samen iets doen"),
                paragraphs=(
                    _("Een actie is begrensd in tijd en budget. Hierna staat wat elke actie opbracht."),
                ),
                figures=counted,
                layer="meadow",
            )
        )
    results, looked = tell.results_by_action(facts), tell.evaluations_by_action(facts)
    plain = []
    for one in facts.picked:
        counted_, told = results.get(one.pk, []), looked.get(one.pk)
        if counted_ or told or one.text or one.lesson:
            found.append(picked_action(one, books, counted_, told, money=money))
        else:
            plain.append(one)
    if plain:
        found.append(_rows(_("Andere acties die klaar zijn"), plain, facts, money=money))
    if facts.running:
        found.append(_rows(_("Acties die nu lopen"), facts.running, facts, money=money))
    return found


def picked_action(
    one: Action, books: Books, results: list[Result], evaluation: Evaluation | None, *, money: bool
) -> Part:
    """An action that is over: what it was, what came of it, what was learned."""
    said = [short(one.text, LETTERS)] if one.text else []
    points = [_first(tell.result(row)) for row in results]
    if evaluation is not None and evaluation.reach and not any(row.reach for row in results):
        points.append(_first(tell.reached(evaluation)))
    note = [frame_of(one, books, money=money)]
    if evaluation is not None:
        if evaluation.went_well:
            said.append(_("Wat goed ging: %(text)s") % {"text": stop(short(evaluation.went_well, LETTERS))})
        learned = evaluation.title or short(evaluation.learned, 200)
        if learned:
            said.append(_("Wat we leerden: %(text)s") % {"text": stop(learned)})
        if evaluation.verdict:
            said.append(tell.verdict(evaluation))
    elif one.lesson:
        said.append(_("Wat we leerden: %(text)s") % {"text": stop(short(one.lesson, LETTERS))})
    if not points:
        note.append(_("Er is geen resultaat in cijfers genoteerd."))
    return Part(
        one.title,
        paragraphs=tuple(said),
        points=tuple(points),
        note=" ".join(filter(None, note)),
        layer="meadow",
    )


def meadow_rows(facts: Facts, books: Books, *, money: bool) -> list[Part]:
    """Actions in short: one row for each that is over, and those that run."""
    results, looked = tell.results_by_action(facts), tell.evaluations_by_action(facts)
    points = tuple(tell.picked(one, results.get(one.pk, []), looked.get(one.pk)) for one in facts.picked)
    found = [Part(_("Acties die klaar zijn"), points=points, layer="meadow")] if points else []
    if facts.running:
        found.append(_rows(_("Acties die nu lopen"), facts.running, facts, money=money))
    return found


def _first(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def frame_of(one: Action, books: Books, *, money: bool) -> str:
    """'Kampen en vakantie, 1 juli 2026 tot 3 augustus 2026, budget € 1.200. Deden mee: ...'"""
    bits = [one.get_species_display()] if one.species else []
    if one.starts and one.ends:
        bits.append(_("%(from)s tot %(to)s") % {"from": day(one.starts), "to": day(one.ends)})
    if one.plot is not None:
        bits.append(_("perceel van %(name)s") % {"name": one.plot.name_today})
    if money and one.budget:
        bits.append(_("budget %(amount)s (bron: besluit over de actie)") % {"amount": euro(one.budget)})
    said = stop(_first(", ".join(bits)))
    names = [row.municipality.name_today for row in books.shares.get(one.pk, ())]
    if names and one.plot is None:
        said = f"{said} " + _("Deden mee: %(names)s.") % {"names": joined(names)}
    return said


def _until(one: Action, facts: Facts) -> str:
    """The last day; of what runs past it, that nobody closed it yet."""
    if one.ends is None:
        return ""
    if one in facts.running and tell.is_over(one, facts.today):
        return _("%(day)s, nog niet afgesloten") % {"day": short_day(one.ends)}
    return short_day(one.ends)


def _rows(title: str, actions: Sequence[Action], facts: Facts, *, money: bool) -> Part:
    head: tuple[str, ...] = (_("Actie"), _("Soort"), _("Waar"), _("Tot"))
    table = [
        (
            one.title,
            one.get_species_display() if one.species else "",
            one.plot.name_today if one.plot else _("samen"),
            _until(one, facts),
        )
        for one in actions
    ]
    rows: list[tuple[str, ...]] = list(table)
    if money and any(one.budget for one in actions):
        head = (*head, _("Budget"))
        rows = [
            (*row, euro(one.budget) if one.budget else "") for row, one in zip(table, actions, strict=True)
        ]
    source = _("bloemenweide, %(day)s") % {"day": day(facts.today)}
    return Part(title, grid=Grid(head, tuple(rows), source), layer="meadow")


def shop(facts: Facts, books: Books) -> list[Part]:
    counted = figures(facts, SHOP)
    rows = tuple(
        (one.title, joined([str(label) for value, label in one.ForWhom.choices if value in one.for_whom]))
        for one in facts.offers
    )
    grid = None
    if rows:
        source = _("winkel, %(day)s") % {"day": day(facts.today)}
        grid = Grid((_("Aanbod"), _("Voor wie")), tuple((a, b or _("iedereen")) for a, b in rows), source)
    if not counted and grid is None:
        return []
    return [
        Part(
            _("Bloemenwinkel: wat er altijd is"),
            paragraphs=(_("Wat de partners samen vast aanbieden, met een team, een plan en geld."),),
            figures=counted,
            grid=grid,
            layer="shop",
        )
    ]


def money_chapter(facts: Facts, books: Books) -> list[Part]:
    found = []
    counted: tuple[Figure, ...] = figures(facts, MONEY)
    for n, year in enumerate(books.years):
        found.append(
            Part(
                _("Geld in %(year)s") % {"year": year.year},
                figures=counted if n == len(books.years) - 1 else (),
                grid=year_grid(year),
            )
        )
    if books.owed:
        found.append(contributions(books))
    return found


def year_grid(year: Figures) -> Grid:
    rows = []
    for direction, name in (
        (Post.Direction.RECEIPT, _("Ontvangsten")),
        (Post.Direction.EXPENSE, _("Uitgaven")),
    ):
        for _kind, label, amounts, _posts in year.kinds(direction):
            rows.append(_amounts(f"{name}: {label}", amounts))
        if year.of(direction) != Amounts():
            rows.append(_amounts(_("%(name)s, samen") % {"name": name}, year.of(direction)))
    rows.append(_amounts(_("Ontvangsten min uitgaven"), year.balance))
    source = _("boekhouding van %(year)s") % {"year": year.year}
    return Grid((_("Post"), _("Begroot"), _("Werkelijk")), tuple(rows), source)


def _amounts(name: str, one: Amounts) -> tuple[str, str, str]:
    return (name, euro(one.budget), euro(one.actual))


def contributions(books: Books) -> Part:
    rows = tuple(
        (
            one.contribution.municipality.name_today,
            str(one.contribution.call),
            euro(one.contribution.amount),
            euro(one.paid),
        )
        for one in books.owed
    )
    source = _("gevraagde bijdragen en betalingen in de boekhouding")
    head = (_("Gemeente"), _("Bijdrage"), _("Gevraagd"), _("Betaald"))
    return Part(_("Bijdragen van de gemeenten"), grid=Grid(head, rows, source))


def decisions(facts: Facts) -> list[Part]:
    rows = tuple(
        (str(one.number), short_day(one.taken_on), one.title, one.get_way_display())
        for one in facts.decisions[:DECISIONS]
    )
    if not rows:
        return []
    head = (_("Nr."), _("Dag"), _("Wat is beslist?"), _("Hoe"))
    source = _("register van besluiten, %(period)s") % {"period": over(facts.period)}
    more = tell.and_more(len(facts.decisions) - len(rows), _("in het register van besluiten"))
    return [Part(_("Besluiten"), grid=Grid(head, rows, source), note=more)]


def lessons(facts: Facts) -> list[Part]:
    points = tuple(f"{stop(one.title)} {stop(short(one.learned, 260))}".strip() for one in facts.lessons)
    if not points:
        return []
    intro = ngettext(
        "Deze les neemt de samenwerking mee.", "Deze lessen neemt de samenwerking mee.", len(points)
    )
    return [Part(_("Lessen"), paragraphs=(intro,), points=points)]


def ahead(facts: Facts) -> list[Part]:
    points = tell.ahead_points(facts, 12)
    return [Part(_("Wat eraan komt"), points=points)] if points else []


def annex(facts: Facts) -> list[Part]:
    """Every figure with its source, and every result of an action."""
    found = []
    rows = tuple((one.number, one.words, one.source) for one in facts.facts if one.layer != "gauge")
    if rows:
        head: tuple[str, ...] = (_("Cijfer"), _("Wat het telt"), _("Bron"))
        found.append(Part(_("Bijlage: alle cijfers en hun bron"), grid=Grid(head, rows)))
    counted = tuple(
        (
            one.action.title,
            f"{number(one.figure)} {one.unit}",
            one.municipality.name_today if one.municipality else _("samen"),
            f"{one.source}, {day(one.on)}",
        )
        for one in facts.results[:RESULTS]
        if one.figure is not None
    )
    if counted:
        head = (_("Actie"), _("Resultaat"), _("Van wie"), _("Bron"))
        found.append(Part(_("Bijlage: resultaten van acties"), grid=Grid(head, counted)))
    return found
