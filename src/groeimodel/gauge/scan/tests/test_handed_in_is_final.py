"""What was handed in stays as it is, and a result that was seen takes nothing more in."""

import pytest
from django.test import Client
from django.urls import reverse

from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.testing.cast import Cast
from groeimodel.gauge.scan import services
from groeimodel.gauge.scan.models import Round, Sheet
from groeimodel.gauge.scan.services import RoundIsClosed, SheetIsHandedIn
from groeimodel.gauge.scan.tests.filling import closed, handed_in, inside, marks, opened

FILLING = [("statement", {"number": 1}), ("guesses", {}), ("words", {}), ("review", {}), ("resume", {})]


def held_by_another_request(sheet: Sheet) -> Sheet:
    """The sheet as a request read it, before something else happened."""
    return Sheet.objects.select_related("round").get(pk=sheet.pk)


@pytest.fixture
def sheet(cast: Cast) -> Sheet:
    round = opened(cast, privacy=Round.Privacy.CLOSED)
    sheet = services.start_sheet(role="officer", round=round, municipality=cast.municipality)
    services.answer(sheet=sheet, answers=marks("officer", 5))
    return sheet


def test_a_sheet_that_is_handed_in_while_the_round_closes_is_too_late(cast: Cast, sheet: Sheet) -> None:
    """Otherwise a confidential result would move after it was seen, by what one person answered."""
    held = held_by_another_request(sheet)
    assert sheet.round is not None
    closed(cast, sheet.round)
    with pytest.raises(RoundIsClosed):
        services.submit(sheet=held)
    sheet.refresh_from_db()
    assert sheet.submitted_at is None


def test_words_from_another_tab_come_too_late(sheet: Sheet) -> None:
    held = held_by_another_request(sheet)
    services.submit(sheet=sheet)
    with pytest.raises(SheetIsHandedIn):
        services.note_views(sheet=held, needs="Te laat")
    sheet.refresh_from_db()
    assert sheet.needs == ""


def test_handing_in_twice_keeps_the_first_moment(sheet: Sheet) -> None:
    held = held_by_another_request(sheet)
    services.submit(sheet=sheet)
    services.submit(sheet=held)
    sheet.refresh_from_db()
    assert sheet.submitted_at == held.submitted_at


@pytest.mark.parametrize(("name", "where"), FILLING)
def test_no_page_offers_to_change_what_was_handed_in(
    client: Client, cast: Cast, name: str, where: dict[str, int]
) -> None:
    sheet = handed_in(opened(cast), "officer", cast.municipality, mark=4)
    address = reverse(f"scan:{name}", kwargs={"token": sheet.token, **where})
    thanks = reverse("scan:thanks", kwargs={"token": sheet.token})
    for answer in (client.get(address), client.post(address, {"answer": "1", "needs": "Anders"})):
        assert (answer.status_code, answer["Location"]) == (302, thanks)
    assert f'href="{address}"' not in client.get(thanks).text
    before = sheet.answers
    sheet.refresh_from_db()
    assert (sheet.answers, sheet.needs) == (before, "")


@pytest.mark.parametrize(("name", "where"), FILLING)
def test_who_comes_after_closing_reads_so_before_answering(
    client: Client, cast: Cast, sheet: Sheet, name: str, where: dict[str, int]
) -> None:
    assert sheet.round is not None
    closed(cast, sheet.round)
    answer = client.get(reverse(f"scan:{name}", kwargs={"token": sheet.token, **where}))
    assert answer.status_code == 409
    assert "neemt geen antwoorden meer aan" in answer.text
    assert "weer te openen" not in answer.text


def test_two_people_who_close_or_reopen_at_once_write_it_down_once(cast: Cast) -> None:
    round = opened(cast)
    with inside(cast):
        other = Round.objects.select_related("partnership").get(pk=round.pk)
        services.close_round(round=round, by=cast.finn)
        services.close_round(round=other, by=cast.els)
        assert other.closed_at == round.closed_at
        stale = Round.objects.select_related("partnership").get(pk=round.pk)
        services.reopen_round(round=round, by=cast.finn)
        services.reopen_round(round=stale, by=cast.els)
    verbs = list(Entry.objects.order_by("pk").values_list("verb", flat=True))[-3:]
    assert verbs == ["scan.round_opened", "scan.round_closed", "scan.round_reopened"]


@pytest.mark.parametrize("path", ["blad/a%00b/", "m/a%00b/", "blad/a%00b/resultaat.pdf"])
def test_a_link_that_no_database_could_hold_is_simply_not_there(client: Client, db: None, path: str) -> None:
    assert client.get(f"/scan/{path}").status_code == 404
