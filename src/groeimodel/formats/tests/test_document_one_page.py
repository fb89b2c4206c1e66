"""A document of one page is one page, in letters as large as it allows, or is refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from groeimodel.formats.document import Part, TooLong
from groeimodel.formats.document_pdf import pdf_of
from groeimodel.formats.tests.documents import (
    LONG_WORD,
    document,
    holds_colour,
    outside,
    read,
    report,
    report_pdf,
    seen,
)


@pytest.mark.parametrize("points", [0, 1, 4, 9, 16, 24])
@pytest.mark.parametrize("garden", [True, False])
def test_exactly_one_page_with_everything_on_it(points: int, garden: bool) -> None:
    made = document(one_page=True, **({} if garden else {"garden": ""}))
    told = tuple(f"Punt {at}: samen geregeld." for at in range(points))
    made = replace(made, parts=(*made.parts, Part("Wat we vragen", points=told)))
    pdf = pdf_of(made)
    (page,) = read(pdf)
    assert all(one in page for one in told)
    assert "Verdeelsleutel van 12 maart 2026 Te bevestigen: de subsidie." in page
    assert "Gemaakt uit wat de samenwerking noteerde. 1 / 1" in page
    assert outside(pdf) == []
    (picture,) = seen(pdf)
    # Below the last line there is white space: nothing was cut off at the foot of the page.
    foot = picture.crop((0, picture.height - 12, picture.width, picture.height))
    assert not holds_colour(foot, "#2b2a26", near=60)


def test_what_does_not_fit_is_refused_and_not_cut() -> None:
    with pytest.raises(TooLong):
        pdf_of(replace(report(), one_page=True))
    assert len(read(report_pdf())) > 1


def test_between_fitting_and_refusing_nothing_gets_lost() -> None:
    """Longer and longer: each is one whole page until the first that is refused, and so are all after it."""
    refused = False
    for points in range(10, 130, 10):
        told = tuple(f"Punt {at} dat iedereen moet kunnen lezen." for at in range(points))
        made = document(one_page=True, parts=(Part("Lijst", points=told), Part("Slot", ("Einde.",))))
        try:
            (page,) = read(pdf_of(made))
        except TooLong:
            refused = True
            continue
        assert not refused
        assert all(one in page for one in told)
        assert "Einde." in page
    assert refused


def test_parts_of_words_stand_beside_each_other_and_are_read_column_by_column() -> None:
    told = tuple(Part(f"Deel {at}", (f"Tekst {at}.",), layer="soil") for at in range(4))
    (page,) = read(pdf_of(document(one_page=True, parts=told)))
    places = [page.find(f"Tekst {at}.") for at in range(4)]
    assert -1 not in places
    assert places == sorted(places)


def test_a_page_with_nothing_but_a_title() -> None:
    (page,) = read(pdf_of(document(one_page=True, parts=(), lead="", subtitle="", garden="")))
    assert "Wat samenwerken oplevert" in page


def test_long_words_stay_on_the_page() -> None:
    made = document(
        one_page=True,
        title=f"{LONG_WORD} {LONG_WORD}",
        parts=(Part(LONG_WORD, (LONG_WORD * 3,)), Part("Twee", points=(LONG_WORD,))),
    )
    assert outside(pdf_of(made)) == []
