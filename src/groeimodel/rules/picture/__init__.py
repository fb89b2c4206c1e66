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
        f'role="{"group" if _linked(scene.garden) else "img"}" aria-labelledby="{prefix}-title {prefix}-desc">'
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
    if standalone and scene.garden.title.strip():
        size = max(24.0, min(46.0, 46 * place.width * 0.5 / text_width(scene.garden.title, 46)))
        out.append(text(scene.garden.title, (right, y), size, c.label, anchor="end", head=True))
        y += 40
    if scene.garden.example:
        said = scene.words["example"]
        width = text_width(said, 19) + 22
        left = right - width
        out.append(
            f'<rect x="{number(left)}" y="{number(y - 22)}" width="{number(width)}" height="31" rx="15.5" fill="{c.tag}" stroke="{c.label_2}" stroke-width="1.5"/>'
            + text(said, (left + width / 2, y), 19, c.label)
        )
    return "".join(out)
