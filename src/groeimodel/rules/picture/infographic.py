"""The three models as one landscape: exchange, a meadow, a shop, and one soil that runs under all three.

Not anybody's data: a typical picture, drawn with the parts of the garden. A page shows it through three windows
that lie side by side, or below each other on a phone; a poster shows it whole. See docs/rules/infographic.md.
"""

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from re import Match

from groeimodel.rules.growth.content import Content, Language, Layer
from groeimodel.rules.picture.canvas import clean
from groeimodel.rules.picture.garden import Bouquet, Flower, Garden, Nutrient, Seed, Species, Thread, Weather
from groeimodel.rules.picture.ground import seeds
from groeimodel.rules.picture.hills import hills
from groeimodel.rules.picture.layout import Layout
from groeimodel.rules.picture.meadow import fringe, meadow, sod
from groeimodel.rules.picture.meeting import meeting
from groeimodel.rules.picture.minerals import minerals
from groeimodel.rules.picture.palette import Theme, colours, style_of
from groeimodel.rules.picture.scene import Scene
from groeimodel.rules.picture.shop import shop
from groeimodel.rules.picture.sky import butterflies, sky, weather
from groeimodel.rules.picture.soil import soil
from groeimodel.rules.picture.spots import Spot
from groeimodel.rules.picture.threads import threads
from groeimodel.rules.picture.words import words

WIDTH, HEIGHT, TOP = 2960.0, 720.0, 50.0
"""What is shown: the sky above `TOP` is left out."""
SEED = "panorama"
"""Chance comes from this name, so that another wording of the content leaves the drawing as it is."""

NUTRIENTS = (
    ("left", 165.0, 572.0),
    ("own", 440.0, 538.0),
    ("right", 715.0, 574.0),
    ("far", 1200.0, 554.0),
    ("city", 1740.0, 578.0),
    ("rural", 2480.0, 556.0),
)
"""Who lies where: key of the name in the content, x, y."""
RADIUS, LETTERS = 47.0, 31.0
SPECIES: tuple[Species, ...] = ("poppy", "daisy", "cornflower", "sunflower", "mallow")
SHARED, OWN = 26, 12
"""Flowers on the shared meadow and on the plots: so many that plants of one kind are drawn once."""

TITLE = re.compile(r"<title>[^<]*</title>")
"""Titles of the parts tell of data. Here there is none: what is drawn is told beside the drawing."""
PATH, DECIMAL = re.compile(r' d="[^"]*"'), re.compile(r"-?\d+\.\d+")

_LAYOUT = Layout(
    width=WIDTH,
    height=HEIGHT,
    ground=430.0,
    back=358.0,
    depths=(0.5, 1.0),
    rows=2,
    plots=(925.0, 1435.0),
    plot_lanes=(1,),
    meadow=(1475.0, 2560.0),
    meadow_end=2580.0,
    compost=0.0,
    shop=2610.0,
    shop_depth=1.0,
    sun=(700.0, 192.0),
    size=1.08,
    low=0.98,
)
_UNDER_THE_TABLE = replace(_LAYOUT, meadow=(640.0, 900.0))


@dataclass(frozen=True, slots=True)
class Window:
    """The part of the landscape that belongs to one model."""

    layer: Layer
    left: float
    width: float

    @property
    def view_box(self) -> str:
        return f"{self.left:.0f} {TOP:.0f} {self.width:.0f} {HEIGHT - TOP:.0f}"


WINDOWS = (Window("soil", 0, 895), Window("meadow", 895, 1125), Window("shop", 2020, 940))
"""Side by side they are the whole landscape."""


