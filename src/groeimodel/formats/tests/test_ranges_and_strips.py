"""Pictures of what is known between two numbers, and of bands: whole SVG, with everything in words."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from groeimodel.formats.band_strip import strip
from groeimodel.formats.chart_ranges import Range, ranges

YEARS = [
    Range("2024", 40, 49, "40–49"),
    Range("2025", None, None, "blijft weg"),
    Range("2026", 80, 99, "80–99"),
]
NAME = "{http://www.w3.org/2000/svg}"


def test_a_range_is_drawn_for_what_is_known_and_said_for_all() -> None:
    drawn = ET.fromstring(ranges(YEARS, layer="soil", title="Ontmoetingen <&>", key="a"))
    assert len(drawn.findall(f".//{NAME}rect[@class='range-between']")) == 2
    assert drawn.findtext(f"{NAME}desc") == "2024: 40–49. 2025: blijft weg. 2026: 80–99."
    assert drawn.findtext(f"{NAME}title") == "Ontmoetingen <&>"


def test_heights_go_with_the_numbers() -> None:
    drawn = ET.fromstring(ranges(YEARS, layer="", title="x", key="a", width=300))
    known = [
        float(one.get("height", 0)) for one in drawn.iter(f"{NAME}rect") if one.get("class") == "range-known"
    ]
    assert known == pytest.approx([110 * 40 / 99, 110 * 80 / 99], abs=0.01)


def test_without_any_number_it_still_stands() -> None:
    ET.fromstring(ranges([Range("2025", None, None, "blijft weg")], layer="", title="x", key="a"))
    ET.fromstring(ranges([], layer="", title="x", key="a"))


@pytest.mark.parametrize("place", ["low", "middle", "high", None])
def test_a_strip_fills_one_band(place: str | None) -> None:
    drawn = ET.fromstring(strip(place, 'Ontmoetingen: "midden"'))  # type: ignore[arg-type]
    own = [at for at, one in enumerate(drawn.iter("rect")) if "own" in one.get("class", "")]
    assert own == ([["low", "middle", "high"].index(place)] if place else [])
    assert drawn.get("aria-label") == 'Ontmoetingen: "midden"'
