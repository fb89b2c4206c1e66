"""No figure is invented, and each has its source."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django_scopes import scope

from groeimodel.formats.document import Document
from groeimodel.foundation.testing.cast import Cast
from groeimodel.meadow.evaluation.models import Evaluation
from groeimodel.meadow.tending.models import Result
from groeimodel.showcase.documents import annexes, annual_report, college_note, evaluation
from groeimodel.showcase.documents.books import books_of, file_of, keeping_of
from groeimodel.showcase.documents.making import facts_for
from groeimodel.showcase.documents.tests.records import (
    TODAY,
    action,
    cells,
    numbers_in,
    record_all,
    sentences,
    wanted,
)

pytestmark = pytest.mark.django_db
Telling = Callable[[Cast, bool], Document]


def note(cast: Cast, money: bool) -> Document:
    return college_note.college_note(facts_for(wanted(cast, money=money), local=True))


def report(cast: Cast, money: bool) -> Document:
    facts = facts_for(wanted(cast, money=money), local=False)
    return annual_report.annual_report(facts, books_of(facts, money=money), money=money)


def council(cast: Cast, money: bool) -> Document:
    ask = wanted(cast, money=money)
    own, whole = facts_for(ask, local=True), facts_for(ask, local=False)
    return evaluation.evaluation(own, whole, books_of(whole, money=money), money=money)


def annex(cast: Cast, money: bool) -> Document:
    facts = facts_for(wanted(cast, money=money), local=False)
    keeping = keeping_of(facts, file_of(cast.partnership, facts.today))
    return annexes.annexes(facts, keeping, money=money)


ALL: tuple[Telling, ...] = (note, report, council, annex)
RECORDED = {"213", "341", "612,40", "4.321", "5.678", "987", "7.300", "6.211,50", "1.088,50"}
"""The figures of `record_all`; receipts less expenses is the one that is worked out."""
SMALL = {str(n) for n in range(10)}


def made(telling: Telling, cast: Cast, *, money: bool = True) -> Document:
    with scope(partnership=cast.partnership):
        return telling(cast, money)


@pytest.mark.parametrize("telling", ALL)
def test_where_nothing_is_recorded_there_is_no_figure(telling: Telling, cast: Cast) -> None:
    document = made(telling, cast)
    found = [n for text in (*sentences(document), *cells(document)) for n in numbers_in(text)]
    assert set(found) <= {"2"}, "but for the two municipalities, which are recorded"
    assert len(found) <= 1
    assert document.parts, "and it says so"


@pytest.mark.parametrize("telling", ALL)
def test_every_figure_was_recorded(telling: Telling, cast: Cast) -> None:
    record_all(cast)
    document = made(telling, cast)
    found = {n for text in (*sentences(document), *cells(document)) for n in numbers_in(text)}
    assert found & RECORDED, "and those that were are told"
    assert found - RECORDED - SMALL == set()


@pytest.mark.parametrize("telling", ALL)
def test_every_figure_has_its_source(telling: Telling, cast: Cast) -> None:
    record_all(cast)
    document = made(telling, cast)
    for part in document.parts:
        assert all(one.source for one in part.figures)
        if part.grid is not None:
            assert part.grid.source or "Bron" in part.grid.head, part.title
    for text in sentences(document):
        if set(numbers_in(text)) - SMALL:
            assert "bron:" in text, text


@pytest.mark.parametrize("telling", ALL)
def test_without_the_right_to_see_money_there_is_no_amount(telling: Telling, cast: Cast) -> None:
    record_all(cast)
    said = " ".join((*sentences(made(telling, cast, money=False)), *cells(made(telling, cast, money=False))))
    assert "€" not in said
    assert not {"612,40", "4.321", "987", "7.300"} & set(numbers_in(said))


@pytest.mark.parametrize("telling", [note, report, council])
def test_nobody_is_named(telling: Telling, cast: Cast) -> None:
    record_all(cast)
    said = " ".join((*sentences(made(telling, cast)), *cells(made(telling, cast))))
    assert not any(name in said for name in ("Amina", "Bram", "Celia", "Finn", "Els"))


@pytest.mark.parametrize("telling", ALL)
def test_as_many_queries_for_much_as_for_little(telling: Telling, cast: Cast) -> None:
    record_all(cast)
    with CaptureQueriesContext(connection) as few:
        made(telling, cast)
    with scope(partnership=cast.partnership):
        for n in range(12):
            action(cast, f"Actie {n}", ends=n)
    with CaptureQueriesContext(connection) as many:
        made(telling, cast)
    assert len(many) == len(few)


@pytest.mark.parametrize("telling", [report, council])
def test_a_handful_of_people_is_not_told_to_a_council(telling: Telling, cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        small = action(cast, "Klein", stage="harvest", ends=-3)
        Result.objects.create(
            action=small, on=TODAY, figure=4, unit="pleegkinderen", reach=True, source="Lijst"
        )
        Evaluation.objects.create(
            action=small,
            reach=3,
            reach_source="Lijst",
            learned="Vraag vroeg.",
            verdict="again",
            reason="Het werkte",
            closed_at=timezone.now(),
        )
    told = " ".join(sentences(made(telling, cast)))
    assert "Klein" in told
    assert "pleegkinderen" not in told
    assert "3 kinderen" not in told
    assert "pleegkinderen" in " ".join(sentences(made(note, cast)))