def draw_models(content: Content, *, theme: Theme = "auto", language: Language = "nl") -> str:
    """The whole landscape as a complete SVG; the same content always gives the same text.

    Raises ValueError for a theme or language that is not there.
    """
    drawn = landscape(content, theme=theme, language=language, id_prefix="m")
    said = [
        f"{one.name.in_language(language)}: {one.summary.in_language(language)}" for one in content.models
    ]
    css = style_of(theme)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 {TOP:.0f} {WIDTH:.0f} {HEIGHT - TOP:.0f}" class="garden" '
        f'role="img" aria-labelledby="m-title" aria-describedby="m-desc">'
        f'<title id="m-title">{clean(content.word("infographic.title", language))}</title>'
        f'<desc id="m-desc">{clean(" ".join(said))}</desc>'
        f"{f'<style>{css}</style>' if css else ''}{drawn}</svg>\n"
    )


def landscape(
    content: Content, *, theme: Theme = "auto", language: Language = "nl", id_prefix: str = "m"
) -> str:
    """The drawing as one group with the id `<id_prefix>-all`, for a page that shows it through `WINDOWS`."""
    scene = _scene(content, theme, language, id_prefix)
    parts = (
        sky(scene),
        weather(scene),
        hills(scene),
        soil(scene),
        sod(scene),
        threads(scene),
        minerals(scene),
        meadow(scene),
        _seeds(scene),
        meeting(scene, 215),
        shop(scene),
        fringe(scene),
        butterflies(scene),
    )
    drawn = TITLE.sub("", PATH.sub(_coarse, "".join(parts)))
    css = ' class="garden-auto"' if scene.auto else ""
    return f'<g id="{id_prefix}-all"{css}><defs>{"".join(scene.defs.values())}</defs>{drawn}</g>'


def _coarse(path: Match[str]) -> str:
    """In whole units: in so wide a drawing a tenth of one cannot be seen, but it can be weighed."""
    return DECIMAL.sub(lambda one: str(round(float(one[0]))), path[0])


def _scene(content: Content, theme: Theme, language: Language, id_prefix: str) -> Scene:
    scene = Scene(
        garden=_garden(content, language),
        layout=_LAYOUT,
        colours=colours(theme),
        words=words(language),
        prefix=id_prefix,
        auto=theme == "auto",
        night=theme == "dark",
    )
    scene.spots = [
        Spot(member, x, y, RADIUS, LETTERS, 2.3 * RADIUS)
        for member, (_, x, y) in zip(scene.garden.members, NUTRIENTS, strict=True)
    ]
    return scene


def _garden(content: Content, language: Language) -> Garden:
    keys = [key for key, _, _ in NUTRIENTS]
    names = [content.word(f"infographic.member.{key}", language) for key in keys]
    shared = [Flower(f"s{n}", "", SPECIES[n * 3 % 5], None, p, p) for n, p in enumerate(_grown(SHARED))]
    own = [Flower(f"o{n}", "", SPECIES[n % 5], keys[n % 6], p, p) for n, p in enumerate(_grown(OWN))]
    return Garden(
        title=SEED,
        members=tuple(
            Nutrient(key, name, n, True, True) for n, (key, name) in enumerate(zip(keys, names, strict=True))
        ),
        threads=(*(Thread(a, b, 0.8) for a, b in pairwise(keys)), Thread("left", "right", 0.4)),
        soil_health=90,
        energy=88,
        trust=60,
        seeds=tuple(Seed(f"seed-{n}", "", sprouting=n % 2 == 1) for n in range(4)),
        flowers=tuple(shared + own),
        shop="full",
        bouquets=tuple(Bouquet(f"bouquet-{n}", "") for n in range(3)),
        weather=Weather(known=90, shared=90, met=90),
    )


def _grown(count: int) -> list[float]:
    """How far each flower is: varied, as in any meadow, most of them in bloom."""
    return [0.45 + 0.55 * ((n * 7 + 3) % 11) / 10 for n in range(count)]


def _seeds(scene: Scene) -> str:
    """Two beside the table and two on the meadow: ideas fall wherever people meet."""
    whole = scene.garden
    scene.layout, scene.garden = _UNDER_THE_TABLE, replace(whole, seeds=whole.seeds[:2])
    out = seeds(scene)
    scene.layout, scene.garden = _LAYOUT, replace(whole, seeds=whole.seeds[2:])
    out += seeds(scene)
    scene.garden = whole
    return out
