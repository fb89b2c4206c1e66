"""One page for the college of one municipality: what it has of it, what it puts in, what comes (claim G7)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from groeimodel.formats.document import Document, Figure, Part
from groeimodel.showcase.documents import telling_parts as tell
from groeimodel.showcase.documents.wording import (
    colour_of,
    day,
    example_of,
    figures,
    figures_note,
    joined,
    made_of,
    over,
)
from groeimodel.showcase.facts.values import Facts

FIGURES = ("harvest", "given", "attendance", "reach", "running", "picked", "hours", "spent", "served")
NAMES = 6


@dataclass(frozen=True, slots=True)
class Room:
    """How much there is room for."""

    crops: int
    actions: int
    decisions: int
    ahead: int
    figures: int
    letters: int
    garden: bool = True


ROOMS = (
    Room(4, 5, 3, 5, 8, 160),
    Room(4, 4, 3, 4, 8, 120),
    Room(3, 4, 2, 4, 6, 100),
    Room(3, 3, 2, 3, 6, 80),
    Room(3, 3, 1, 3, 4, 60, garden=False),
    Room(2, 2, 1, 2, 4, 40, garden=False),
    Room(1, 1, 1, 1, 3, 0, garden=False),
)
"""From much to little: first words go, then what is least new, at last the picture."""
IN_WORD = Room(3, 3, 1, 3, 4, 0, garden=False)
"""A Word file cannot be measured here, and letters differ from one machine to the next: this leaves space for them."""


def notes_of(facts: Facts, *, garden: str = "", occasion: str = "") -> Iterator[Document]:
    """The note, each time shorter, until it fits on one page."""
    for room in ROOMS:
        yield college_note(facts, garden=garden, occasion=occasion, room=room)


def college_note(facts: Facts, *, garden: str = "", occasion: str = "", room: Room = ROOMS[0]) -> Document:
    """`occasion` is what the moment with the college is for, where one is planned."""
    where = facts.municipality
    name = where.name if where is not None else facts.partnership.name
    parts = (
        *_harvest(facts, name, room),
        *_figures(facts, room),
        *_actions(facts, room),
        *_decisions(facts, room),
        *_ahead(facts, room),
    )
    nothing = Part(
        _("Nog niets genoteerd"),
        paragraphs=(
            _(
                "Over deze periode is voor %(name)s nog niets genoteerd. Deze nota vult zich vanzelf zodra jullie "
                "oogst, acties, uren of besluiten noteren."
            )
            % {"name": name},
        ),
    )
    return Document(
        title=_("Wat samenwerken %(name)s oplevert") % {"name": name},
        subtitle=_("Nota aan het college van burgemeester en schepenen"),
        overline=f"{facts.partnership.name} · {over(facts.period)}",
        lead=_lead(facts, name, occasion),
        parts=parts or (nothing,),
        footer=made_of(facts.partnership, facts.today),
        author=facts.partnership.name,
        made_on=day(facts.today),
        example=example_of(facts.partnership),
        colour=colour_of(facts.partnership),
        garden=garden if room.garden else "",
        garden_says=_("De tuin van %(name)s vandaag") % {"name": facts.partnership.name},
        one_page=True,
    )


def _lead(facts: Facts, name: str, occasion: str) -> str:
    others = [one for one in facts.members if one != name]
    words = {"name": name, "others": joined(others), "partnership": facts.partnership.name}
    if not others:
        said = _("%(name)s werkt mee aan het jeugdbeleid van de streek.")
    elif len(others) <= NAMES:
        said = _("%(name)s werkt voor kinderen en jongeren samen met %(others)s.")
    else:
        said = _(
            "%(name)s werkt voor kinderen en jongeren samen met de andere gemeenten van %(partnership)s."
        )
    return f"{said % words} {occasion}".strip()


def _harvest(facts: Facts, name: str, room: Room) -> tuple[Part, ...]:
    rows = facts.harvests[: room.crops]
    if not rows:
        return ()
    return (
        Part(
            _("Dit gebruikt %(name)s nu, dankzij de anderen") % {"name": name},
            points=tuple(tell.crop(one, room.letters) for one in rows),
            note=tell.and_more(len(facts.harvests) - len(rows), _("op het oogstblad")),
            layer="soil",
        ),
    )


def _figures(facts: Facts, room: Room) -> tuple[Part, ...]:
    found: tuple[Figure, ...] = figures(facts, FIGURES)[: room.figures]
    if not found:
        return ()
    title = _("Wat we erin steken, en wat het opbrengt")
    return (Part(title, figures=found, note=figures_note(facts) if room.letters else ""),)


def _actions(facts: Facts, room: Room) -> tuple[Part, ...]:
    """What is over first, for that has results; then what runs."""
    counted, looked = tell.results_by_action(facts), tell.evaluations_by_action(facts)
    over_ = [tell.picked(one, counted.get(one.pk, []), looked.get(one.pk), most=1) for one in facts.picked]
    runs = [tell.running(one, facts.today, room.letters) for one in facts.running]
    first = over_[: max(room.actions // 2, room.actions - len(runs))]
    shown = [*first, *runs[: room.actions - len(first)]]
    if not shown:
        return ()
    left = len(over_) + len(runs) - len(shown)
    return (
        Part(
            _("Acties van de bloemenweide"),
            points=tuple(shown),
            note=tell.and_more(left, _("op de bloemenweide")),
            layer="meadow",
        ),
    )


def _decisions(facts: Facts, room: Room) -> tuple[Part, ...]:
    points = tell.decision_points(facts, room.decisions)
    return (Part(_("Samen beslist"), points=points),) if points else ()


def _ahead(facts: Facts, room: Room) -> tuple[Part, ...]:
    points = tell.ahead_points(facts, room.ahead)
    return (Part(_("Wat eraan komt"), points=points),) if points else ()
