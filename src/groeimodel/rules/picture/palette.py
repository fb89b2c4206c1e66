"""The colours of the garden by day, by night and on paper, and the stylesheet that goes with the drawing.

Drawings carry literal colours, so that every reader of SVG shows them. The drawing that follows the reader's
system ('auto') is the drawing by day; the stylesheet replaces each colour of the day by its colour of the night.
"""

from collections.abc import Mapping
from typing import Literal

Theme = Literal["auto", "light", "dark", "print"]

HEAD_FONT = "Fraunces, Georgia, serif"
TEXT_FONT = "'Atkinson Hyperlegible Next', 'Segoe UI', Helvetica, Arial, sans-serif"

MOONLIGHT = "#16223c"
PAPER = "#ffffff"

MEMBER_COLOURS = (
    "#e2543b", "#f0b32f", "#4f7cc7", "#c4568d", "#9cc25b", "#3fa3a3", "#f29b76",
    "#8b66b8", "#f3e3be", "#7db8dd", "#b7792b", "#e793b4", "#7fc7a1", "#b04a3f",
)  # fmt: skip

# name: (by day, by night, on paper)
EXPLICIT: dict[str, tuple[str, str, str]] = {
    "sky_1": ("#c6dfe5", "#101b36", "#ffffff"),
    "sky_2": ("#e2ebe1", "#1d2f52", "#ffffff"),
    "sky_3": ("#fbf0d8", "#3b4f72", "#fffdf8"),
    "glow": ("#fff3cf", "#c9d7f0", "#fff8e0"),
    "sun": ("#f0b32c", "#f3ead0", "#f3bd48"),
    "sun_2": ("#f6cb62", "#e2d8bd", "#f9dc93"),
    "sun_pale": ("#cdb983", "#8d97ad", "#a89972"),
    "cloud": ("#fffdf6", "#5c6d8d", "#f1f4f5"),
    "cloud_2": ("#e1e9e6", "#485a7b", "#dbe3e5"),
    "cloud_3": ("#b3c4c9", "#3b4b69", "#cfd8da"),
    "rain": ("#5b93ab", "#86b3cf", "#6a9db3"),
    "mist": ("#f8f2e3", "#6a7a98", "#e2ddcf"),
    "hill_1": ("#bdd8d8", "#24385a", "#f1f4f1"),
    "hill_1b": ("#d6e5dc", "#2c4264", "#f6f8f5"),
    "hill_2": ("#a7cdbf", "#203452", "#e9f0ea"),
    "hill_2b": ("#c6dfcd", "#294160", "#f3f7f3"),
    "hill_3": ("#90c0a1", "#1d3048", "#dfebdf"),
    "hill_3b": ("#b0d3b3", "#243c50", "#eff5ee"),
    "hill_4": ("#7db487", "#1b2d3e", "#d3e5d1"),
    "hill_4b": ("#97c595", "#213a42", "#e6f0e3"),
    "tree_1": ("#97c1b6", "#1a2c49", "#dfe9e3"),
    "tree_2": ("#7bb096", "#182841", "#cfe0d2"),
    "tree_3": ("#61a077", "#152536", "#bdd6bf"),
    "wall_1": ("#b7d0c8", "#31466a", "#e3e9e6"),
    "roof_1": ("#8fb3ac", "#1b2c4b", "#c3d0cb"),
    "wall_2": ("#a7c7b8", "#2c405f", "#dae4dd"),
    "roof_2": ("#78a395", "#172742", "#b2c5bb"),
    "light": ("#d9e6da", "#f6cd6a", "#f4f7f4"),
    "band_1": ("#8fc07c", "#24433f", "#e3f0da"),
    "band_2": ("#82b871", "#26483f", "#d9ebcf"),
    "band_3": ("#75ae66", "#284d40", "#cfe5c4"),
    "band_4": ("#69a45d", "#2a5241", "#c6dfba"),
    "band_5": ("#5c9a54", "#2c5743", "#bdd9b0"),
    "blade": ("#4b8848", "#1f4637", "#8fb886"),
    "blade_2": ("#93c46b", "#3f7350", "#a9cd98"),
    "turf": ("#3f7a41", "#1b3f33", "#7fae78"),
    "leaf": ("#2f6b45", "#3b7d60", "#487d5b"),
    "leaf_2": ("#43854f", "#478a66", "#5a9465"),
    "leaf_3": ("#65a35a", "#629f76", "#7cb072"),
    "vein": ("#245438", "#28604c", "#3a654c"),
    "soil_0_top": ("#b08e68", "#5e4f46", "#f7efe2"),
    "soil_0_mid": ("#8b6b50", "#4b3d39", "#f3e9da"),
    "soil_0_deep": ("#6b503e", "#342a2b", "#eee2d1"),
    "soil_1_top": ("#8d6a4a", "#4c3d37", "#f1e4d2"),
    "soil_1_mid": ("#7b5a44", "#43342f", "#f1e5d5"),
    "soil_1_deep": ("#573e31", "#2b2122", "#ebddca"),
    "soil_2_top": ("#6b4833", "#3b2d28", "#e8d6bf"),
    "soil_2_mid": ("#6a4a38", "#3b2d2a", "#efe1cf"),
    "soil_2_deep": ("#463027", "#241b1d", "#e8d8c3"),
    "soil_3_top": ("#4c2f22", "#2a1f1d", "#dcc6ab"),
    "soil_3_mid": ("#5f3f30", "#352826", "#ecdcc8"),
    "soil_3_deep": ("#38231c", "#1e1618", "#e4d2bb"),
    "soil_4_top": ("#382016", "#1e1516", "#cfb496"),
    "soil_4_mid": ("#5a3a2b", "#302322", "#e9d7c1"),
    "soil_4_deep": ("#2e1b16", "#181214", "#e0ccb2"),
    "soil_none_top": ("#72523f", "#40322f", "#f3eadd"),
    "soil_none_mid": ("#6f503e", "#3e312e", "#f3eadd"),
    "soil_none_deep": ("#48322a", "#261d1f", "#eee3d3"),
    "name": ("#fdf6e5", "#f1ead8", "#2b2a26"),
    "label": ("#3a5a58", "#d5deee", "#2b2a26"),
    "label_2": ("#4d6764", "#aab8d2", "#55524a"),
    "root": ("#e3c997", "#b6a686", "#a98656"),
    "thread": ("#f4e6c4", "#d9cdb2", "#9a7a4d"),
    "crumb": ("#c79c68", "#84705c", "#b99265"),
    "crumb_2": ("#96704d", "#665549", "#d3b68f"),
    "crumb_3": ("#27160f", "#0f0b0d", "#8a6a4a"),
    "worm": ("#de8f80", "#b07b7a", "#dc9486"),
    "worm_2": ("#f0b3a2", "#c79a94", "#edc0b4"),
    "stone": ("#a7957f", "#6f6a6a", "#c9bfb2"),
    "stone_2": ("#8a7864", "#585456", "#b2a797"),
    "water": ("#3f7f98", "#27577a", "#a9d0dc"),
    "water_2": ("#5e9eb3", "#376f92", "#c4e0e8"),
    "water_line": ("#a8d3dc", "#7fb0cc", "#5d98ad"),
    "sign_text": ("#fffaeb", "#fff6df", "#fffaea"),
    "sign": ("#24543b", "#173c34", "#2f6045"),
    "tag": ("#fffdf3", "#26385a", "#fffffe"),
}

