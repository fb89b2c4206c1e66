"""Drafts of texts from what is recorded in the partnership; each reads only what it tells, and changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from groeimodel.foundation.decisions.models import Decision
from groeimodel.foundation.partners.selectors import seats_of
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.evaluation.models import Evaluation
from groeimodel.meadow.tending.models import Result
from groeimodel.meadow.tending.money import in_euro
from groeimodel.rules.subsidy import Side
from groeimodel.shop.money.selectors import means_of
from groeimodel.shop.organs.selectors import organs_of, seats_by_organ
from groeimodel.shop.plan.selectors import estimates_by_year, plan_to_show, tree_of
from groeimodel.shop.subsidy.selectors import NOTHING, Standing
from groeimodel.soil.harvest.models import Harvest
from groeimodel.soil.needs.models import Need

MOST = 60
"""More rows than this are counted, not told."""


def draft_of(kind: str, standing: Standing, today: date) -> str:
    """The draft of one sort; empty where nothing is recorded yet. At most six queries."""
    return "\n".join(_DRAFTS[kind](standing, today)).strip()


def _partners(standing: Standing, today: date) -> Iterable[str]:
    names = {one.pk: one for one in standing.members}
    n = len(names)
    if not n:
        return
    yield ngettext("%(name)s telt %(n)s gemeente.", "%(name)s telt %(n)s gemeenten.", n) % {
        "name": standing.dossier.partnership.name,
        "n": n,
    }
    if standing.facts.inhabitants is not None:
        yield _("Samen hebben ze %(n)s inwoners.") % {"n": _number(standing.facts.inhabitants)}
    yield ""
    seats = {one.municipality.pk: one for one in seats_of(standing.dossier.partnership)}
    for key, place in names.items():
        line = place.name
        if place.inhabitants is not None:
            line += " " + _("(%(n)s inwoners)") % {"n": _number(place.inhabitants)}
        sits = seats.get(key)
        people = []
        if sits and sits.alderman:
            people.append(_("schepen %(name)s") % {"name": sits.alderman.name})
        if sits and sits.officer:
            people.append(_("ambtenaar %(name)s") % {"name": sits.officer.name})
        yield f"- {line}: {', '.join(people)}" if people else f"- {line}"


def _organs(standing: Standing, today: date) -> Iterable[str]:
    organs = organs_of(standing.dossier.partnership, today)
    seats = seats_by_organ(organs, today)
    for organ in organs:
        here = seats.get(organ.pk, [])
        voting = sum(not one.advisory for one in here)
        words = {"organ": organ.name, "n": voting, "advisory": len(here) - voting}
        line = (
            ngettext("- %(organ)s: %(n)s zetel met stem", "- %(organ)s: %(n)s zetels met stem", voting)
            % words
        )
        if words["advisory"]:
            line += " " + _("en %(advisory)s met advies") % words
        yield line + "."


def _needs(standing: Standing, today: date) -> Iterable[str]:
    rows = Need.objects.filter(partnership=standing.dossier.partnership, closed_on=None)
    rows = rows.select_related("municipality").order_by("municipality__name", "-heard_on")
    told = [
        f"- {one.municipality.name}: {_stop(one.title)} "
        + _("Bron: %(source)s, %(day)s.")
        % {"source": one.source_words or one.get_source_display(), "day": _day(one.heard_on)}
        for one in rows[: MOST + 1]
    ]
    yield from _listed(_("Gemeenten noteerden deze noden van kinderen en jongeren."), told, rows.count())


def _goals(standing: Standing, today: date) -> Iterable[str]:
    plan = plan_to_show(standing.dossier.partnership, max(today, standing.dossier.starts))
    if plan is None:
        return
    yield _("Uit '%(plan)s', %(first)s-%(last)s.") % {
        "plan": plan.title,
        "first": plan.starts.year,
        "last": plan.ends.year,
    }
    for goal in tree_of(plan):
        yield ""
        yield _("Doelstelling %(title)s") % {"title": _coded(goal.row.code, goal.row.title)}
        if goal.row.text:
            yield goal.row.text
        for way in goal.action_plans:
            yield _("Actieplan %(title)s") % {"title": _coded(way.row.code, way.row.title)}
            for one in way.actions:
                spent = sum(amount for (_y, _n, side), amount in one.amounts.items() if side == "expense")
                cost = " " + _("(geraamd op %(cost)s)") % {"cost": in_euro(spent)} if spent else ""
                yield f"- {_coded(one.row.code, one.row.title)}{cost}"


def _estimates(standing: Standing, today: date) -> Iterable[str]:
    plan = plan_to_show(standing.dossier.partnership, max(today, standing.dossier.starts))
    years = estimates_by_year(plan) if plan else {}
    if not any(years.values()):
        return
    yield _("Ramingen van het meerjarenplan.")
    for year, cells in years.items():
        sums = {
            side: sum((amount for (_n, direction), amount in cells.items() if direction == side), NOTHING)
            for side in ("expense", "receipt")
        }
        yield _("- %(year)s: uitgaven %(out)s, ontvangsten %(in)s.") % {
            "year": year,
            "out": in_euro(sums["expense"]),
            "in": in_euro(sums["receipt"]),
        }


def _actions(standing: Standing, today: date) -> Iterable[str]:
    since, until = standing.dossier.starts, min(today, standing.dossier.ends)
    rows = (
        Action.objects.filter(partnership=standing.dossier.partnership)
        .filter(
            stage__in=[Action.Stage.FLOWER, Action.Stage.HARVEST, Action.Stage.COMPOST], starts__lte=until
        )
        .filter(Q(ends=None) | Q(ends__gte=since))
        .order_by("starts", "pk")
    )
    found = list(rows[:MOST])
    results: dict[int, list[Result]] = {}
    for one in Result.objects.filter(action__in=found, on__lte=until).order_by("on", "pk"):
        results.setdefault(one.action_id, []).append(one)
    closed = Evaluation.objects.filter(action__in=found, closed_at__isnull=False)
    evaluations = {one.action_id: one for one in closed}
    told = [_action(one, results.get(one.pk, []), evaluations.get(one.pk)) for one in found]
    yield from _listed(_("Acties van de bloemenweide in deze termijn."), told, rows.count())


def _action(action: Action, results: Sequence[Result], evaluation: Evaluation | None) -> str:
    parts = [f"- {_stop(action.title)}"]
    if action.starts and action.ends:
        words = {"from": _day(action.starts), "to": _day(action.ends)}
        parts.append(_("Van %(from)s tot %(to)s.") % words)
    if evaluation and evaluation.reach:
        source = evaluation.reach_source or _("evaluatie")
        parts.append(
            _("Bereik: %(n)s kinderen en jongeren (%(source)s).")
            % {"n": _number(evaluation.reach), "source": source}
        )
    parts += [
        _("%(figure)s %(unit)s (%(source)s).")
        % {
            "figure": number_format(one.figure.normalize(), force_grouping=True),
            "unit": one.unit,
            "source": one.source,
        }
        for one in results
    ]
    return " ".join(parts)


def _harvest(standing: Standing, today: date) -> Iterable[str]:
    rows = Harvest.objects.filter(
        partnership=standing.dossier.partnership,
        gained_on__gte=standing.dossier.starts,
        gained_on__lte=min(today, standing.dossier.ends),
    ).select_related("municipality")
    told = [
        f"- {one.municipality.name}: {_stop(one.title)} {_stop(one.text)}".rstrip()
        for one in rows.order_by("municipality__name", "gained_on", "pk")[:MOST]
    ]
    yield from _listed(_("Dit gebruiken gemeenten nu zelf, dankzij de samenwerking."), told, rows.count())


def _decisions(standing: Standing, today: date) -> Iterable[str]:
    rows = Decision.objects.filter(
        partnership=standing.dossier.partnership,
        taken_on__gte=standing.dossier.starts,
        taken_on__lte=min(today, standing.dossier.ends),
    ).order_by("taken_on", "number")
    told = [
        _("- %(day)s, besluit %(number)s: %(title)s")
        % {"day": _day(one.taken_on), "number": one.number, "title": _stop(one.title)}
        for one in rows[:MOST]
    ]
    yield from _listed(_("Besluiten in deze termijn."), told, rows.count())


def _money(standing: Standing, today: date) -> Iterable[str]:
    means = means_of(standing.dossier.partnership, standing.dossier.years)
    for year, one in means.items():
        parts = (
            (_("uitgaven"), one.expenses),
            (_("bijdragen van gemeenten"), one.contributions),
            (_("subsidies"), one.subsidy),
            (_("eigen inkomsten"), one.own),
            (_("andere inkomsten"), one.other),
        )
        there = [(name, amounts) for name, amounts in parts if amounts.budget or amounts.actual]
        if not there:
            continue
        yield f"{year}"
        for name, amounts in there:
            words = {"name": name, "budget": in_euro(amounts.budget), "actual": in_euro(amounts.actual)}
            if year <= today.year:
                yield _("- %(name)s: begroot %(budget)s, werkelijk %(actual)s.") % words
            else:
                yield _("- %(name)s: begroot %(budget)s.") % words


def _cofinancing(standing: Standing, today: date) -> Iterable[str]:
    money = standing.money
    if not (money.budget.own or money.budget.subsidy or money.actual.own):
        return
    yield _("Bijdragen van de gemeenten naast de subsidie.")
    for one in money.years:
        if one.blank:
            continue
        parts = [_side(_("begroot:"), one.budget)]
        if one.actual is not None:
            parts.append(_side(_("werkelijk:"), one.actual))
        yield f"- {one.year}: {' '.join(parts)}"
    yield _("Over de hele termijn: %(side)s") % {"side": _side(_("begroot:"), money.budget)}


def _side(name: str, side: Side) -> str:
    words = {"name": name, "own": in_euro(side.own), "subsidy": in_euro(side.subsidy)}
    return _("%(name)s %(own)s eigen inbreng naast %(subsidy)s subsidie.") % words


def _lessons(standing: Standing, today: date) -> Iterable[str]:
    rows = Evaluation.objects.filter(
        action__partnership=standing.dossier.partnership,
        closed_at__date__gte=standing.dossier.starts,
        closed_at__date__lte=min(today, standing.dossier.ends),
    ).select_related("action")
    told = []
    for one in rows.order_by("closed_at", "pk")[:MOST]:
        day = _day(timezone.localdate(one.closed_at)) if one.closed_at else ""
        parts = [one.title, one.learned]
        if one.verdict:
            parts.append(
                _("Hoe verder: %(verdict)s. %(why)s")
                % {"verdict": one.get_verdict_display(), "why": one.reason}
            )
        text = " ".join(_stop(part) for part in parts if part)
        told.append(f"- {one.action.title} ({day}): {text}")
    yield from _listed(_("Lessen uit de evaluaties van acties."), told, rows.count())


def _listed(head: str, told: Sequence[str], total: int) -> Iterable[str]:
    if not told:
        return
    yield head
    yield from told[:MOST]
    if total > MOST:
        yield _("En nog %(n)s andere.") % {"n": total - MOST}


def _coded(code: str, title: str) -> str:
    return f"{code} {title}".strip()


def _stop(text: str) -> str:
    text = " ".join(text.split())
    return text if not text or text.endswith((".", "!", "?", "…")) else f"{text}."


def _day(one: date) -> str:
    return date_format(one, "j F Y")


def _number(n: int) -> str:
    return number_format(n, 0, force_grouping=True)


_DRAFTS: dict[str, Callable[[Standing, date], Iterable[str]]] = {
    "partners": _partners,
    "organs": _organs,
    "needs": _needs,
    "goals": _goals,
    "estimates": _estimates,
    "actions": _actions,
    "harvest": _harvest,
    "decisions": _decisions,
    "money": _money,
    "cofinancing": _cofinancing,
    "lessons": _lessons,
}
