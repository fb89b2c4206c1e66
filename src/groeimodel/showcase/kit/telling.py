"""A kit in words: the same on screen and on paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from groeimodel.formats import kit_sheet as paper
from groeimodel.foundation.partners.colours import COLOURS, LEAF
from groeimodel.rules import kit as rules
from groeimodel.rules.kit import Reason, Side
from groeimodel.showcase.kit.facts import Told, facts_of
from groeimodel.showcase.kit.selectors import YEAR, Ground
from groeimodel.showcase.kit.words import day, euro, number, short

FIGURES = 4
MILESTONES = 5
NEAR = timedelta(days=21)


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
    if not told:
        return ""
    joined = _(" en ").join(filter(None, [", ".join(told[:-1]), told[-1]]))
    return _("Gekozen omdat: %(reasons)s.") % {"reasons": joined}


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it counts and where it stands written."""

    key: str
    number: str
    words: str
    source: str
    url: str


@dataclass(frozen=True, slots=True)
class Milestone:
    on: date
    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Kit:
    """Everything of one kit."""

    ground: Ground
    points: tuple[Point, ...]
    figures: tuple[Figure, ...]
    milestones: tuple[Milestone, ...]

    @property
    def title(self) -> str:
        name = {"name": self.ground.partnership.name}
        return {
            3: _("Drie dingen om te vertellen"),
            2: _("Twee dingen om te vertellen"),
            1: _("Eén ding om te vertellen"),
        }.get(len(self.points), _("%(name)s in het kort") % name)

    @property
    def overline(self) -> str:
        ground = self.ground
        return f"{ground.municipality.name} · {ground.partnership.name} · {day(ground.today)}"

    @property
    def lead(self) -> str:
        """Who works together, since when."""
        ground = self.ground
        words = {"name": ground.municipality.name, "n": ground.members - 1}
        if ground.since is None or ground.members < 2:
            return _("%(name)s werkt mee aan het jeugdbeleid van de streek.") % words
        words["since"] = date_format(ground.since, "F Y")
        return (
            ngettext(
                "%(name)s werkt sinds %(since)s met %(n)s andere gemeente samen voor kinderen en jongeren.",
                "%(name)s werkt sinds %(since)s met %(n)s andere gemeenten samen voor kinderen en jongeren.",
                ground.members - 1,
            )
            % words
        )

    @property
    def occasion(self) -> str:
        """The moment with the college that comes near, and what it is for; empty when none does."""
        near = next((one for one in self.ground.moments if one.on <= self.ground.today + NEAR), None)
        if near is None:
            return ""
        words = {"day": date_format(near.on, "l j F"), "purpose": near.purpose[:1].lower() + near.purpose[1:]}
        return _("Op %(day)s bij het college: %(purpose)s") % words


def kit_of(ground: Ground) -> Kit:
    """No query."""
    points = points_of(ground)
    told = {one.told.fact.key for one in points}
    figures = [one for one in figures_of(ground) if one.key not in told]
    return Kit(ground, points, tuple(figures[:FIGURES]), milestones_of(ground)[:MILESTONES])


