"""Small gardens to draw in tests."""

import re
from typing import Any
from xml.etree.ElementTree import Element, fromstring

from groeimodel.rules.picture import draw
from groeimodel.rules.picture.garden import Flower, Garden, Nutrient

SVG = "{http://www.w3.org/2000/svg}"


def member(key: str, at: int = 0, **changes: Any) -> Nutrient:
    return Nutrient(
        **{
            "id": key,
            "name": key.title(),
            "colour": at,
            "alderman_seat": True,
            "officer_seat": True,
            **changes,
        }
    )


def flower(key: str, **changes: Any) -> Flower:
    return Flower(
        **{
            "id": key,
            "title": f"Actie {key}",
            "species": "poppy",
            "plot": None,
            "progress": 0.5,
            "bloom": 0.5,
            **changes,
        }
    )


def small(**changes: Any) -> Garden:
    """Two municipalities, nothing else unless asked for."""
    return Garden(**{"title": "Proeftuin", "members": (member("amina"), member("celia", 1)), **changes})


def tree(garden: Garden, **options: Any) -> Element:
    """The drawing, parsed: raises when it is not well-formed."""
    return fromstring(draw(garden, **options))


def titled(root: Element, start: str) -> Element:
    """The one drawn thing whose title starts so."""
    found = [one for one in root.iter() if (one.findtext(f"{SVG}title") or "").startswith(start)]
    assert len(found) == 1, f"{len(found)} things are called {start!r}"
    return found[0]


def titles(root: Element) -> list[str]:
    return [one.text or "" for one in root.iter(f"{SVG}title")]


def uses(thing: Element, name: str) -> int:
    """How often a kept shape is drawn within a thing."""
    return sum(one.get("href", "").endswith(name) for one in thing.iter(f"{SVG}use"))


def heights(path: str) -> list[float]:
    """All second coordinates of a path of absolute pairs."""
    return [float(y) for _x, y in re.findall(r"(-?\d+(?:\.\d+)?) (-?\d+(?:\.\d+)?)", path)]
