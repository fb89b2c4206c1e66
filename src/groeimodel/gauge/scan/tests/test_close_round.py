"""Closing ends the answering; it can be undone, and every time the journal says so."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.testing.cast import Cast
from groeimodel.gauge.scan import services
from groeimodel.gauge.scan.models import Sheet
from groeimodel.gauge.scan.services import RoundIsClosed
from groeimodel.gauge.scan.tests.filling import closed, handed_in, inside, marks, opened


def verbs() -> list[str]:
    return list(Entry.objects.filter(verb__startswith="scan.").order_by("pk").values_list("verb", flat=True))


@pytest.mark.parametrize("who", ["amina", "bram", "celia", "daan"])
def test_only_coordinator_and_supporter_close_and_reopen(cast: Cast, who: str) -> None:
    round = opened(cast)
    with inside(cast):
        with pytest.raises(PermissionDenied):
            services.close_round(round=round, by=getattr(cast, who))
        closed(cast, round)
        with pytest.raises(PermissionDenied):
            services.reopen_round(round=round, by=getattr(cast, who))


def test_the_journal_counts_the_sheets_and_names_nobody(cast: Cast) -> None:
    round = opened(cast)
    handed_in(round, "alderman", cast.municipality)
    services.start_sheet(role="officer", round=round, municipality=cast.municipality)
    closed(cast, round)
    assert Entry.objects.latest("pk").data == {"round": round.pk, "sheets": 1}


def test_closing_twice_changes_nothing(cast: Cast) -> None:
    round = closed(cast, opened(cast))
    moment = round.closed_at
    closed(cast, round)
    assert round.closed_at == moment
    assert verbs() == ["scan.round_opened", "scan.round_closed"]


def test_a_closed_round_takes_no_sheet_answer_or_words(cast: Cast) -> None:
    round = opened(cast)
    sheet = services.start_sheet(role="alderman", round=round, municipality=cast.municipality)
    closed(cast, round)
    sheet = Sheet.objects.get(pk=sheet.pk)
    with pytest.raises(RoundIsClosed):
        services.start_sheet(role="officer", round=round, municipality=cast.municipality)
    with pytest.raises(RoundIsClosed):
        services.answer(sheet=sheet, answers=marks("alderman", 5))
    with pytest.raises(RoundIsClosed):
        services.note_views(sheet=sheet, needs="Tijd")
    with pytest.raises(RoundIsClosed):
        services.submit(sheet=sheet)
    sheet.refresh_from_db()
    assert (sheet.answers, sheet.needs, sheet.submitted_at) == ({}, "", None)


def test_an_answer_that_was_on_its_way_comes_too_late(cast: Cast) -> None:
    """The page was loaded while the round was open; the sheet in hand still says so."""
    round = opened(cast)
    sheet = services.start_sheet(role="alderman", round=round, municipality=cast.municipality)
    held = Sheet.objects.select_related("round").get(pk=sheet.pk)
    closed(cast, round)
    with pytest.raises(RoundIsClosed):
        services.answer(sheet=held, answers=marks("alderman", 5))


def test_reopening_undoes_it(cast: Cast) -> None:
    round = opened(cast)
    sheet = services.start_sheet(role="alderman", round=round, municipality=cast.municipality)
    closed(cast, round)
    with inside(cast):
        services.reopen_round(round=round, by=cast.finn)
    sheet = Sheet.objects.get(pk=sheet.pk)
    services.answer(sheet=sheet, answers=marks("alderman", 5))
    services.submit(sheet=sheet)
    assert verbs() == ["scan.round_opened", "scan.round_closed", "scan.round_reopened"]


def test_not_while_another_round_is_open(cast: Cast) -> None:
    first = closed(cast, opened(cast))
    opened(cast, title="Tweede")
    with inside(cast), pytest.raises(ValidationError, match="andere ronde"):
        services.reopen_round(round=first, by=cast.finn)
