"""What two municipalities of Testland recorded, and how documents are read in tests."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any

from django_scopes import scope
from docx import Document as open_docx

from groeimodel.formats.document import Document
from groeimodel.foundation.decisions.models import Decision
from groeimodel.foundation.testing.cast import Cast
from groeimodel.meadow.actions.models import Action, Participation
from groeimodel.meadow.evaluation.models import Evaluation
from groeimodel.meadow.tending.models import Expense, Result
from groeimodel.shop.money.tests.books import a_post, books, paid
from groeimodel.showcase.documents.wishes import Wanted
from groeimodel.showcase.sheets.selectors import period_of
from groeimodel.soil.harvest.models import Harvest
from groeimodel.soil.lessons.models import Lesson
from groeimodel.soil.meetings.models import Attendance, Meeting

TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


def wanted(cast: Cast, *, money: bool = True, period: str = "2026") -> Wanted:
    return Wanted(cast.partnership, cast.municipality, period_of(period, TODAY), TODAY, money)


def record_all(cast: Cast) -> None:
    """A year of everything, with numbers that nothing else could be."""
    here = cast.partnership
    with scope(partnership=here):
        _soil(cast)
        _meadow(cast)
        Decision.objects.create(
            partnership=here, number=1, title="Fuifbus huren", way="agreed", taken_on=date(2026, 4, 2)
        )
        year = books(cast)
        paid(a_post(year, "Bus", "7300"), "6211.5")
        paid(a_post(year, "Bijdragen", "7300", "contribution", "receipt"), "7300")


def _soil(cast: Cast) -> None:
    here = cast.partnership
    Harvest.objects.create(
        partnership=here,
        municipality=cast.municipality,
        from_municipality=cast.neighbour,
        title="Fuifcharter",
        text="Minder klachten van buren.",
        gained_on=date(2026, 5, 3),
        figure=Decimal(213),
        unit="jongeren",
    )
    met = Meeting.objects.create(
        partnership=here,
        title="Najaarsoverleg",
        starts=datetime(2026, 10, 1, 18, tzinfo=UTC),
        ends=datetime(2026, 10, 1, 20, tzinfo=UTC),
    )
    for who, where in ((cast.bram, cast.municipality), (cast.celia, cast.neighbour)):
        Attendance.objects.create(meeting=met, person=who, municipality=where, role="officer", came=True)
    Lesson.objects.create(
        partnership=here,
        title="Vraag vroeg een zaal",
        learned="Wie laat vraagt, staat buiten.",
        written_at=datetime(2026, 6, 1, tzinfo=UTC),
    )


def _meadow(cast: Cast) -> None:
    over = action(cast, "Kampvuurweek", stage="harvest", ends=-40, budget="4321")
    Participation.objects.create(action=over, municipality=cast.municipality, amount=Decimal(987))
    Result.objects.create(
        action=over,
        on=date(2026, 10, 10),
        figure=Decimal(341),
        unit="kinderen",
        source="Inschrijvingen",
        reach=True,
        municipality=cast.municipality,
    )
    Expense.objects.create(
        action=over, on=date(2026, 9, 9), amount=Decimal("612.40"), what="Hout", payer=cast.municipality
    )
    Evaluation.objects.create(
        action=over,
        went_well="De leiding kende elkaar.",
        title="Begin met de leiding",
        learned="Samen oefenen scheelt.",
        verdict="again",
        reason="Het werkte",
        closed_at=datetime(2026, 10, 20, tzinfo=UTC),
    )
    action(cast, "Fuifbus", budget="5678")


def action(cast: Cast, title: str, *, stage: str = "flower", ends: int = 60, budget: str = "100") -> Action:
    return Action.objects.create(
        partnership=cast.partnership,
        title=title,
        text="Voor wie mee wil.",
        stage=stage,
        species="poppy",
        taken_down_on=date(2026, 1, 10),
        starts=TODAY - timedelta(days=90),
        ends=TODAY + timedelta(days=ends),
        budget=Decimal(budget),
    )


def sentences(document: Document) -> Iterator[str]:
    """Everything that a document says but its figures and tables."""
    yield from (document.title, document.subtitle, document.overline, document.lead, document.footer)
    for one in document.parts:
        yield from (one.title, *one.paragraphs, *one.points, one.note)


def cells(document: Document) -> Iterator[str]:
    for one in document.parts:
        yield from (text for figure in one.figures for text in (figure.number, figure.words))
        if one.grid is not None:
            yield from (cell for row in one.grid.rows for cell in row)


MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
DAYS = re.compile(rf"\d{{1,2}} (?:{MONTHS})(?: \d{{4}})?|\d{{2}}/\d{{2}}/\d{{4}}|\b20\d\d\b|https?://\S+")


def numbers_in(text: str) -> list[str]:
    """Every number but those of days and addresses."""
    return re.findall(r"\d(?:[\d.,]*\d)?", DAYS.sub("", text))


def words_of_docx(content: bytes) -> str:
    opened: Any = open_docx(BytesIO(content))
    tables = [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in opened.paragraphs), *tables])