def figures_of(ground: Ground) -> list[Figure]:
    """What is recorded, the strongest first; what nobody recorded is not here."""
    slug, account = ground.partnership.slug, ground.account
    own = reverse("tending:account_of", args=[slug, ground.municipality.pk])
    garden = reverse("actions:meadow", args=[slug])
    harvest, meetings = reverse("harvest:list", args=[slug]), reverse("meetings:list", args=[slug])
    mandates, members = reverse("mandates:list", args=[slug]), reverse("members:list", args=[slug])
    always = _("Rekening van %(name)s, sinds het begin") % {"name": ground.municipality.name}
    put_in = ngettext("ingelegd in %(n)s actie", "ingelegd in %(n)s acties", account.actions)
    rows: list[tuple[str, object, str, str, str, str]] = [
        ("reach", account.reach, _count(account.reach), _("bereikt door onze acties"), always, own),
        ("lever", account.euros, euro(account.euros), put_in % {"n": account.actions}, always, own),
        ("uses", ground.crops.used, str(ground.crops.used), _("keer oogst"), _year(_("Oogst")), harvest),
        ("runs", ground.running.total, str(ground.running.total),
         ngettext("lopende actie", "lopende acties", ground.running.total), _("Bloemenweide, vandaag"), garden),
        ("meetings", ground.attended, f"{ground.attended}/{ground.held}", _("ontmoetingen waar we waren"),
         _year(_("Aanwezigheden")), meetings),
        ("hours", ground.worked, number(ground.worked), _("uur werk"), _year(_("Tijdsmandaten")), mandates),
        ("members", ground.members > 1, str(ground.members), _("gemeenten werken samen"),
         _("Lijst van partners, vandaag"), members),
    ]  # fmt: skip
    return [Figure(key, shown, words, source, url) for key, known, shown, words, source, url in rows if known]


def _count(n: int) -> str:
    return number(Decimal(n))


def _year(what: str) -> str:
    return _("%(what)s, laatste twaalf maanden") % {"what": what}


def milestones_of(ground: Ground) -> tuple[Milestone, ...]:
    """What comes in the next year, the first first."""
    slug, today = ground.partnership.slug, ground.today
    found = []
    for on, one in ground.ahead:
        text = _("‘%(title)s’ begint") if on == one.starts and on > today else _("‘%(title)s’ loopt af")
        url = reverse("actions:action", args=[slug, one.pk])
        found.append(Milestone(on, text % {"title": one.title}, url))
    for meeting in ground.meetings:
        if meeting.starts is not None:
            text = _("Ontmoeting: %(title)s") % {"title": meeting.title}
            found.append(Milestone(timezone.localdate(meeting.starts), text, meeting.get_absolute_url()))
    for round in ground.rounds:
        text = _("Laatste dag om samen te kiezen: %(title)s") % {"title": round.title}
        found.append(Milestone(round.closes_on, text, round.get_absolute_url()))
    for moment in ground.moments:
        text = _("Bij het college, met %(what)s") % {"what": moment.with_what}
        found.append(Milestone(moment.on, text, moment.get_absolute_url()))
    return tuple(sorted((one for one in found if one.on <= today + YEAR), key=lambda one: (one.on, one.text)))


def on_paper(kit: Kit, *, garden: str, link: str = "") -> paper.KitSheet:
    """For the PDF. `link` is the address of a photo of the meadow that is shared now."""
    ground = kit.ground
    return paper.KitSheet(
        title=kit.title,
        overline=kit.overline,
        lead=kit.lead,
        occasion=kit.occasion,
        points=[_point(one) for one in kit.points],
        nothing=_("Er is nog niets genoteerd om te vertellen. Noteer oogst, of start een actie."),
        figures_title=_("In cijfers"),
        figures=[paper.Figure(one.number, one.words, one.source) for one in kit.figures],
        milestones_title=_("Wat komt eraan"),
        milestones=[paper.Milestone(day(one.on), short(one.text)) for one in kit.milestones],
        link=link,
        link_says=_("Bekijk de weide van vandaag"),
        footer=_(
            "Gemaakt op %(day)s uit wat de partners noteerden. Wat niemand noteerde, staat hier niet. %(url)s"
        )
        % {"day": day(ground.today), "url": settings.PUBLIC_URL},
        example=_("verzonnen voorbeeld") if ground.partnership.example else "",
        garden=garden,
        garden_says=_("De tuin van %(partnership)s") % {"partnership": ground.partnership.name},
        colour=COLOURS.get(ground.partnership.colour, LEAF),
    )


def _point(one: Point) -> paper.Point:
    told = one.told
    return paper.Point(
        one.side,
        told.say,
        told.figure,
        told.unit,
        told.proof,
        _("Bron: %(source)s") % {"source": told.source},
    )
