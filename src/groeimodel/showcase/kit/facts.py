"""What can be told, each with its words, its figure and its source; `rules.kit` chooses from these."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from groeimodel.meadow.actions.models import ActionExpectation
from groeimodel.meadow.evaluation.models import Evaluation
from groeimodel.rules.kit import Fact, Kind
from groeimodel.showcase.kit.selectors import Ground, Running, is_late, is_mine, titles_of
from groeimodel.showcase.kit.words import among, closed, day, euro, listed, number, short
from groeimodel.soil.harvest.links import place

CENT = Decimal("0.01")


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


def facts_of(ground: Ground) -> list[Told]:
    """Everything that can be told; no query."""
    found = [*_counted(ground), *_evaluated(ground), *_came_true(ground), *_harvest(ground), *_picked(ground)]
    for one in (_uses, _lever, _exchange, _hours, _runs, _decided, _worked_out):
        told = one(ground)
        if told is not None:
            found.append(told)
    return found


def _counted(ground: Ground) -> Iterator[Told]:
    """A figure of an action, with the source that was written with it."""
    for one in ground.results:
        words = {"title": one.action.title, "figure": number(one.figure), "unit": one.unit}
        say = (
            _("Met ‘%(title)s’ bereikten we %(figure)s %(unit)s.")
            if one.reach
            else _("‘%(title)s’ was goed voor %(figure)s %(unit)s.")
        )
        told = (
            one.source
            if one.municipality_id
            else _("%(source)s, alle partners samen") % {"source": one.source}
        )
        yield Told(
            Fact(
                f"result-{one.pk}",
                Kind.RESULT,
                one.on.toordinal(),
                own=one.municipality_id is not None,
                figure=True,
            ),
            say=say % words,
            proof=short(one.what),
            figure=words["figure"],
            unit=one.unit,
            source=_("%(source)s, %(day)s") % {"source": told, "day": day(one.on)},
            url=_action(ground, one.action_id),
        )


def _evaluated(ground: Ground) -> Iterator[Told]:
    """What the partners made of an action when it was over, and how it goes on."""
    verdicts = {
        Evaluation.Verdict.AGAIN: _("‘%(title)s’ was goed: we zaaien het opnieuw."),
        Evaluation.Verdict.SPECIALISE: _("‘%(title)s’ was goed: we maken er iets bijzonders van."),
        Evaluation.Verdict.SHOP: _("‘%(title)s’ was zo goed dat het vast aanbod wordt."),
    }
    for one in ground.evaluated:
        if one.verdict not in verdicts or one.closed_at is None:
            continue  # what was stopped is a lesson, no point to make
        on = timezone.localdate(one.closed_at)
        reached = ""
        if one.reach:
            reached = _("Het bereikte %(n)s kinderen en jongeren (%(source)s).")
            reached %= {"n": number(Decimal(one.reach)), "source": one.reach_source or _("evaluatie")}
        yield Told(
            Fact(f"evaluation-{one.pk}", Kind.RESULT, on.toordinal(), figure=bool(one.reach)),
            say=verdicts[Evaluation.Verdict(one.verdict)] % {"title": one.action.title},
            proof=short(f"{closed(one.reason)} {reached}"),
            figure=number(Decimal(one.reach)) if one.reach else "",
            unit=_("kinderen en jongeren") if one.reach else "",
            source=_("Evaluatie door de partners, %(day)s") % {"day": day(on)},
            url=_action(ground, one.action_id),
        )


def _came_true(ground: Ground) -> Iterator[Told]:
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
            Fact(f"said-{one.pk}", Kind.RESULT, ended.toordinal(), own=True),
            say=came % {"title": one.action.title},
            proof=short(proof),
            source=_("Terugblik van %(name)s op deze actie") % {"name": ground.municipality.name},
            url=_action(ground, one.action_id),
        )


def _harvest(ground: Ground) -> Iterator[Told]:
    for one in ground.crops.newest:
        if one.from_municipality is not None:
            words = {"title": one.title, "name": one.from_municipality.name_today}
            say = _("%(title)s: dat hebben we dankzij %(name)s.") % words
        else:
            say = _("%(title)s: dat hebben we dankzij de hele groep.") % {"title": one.title}
        counted = one.figure is not None
        yield Told(
            Fact(f"harvest-{one.pk}", Kind.HARVEST, one.gained_on.toordinal(), own=True, figure=counted),
            say=say,
            proof=short(one.text),
            figure=number(one.figure) if one.figure is not None else "",
            unit=one.unit,
            source=_("Oogst, genoteerd op %(day)s") % {"day": day(one.gained_on)},
            url=place(one),
        )


def _picked(ground: Ground) -> Iterator[Told]:
    for one in ground.picked:
        ended = min(one.ends or ground.today, ground.today)
        yield Told(
            Fact(f"picked-{one.pk}", Kind.PICKED, ended.toordinal(), own=is_mine(one)),
            say=_("‘%(title)s’ is klaar, zoals afgesproken.") % {"title": one.title},
            proof=short(one.text),
            source=_("Geplukt op de bloemenweide, einde %(day)s") % {"day": day(ended)},
            url=_action(ground, one.pk),
        )


def _uses(ground: Ground) -> Told | None:
    crops = ground.crops
    if crops.used < 2:
        return None
    titles = [one.title for one in sorted(crops.newest, key=lambda one: one.gained_on, reverse=True)]
    last = max(one.gained_on for one in crops.newest)
    return Told(
        Fact("uses", Kind.USES, last.toordinal(), own=True),
        say=_("%(n)s keer in een jaar gebruikten we iets dat bij een ander al werkte.") % {"n": crops.used},
        proof=short(_("Het laatst: %(titles)s.") % {"titles": listed(titles)}),
        figure=str(crops.used),
        unit=_("keer in een jaar"),
        source=_("Oogst van de laatste twaalf maanden"),
        url=reverse("harvest:list", args=[ground.partnership.slug]),
    )


def _lever(ground: Ground) -> Told | None:
    paid, total, titles = ground.lever.paid, ground.lever.total, ground.lever.titles
    if not paid or total <= paid:
        return None
    each = euro((total / paid).quantize(CENT, ROUND_HALF_UP))
    words = {"paid": euro(paid), "total": euro(total), "n": len(titles), "titles": listed(titles)}
    proof = ngettext(
        "Wij legden %(paid)s in voor %(n)s actie met een budget van %(total)s: %(titles)s.",
        "Wij legden %(paid)s in voor %(n)s acties met samen een budget van %(total)s, zoals %(titles)s.",
        len(titles),
    )
    return Told(
        Fact("lever", Kind.LEVER, ground.today.toordinal(), own=True, figure=True),
        say=_("Voor elke euro van ons gaat er %(each)s naar onze acties.") % {"each": each},
        proof=short(proof % words),
        figure=each,
        unit=_("per euro van ons"),
        source=_("Deelname aan gezamenlijke acties, laatste twaalf maanden"),
        url=reverse("tending:account_of", args=[ground.partnership.slug, ground.municipality.pk]),
    )


def _exchange(ground: Ground) -> Told | None:
    crops = ground.crops
    if crops.last_taken is None or crops.last_given is None:
        return None
    words = {
        "taken": crops.taken,
        "given": crops.given,
        "first": crops.last_taken.title,
        "gave": crops.last_given.title,
    }
    return Told(
        Fact("exchange", Kind.EXCHANGE, crops.last_taken.gained_on.toordinal(), own=True, figure=True),
        say=_("%(taken)s keer kregen we iets van de buren, %(given)s keer gaven we iets.") % words,
        proof=short(_("We kregen bijvoorbeeld: %(first)s. We gaven bijvoorbeeld: %(gave)s.") % words),
        figure=str(crops.taken + crops.given),
        unit=_("keer gedeeld in een jaar"),
        source=_("Oogst van alle partners, laatste twaalf maanden"),
        url=reverse("balance:balance", args=[ground.partnership.slug]),
    )


def _hours(ground: Ground) -> Told | None:
    if not ground.worked:
        return None
    worked = number(ground.worked)
    granted = ""
    if ground.granted:
        granted = _("Toegestaan: %(granted)s uur per maand.") % {"granted": number(ground.granted)}
    return Told(
        Fact("hours", Kind.HOURS, ground.today.toordinal(), own=True, figure=True),
        say=_("Onze jeugddienst stak er in een jaar %(worked)s uur in.") % {"worked": worked},
        proof=granted,
        figure=worked,
        unit=_("uur werk"),
        source=_("Uren genoteerd op tijdsmandaten, laatste twaalf maanden"),
        url=reverse("mandates:list", args=[ground.partnership.slug]),
    )


def _runs(ground: Ground) -> Told | None:
    running = ground.running
    if not running.total:
        return None
    titles = [
        one.title
        if one.ends is None or is_late(one, ground.today)
        else _("%(title)s (tot %(day)s)") % {"title": one.title, "day": day(one.ends)}
        for one in running.first
    ]
    return Told(
        Fact("runs", Kind.RUNS, ground.today.toordinal(), own=is_mine(running.first[0]), figure=True),
        say=_running(running),
        proof=among(titles, running.total),
        figure=str(running.total),
        unit=ngettext("lopende actie", "lopende acties", running.total),
        source=_("Bloemenweide, stand van vandaag"),
        url=_meadow(ground),
    )


def _running(running: Running) -> str:
    """So many on the shared meadow, so many on the own plot."""
    n, words = running.shared, {"n": running.shared, "here": running.here}
    if not n:
        one, more = _("Bij ons loopt nu %(here)s actie."), _("Bij ons lopen nu %(here)s acties.")
        return (one if running.here == 1 else more) % words
    if running.here:
        one = _("Er loopt nu %(n)s gezamenlijke actie, en bij ons zelf\u00a0%(here)s.")
        more = _("Er lopen nu %(n)s gezamenlijke acties, en bij ons zelf\u00a0%(here)s.")
    elif running.all_mine:
        one = _("Er loopt nu %(n)s gezamenlijke actie waar wij aan meedoen.")
        more = _("Er lopen nu %(n)s gezamenlijke acties waar wij aan meedoen.")
    else:
        one, more = _("Er loopt nu %(n)s gezamenlijke actie."), _("Er lopen nu %(n)s gezamenlijke acties.")
    return (one if n == 1 else more) % words


def _decided(ground: Ground) -> Told | None:
    if not ground.decided:
        return None
    decision = ground.decided[0].decision
    titles = [one.title for one in ground.decided if one.decision_id == decision.pk]
    words = {"number": decision.number, "day": day(decision.taken_on)}
    return Told(
        Fact("decided", Kind.DECIDED, decision.taken_on.toordinal()),
        say=short(_("We beslisten samen: %(titles)s.") % {"titles": listed(titles)}),
        source=_("Besluit %(number)s, %(day)s") % words,
        url=decision.get_absolute_url(),
    )


def _worked_out(ground: Ground) -> Told | None:
    n, rows = ground.worked_out
    if not n:
        return None
    return Told(
        Fact("worked_out", Kind.WORKED_OUT, ground.today.toordinal(), own=any(map(is_mine, rows))),
        say=ngettext("%(n)s idee wordt nu uitgewerkt.", "%(n)s ideeën worden nu uitgewerkt.", n) % {"n": n},
        proof=among(titles_of(rows), n),
        source=_("Bloemenweide, stand van vandaag"),
        url=_meadow(ground),
    )


def _action(ground: Ground, key: int) -> str:
    return reverse("actions:action", args=[ground.partnership.slug, key])


def _meadow(ground: Ground) -> str:
    return reverse("actions:meadow", args=[ground.partnership.slug])
