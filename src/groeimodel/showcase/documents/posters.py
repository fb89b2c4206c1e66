"""The garden to hang up and to share: for everybody, so with nothing that is for members only (claim I1)."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from groeimodel.formats.garden_poster import GardenPoster
from groeimodel.formats.social_card import Card
from groeimodel.rules.picture import draw
from groeimodel.rules.picture.garden import Garden
from groeimodel.showcase.documents.wording import (
    colour_of,
    day,
    example_of,
    figures,
    figures_note,
    joined,
    made_of,
)
from groeimodel.showcase.facts.values import Facts

FIGURES = ("members", "running", "picked", "harvest", "reach", "offers")
MOST = 5


def drawn(garden: Garden) -> str:
    """Without its own name: the poster and the card write it in the sky."""
    return draw(garden, theme="light", standalone=False)


def legend_of(garden: Garden) -> tuple[tuple[str, str], ...]:
    """What stands on this picture, and nothing else."""
    rows = (
        (garden.members, _("Een steen in de grond"), _("een gemeente die meedoet")),
        (garden.threads, _("Een draad ertussen"), _("iets dat de ene van de andere gebruikt")),
        (garden.seeds, _("Een zaadje of kiem"), _("een idee")),
        (garden.flowers, _("Een bloem"), _("een actie, groter naarmate ze vordert")),
        (garden.compost, _("De composthoop"), _("wat stopte, met zijn les")),
        (garden.shop != "none", _("Het winkeltje"), _("wat de gemeenten samen vast aanbieden")),
        (garden.weather.known is not None, _("De zon en de wolken"), _("hoe het staat met de verwachtingen")),
    )
    return tuple((drawn, means) for there, drawn, means in rows if there)


def says_of(facts: Facts, garden: Garden) -> str:
    """The picture in words."""
    words = {"name": facts.partnership.name, "members": joined([one.name for one in garden.members])}
    said = _("De tuin van %(name)s, met in de grond %(members)s.") % words
    n = len(garden.flowers)
    flowers = ngettext("Er staat %(n)s bloem.", "Er staan %(n)s bloemen.", n) % {"n": n} if n else ""
    return f"{said} {flowers}".strip()


def poster(facts: Facts, garden: Garden) -> GardenPoster:
    return GardenPoster(
        title=facts.partnership.name,
        subtitle=_("Zo groeit het samen, op %(day)s") % {"day": day(facts.today)},
        legend=legend_of(garden),
        figures=figures(facts, FIGURES)[:MOST],
        svg=drawn(garden),
        says=says_of(facts, garden),
        footer=f"{figures_note(facts)} {made_of(facts.partnership, facts.today)}",
        example=example_of(facts.partnership),
        colour=colour_of(facts.partnership),
    )


def card(facts: Facts, garden: Garden) -> Card:
    return Card(
        title=facts.partnership.name,
        line=_line(facts),
        svg=drawn(garden),
        says=says_of(facts, garden),
        colour=colour_of(facts.partnership),
        example=example_of(facts.partnership),
    )


def _line(facts: Facts) -> str:
    """One sentence: who, and what runs."""
    members, running = facts.get("members"), facts.get("running")
    words = {"n": members.number if members else "", "running": running.number if running else ""}
    if members is None or members.value < 2:
        return _("Samen werken voor kinderen en jongeren")
    if running is None:
        return _("%(n)s gemeenten werken samen voor kinderen en jongeren") % words
    said = ngettext(
        "%(n)s gemeenten, %(running)s actie voor kinderen en jongeren",
        "%(n)s gemeenten, %(running)s acties voor kinderen en jongeren",
        int(running.value),
    )
    return said % words
