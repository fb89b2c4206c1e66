"""A garden as a JSON file: read, written, and refused with every problem at once."""

import json
from pathlib import Path
from typing import Any

import pytest

from bench.gardens import garden
from groeimodel.formats.garden_file import BadGarden, read_garden, write_garden
from groeimodel.rules.picture import Garden, draw

EXAMPLE = Path(__file__).parents[4] / "docs" / "examples" / "garden.json"


def file(**changes: Any) -> str:
    return json.dumps({"title": "Proeftuin", "members": [], **changes})


def problems(text: str) -> list[str]:
    with pytest.raises(BadGarden) as caught:
        read_garden(text)
    return str(caught.value).splitlines()


@pytest.mark.parametrize(("members", "actions"), [(0, 0), (1, 1), (5, 20), (25, 200)])
def test_what_is_written_is_read_back(members: int, actions: int) -> None:
    one = garden(members, actions, shop="full")
    assert read_garden(write_garden(one)) == one


def test_the_example_is_read_and_drawn() -> None:
    one = read_garden(EXAMPLE.read_text(encoding="utf-8"))
    assert one.example, "the example is invented, and says so"
    assert "Bloemenwinkel" in draw(one)


def test_the_least_that_is_needed() -> None:
    assert read_garden(file()) == Garden(title="Proeftuin", members=())


def test_every_problem_at_once_with_its_path() -> None:
    member = {"id": "a", "name": "", "colour": -1, "alderman_seat": "ja", "officer_seat": True, "hoogte": 3}
    flower = {"id": "f", "title": "x", "species": "tulp", "plot": None, "progress": 2, "bloom": True}
    said = problems(
        file(
            members=[member],
            flowers=[flower, 7],
            soil_health=101,
            weather={"known": "goed"},
            threads=[{"a": "a", "b": "a"}],
        )
    )
    assert [one.split(":")[0] for one in said] == [
        "soil_health",
        "members[0].hoogte",
        "members[0].name",
        "members[0].colour",
        "members[0].alderman_seat",
        "threads[0].weight",
        "flowers[0].species",
        "flowers[0].progress",
        "flowers[0].bloom",
        "flowers[1]",
        "weather.known",
    ]
    assert "flowers[0].species: moet een van deze zijn: poppy, cornflower, sunflower, mallow, daisy" in said


def test_references_must_exist_and_ids_are_there_once() -> None:
    member = {"id": "a", "name": "A", "colour": 0, "alderman_seat": True, "officer_seat": True}
    seed = {"id": "s", "title": "x", "sprouting": False, "plot": "weg"}
    said = problems(
        file(members=[member, member], seeds=[seed], threads=[{"a": "a", "b": "weg", "weight": 0.5}])
    )
    assert said == [
        "members[1].id: 'a' staat er al",
        "seeds[0].plot: er is geen gemeente met id 'weg'",
        "threads[0].b: er is geen gemeente met id 'weg'",
    ]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("", "Dit is geen geldige JSON"),
        ("{", "Dit is geen geldige JSON"),
        ('{"title": NaN}', "Dit is geen geldige JSON"),
        ("[" * 100_000, "Dit is geen geldige JSON"),
        ("[]", "Het bestand moet één JSON-object zijn"),
        ("{}", "title: ontbreekt"),
        (file(members={}), "members: moet een lijst zijn"),
        (file(weather=3), "weather: moet een object zijn"),
        (file(link_soil="javascript:alert(1)"), "link_soil: moet een adres zijn"),
        (file(tuin=1), "tuin: onbekend"),
        (file(shop=[]), "shop: moet een van deze zijn"),
    ],
)
def test_what_is_no_garden_is_refused(text: str, start: str) -> None:
    assert problems(text)[0].startswith(start)


def test_a_byte_order_mark_is_no_problem() -> None:
    assert read_garden("\ufeff" + file()).title == "Proeftuin"
