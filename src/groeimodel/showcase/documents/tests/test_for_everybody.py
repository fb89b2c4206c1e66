"""Poster, card and bundle: what hangs on a wall holds nothing that is for members only (claim I1)."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pypdfium2
import pytest
from django_scopes import scope
from PIL import Image

from groeimodel.foundation.testing.cast import Cast
from groeimodel.meadow.actions.models import Action
from groeimodel.showcase.documents import posters
from groeimodel.showcase.documents.making import make
from groeimodel.showcase.documents.pictures import garden_for
from groeimodel.showcase.documents.tests.records import TODAY, action, numbers_in, record_all, wanted

pytestmark = pytest.mark.django_db


def read(pdf: bytes) -> str:
    pages = pypdfium2.PdfDocument(pdf)
    return " ".join(" ".join(one.get_textpage().get_text_bounded() for one in pages).split())


@pytest.mark.claim("I1")
def test_the_own_garden_on_one_a3_page(cast: Cast) -> None:
    record_all(cast)
    with scope(partnership=cast.partnership):
        content = make("affiche-tuin", "pdf", wanted(cast)).content
    pages = pypdfium2.PdfDocument(content)
    assert len(pages) == 1
    assert [round(n / 72 * 25.4) for n in pages[0].get_size()] == [420, 297]
    said = read(content)
    for words in (
        "Testland",
        "Proefdorp",
        "Een bloem",
        "gemeenten die samenwerken",
        "Partners, stand van vandaag",
    ):
        assert words in said
    assert "€" not in said


def test_of_a_closed_garden_no_idea_is_told(cast: Cast) -> None:
    record_all(cast)
    with scope(partnership=cast.partnership):
        Action.objects.create(partnership=cast.partnership, title="Geheim plan", taken_down_on=TODAY)
        said = repr(garden_for(cast.partnership, TODAY, for_all=True))
        inside = repr(garden_for(cast.partnership, TODAY, for_all=False))
    assert "Geheim plan" not in said
    assert "Geheim plan" in inside


def test_a_legend_only_of_what_is_drawn(cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        bare = dict(posters.legend_of(garden_for(cast.partnership, TODAY, for_all=True)))
        action(cast, "Fuifbus")
        grown = dict(posters.legend_of(garden_for(cast.partnership, TODAY, for_all=True)))
    assert list(bare) == ["Een steen in de grond"]
    assert list(grown) == ["Een steen in de grond", "Een bloem"]


def test_a_card_to_share(cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        made = make("kaartje", "png", wanted(cast))
    assert Image.open(BytesIO(made.content)).size == (1200, 630)
    assert made.name.startswith("kaartje-testland-")


@pytest.mark.claim("G7", "W17", "B13")
def test_everything_at_once_in_folders_by_reader(cast: Cast) -> None:
    record_all(cast)
    steps: list[tuple[int, str]] = []
    with scope(partnership=cast.partnership):
        made = make("alles", "zip", wanted(cast), lambda n, words: steps.append((n, words)))
    bundle = ZipFile(BytesIO(made.content))
    names = bundle.namelist()
    assert {name.partition("/")[0] for name in names} == {
        "college", "gemeenteraad", "inwoners", "partners", "lees-mij.txt",
    }  # fmt: skip
    kit = next(name for name in names if "ambassadeurskit" in name)
    assert "ding" in read(bundle.read(kit))
    assert sum("oogstblad" in name for name in names) == 3
    assert [n for n, _words in steps] == sorted(n for n, _words in steps)
    readme = bundle.read("lees-mij.txt").decode()
    assert all(name in readme for name in names if name != "lees-mij.txt")
    assert set(numbers_in(readme)) <= {str(n) for n in range(100)}


def test_the_same_records_give_the_same_bundle(cast: Cast) -> None:
    record_all(cast)
    with scope(partnership=cast.partnership):
        first, second = (make("collegenotas", "zip", wanted(cast)).content for _ in range(2))
    assert first == second
