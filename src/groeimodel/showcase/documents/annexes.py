"""Annexes to a subsidy file: partners, co-financing, actions with results and reach, organs and competences, plan."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext as _

from groeimodel.formats.document import Document, Grid, Part
from groeimodel.foundation.partners.models import Municipality
from groeimodel.meadow.actions.models import Action
from groeimodel.shop.organs.models import Organ
from groeimodel.shop.organs.selectors import Seated
from groeimodel.shop.plan.selectors import ActionShown
from groeimodel.shop.subsidy.showing import grid_of
from groeimodel.showcase.documents import telling_parts as tell
from groeimodel.showcase.documents.books import Shopkeeping
from groeimodel.showcase.documents.chapters import inhabitants_source, inhabitants_words
from groeimodel.showcase.documents.wording import (
    colour_of,
    day,
    euro,
    example_of,
    joined,
    made_of,
    number,
    over,
    short_day,
)
from groeimodel.showcase.facts.values import Facts

MOST = 60


def annexes(facts: Facts, keeping: Shopkeeping, *, money: bool = True) -> Document:
    """A letter for each that has something to say; the letters follow what is there."""
    found = [
        *_partners(facts, keeping),
        *(_cofinancing(facts, keeping) if money else ()),
        *_actions(facts, keeping, money=money),
        *_organs(facts, keeping),
        *_competences(facts, keeping),
        *_plan(keeping, money=money),
    ]
    name = facts.partnership.name
    parts = _lettered(found) or [
        Part(
            _("Nog niets genoteerd"),
            paragraphs=(
                _("De bijlagen vullen zich vanzelf zodra jullie partners, acties, organen of geld noteren."),
            ),
        )
    ]
    return Document(
        title=_("Bijlagen bij het subsidiedossier"),
        subtitle=name,
        overline=_overline(facts, keeping),
        lead=_("Opgemaakt uit wat de samenwerking noteerde. Lees alles na voor je het indient."),
        parts=tuple(parts),
        footer=made_of(facts.partnership, facts.today),
        author=name,
        made_on=day(facts.today),
        example=example_of(facts.partnership),
        colour=colour_of(facts.partnership),
    )


def _overline(facts: Facts, keeping: Shopkeeping) -> str:
    if keeping.file is None:
        return over(facts.period)
    dossier = keeping.file.dossier
    words = {"scheme": keeping.file.scheme.name, "from": dossier.starts.year, "to": dossier.ends.year}
    return _("%(scheme)s, termijn %(from)s tot %(to)s") % words


def _lettered(parts: list[Part]) -> list[Part]:
    """'A. Partners'; a part without a letter goes on under the one before it."""
    found, at = [], 0
    for one in parts:
        title = f"{chr(65 + at)}. {one.title}" if one.title else ""
        at += bool(one.title)
        found.append(Part(title, one.paragraphs, one.points, one.figures, one.grid, one.note, one.layer))
    return found


def _partners(facts: Facts, keeping: Shopkeeping) -> list[Part]:
    rows = keeping.members
    if not rows:
        return []
    counted = [one.municipality.inhabitants for one in rows]
    head = (_("Gemeente"), _("Partner sinds"), _("Inwoners"))
    table = [
        (_with_nis(one.municipality), short_day(one.since), inhabitants_words(one.municipality.inhabitants))
        for one in rows
    ]
    if all(counted):
        table.append((_("Samen"), "", number(Decimal(sum(one or 0 for one in counted)))))
    source = inhabitants_source(facts, [one.municipality for one in rows])
    return [Part(_("Partners"), grid=Grid(head, tuple(table), source))]


def _with_nis(one: Municipality) -> str:
    return _("%(name)s (NIS %(nis)s)") % {"name": one.name, "nis": one.nis} if one.nis else one.name


def _cofinancing(facts: Facts, keeping: Shopkeeping) -> list[Part]:
    file = keeping.file
    if file is None or not (file.money.budget.own or file.money.budget.subsidy or file.money.actual.own):
        return []
    made = grid_of(file, facts.today)
    rule = file.scheme.rule("ratio")
    note = ""
    if rule is not None:
        sure = _("bevestigd") if rule.confirmed or rule.own else _("te bevestigen")
        note = _("Voorwaarde: %(text)s (%(sure)s). Bron van de voorwaarde: %(source)s.") % {
            "text": rule.text.rstrip("."),
            "sure": sure,
            "source": rule.source or _("niet bekend"),
        }
    source = _("boekhouding, en toegekende bedragen in het dossier, %(day)s") % {"day": day(facts.today)}
    rows = tuple(tuple(one) for one in made.rows)
    return [Part(_("Medefinanciering"), grid=Grid(tuple(made.head), rows, source), note=note)]


def _actions(facts: Facts, keeping: Shopkeeping, *, money: bool) -> list[Part]:
    actions = sorted((*facts.picked, *facts.running), key=lambda one: (one.starts or facts.today, one.pk))
    if not actions:
        return []
    rows = tuple(_action(one, facts, keeping, money=money) for one in actions[:MOST])
    head: tuple[str, ...] = (_("Actie"), _("Wanneer"), _("Wie"), _("Resultaat en bereik"))
    if money:
        head = (*head, _("Budget"))
    source = _("acties, resultaten en evaluaties, %(period)s") % {"period": over(facts.period)}
    note = tell.and_more(len(actions) - len(rows), _("op de bloemenweide"))
    return [
        Part(_("Acties met resultaten en bereik"), grid=Grid(head, rows, source), note=note, layer="meadow")
    ]


def _action(one: Action, facts: Facts, keeping: Shopkeeping, *, money: bool) -> tuple[str, ...]:
    results = [row for row in facts.results if row.action_id == one.pk and row.figure is not None]
    counted = [tell.result(row) for row in results]
    looked = next((row for row in facts.evaluations if row.action_id == one.pk), None)
    if looked is not None and looked.reach and not any(row.reach for row in results):
        counted.insert(0, tell.reached(looked))
    who = [row.municipality.name_today for row in keeping.shares.get(one.pk, ())]
    together = _("alle gemeenten") if len(who) == len(facts.members) else joined(who)
    row = (
        one.title,
        f"{day(one.starts)} – {day(one.ends)}" if one.starts and one.ends else "",
        one.plot.name_today if one.plot else together or _("samen"),
        "; ".join(counted) or _("nog niets genoteerd"),
    )
    return (*row, euro(one.budget) if one.budget else "") if money else row


def _organs(facts: Facts, keeping: Shopkeeping) -> list[Part]:
    """Who sits where, in which quality, with which vote: who governs in public is known by name."""
    found = []
    for n, (organ, seats) in enumerate(keeping.organs):
        rows = tuple(_seat(one) for one in seats)
        head = (_("Voor"), _("Wie"), _("Als"), _("Stem"))
        source = _("samenstelling van het orgaan, %(day)s") % {"day": day(facts.today)}
        title = _("Organen en samenstelling") if n == 0 else ""
        said = _("%(organ)s, sinds %(day)s.") % {"organ": organ.name, "day": day(organ.starts)}
        found.append(
            Part(
                title,
                paragraphs=(said,),
                grid=Grid(head, rows, source) if rows else None,
                note=_heads(organ),
                layer="shop",
            )
        )
    return found


def _seat(one: Seated) -> tuple[str, ...]:
    capacity = one.occupancy.get_capacity_display() if one.occupancy and one.occupancy.capacity else ""
    vote = _("raadgevend") if one.advisory else number(Decimal(one.votes))
    return (
        one.municipality.name_today if one.municipality else one.task or _("de samenwerking"),
        str(one.person) if one.person else _("niet ingevuld"),
        capacity or one.task,
        vote,
    )


def _heads(organ: Organ) -> str:
    counted = [
        (organ.women, _("vrouwen")),
        (organ.men, _("mannen")),
        (organ.others, _("anders of onbekend")),
    ]
    if organ.counted_on is None:
        return ""
    told = joined([f"{n} {words}" for n, words in counted if n])
    return _("Telling: %(told)s (bron: telling van %(day)s).") % {"told": told, "day": day(organ.counted_on)}


def _competences(facts: Facts, keeping: Shopkeeping) -> list[Part]:
    found = []
    rows = tuple(
        (one.title, joined([str(person) for person in one.now.steers]), short_day(one.now.mandate.ends))
        for one in keeping.subjects
        if one.now is not None
    )
    title = _("Bevoegdheden en kennis")
    if rows:
        head = (_("Onderwerp"), _("Wie stuurt"), _("Tot"))
        source = _("procesmandaten, %(day)s") % {"day": day(facts.today)}
        found.append(Part(title, grid=Grid(head, rows, source), layer="shop"))
        title = ""
    skills = tuple((one.title, joined([str(row.person) for row in one.covers])) for one in keeping.skills)
    if skills:
        source = _("kennis die mensen op zich namen, %(day)s") % {"day": day(facts.today)}
        found.append(Part(title, grid=Grid((_("Kennis"), _("Wie")), skills, source), layer="shop"))
    return found


def _plan(keeping: Shopkeeping, *, money: bool) -> list[Part]:
    if keeping.plan is None or not keeping.tree:
        return []
    rows = []
    for goal in keeping.tree:
        for way in goal.action_plans:
            for one in way.actions:
                row: tuple[str, ...] = (_coded(goal.row), _coded(way.row), _coded(one.row))
                rows.append((*row, _cost(one)) if money else row)
    if not rows:
        return []
    head: tuple[str, ...] = (_("Beleidsdoelstelling"), _("Actieplan"), _("Actie"))
    if money:
        head = (*head, _("Geraamde uitgaven"))
    words = {"plan": keeping.plan.title, "from": keeping.plan.starts.year, "to": keeping.plan.ends.year}
    source = _("%(plan)s, %(from)s tot %(to)s") % words
    return [Part(_("Meerjarenplan"), grid=Grid(head, tuple(rows[:MOST]), source), layer="shop")]


def _coded(row: object) -> str:
    return f"{getattr(row, 'code', '')} {getattr(row, 'title', '')}".strip()


def _cost(one: ActionShown) -> str:
    spent = sum((amount for (_y, _n, side), amount in one.amounts.items() if side == "expense"), Decimal(0))
    return euro(spent) if spent else ""
