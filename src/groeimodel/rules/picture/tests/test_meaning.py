"""Everything that is drawn means something: change the data, and that part of the drawing changes."""

import re
from typing import Any

import pytest

from groeimodel.rules.picture import draw
from groeimodel.rules.picture.flowers import stage, stem_height
from groeimodel.rules.picture.garden import Bouquet, Compost, Seed, Thread, Weather
from groeimodel.rules.picture.palette import TABLE
from groeimodel.rules.picture.tests.factory import (
    SVG,
    flower,
    heights,
    member,
    small,
    titled,
    titles,
    tree,
    uses,
)


def worms(energy: float) -> int:
    return uses(titled(tree(small(energy=energy)), "Wormen"), "-worm")


@pytest.mark.claim("I1")
def test_the_garden_is_drawn_from_its_own_data() -> None:
    """Each member, action, idea, lesson and offer is in the picture, by its own name; nobody else's is."""
    own = small(
        flowers=(flower("f", title="Speelstraten", plot="amina"),),
        seeds=(Seed("s", "Jeugdraad", sprouting=False), Seed("t", "Fuifbus", sprouting=True)),
        compost=(Compost("c", "Skatepark"),),
        shop="open",
        bouquets=(Bouquet("b", "Uitleendienst"),),
        threads=(Thread("amina", "celia", 1.0),),
    )
    said = titles(tree(own))
    for start in (
        "Speelstraten: klaproos, half open, 50 % onderweg, op het perceel van Amina",
        "Zaadje, een idee: Jeugdraad",
        "Kiem, een idee in uitwerking: Fuifbus",
        "Compost, een gestopte actie met haar les: Skatepark",
        "In de etalage: Uitleendienst",
        "Uitwisseling tussen Amina en Celia: een dikke draad",
        "Amina: beide zetels zijn ingevuld",
        "Celia, aan de horizon",
    ):
        assert any(one.startswith(start) for one in said), start
    assert not any("Daan" in one for one in said)


def test_more_energy_more_worms() -> None:
    assert [worms(energy) for energy in (0.0, 30.0, 60.0, 100.0)] == [0, 2, 5, 8]


def test_energy_not_measured_says_nothing() -> None:
    assert not [one for one in titles(tree(small())) if one.startswith("Wormen")]


def test_soil_health_gives_the_colour() -> None:
    colours = []
    for health, kind in ((5.0, "0"), (30.0, "1"), (50.0, "2"), (70.0, "3"), (95.0, "4")):
        svg = draw(small(soil_health=health), theme="light")
        colours.append(TABLE[f"soil_{kind}_mid"][0])
        assert f'stop-color="{colours[-1]}"' in svg
    assert len(set(colours)) == 5


def test_healthier_soil_is_deeper() -> None:
    def depth(health: float) -> float:
        return max(heights(_topsoil(health)))

    assert depth(10.0) < depth(50.0) < depth(95.0)


def _topsoil(health: float) -> str:
    soil = titled(tree(small(soil_health=health)), "Potgrond")
    return next(one.get("d", "") for one in soil.iter(f"{SVG}path") if "topsoil" in one.get("fill", ""))


def test_more_trust_more_water() -> None:
    def top(trust: float) -> float:
        water = titled(tree(small(trust=trust)), "Grondwater")
        return min(heights(next(water.iter(f"{SVG}path")).get("d", "")))

    assert top(5.0) > top(50.0) > top(95.0)


def test_trust_not_measured_no_water() -> None:
    assert not [one for one in titles(tree(small())) if one.startswith("Grondwater")]


@pytest.mark.parametrize(
    ("seats", "said"),
    [
        ({"alderman_seat": False}, "de zetel van de schepen is leeg"),
        ({"officer_seat": False}, "de zetel van de ambtenaar is leeg"),
        ({"alderman_seat": False, "officer_seat": False}, "beide zetels zijn leeg"),
    ],
)
def test_an_empty_seat_is_pale_and_dotted(seats: dict[str, bool], said: str) -> None:
    root = tree(small(members=(member("amina"), member("bree", 1, **seats))))
    thing = titled(root, f"Bree: {said}")
    empty = [one for one in thing.iter(f"{SVG}path") if one.get("class") == "garden-empty"]
    assert len(empty) == 1
    assert empty[0].get("stroke-dasharray")
    assert float(empty[0].get("fill-opacity", "1")) < 0.5
    assert not [one for one in titled(root, "Amina: ").iter() if one.get("stroke-dasharray")]


def test_an_overdue_action_droops() -> None:
    root = tree(small(flowers=(flower("a", overdue=True), flower("b"))))
    assert titled(root, "Actie a").get("class") == "garden-droop"
    assert "over tijd" in titled(root, "Actie a").findtext(f"{SVG}title", "")
    assert titled(root, "Actie b").get("class") is None


def test_progress_is_height() -> None:
    lengths = [stem_height(flower("a", progress=share)) for share in (0.0, 0.3, 0.7, 1.0)]
    assert lengths == sorted(lengths)
    assert lengths[-1] > 4 * lengths[0]


def test_result_is_bloom() -> None:
    assert [stage(bloom) for bloom in (0.0, 0.33, 0.34, 0.66, 0.67, 1.0)] == [
        "bud",
        "bud",
        "half",
        "half",
        "full",
        "full",
    ]
    root = tree(
        small(flowers=(flower("a", species="daisy", bloom=0.0), flower("b", species="daisy", bloom=1.0)))
    )
    assert uses(titled(root, "Actie a"), "daisy-bud") == 1
    assert uses(titled(root, "Actie b"), "daisy-full") == 1


