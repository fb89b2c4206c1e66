"""By day, by night, on paper, and as the reader's system asks."""

import re
from itertools import product
from pathlib import Path

import pytest

from bench.gardens import garden
from groeimodel import ui
from groeimodel.rules.picture import draw, style
from groeimodel.rules.picture.garden import Weather
from groeimodel.rules.picture.palette import EXPLICIT, PLAIN, TABLE, brightness, colours

GARDEN_CSS = Path(ui.__path__[0]) / "static" / "ui" / "garden.css"


def contrast(one: str, other: str) -> float:
    low, high = sorted((brightness(one), brightness(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_served_stylesheet_is_this_one() -> None:
    """After a change of colours: write `style()` to the file."""
    assert GARDEN_CSS.read_text(encoding="utf-8") == style()


def test_themes_differ_and_auto_is_the_day() -> None:
    drawn = {theme: draw(garden(5, 20), theme=theme) for theme in ("light", "dark", "print", "auto")}
    assert len(set(drawn.values())) == 4
    by_day = set(re.findall(r"#[0-9a-f]{6}", drawn["light"].split("</style>")[1]))
    auto = set(re.findall(r"#[0-9a-f]{6}", drawn["auto"].split("</style>")[1]))
    assert by_day <= auto


def test_every_colour_of_the_day_turns_into_that_of_the_night() -> None:
    """In 'auto' each fill, line and gradient has its rule; without one it would stay bright at night."""
    rules = dict(re.findall(r'\.garden-auto \[(\S+?="#[0-9a-f]{6}")\]\{[a-z-]+:(#[0-9a-f]{6})\}', style()))
    night_only = {"#fff3d0"}
    same = {day for day, night, _paper in TABLE.values() if day == night}
    healths = (None, 3.0, 25.0, 45.0, 65.0, 95.0)
    states = product(
        ((0, 0), (3, 9), (12, 60), (30, 200)), healths, ("scaffold", "full"), (Weather(), Weather(10, 10, 10))
    )
    for (members, actions), health, shop, gauge in states:
        one = garden(members, actions, health=health, shop=shop, weather=gauge, empty_seats=True)  # type: ignore[arg-type]
        used = set(re.findall(r'(?:fill|stroke|stop-color)="#[0-9a-f]{6}"', draw(one, standalone=False)))
        assert not {
            rule for rule in used if rule not in rules and rule.split('"')[1] not in night_only | same
        }


def test_no_two_colours_of_the_day_are_the_same() -> None:
    """The stylesheet tells colours apart by their value by day."""
    assert not EXPLICIT.keys() & PLAIN.keys()
    assert len({day for day, _night, _paper in TABLE.values()}) == len(TABLE)


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
def test_names_in_the_soil_are_legible(theme: str) -> None:
    c = colours(theme)  # type: ignore[arg-type]
    for kind in ("0", "1", "2", "3", "4", "none"):
        for part in ("mid", "deep"):
            assert contrast(c.name, c[f"soil_{kind}_{part}"]) >= 4.5, (kind, part)
    assert contrast(c.sign_text, c.sign) >= 4.5
    assert contrast(c.label, c.sky_1) >= 4.5
    assert contrast(c.label, c.tag) >= 4.5


def test_motion_only_for_who_wants_it() -> None:
    css = style()
    before, moving = css.split("@media (prefers-reduced-motion:no-preference)")
    assert "animation:" not in before
    assert "animation:" in moving
    assert "animation" not in draw(garden(5, 20), theme="print")


def test_the_day_has_a_sun_and_the_night_a_moon() -> None:
    auto = draw(garden(5, 5))
    assert 'class="garden-day"' in auto
    assert 'class="garden-night" display="none"' in auto
    assert "garden-day" not in draw(garden(5, 5), theme="light", standalone=False)
