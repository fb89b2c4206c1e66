"""The garden of a page: the drawing without a way into the site, and the same in words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from groeimodel.foundation.partners.models import Partnership
from groeimodel.rules.picture import Garden, Shape, draw
from groeimodel.showcase.photo.selectors import view_of
from groeimodel.showcase.public.words import Tongue

SHAPES: dict[str, Shape] = {"breed": "wide", "hoog": "tall"}


def garden_of(partnership: Partnership, today: date) -> Garden:
    """As whoever has a link to a photo of the meadow sees it."""
    return view_of(partnership, today).garden


def drawn(garden: Garden, shape: str = "", *, theme: str = "auto") -> str:
    """As a file of its own. On the page (`shape` is 'breed' or 'hoog') the name stands above it already."""
    if shape:
        garden = replace(garden, title="")
    return draw(garden, theme=theme, shape=SHAPES.get(shape, "wide"))  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Listed:
    """Beside the drawing: what it shows, in words."""

    alt: str
    lines: tuple[str, ...]


def listed_of(partnership: Partnership, tongue: Tongue, today: date) -> Listed:
    view, say = view_of(partnership, today), tongue.say
    lines = [say("garden_soil")]
    total = view.running_total
    lines.append(say("garden_flowers", total) if total else say("garden_no_flowers"))
    if view.garden.seeds:
        lines.append(say("garden_seeds", len(view.garden.seeds)))
    if view.picked_total:
        lines.append(say("garden_picked", view.picked_total))
    if view.exchanged:
        lines.append(say("garden_exchanged", view.exchanged))
    if view.garden.shop in ("open", "full"):
        lines.append(say("garden_shop"))
    if note := say("garden_dutch"):
        lines.append(note)
    return Listed(say("garden_alt", name=partnership.name), tuple(lines))
