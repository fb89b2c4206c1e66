"""Where drawn things lead, and where they never lead."""

import pytest

from groeimodel.rules.picture.canvas import safe_link
from groeimodel.rules.picture.garden import Bouquet, Compost, Seed
from groeimodel.rules.picture.tests.factory import SVG, flower, member, small, titled, tree

GOOD = (
    "#actie-3",
    "#",
    "/tuin/kempendal/#a",
    "tuin?x=1#y",
    "tuin/verder",
    "https://example.org/a?b=c",
    "./hier",
    "../daar",
    "?pagina=2",
)
BAD = (
    "javascript:alert(1)", "JAVASCRIPT:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)", "java\nscript:alert(1)",
    "data:text/html,x", "vbscript:x", "http://example.org", "//example.org", "/\\example.org", "\\\\example.org", "ftp://x",
    "https:example.org", "https://", "mailto:a@b.be", "a b",
)  # fmt: skip


@pytest.mark.parametrize("link", GOOD)
def test_good_links(link: str) -> None:
    assert safe_link(link)


@pytest.mark.parametrize("link", BAD)
def test_bad_links(link: str) -> None:
    assert not safe_link(link)


@pytest.mark.parametrize("link", BAD)
def test_a_bad_link_is_drawn_without_link(link: str) -> None:
    root = tree(small(flowers=(flower("a", link=link),)))
    assert titled(root, "Actie a").tag == f"{SVG}g"
    assert not list(root.iter(f"{SVG}a"))


def test_everything_with_a_link_leads_there() -> None:
    root = tree(
        small(
            members=(member("amina", link="#m"),),
            flowers=(flower("a", link="#f"),),
            seeds=(Seed("s", "Idee", sprouting=False, link="#s"),),
            compost=(Compost("c", "Les", link="#c"),),
            shop="open",
            bouquets=(Bouquet("b", "Boeket", link="#b"),),
            link_soil="#soil",
            link_shop="#shop",
            link_weather="#weather",
            link_compost="#heap",
        )
    )
    links = [one.get("href") for one in root.iter(f"{SVG}a")]
    assert links == ["#weather", "#soil", "#m", "#f", "#s", "#heap", "#c", "#shop", "#b"]
    assert all((one.findtext(f"{SVG}title") or "").strip() for one in root.iter(f"{SVG}a"))


def test_a_link_is_escaped() -> None:
    root = tree(small(flowers=(flower("a", link='tuin?a=1&b="<2>"'),)))
    assert titled(root, "Actie a").get("href") == 'tuin?a=1&b="<2>"'
