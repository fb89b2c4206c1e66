"""Small tools to draw with: numbers, chance that never changes, curves, text widths and linked things."""

import re
from collections.abc import Callable, Iterable, Sequence
from html import escape
from itertools import pairwise
from zlib import crc32

from groeimodel.rules.picture.palette import HEAD_FONT, TEXT_FONT

Point = tuple[float, float]

SAFE_LINK = re.compile(r"(https://[^\s\\/]|[#?]|/(?![/\\])|[^\s:/?#\\]+([/?#]|$))[^\s\\]*")
"""https, an anchor, a path on this site, or a relative path without a scheme. Nothing else becomes a link."""

NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

NARROW, WIDE = frozenset("ijltfrI.,'’-() "), frozenset("mwMWO@%")


def number(value: float) -> str:
    """One decimal at most: small files, and the same bytes on every machine."""
    return f"{value:.1f}".removesuffix(".0")


def points(path: str, *values: float) -> str:
    """A path with each `~` replaced by the next value, in order, rounded like `number`."""
    return (path.replace("~", "%.1f") % values).replace(".0 ", " ").replace(".0)", ")")


def whole(path: str, *values: float) -> str:
    """Like `points`, in whole numbers: for what is small or far away."""
    return path.replace("~", "%.0f") % values


class Dice:
    """Chance from a name: the same name always throws the same numbers."""

    __slots__ = ("_state",)

    def __init__(self, name: str) -> None:
        self._state = crc32(name.encode("utf-8", "surrogatepass")) ^ 0x5BD1E995

    def __call__(self, low: float = 0.0, high: float = 1.0) -> float:
        self._state = (self._state * 1664525 + 1013904223) & 0xFFFFFFFF
        return low + (high - low) * (self._state >> 8) / 16777216

    def pick(self, count: int) -> int:
        """A whole number below `count`."""
        return int(self(0, count)) if count else 0


def smooth(along: Sequence[Point]) -> str:
    """A flowing line near the given points, from the first to the last, without its opening M."""
    out = []
    for (x, y), (next_x, next_y) in pairwise(along[1:]):
        out.append(points("Q~ ~ ~ ~", x, y, (x + next_x) / 2, (y + next_y) / 2))
    out.append(points("L~ ~", *along[-1]))
    return "".join(out)


def skyline(crest: Callable[[float], float], width: float, bottom: float, step: float = 50) -> str:
    """The path of a land form: along its crest from left to right, closed at `bottom`."""
    along = [(x, crest(x)) for x in _steps(-step, width + step, step)]
    return points("M~ ~L~ ~", along[0][0], bottom, *along[0]) + smooth(along) + points("V~Z", bottom)


def _steps(start: float, end: float, step: float) -> Iterable[float]:
    return (start + at * step for at in range(int((end - start) / step) + 2))


def text_width(text: str, size: float) -> float:
    """How wide a text may get, in any of the fonts that it may be shown in; on the safe side."""
    units = sum(
        0.34 if one in NARROW else 0.92 if one in WIDE else 0.7 if one.isupper() else 0.57 for one in text
    )
    return units * size


def clean(text: str) -> str:
    """Text for inside an element or attribute."""
    return escape(NOT_IN_XML.sub("", text))


def safe_link(link: str) -> bool:
    return SAFE_LINK.fullmatch(link) is not None


def thing(body: str, title: str, link: str = "", *, transform: str = "", css: str = "") -> str:
    """Something drawn that means something: a link with a title, or a group with a title when it leads nowhere."""
    place = f' transform="{transform}"' if transform else ""
    look = f' class="{css}"' if css else ""
    if link and safe_link(link):
        return f'<a href="{clean(link)}"{place}{look}><title>{clean(title)}</title>{body}</a>'
    return f"<g{place}{look}><title>{clean(title)}</title>{body}</g>"


def text(
    content: str,
    at: Point,
    size: float,
    fill: str,
    *,
    anchor: str = "middle",
    halo: str = "",
    head: bool = False,
) -> str:
    """A line of lettering; a halo in the colour of the ground keeps it legible over what lies there."""
    edge = f' stroke="{halo}" stroke-width="{number(size / 4)}" stroke-linejoin="round" paint-order="stroke"'
    return (
        f'<text x="{number(at[0])}" y="{number(at[1])}" font-family="{HEAD_FONT if head else TEXT_FONT}" '
        f'font-size="{number(size)}" fill="{fill}" text-anchor="{anchor}"{edge if halo else ""}'
        f"{' font-weight=' + chr(34) + '600' + chr(34) if head else ''}>{clean(content)}</text>"
    )
