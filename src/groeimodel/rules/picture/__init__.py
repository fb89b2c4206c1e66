"""The garden picture: a pure function from a `Garden` value to SVG. See docs/rules/garden.md."""

from groeimodel.rules.picture.canvas import clean, number, text, text_width
from groeimodel.rules.picture.garden import Garden
from groeimodel.rules.picture.ground import bed, compost, seeds
from groeimodel.rules.picture.hills import hills
from groeimodel.rules.picture.layout import Shape, plan
from groeimodel.rules.picture.meadow import fringe, meadow, sod
from groeimodel.rules.picture.minerals import minerals
from groeimodel.rules.picture.palette import Theme, colours, style, style_of
from groeimodel.rules.picture.scene import Scene
from groeimodel.rules.picture.shop import shop
from groeimodel.rules.picture.sky import butterflies, sky, weather
from groeimodel.rules.picture.soil import soil
from groeimodel.rules.picture.threads import threads
from groeimodel.rules.picture.words import words

__all__ = ["Garden", "Shape", "Theme", "draw", "style"]

LETTERING = 46.0
"""Size of the name of the garden, when it fits."""


def draw(
    garden: Garden,
    *,
    theme: Theme = "auto",
    language: str = "nl",
    standalone: bool = True,
    id_prefix: str = "g",
    shape: Shape = "wide",
) -> str:
    """The garden as a complete SVG; the same garden always gives the same text.

    `theme`: 'light', 'dark', 'print' (less ink), or 'auto', which follows the reader's system.
    `standalone` puts the stylesheet inside; a page that holds the drawing links to `style()` instead.
    `id_prefix` keeps two gardens in one page apart. `shape`: 'wide' (16:9) or 'tall', for a narrow screen.
    Raises ValueError for a theme, language or shape that is not there.
    """
    scene = Scene(
        garden=garden,
        layout=plan(garden, shape),
        colours=colours(theme),
        words=words(language),
        prefix=id_prefix,
        auto=theme == "auto",
        night=theme == "dark",
    )
    slope = scene.layout.behind_meadow
    parts = (
        sky(scene),
        weather(scene),
        hills(scene),
        soil(scene),
        sod(scene),
        threads(scene),
        minerals(scene),
        meadow(scene, shop(scene) if slope else ""),
    )
    rest = (
        bed(scene),
        seeds(scene),
        compost(scene),
        "" if slope else shop(scene),
        fringe(scene),
        butterflies(scene),
        _lettering(scene, standalone),
    )
    css = style_of(theme) if standalone else ""
    head = f"<style>{css}</style>" if css else ""
    return (
        _opening(scene)
        + head
        + f"<defs>{''.join(scene.defs.values())}</defs>"
        + "".join(parts)
        + "".join(rest)
        + "</svg>\n"
    )


def _opening(scene: Scene) -> str:
    """A picture, or a group of links when there are links in it: the parts of a picture cannot be reached."""
    place, prefix = scene.layout, scene.prefix
    css = "garden garden-auto" if scene.auto else "garden"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {place.width:.0f} {place.height:.0f}" class="{css}" '
        f'role="{"group" if _linked(scene.garden) else "img"}" aria-labelledby="{prefix}-title" aria-describedby="{prefix}-desc">'
        f'<title id="{prefix}-title">{clean(scene.words.title(scene.garden))}</title>'
        f'<desc id="{prefix}-desc">{clean(scene.words.description(scene.garden))}</desc>'
    )


def _linked(garden: Garden) -> bool:
    rows = (garden.members, garden.flowers, garden.seeds, garden.compost, garden.bouquets)
    own = (garden.link_soil, garden.link_shop, garden.link_weather, garden.link_compost)
    return any(own) or any(one.link for row in rows for one in row)


def _lettering(scene: Scene, standalone: bool) -> str:
    """The name of the garden, for a drawing on its own, and a modest label on an invented one."""
    place, c, out = scene.layout, scene.colours, []
    right, y = place.width - 40, 78.0
    if standalone:
        size, lines = _fitted(scene.garden.title, place.width - 2 * place.sun[0] - 160)
        for at, line in enumerate(lines):
            out.append(text(line, (right, y + at * size * 1.15), size, c.label, anchor="end", head=True))
        y += 40 + (len(lines) - 1) * size * 1.15 if lines else 0
    if scene.garden.example:
        said = scene.words["example"]
        width = text_width(said, 19) + 22
        out.append(
            f'<rect x="{number(right - width)}" y="{number(y - 22)}" width="{number(width)}" height="31" rx="15.5" '
            f'fill="{c.tag}" stroke="{c.label_2}" stroke-width="1.5"/>'
            + text(said, (right - width / 2, y), 19, c.label)
        )
    return "".join(out)


def _fitted(title: str, room: float) -> tuple[float, list[str]]:
    """A size and one or two lines in which a title fits beside the sun; a very long one is cut off."""
    words = title.split()
    if not words:
        return LETTERING, []
    one = " ".join(words)
    if text_width(one, 34) <= room:
        return min(LETTERING, LETTERING * room / text_width(one, LETTERING)), [one]
    cuts = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))] or [(one, "")]
    first, second = min(cuts, key=lambda cut: abs(len(cut[0]) - len(cut[1])))
    size = max(24.0, min(36.0, 36 * room / max(text_width(first, 36), text_width(second, 36))))
    return size, [_cut(line, size, room) for line in (first, second) if line]


def _cut(line: str, size: float, room: float) -> str:
    while text_width(line, size) > room:
        line = line[:-2].rstrip() + "…"
    return line
