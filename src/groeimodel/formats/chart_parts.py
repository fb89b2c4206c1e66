"""What charts are drawn with: colours, a stretching canvas and marks that differ in shape, not in colour alone.

A chart for a screen has no viewBox: its places are percentages and its letters keep their size, so that
it fits a phone as well as a wide page. A chart for paper has a fixed width in points.
"""

from dataclasses import dataclass, field
from html import escape

PAPER_FONT = "Atkinson Hyperlegible Next"


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours by what they are used for; any CSS colour."""

    ink: str
    soft: str
    line: str
    track: str
    surface: str
    talk: str
    layers: dict[str, str] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)


SCREEN = Palette(
    ink="var(--ink, #2b2a26)",
    soft="var(--ink-soft, #5b564b)",
    line="var(--line-strong, #8d8066)",
    track="var(--line, #dccfb2)",
    surface="var(--surface, #fffdf6)",
    talk="var(--warn, #8a4b06)",
    layers={
        "soil": "var(--soil, #6b4331)",
        "meadow": "var(--meadow, #2f6b45)",
        "shop": "var(--shop, #a83a23)",
    },
    roles={"alderman": "var(--alderman, #b5581c)", "officer": "var(--officer, #3f69b0)"},
)
"""The design tokens, so that a chart follows the theme of the page it stands in."""

PAPER = Palette(
    ink="#2b2a26",
    soft="#5b564b",
    line="#8d8066",
    track="#dccfb2",
    surface="#ffffff",
    talk="#8a4b06",
    layers={"soil": "#6b4331", "meadow": "#2f6b45", "shop": "#a83a23"},
    roles={"alderman": "#b5581c", "officer": "#3f69b0"},
)


def short(value: float) -> str:
    """A coordinate with at most two decimals."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


class Canvas:
    """Collects the parts of one chart. ``width`` None makes it stretch; else it is the width in points."""

    def __init__(self, width: float | None, *, margin: float = 0.0) -> None:
        self.width = width
        self.margin = margin
        """Part of the width, in hundredths, that stays free at both sides of the scale."""
        self.palette = SCREEN if width is None else PAPER
        self.parts: list[str] = []

    def x(self, value: float) -> str:
        """Where a value of 0 to 100 on the scale stands."""
        return self.across(self.margin + min(max(value, 0.0), 100.0) * (100 - 2 * self.margin) / 100)

    def span(self, size: float) -> str:
        """The length of a part of the scale, 0 to 100."""
        return self.across(size * (100 - 2 * self.margin) / 100)

    def across(self, share: float) -> str:
        """A part of the whole width, in hundredths."""
        return f"{short(share)}%" if self.width is None else short(share * self.width / 100)

    def text(self, x: str, y: float, text: str, **attributes: str | float) -> None:
        given: dict[str, str | float] = {"size": 14, "fill": self.palette.ink, **attributes}
        self.add("text", x=x, y=y, inside=escape(text), **given)

    def add(self, name: str, *, inside: str = "", **attributes: str | float) -> None:
        """An element; attribute names with _ for -, 'size' and 'weight' for those of the font, 'css' for its class."""
        self.parts.append(element(name, inside=inside, **attributes))

    def mark(self, shape: str, x: str, y: float, colour: str) -> None:
        """A sign with its middle on a point: 'circle', 'square', 'diamond' or 'bubble'."""
        self.at(x, y, SHAPES[shape].format(fill=colour, stroke=self.palette.surface))

    def label(self, x: str, y: float, text: str, **attributes: str | float) -> None:
        """A short text beside a point, on a ground of its own so that no line runs through it.

        ``side`` is -1 for left of the point and 1 for right of it.
        """
        side = attributes.pop("side", 1)
        assert isinstance(side, int)
        wide = 7.6 * len(text) + 6
        ground = element(
            "rect",
            x=11.0 if side > 0 else -11 - wide,
            y=-9.0,
            width=wide,
            height=18.0,
            fill=self.palette.surface,
        )
        given: dict[str, str | float] = {"fill": self.palette.ink, **attributes}
        anchor = "start" if side > 0 else "end"
        self.at(
            x, y, ground + element("text", x=14.0 * side, y=5.0, anchor=anchor, inside=escape(text), **given)
        )

    def at(self, x: str, y: float, drawn: str) -> None:
        """Something drawn around its own zero, put on a point."""
        if self.width is None:
            self.parts.append(
                f'<svg x="{x}" y="{short(y)}" width="1" height="1" overflow="visible">{drawn}</svg>'
            )
        else:
            self.parts.append(f'<g transform="translate({x} {short(y)})">{drawn}</g>')

    def svg(self, height: float, *, key: str, title: str, desc: str) -> str:
        """The whole chart. ``key`` makes its ids its own on a page."""
        size = (
            'width="100%"'
            if self.width is None
            else f'viewBox="0 0 {short(self.width)} {short(height)}" width="{short(self.width)}"'
            f' font-family="{PAPER_FONT}"'
        )
        key = escape(key)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" {size} height="{short(height)}" role="img"'
            f' aria-labelledby="{key}-title {key}-desc" overflow="visible">'
            f'<title id="{key}-title">{escape(title)}</title><desc id="{key}-desc">{escape(desc)}</desc>'
            f"{''.join(self.parts)}</svg>"
        )


_EDGE = 'fill="{fill}" stroke="{stroke}" stroke-width="2"/>'
SHAPES = {
    "circle": f'<circle r="7" {_EDGE}',
    "square": f'<rect x="-6.5" y="-6.5" width="13" height="13" rx="1.5" {_EDGE}',
    "diamond": f'<path d="M0-9 9 0 0 9-9 0z" {_EDGE}',
    "bubble": (
        '<path d="M-8-8h16v11h-8l-5 4.5v-4.5h-3z" fill="{fill}" stroke="{fill}" stroke-width="1.5" stroke-linejoin="round"/>'
    ),
}
_NAMES = {"size": "font-size", "weight": "font-weight", "css": "class", "anchor": "text-anchor"}


def element(name: str, *, inside: str = "", **attributes: str | float) -> str:
    """One SVG element as text; values are escaped, ``inside`` is not."""
    told = "".join(
        f' {_NAMES.get(key, key.replace("_", "-"))}="{escape(value if isinstance(value, str) else short(value))}"'
        for key, value in attributes.items()
    )
    return f"<{name}{told}>{inside}</{name}>" if inside else f"<{name}{told}/>"