@pytest.mark.parametrize("species", ["poppy", "cornflower", "sunflower", "mallow", "daisy"])
def test_each_species_has_its_own_head_and_leaf(species: str) -> None:
    thing = titled(tree(small(flowers=(flower("a", species=species),))), "Actie a")
    assert uses(thing, f"{species}-half") == 1
    assert uses(thing, f"{species}-leaf") > 0


def test_many_actions_are_all_there() -> None:
    root = tree(small(flowers=tuple(flower(f"n{at}", plot=("amina", None)[at % 2]) for at in range(150))))
    assert len([one for one in titles(root) if one.startswith("Actie n")]) == 150


def test_a_seedling_has_a_shoot() -> None:
    root = tree(small(seeds=(Seed("s", "Een", sprouting=False), Seed("t", "Twee", sprouting=True))))
    assert len(list(titled(root, "Zaadje").iter(f"{SVG}path"))) == 0
    assert len(list(titled(root, "Kiem").iter(f"{SVG}path"))) > 2


def test_the_heap_counts_its_lessons() -> None:
    said = titles(tree(small(compost=(Compost("a", "Een"), Compost("b", "Twee")))))
    assert "Composthoop: twee gestopte acties, met hun lessen" in said
    assert not [one for one in titles(tree(small())) if one.startswith("Compost")]


def test_the_shop_in_four_states() -> None:
    def said(state: Any) -> list[str]:
        return [one for one in titles(tree(small(shop=state))) if one.startswith("Bloemenwinkel")]

    assert said("none") == []
    assert said("scaffold") == ["Bloemenwinkel: in opbouw"]
    assert said("open") == ["Bloemenwinkel: de deur staat open"]
    assert said("full") == ["Bloemenwinkel: volop in werking"]
    assert len(draw(small(shop="full"))) > len(draw(small(shop="open"))) > len(draw(small(shop="none")))


def test_a_shop_that_is_not_open_features_nothing() -> None:
    closed = small(shop="scaffold", bouquets=(Bouquet("b", "Uitleendienst"),))
    assert not [one for one in titles(tree(closed)) if one.startswith("In de etalage")]


def test_a_thicker_thread_for_more_exchange() -> None:
    def width(weight: float) -> float:
        root = tree(small(threads=(Thread("amina", "celia", weight),)))
        return float(titled(root, "Uitwisseling").get("stroke-width", "0"))

    assert width(0.1) < width(0.5) < width(1.0)


def test_threads_to_nobody_are_left_out() -> None:
    odd = (Thread("amina", "gone", 1.0), Thread("amina", "amina", 1.0), Thread("amina", "celia", 0.0))
    assert not [one for one in titles(tree(small(threads=odd))) if one.startswith("Uitwisseling")]


def sky(**gauge: float) -> str:
    thing = titled(tree(small(weather=Weather(**gauge)), theme="light"), "Het weer")
    return re.sub(r"\s+", " ", " ".join(f"{one.tag} {one.attrib}" for one in thing.iter()))


def test_weather_not_measured_is_a_pale_sun_behind_mist() -> None:
    drawn = sky()
    assert TABLE["sun_pale"][0] in drawn
    assert TABLE["mist"][0] in drawn
    assert TABLE["sun"][0] not in drawn


def test_all_well_is_sun_alone() -> None:
    drawn = sky(known=95.0, shared=95.0, met=95.0)
    assert TABLE["sun"][0] in drawn
    for other in ("mist", "rain", "sun_pale"):
        assert TABLE[other][0] not in drawn
    assert "cloud" not in drawn


def test_each_shortage_has_its_own_weather() -> None:
    assert TABLE["mist"][0] in sky(known=20.0, shared=95.0, met=95.0)
    assert "g-cloud" in sky(known=95.0, shared=20.0, met=95.0)
    assert TABLE["rain"][0] in sky(known=95.0, shared=95.0, met=20.0)


def test_weather_says_its_figures() -> None:
    said = titles(tree(small(weather=Weather(80.0, None, 42.4))))
    assert (
        "Het weer, de graadmeter van de verwachtingen: bekend 80, gedeeld niet gemeten, ingelost 42" in said
    )


def test_an_invented_garden_says_so() -> None:
    assert ">voorbeeld</text>" in draw(small(example=True))
    assert ">voorbeeld</text>" not in draw(small())
    assert ">example</text>" in draw(small(example=True), language="en")


def test_the_fence_foot_has_the_colour_of_the_nutrient() -> None:
    root = tree(small(members=(member("amina", 3), member("celia", 7))), theme="light")
    for name, at in (("Amina", 3), ("Celia", 7)):
        colour = TABLE[f"member_{at}"][0]
        assert colour in {one.get("stroke") for one in titled(root, f"Het perceel van {name}").iter()}
        assert colour in {one.get("fill") for one in titled(root, f"{name}: ").iter()}


def test_a_colour_that_comes_back_is_striped() -> None:
    def lines(at: int) -> int:
        root = tree(small(members=(member("amina", at),)))
        return len(list(titled(root, "Amina: ").iter(f"{SVG}path")))

    assert lines(14) == lines(0) + 1
