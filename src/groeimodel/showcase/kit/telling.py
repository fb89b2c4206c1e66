"""A kit in words: the same on screen and on paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from groeimodel.formats import kit_sheet as paper
from groeimodel.showcase.kit.facts import Point, day, euro, number, paid_together, points_of, short
from groeimodel.showcase.kit.selectors import YEAR, Ground
from groeimodel.showcase.sheets.telling import COLOURS

FIGURES = 4
MILESTONES = 5
NEAR = timedelta(days=21)


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
    slug = ground.partnership.slug
    _rows, paid, total = paid_together(ground)
    fresh = len(ground.fresh)
    running = sum(one.runs for one in ground.deeds)
    garden = f"{reverse('garden:home', args=[slug])}#weide"
    year = _("laatste twaalf maanden")
    found = []
    if paid:
        words = _("ingelegd, van %(total)s samen") % {"total": euro(total)}
        found.append(
            Figure("lever", euro(paid), words, _("Deelname aan acties, %(when)s") % {"when": year}, garden)
        )
    if fresh:
        words = ngettext("keer oogst", "keer oogst", fresh)
        source = _("Oogst, %(when)s") % {"when": year}
        found.append(Figure("uses", str(fresh), words, source, reverse("harvest:list", args=[slug])))
    if running:
        words = ngettext("lopende actie", "lopende acties", running)
        found.append(Figure("runs", str(running), words, _("Bloemenweide, vandaag"), garden))
    if ground.held and ground.attended:
        shown = f"{ground.attended}/{ground.held}"
        source = _("Aanwezigheden, %(when)s") % {"when": year}
        url = reverse("meetings:list", args=[slug])
        found.append(Figure("meetings", shown, _("ontmoetingen waar we waren"), source, url))
    if ground.worked:
        source = _("Tijdsmandaten, %(when)s") % {"when": year}
        url = reverse("mandates:list", args=[slug])
        found.append(Figure("hours", number(ground.worked), _("uur werk"), source, url))
    if ground.members > 1:
        words = _("gemeenten werken samen")
        url = reverse("members:list", args=[slug])
        found.append(Figure("members", str(ground.members), words, _("Lijst van partners, vandaag"), url))
    return found


def milestones_of(ground: Ground) -> tuple[Milestone, ...]:
    """What comes in the next year, the first first."""
    slug, today = ground.partnership.slug, ground.today
    found = []
    for one in ground.deeds:
        if not one.runs:
            continue
        url = reverse("actions:action", args=[slug, one.action.pk])
        title = {"title": one.action.title}
        if one.action.starts and one.action.starts > today:
            found.append(Milestone(one.action.starts, _("‘%(title)s’ begint") % title, url))
        elif one.action.ends and one.action.ends >= today:
            found.append(Milestone(one.action.ends, _("‘%(title)s’ loopt af") % title, url))
    for meeting in ground.meetings:
        if meeting.starts is not None:
            starts = timezone.localdate(meeting.starts)
            found.append(
                Milestone(
                    starts, _("Ontmoeting: %(title)s") % {"title": meeting.title}, meeting.get_absolute_url()
                )
            )
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
        colour=COLOURS.get(ground.partnership.colour, "#2f6b45"),
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
