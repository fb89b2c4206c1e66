"""What can be told, each with its words, its figure and its source; `rules.kit` chooses from these."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from django.urls import reverse
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from groeimodel.meadow.actions.models import ActionExpectation
from groeimodel.rules import kit as rules
from groeimodel.rules.kit import Fact, Kind, Reason, Side
from groeimodel.showcase.kit.selectors import YEAR, Deed, Ground
from groeimodel.soil.harvest.links import place
from groeimodel.soil.harvest.models import Harvest

LONGEST = 200
"""Letters of what stands under a point."""


@dataclass(frozen=True, slots=True)
class Told:
    """A fact in words."""

    fact: Fact
    say: str
    """The sentence to tell."""
    source: str
    url: str
    figure: str = ""
    unit: str = ""
    """What the figure counts."""
    proof: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """One of the three."""

    told: Told
    side: str
    why: str


def points_of(ground: Ground) -> tuple[Point, ...]:
    told = {one.fact.key: one for one in facts_of(ground)}
    chosen = rules.choose([one.fact for one in told.values()], ground.today.toordinal())
    return tuple(
        Point(told[one.key], side_of(one.side), why_of(one.reasons, ground.municipality.name))
        for one in chosen
    )


def side_of(side: Side) -> str:
    return {
        Side.CAME: _("Wat het opbracht"),
        Side.TRADE: _("Wat erin gaat, en wat ertegenover staat"),
        Side.GROWS: _("Wat nu groeit"),
    }[side]


def why_of(reasons: Sequence[Reason], name: str) -> str:
    words = {
        Reason.OWN: _("het gaat over %(name)s zelf") % {"name": name},
        Reason.FIGURE: _("er staat een cijfer bij"),
        Reason.FRESH: _("het is van het laatste jaar"),
        Reason.ONLY: _("het is het enige dat hierover genoteerd is"),
        Reason.BESIDE: _("over iets anders is nog niets genoteerd"),
    }
    told = [words[one] for one in reasons]
    listed = _(" en ").join(filter(None, [", ".join(told[:-1]), told[-1]])) if told else ""
    return _("Gekozen omdat: %(reasons)s.") % {"reasons": listed} if listed else ""


def facts_of(ground: Ground) -> list[Told]:
    """Everything that can be told; no query."""
    found = [*_results(ground), *(_harvest(one, ground) for one in ground.own), *_picked(ground)]
    for one in (_uses, _lever, _exchange, _hours, _runs, _decided, _worked_out):
        told = one(ground)
        if told is not None:
            found.append(told)
    return found


def _results(ground: Ground) -> Iterator[Told]:
    for one in ground.said:
        ended = min(one.action.ends or ground.today, ground.today)
        came = {
            ActionExpectation.Came.YES: _("‘%(title)s’ deed wat we ervan verwachtten."),
            ActionExpectation.Came.PARTLY: _("‘%(title)s’ deed voor een deel wat we ervan verwachtten."),
        }[ActionExpectation.Came(one.came)]
        proof = _("Vooraf: %(text)s") % {"text": one.text}
        if one.looked_back:
            proof = f"{closed(proof)} " + _("Achteraf: %(text)s") % {"text": one.looked_back}
        yield Told(
            Fact(f"result-{one.pk}", Kind.RESULT, ended.toordinal(), own=True),
            say=came % {"title": one.action.title},
            proof=short(proof),
            source=_("Terugblik van %(name)s op deze actie") % {"name": ground.municipality.name},
            url=_action(ground, one.action.pk),
        )


def _harvest(one: Harvest, ground: Ground) -> Told:
    if one.from_municipality is not None:
        words = {"title": one.title, "name": one.from_municipality.name_today}
        say = _("%(title)s: dat hebben we dankzij %(name)s.") % words
    else:
        say = _("%(title)s: dat hebben we dankzij de hele groep.") % {"title": one.title}
    figure = number(one.figure) if one.figure is not None else ""
    return Told(
        Fact(f"harvest-{one.pk}", Kind.HARVEST, one.gained_on.toordinal(), own=True, figure=bool(figure)),
        say=say,
        proof=short(one.text),
        figure=figure,
        unit=one.unit,
        source=_("Oogst, genoteerd op %(day)s") % {"day": day(one.gained_on)},
        url=place(one),
    )


def _picked(ground: Ground) -> Iterator[Told]:
    for one in ground.deeds:
        if not one.picked:
            continue
        ended = one.lasted_until(ground.today)
        words = {"title": one.action.title, "day": day(ended)}
        yield Told(
            Fact(f"picked-{one.action.pk}", Kind.PICKED, ended.toordinal(), own=one.mine),
            say=_("‘%(title)s’ is klaar, zoals afgesproken.") % words,
            proof=short(one.action.text),
            source=_("Geplukt op de bloemenweide, einde %(day)s") % words,
            url=_action(ground, one.action.pk),
        )


def _uses(ground: Ground) -> Told | None:
    fresh = ground.fresh
    if len(fresh) < 2:
        return None
    n = len(fresh)
    return Told(
        Fact("uses", Kind.USES, fresh[0].gained_on.toordinal(), own=True),
        say=_("%(n)s keer in een jaar gebruikten we iets dat bij een ander al werkte.") % {"n": n},
        proof=short(_("Het laatst: %(titles)s.") % {"titles": listed([one.title for one in fresh[:3]])}),
        figure=str(n),
        unit=_("keer in een jaar"),
        source=_("Oogst van de laatste twaalf maanden"),
        url=reverse("harvest:list", args=[ground.partnership.slug]),
    )


def paid_together(ground: Ground) -> tuple[tuple[Deed, ...], Decimal, Decimal]:
    """Actions of the last year with both amounts recorded; what the municipality pays, and all budgets together."""
    rows = tuple(
        one
        for one in ground.deeds
        if (one.runs or one.picked)
        and one.action.plot_id is None
        and one.paid
        and one.action.budget is not None
        and one.action.starts is not None
        and one.lasted_until(ground.today) >= ground.today - YEAR
        and one.action.starts <= ground.today
    )
    paid = sum((one.paid for one in rows if one.paid), Decimal(0))
    return rows, paid, sum((one.action.budget for one in rows if one.action.budget), Decimal(0))


def _lever(ground: Ground) -> Told | None:
    rows, paid, total = paid_together(ground)
    if not paid or total <= paid:
        return None
    each = (total / paid).quantize(Decimal("0.01"), ROUND_HALF_UP)
    words: dict[str, str | int] = {
        "each": euro(each),
        "paid": euro(paid),
        "total": euro(total),
        "n": len(rows),
        "titles": listed([one.action.title for one in rows[:3]]),
    }
    return Told(
        Fact("lever", Kind.LEVER, ground.today.toordinal(), own=True, figure=True),
        say=_("Voor elke euro van ons gaat er %(each)s naar onze acties.") % words,
        proof=short(
            ngettext(
                "Wij legden %(paid)s in voor %(n)s actie met een budget van %(total)s: %(titles)s.",
                "Wij legden %(paid)s in voor %(n)s acties met samen een budget van %(total)s: %(titles)s.",
                len(rows),
            )
            % words
        ),
        figure=euro(each),
        unit=_("per euro van ons"),
        source=_("Deelname aan gezamenlijke acties, laatste twaalf maanden"),
        url=f"{reverse('garden:home', args=[ground.partnership.slug])}#weide",
    )


def _exchange(ground: Ground) -> Told | None:
    taken = [one for one in ground.fresh if one.from_municipality is not None]
    if not taken or not ground.given:
        return None
    words = {
        "taken": len(taken),
        "given": len(ground.given),
        "first": taken[0].title,
        "gave": ground.given[0].title,
    }
    return Told(
        Fact("exchange", Kind.EXCHANGE, taken[0].gained_on.toordinal(), own=True, figure=True),
        say=_("%(taken)s keer kregen we iets van de buren, %(given)s keer gaven we iets.") % words,
        figure=str(len(taken) + len(ground.given)),
        unit=_("keer gedeeld in een jaar"),
        proof=short(_("We kregen bijvoorbeeld: %(first)s. We gaven bijvoorbeeld: %(gave)s.") % words),
        source=_("Oogst van alle partners, laatste twaalf maanden"),
        url=reverse("balance:balance", args=[ground.partnership.slug]),
    )


def _hours(ground: Ground) -> Told | None:
    if not ground.worked:
        return None
    words = {"worked": number(ground.worked), "granted": number(ground.granted)}
    granted = _("Toegestaan: %(granted)s uur per maand.") % words if ground.granted else ""
    return Told(
        Fact("hours", Kind.HOURS, ground.today.toordinal(), own=True, figure=True),
        say=_("Onze jeugddienst stak er in een jaar %(worked)s uur in.") % words,
        proof=granted,
        figure=words["worked"],
        unit=_("uur werk"),
        source=_("Uren genoteerd op tijdsmandaten, laatste twaalf maanden"),
        url=reverse("mandates:list", args=[ground.partnership.slug]),
    )


def _runs(ground: Ground) -> Told | None:
    running = sorted(
        (one for one in ground.deeds if one.runs), key=lambda one: (not one.mine, one.late(ground.today))
    )
    if not running:
        return None
    n = len(running)
    shared = [one for one in running if one.action.plot_id is None]
    return Told(
        Fact("runs", Kind.RUNS, ground.today.toordinal(), own=running[0].mine, figure=True),
        say=_running(shared, here=n - len(shared)),
        proof=among([_until(one, ground.today) for one in running]),
        figure=str(n),
        unit=ngettext("lopende actie", "lopende acties", n),
        source=_("Bloemenweide, stand van vandaag"),
        url=f"{reverse('garden:home', args=[ground.partnership.slug])}#weide",
    )


def _running(shared: Sequence[Deed], here: int) -> str:
    """So many on the shared meadow, so many on the own plot."""
    n = len(shared)
    words = {"n": n, "here": here}
    if not shared:
        return ngettext("Bij ons loopt nu %(here)s actie.", "Bij ons lopen nu %(here)s acties.", here) % words
    if here:
        return (
            ngettext(
                "Er loopt nu %(n)s gezamenlijke actie, en bij ons zelf\u00a0%(here)s.",
                "Er lopen nu %(n)s gezamenlijke acties, en bij ons zelf\u00a0%(here)s.",
                n,
            )
            % words
        )
    if all(one.mine for one in shared):
        return (
            ngettext(
                "Er loopt nu %(n)s gezamenlijke actie waar wij aan meedoen.",
                "Er lopen nu %(n)s gezamenlijke acties waar wij aan meedoen.",
                n,
            )
            % words
        )
    return (
        ngettext("Er loopt nu %(n)s gezamenlijke actie.", "Er lopen nu %(n)s gezamenlijke acties.", n) % words
    )


def _until(one: Deed, today: date) -> str:
    """With its last day, unless that passed."""
    if one.action.ends is None or one.late(today):
        return one.action.title
    return _("%(title)s (tot %(day)s)") % {"title": one.action.title, "day": day(one.action.ends)}


def _decided(ground: Ground) -> Told | None:
    if not ground.decided:
        return None
    decision = ground.decided[0].decision
    titles = [one.title for one in ground.decided if one.decision_id == decision.pk]
    words = {"number": decision.number, "day": day(decision.taken_on)}
    return Told(
        Fact("decided", Kind.DECIDED, decision.taken_on.toordinal()),
        say=_("We beslisten samen: %(titles)s.") % {"titles": listed(titles[:3])},
        source=_("Besluit %(number)s, %(day)s") % words,
        url=decision.get_absolute_url(),
    )


def _worked_out(ground: Ground) -> Told | None:
    rows = [one for one in ground.deeds if one.action.stage == "seedling"]
    if not rows:
        return None
    n = len(rows)
    return Told(
        Fact("worked_out", Kind.WORKED_OUT, ground.today.toordinal(), own=any(one.mine for one in rows)),
        say=ngettext("%(n)s idee wordt nu uitgewerkt.", "%(n)s ideeën worden nu uitgewerkt.", n) % {"n": n},
        proof=among([one.action.title for one in rows]),
        source=_("Bloemenweide, stand van vandaag"),
        url=f"{reverse('garden:home', args=[ground.partnership.slug])}#weide",
    )


def _action(ground: Ground, key: int) -> str:
    return reverse("actions:action", args=[ground.partnership.slug, key])


def day(one: date) -> str:
    return date_format(one, "j F Y")


def number(one: Decimal) -> str:
    return number_format(one.normalize(), use_l10n=True, force_grouping=True)


def euro(one: Decimal) -> str:
    """'€ 4.200' or '€ 5,25', with a space that does not break."""
    whole = one == one.to_integral_value()
    return f"€\u00a0{number_format(one, decimal_pos=0 if whole else 2, force_grouping=True)}"


def listed(titles: Sequence[str]) -> str:
    return ", ".join(titles)


def among(titles: Sequence[str]) -> str:
    """All of them when there are few, else the first ones."""
    words = {"titles": listed(titles[:3])}
    return short((_("Onder meer %(titles)s.") if len(titles) > 3 else _("%(titles)s.")) % words)


def closed(text: str) -> str:
    """With a full stop at its end."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def short(text: str) -> str:
    """One paragraph, cut off at a word; spaces that do not break stay."""
    text = re.sub(r"[ \t\r\n]+", " ", text).strip()
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rsplit(' ', 1)[0]} …"