# Things that have one colour: by night they lie in moonlight, on paper they lose a little ink.
PLAIN: dict[str, tuple[str, float, float]] = {
    "sprout": ("#9cc25a", 0.22, 0.05),
    "sprout_2": ("#7aa645", 0.25, 0.05),
    "poppy": ("#e2543a", 0.14, 0.08),
    "poppy_2": ("#bf3c29", 0.20, 0.08),
    "poppy_3": ("#f07e5f", 0.14, 0.08),
    "dark": ("#2f2430", 0.25, 0.10),
    "corn": ("#3f69b0", 0.05, 0.08),
    "corn_2": ("#2d4f91", 0.12, 0.08),
    "corn_3": ("#6f97d8", 0.10, 0.08),
    "violet": ("#7a4f9a", 0.12, 0.08),
    "sunf": ("#f0b32e", 0.14, 0.05),
    "sunf_2": ("#d98c1d", 0.18, 0.08),
    "disc": ("#5b3920", 0.25, 0.12),
    "disc_2": ("#85592f", 0.25, 0.12),
    "mallow": ("#bf4f86", 0.12, 0.08),
    "mallow_2": ("#963669", 0.18, 0.08),
    "mallow_3": ("#dc84b0", 0.12, 0.08),
    "daisy": ("#fffdf4", 0.14, 0.00),
    "daisy_2": ("#e8dec7", 0.22, 0.05),
    "heart": ("#f3bb38", 0.14, 0.05),
    "heart_2": ("#d8971f", 0.18, 0.05),
    "seed": ("#f0dba8", 0.20, 0.05),
    "seed_2": ("#b98f54", 0.25, 0.10),
    "fence": ("#fffaee", 0.25, 0.00),
    "fence_2": ("#dbcdb0", 0.32, 0.05),
    "tilled": ("#6e4c37", 0.35, 0.45),
    "brick": ("#bb5b43", 0.40, 0.30),
    "brick_2": ("#9c4733", 0.42, 0.25),
    "trim": ("#f6e8cd", 0.35, 0.00),
    "trim_2": ("#dcc8a3", 0.40, 0.05),
    "glass": ("#cfe7ea", 0.00, 0.30),
    "inside": ("#f7dc94", 0.00, 0.20),
    "door": ("#2d6846", 0.35, 0.10),
    "awning": ("#e2543c", 0.28, 0.10),
    "cream": ("#fff8e6", 0.25, 0.00),
    "plank": ("#cda267", 0.35, 0.15),
    "plank_2": ("#a67a43", 0.40, 0.15),
    "plank_3": ("#7f5a31", 0.42, 0.15),
    "pot": ("#d0774c", 0.32, 0.10),
    "pot_2": ("#ad5a36", 0.35, 0.10),
    "zinc": ("#9fb0b3", 0.40, 0.20),
    "heap": ("#4a3325", 0.35, 0.30),
    "heap_2": ("#6d4f36", 0.35, 0.35),
    "straw": ("#c4a45f", 0.35, 0.10),
    "shade": ("#2a2017", 0.00, 0.00),
    "white": ("#fffffa", 0.00, 0.00),
}


