"""What every part of the drawing needs to know, and the shapes it asks to be kept for use more than once."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from groeimodel.rules.picture.canvas import Point
from groeimodel.rules.picture.garden import Garden, Nutrient
from groeimodel.rules.picture.layout import Layout
from groeimodel.rules.picture.palette import MEMBER_COLOURS, Colours
from groeimodel.rules.picture.spots import Spot, spots
from groeimodel.rules.picture.words import Words


@dataclass(slots=True)
class Scene:
    garden: Garden
    layout: Layout
    colours: Colours
    words: Words
    prefix: str
    auto: bool
    """Follows the reader's system: day and night are both drawn."""
    night: bool
    defs: dict[str, str] = field(default_factory=dict)
    """Shapes and gradients that are used more than once, by name."""
    plants: dict[str, tuple[Point, float]] = field(default_factory=dict)
    """Of a kept plant: where its head sits, and how it is turned."""
    members: dict[str, Nutrient] = field(init=False)
    spots: list[Spot] = field(init=False)

    def __post_init__(self) -> None:
        self.members = {one.id: one for one in self.garden.members}
        self.spots = spots(self.garden.members, self.layout)

    def use(self, name: str, transform: str = "") -> str:
        """Draw a kept shape again."""
        short = transform.replace("(0.", "(.").replace(" 0.", " .").replace("-0.", "-.")
        place = f' transform="{short}"' if transform else ""
        return f'<use href="#{self.prefix}-{name}"{place}/>'

    def keep(self, name: str, made: str | Callable[..., str], *values: Any) -> None:
        """Keep a shape for `use`; made once, when a function and what it needs are given."""
        if name not in self.defs:
            body = made if isinstance(made, str) else made(*values)
            css = ' class="garden-auto"' if self.auto else ""
            self.defs[name] = f'<g id="{self.prefix}-{name}" stroke="none"{css}>{body}</g>'

    def fade(self, name: str, *stops: tuple[float, str, float]) -> str:
        """A gradient from top to bottom: (offset, colour, opacity). Gives the paint to fill with."""
        if name not in self.defs:
            css = ' class="garden-auto"' if self.auto else ""
            rows = "".join(_stop(*one) for one in stops)
            self.defs[name] = (
                f'<linearGradient id="{self.prefix}-{name}" x1="0" y1="0" x2="0" y2="1"{css}>{rows}</linearGradient>'
            )
        return f"url(#{self.prefix}-{name})"

    def halo(self, name: str, *stops: tuple[float, str, float]) -> str:
        """A gradient from the middle outwards, like `fade`."""
        if name not in self.defs:
            css = ' class="garden-auto"' if self.auto else ""
            rows = "".join(_stop(*one) for one in stops)
            self.defs[name] = f'<radialGradient id="{self.prefix}-{name}"{css}>{rows}</radialGradient>'
        return f"url(#{self.prefix}-{name})"

    def member_colour(self, member: Nutrient) -> str:
        return self.colours[f"member_{member.colour % len(MEMBER_COLOURS)}"]

    @staticmethod
    def striped(member: Nutrient) -> bool:
        """Colours come back after the last one; then stripes tell the two apart."""
        return member.colour // len(MEMBER_COLOURS) % 2 == 1


def _stop(offset: float, colour: str, opacity: float) -> str:
    faint = f' stop-opacity="{opacity:g}"' if opacity < 1 else ""
    return f'<stop offset="{offset:g}" stop-color="{colour}"{faint}/>'
