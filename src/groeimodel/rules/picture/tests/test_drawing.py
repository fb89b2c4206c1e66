"""The drawing as a file: the same bytes, small, well-formed, safe inside a page."""

import re
from dataclasses import replace
from itertools import product

import pytest

from bench.gardens import garden
from groeimodel.rules.picture import Garden, draw
from groeimodel.rules.picture.canvas import text_width
from groeimodel.rules.picture.tests.factory import SVG, flower, member, small, titles, tree

SIZES = list(product((0, 1, 2, 5, 12, 25, 40), (0, 1, 5, 60, 200)))
AWKWARD = "<b>\"Ham\" & 'kaas'</b>\x00\x0b\ud800]]>"


def test_same_garden_same_bytes() -> None:
    assert draw(garden(12, 60)) == draw(garden(12, 60))


def test_the_order_of_other_drawings_does_not_matter() -> None:
    alone = draw(garden(5, 20))
    draw(garden(12, 60))
    draw(small(), theme="dark", language="en")
    assert draw(garden(5, 20)) == alone


@pytest.mark.parametrize("theme", ["auto", "light", "dark", "print"])
def test_under_150_kilobytes(theme: str) -> None:
    assert len(draw(garden(12, 60, shop="full"), theme=theme).encode()) < 150_000  # type: ignore[arg-type]


def test_the_largest_stays_modest() -> None:
    assert len(draw(garden(25, 200, shop="full"), theme="auto").encode()) < 260_000


@pytest.mark.parametrize(("members", "actions"), SIZES)
def test_well_formed_at_every_size(members: int, actions: int) -> None:
    root = tree(garden(members, actions))
    assert root.tag == f"{SVG}svg"
    assert root.get("viewBox") == "0 0 1600 900"


def test_an_empty_garden_is_drawn() -> None:
    root = tree(Garden(title="", members=()))
    assert titles(root)[0] == "De tuin"
    assert "geen gemeenten" in (root.findtext(f"{SVG}desc") or "")


def test_no_style_attributes_no_scripts() -> None:
    svg = draw(garden(12, 60), standalone=False)
    assert "style=" not in svg
    assert "<style" not in svg
    assert not re.search(r"\son\w+=", svg)
    assert "<script" not in svg
    assert "http" not in svg.replace("http://www.w3.org/2000/svg", "")


def test_standalone_carries_its_style_and_paper_none() -> None:
    assert "<style>" in draw(small())
    assert "<style>" in draw(small(), theme="dark")
    assert "<style>" not in draw(small(), theme="print")


def test_names_and_titles_are_escaped() -> None:
    awkward = small(
        title=AWKWARD,
        members=(member("a", name=AWKWARD, link="#a"),),
        flowers=(flower("f", title=AWKWARD),),
        soil_health=40.0,
    )
    root = tree(awkward)
    kept = AWKWARD.replace("\x00", "").replace("\x0b", "").replace("\ud800", "")
    assert any(one.startswith(kept) for one in titles(root))
    assert any(one.text == kept for one in root.iter(f"{SVG}text"))
    assert root.find(f".//{SVG}b") is None


def test_two_gardens_fit_in_one_page() -> None:
    def ids(svg: str) -> set[str]:
        return set(re.findall(r' id="([^"]+)"', svg))

    one, two = draw(garden(5, 20), id_prefix="one"), draw(garden(5, 20), id_prefix="two")
    assert ids(one)
    assert not ids(one) & ids(two)


def test_every_reference_is_kept() -> None:
    for shape, theme in product(("wide", "tall"), ("auto", "light", "dark", "print")):
        svg = draw(garden(12, 60, shop="full", empty_seats=True), theme=theme, shape=shape)  # type: ignore[arg-type]
        ids = set(re.findall(r' id="([^"]+)"', svg))
        asked = set(re.findall(r'<use href="#([^"]+)"', svg)) | set(re.findall(r"url\(#([^)]+)\)", svg))
        assert asked <= ids


def test_ids_are_there_once() -> None:
    ids = re.findall(r' id="([^"]+)"', draw(garden(12, 60)))
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("option", [{"theme": "sepia"}, {"language": "fr"}, {"shape": "round"}])
def test_unknown_options_are_refused(option: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="must be"):
        draw(small(), **option)  # type: ignore[arg-type]


def test_numbers_out_of_bounds_do_not_break_it() -> None:
    odd = small(
        flowers=(flower("a", progress=7.0, bloom=-3.0), flower("b", plot="gone")),
        soil_health=140.0,
        energy=400.0,
        trust=-9.0,
    )
    assert len(tree(odd)) > 5


def test_a_picture_without_links_is_one_image() -> None:
    assert tree(garden(5, 20, links=False)).get("role") == "img"


def test_a_picture_with_links_lets_them_be_reached() -> None:
    root = tree(garden(5, 20))
    assert root.get("role") == "group"
    assert sum(1 for one in root.iter(f"{SVG}a")) > 20


def test_changing_one_thing_leaves_the_rest_in_place() -> None:
    """A garden grows: a new progress must not shuffle the meadow."""
    before = garden(5, 6)
    grown = replace(before.flowers[0], title="Anders")
    after = replace(before, flowers=(grown, *before.flowers[1:]))
    first, second = draw(before).replace(before.flowers[0].title, "Anders"), draw(after)
    assert first == second


@pytest.mark.parametrize(
    "title",
    [
        "Kort",
        "Interlokale vereniging Jeugd- en vrijetijdswerk van het Land van Nevele en omstreken",
        "X" * 200,
    ],
)
def test_the_name_of_the_garden_fits_beside_the_sun(title: str) -> None:
    for shape, room in (("wide", 1072.0), ("tall", 400.0)):
        root = tree(small(title=title), shape=shape)
        lines = [one for one in root.iter(f"{SVG}text") if one.get("text-anchor") == "end"]
        assert 1 <= len(lines) <= 2
        assert all(text_width(one.text or "", float(one.get("font-size", "0"))) <= room for one in lines)


def test_nothing_sown_is_an_invitation() -> None:
    said = "Verse grond: hier is plaats voor een eerste idee"
    assert said in titles(tree(small()))
    assert said not in titles(tree(small(flowers=(flower("a"),))))


def test_tall_holds_the_same_things() -> None:
    one = garden(12, 60, shop="full")
    wide, tall = tree(one), tree(one, shape="tall")
    assert sorted(titles(wide)) == sorted(titles(tall))
    assert tall.get("viewBox") == "0 0 900 1440"
