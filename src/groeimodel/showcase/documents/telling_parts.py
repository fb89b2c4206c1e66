"""Parts that several documents share: harvest, actions, decisions, lessons and what comes. No query."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.evaluation.models import Evaluation
from groeimodel.meadow.tending.models import Result
from groeimodel.showcase.documents.wording import day, number, short, sourced, stop
from groeimodel.showcase.facts.values import Facts
from groeimodel.soil.harvest.models import Harvest

LETTERS = 400
"""Of what somebody wrote, where there is room."""


def crop(one: Harvest, letters: int = LETTERS, *, named: bool = False) -> str:
    """What is used, thanks to whom, what came of it; `named` says of which municipality."""
    where = f"{one.municipality.name_today}: " if named else ""
    words = {"title": one.title}
    if one.from_municipality is not None:
        words["name"] = one.from_municipality.name_today
        said = _("%(title)s, dankzij %(name)s") % words
    else:
        said = _("%(title)s, dankzij de hele groep") % words
    told = short(one.text, letters) if letters else ""
    if one.figure is not None and number(one.figure) not in told:
        told = f"{stop(told)} {number(one.figure)} {one.unit}.".strip()
    source = _("oogst, %(day)s") % {"day": day(one.gained_on)}
    return sourced(f"{where}{stop(said)} {stop(told)}".strip(), source)


def result(one: Result) -> str:
    """'340 kinderen (bron: inschrijvingen, 3 mei 2026)'."""
    words = {
        "figure": number(one.figure),
        "unit": one.unit,
        "source": one.source,
        "day": day(one.on),
    }
    if one.municipality is not None:
        words["source"] = f"{one.municipality.name_today}, {one.source}"
    return _("%(figure)s %(unit)s (bron: %(source)s, %(day)s)") % words


def results_by_action(facts: Facts) -> dict[int, list[Result]]:
    found: dict[int, list[Result]] = defaultdict(list)
    for one in facts.results:
        if one.figure is not None:
            found[one.action_id].append(one)
    return dict(found)


def evaluations_by_action(facts: Facts) -> dict[int, Evaluation]:
    return {one.action_id: one for one in facts.evaluations}


def is_over(one: Action, today: date) -> bool:
    """Past its last day; of what runs, nobody closed it yet."""
    return one.ends is not None and one.ends < today


def running(one: Action, today: date, letters: int = LETTERS) -> str:
    """What runs, until when, and where when that is on one plot."""
    words = {"title": one.title, "day": day(one.ends) if one.ends else ""}
    if one.ends is None:
        said = _("‘%(title)s’ loopt") % words
    elif is_over(one, today):
        said = _("‘%(title)s’ liep tot %(day)s, nog niet afgesloten") % words
    else:
        said = _("‘%(title)s’ loopt tot %(day)s") % words
    if one.plot is not None:
        said = f"{said}, {_('op het perceel van %(name)s') % {'name': one.plot.name_today}}"
    return f"{stop(said)} {stop(short(one.text, letters)) if letters else ''}".strip()


def picked(one: Action, results: list[Result], evaluation: Evaluation | None, most: int = 2) -> str:
    """What is over, with what came of it as it was counted."""
    words = {"title": one.title, "day": day(one.ends) if one.ends else ""}
    said = _("‘%(title)s’ is klaar sinds %(day)s") % words if one.ends else _("‘%(title)s’ is klaar") % words
    counted = [result(row) for row in results[:most]]
    if evaluation is not None and evaluation.reach and not any(row.reach for row in results[:most]):
        counted.insert(0, reached(evaluation))
    told = stop(said) if not counted else f"{said}: {'; '.join(counted[:most])}."
    if evaluation is not None and evaluation.verdict:
        told = f"{told} {verdict(evaluation)}"
    return told


def reached(one: Evaluation) -> str:
    words = {"n": number_of(one.reach or 0), "source": one.reach_source or _("evaluatie door de partners")}
    words["day"] = day(timezone.localdate(one.closed_at)) if one.closed_at else ""
    return _("%(n)s kinderen en jongeren bereikt (bron: %(source)s, %(day)s)") % words


def verdict(one: Evaluation) -> str:
    said = {
        Evaluation.Verdict.AGAIN: _("We zaaien dit opnieuw."),
        Evaluation.Verdict.SPECIALISE: _("We maken er iets bijzonders van."),
        Evaluation.Verdict.SHOP: _("Dit wordt vast aanbod in de winkel."),
        Evaluation.Verdict.COMPOST: _("We stoppen ermee en nemen de les mee."),
    }
    return said.get(Evaluation.Verdict(one.verdict), "") if one.verdict else ""


def number_of(n: int) -> str:
    return number(Decimal(n))


def decision_points(facts: Facts, most: int) -> tuple[str, ...]:
    return tuple(
        _("%(title)s (besluit %(number)s, %(day)s)")
        % {"title": one.title, "number": one.number, "day": day(one.taken_on)}
        for one in facts.decisions[:most]
    )


def ahead_points(facts: Facts, most: int) -> tuple[str, ...]:
    return tuple(f"{day(one.day)}: {one.text}" for one in facts.ahead[:most])


def and_more(n: int, where: str) -> str:
    """'En nog 4 andere, op ...'; empty when nothing was left out."""
    if n <= 0:
        return ""
    return ngettext("En nog %(n)s andere, %(where)s.", "En nog %(n)s andere, %(where)s.", n) % {
        "n": n,
        "where": where,
    }