class Colours(dict[str, str]):
    """Colours by name, as attributes too."""

    def __getattr__(self, name: str) -> str:
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name) from None


def mix(colour: str, other: str, share: float) -> str:
    """`colour` with a `share` (0 to 1) of `other`, both #rrggbb."""
    pairs = ((int(colour[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def brightness(colour: str) -> float:
    """Relative luminance of #rrggbb, 0 to 1, as WCAG 2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _table() -> dict[str, tuple[str, str, str]]:
    table = dict(EXPLICIT)
    for name, (day, night, paper) in PLAIN.items():
        table[name] = (day, mix(day, MOONLIGHT, night), mix(day, PAPER, paper))
    for at, day in enumerate(MEMBER_COLOURS):
        table[f"member_{at}"] = (day, mix(day, MOONLIGHT, 0.12), day)
    table["glass"] = (table["glass"][0], "#f4cf7c", table["glass"][2])  # lit at night
    table["inside"] = (table["inside"][0], "#f9d67d", table["inside"][2])
    return table


TABLE: Mapping[str, tuple[str, str, str]] = _table()
_BY_THEME: dict[str, Colours] = {
    theme: Colours({name: row[at] for name, row in TABLE.items()})
    for theme, at in (("light", 0), ("dark", 1), ("print", 2), ("auto", 0))
}


def colours(theme: Theme) -> Colours:
    """Raises ValueError for a theme that is not there."""
    try:
        return _BY_THEME[theme]
    except KeyError:
        raise ValueError(f"theme must be one of {', '.join(sorted(_BY_THEME))}, not {theme!r}") from None


# fmt: off
LINES = frozenset((
    "sun_pale", "rain", "blade", "blade_2", "turf", "vein", "label_2", "root", "thread", "crumb", "crumb_2", "crumb_3", "worm",
    "worm_2", "water_line", "poppy_3", "violet", "seed_2", "fence_2", "trim_2", "plank",
))
"""Colours that only draw lines."""
FILLS = frozenset((
    "sun_2", "cloud", "cloud_2", "cloud_3", "mist", "tree_1", "tree_2", "tree_3", "wall_1", "roof_1", "wall_2", "roof_2", "light",
    "band_2", "band_4", "band_5", "leaf_3", "label", "stone", "sign_text", "sign", "tag", "sprout_2", "poppy", "poppy_2", "corn",
    "corn_2", "corn_3", "sunf", "sunf_2", "disc", "disc_2", "mallow", "daisy", "heart", "seed", "tilled", "brick", "glass",
    "inside", "door", "awning", "pot", "pot_2", "zinc", "heap", "heap_2",
))
"""Colours that only fill."""
# fmt: on


def _attributes(name: str) -> tuple[str, ...]:
    """How a colour is used; a test holds this to what is drawn."""
    if name in LINES:
        return ("stroke",)
    if name in FILLS:
        return ("fill",)
    if name.startswith(("sky_", "glow", "soil_none_top")):
        return ("stop-color",)
    if name.startswith("soil_"):
        return ("stop-color", "stroke") if name.endswith(("top", "deep")) else ("stop-color", "fill")
    if name.startswith("hill_"):
        return ("stop-color", "stroke") if name.endswith("b") else ("stop-color",)
    if name in ("band_1", "band_3", "water", "water_2"):
        return ("stop-color", "fill")
    return ("fill", "stroke")


def _night() -> str:
    rules = []
    for name, (day, night, _paper) in TABLE.items():
        if day == night:
            continue
        for attribute in _attributes(name):
            rules.append(f'.garden-auto [{attribute}="{day}"]{{{attribute}:{night}}}')
    rules.append(".garden-auto a:focus-visible{outline-color:var(--focus,#a9c8ff)}")
    rules.append(".garden-auto .garden-day{display:none}.garden-auto .garden-night{display:inline}")
    return "@media (prefers-color-scheme:dark){\n" + "\n".join(rules) + "\n}"


BASE = """\
.garden a{cursor:pointer;text-decoration:none}
.garden a:hover{filter:brightness(1.07)}
.garden a:focus-visible{outline:4px solid var(--focus,#1f4f99);outline-offset:3px;border-radius:8px;filter:drop-shadow(0 0 4px #fffdf4) drop-shadow(0 0 2px #fffdf4)}
@media (prefers-reduced-motion:no-preference){
.garden-sway{animation:garden-sway 7s ease-in-out infinite alternate}
.garden-sway-2{animation-duration:9s;animation-delay:-4s}
.garden-sway-3{animation-duration:8s;animation-delay:-2s}
.garden-wing{animation:garden-wing .7s ease-in-out infinite alternate}
.garden-flight{animation:garden-flight 19s ease-in-out infinite alternate}
.garden-flight-2{animation-duration:25s;animation-delay:-9s}
@keyframes garden-sway{from{transform:rotate(-1.6deg)}to{transform:rotate(1.6deg)}}
@keyframes garden-wing{from{transform:scaleX(1)}to{transform:scaleX(.55)}}
@keyframes garden-flight{0%{transform:translate(0,0)}35%{transform:translate(46px,-26px)}70%{transform:translate(-28px,-8px)}100%{transform:translate(64px,18px)}}
}
@media print{.garden *{animation:none}}"""

NIGHT = _night()


def style() -> str:
    """The stylesheet of a garden that stands inside a page."""
    return f"{BASE}\n{NIGHT}\n"


def style_of(theme: Theme) -> str:
    """What a drawing that stands alone carries with it; nothing on paper."""
    if theme == "print":
        return ""
    return style() if theme == "auto" else BASE
