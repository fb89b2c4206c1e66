"""A visitor takes the scan alone, without an account: from the start to the result and, if wanted, away (claim I3)."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from groeimodel.content import load
from groeimodel.gauge.scan import services
from groeimodel.gauge.scan.models import Sheet
from groeimodel.gauge.scan.tests.filling import handed_in, marks
from groeimodel.rules.growth.content import Role

SHORT = load().form("officer", short=True)


def page(name: str, sheet: Sheet, **more: object) -> str:
    return reverse(f"scan:{name}", kwargs={"token": sheet.token, **more})


@pytest.fixture
def sheet(db: None) -> Sheet:
    return services.start_sheet(role="officer", short=True)


@pytest.fixture
def finished(db: None) -> Sheet:
    return handed_in(None, "officer", mark=4)


@pytest.mark.claim("I3")
def test_from_start_to_result_without_an_account_or_script(client: Client, db: None) -> None:
    start = client.post(reverse("scan:start"), {"role": "officer", "form": "short", "aim": "soil"})
    sheet = Sheet.objects.get()
    assert start["Location"] == page("statement", sheet, number=1)
    address = start["Location"]
    for number in range(1, len(SHORT) + 1):
        assert address == page("statement", sheet, number=number)
        assert SHORT[number - 1].text("officer") in client.get(address).text
        address = client.post(address, {"answer": "4"})["Location"]
    assert address == page("words", sheet)
    address = client.post(address, {"needs": "Een vast uur", "thresholds": "", "opportunities": ""})[
        "Location"
    ]
    assert address == page("review", sheet)
    address = client.post(address)["Location"]
    assert address == page("mirror", sheet)
    result = client.get(address)
    assert result.status_code == 200
    assert "<svg" in result.text
    sheet.refresh_from_db()
    assert sheet.needs == "Een vast uur"


def test_without_a_role_the_page_says_what_is_missing(client: Client, db: None) -> None:
    answer = client.post(reverse("scan:start"), {"form": "short"})
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert not Sheet.objects.exists()


def test_without_a_choice_the_statement_asks_again_and_keeps_nothing(client: Client, sheet: Sheet) -> None:
    answer = client.post(page("statement", sheet, number=1), {})
    assert answer.status_code == 422
    assert "Kies een antwoord" in answer.text
    sheet.refresh_from_db()
    assert sheet.answers == {}


def test_dont_know_is_an_answer(client: Client, sheet: Sheet) -> None:
    answer = client.post(page("statement", sheet, number=1), {"answer": "unknown"})
    assert answer["Location"] == page("statement", sheet, number=2)
    assert " checked" in client.get(page("statement", sheet, number=1)).text


def test_the_private_link_goes_on_where_you_were(client: Client, sheet: Sheet) -> None:
    for number in (1, 2, 3):
        client.post(page("statement", sheet, number=number), {"answer": "2"})
    elsewhere = Client()
    assert elsewhere.get(page("resume", sheet))["Location"] == page("statement", sheet, number=4)
    assert page("resume", sheet) in elsewhere.get(page("statement", sheet, number=4)).text


def test_going_back_loses_nothing(client: Client, sheet: Sheet) -> None:
    client.post(page("statement", sheet, number=1), {"answer": "2"})
    assert page("statement", sheet, number=1) in client.get(page("statement", sheet, number=2)).text
    client.post(page("statement", sheet, number=1), {"answer": "5"})
    sheet.refresh_from_db()
    assert sheet.answers == {SHORT[0].id: 5}


def test_from_the_review_back_to_the_review(client: Client, sheet: Sheet) -> None:
    services.answer(sheet=sheet, answers=marks("officer", 3, short=True))
    answer = client.post(page("statement", sheet, number=5), {"answer": "1", "review": "1"})
    assert answer["Location"] == page("review", sheet)


def test_the_review_says_what_is_still_open(client: Client, sheet: Sheet) -> None:
    client.post(page("statement", sheet, number=1), {"answer": "2"})
    text = client.get(page("review", sheet)).text
    assert f"1 van de {len(SHORT)}" in text
    assert text.count("nog open") == len(SHORT) - 1


def test_an_empty_sheet_is_not_handed_in(client: Client, sheet: Sheet) -> None:
    answer = client.post(page("review", sheet))
    assert answer.status_code == 422
    assert "minstens één stelling" in answer.text


@pytest.mark.parametrize("number", [0, len(SHORT) + 1, 999])
def test_a_number_that_does_not_exist_goes_on_where_you_were(
    client: Client, sheet: Sheet, number: int
) -> None:
    assert client.get(page("statement", sheet, number=number))["Location"] == page("resume", sheet)


def test_handing_in_twice_shows_the_same_result(client: Client, finished: Sheet) -> None:
    assert client.post(page("review", finished))["Location"] == page("mirror", finished)
    assert Sheet.objects.count() == 1


def test_after_handing_in_answers_stay_as_they_were(client: Client, finished: Sheet) -> None:
    client.post(page("statement", finished, number=1), {"answer": "1"})
    finished.refresh_from_db()
    assert set(finished.answers.values()) == {4}


def test_before_handing_in_there_is_no_result(client: Client, sheet: Sheet) -> None:
    for name in ("mirror", "mirror_pdf", "mirror_json"):
        assert client.get(page(name, sheet))["Location"] == page("resume", sheet)


@pytest.mark.parametrize("name", ["resume", "words", "review", "mirror", "forget", "thanks"])
def test_an_unknown_link_is_not_found(client: Client, db: None, name: str) -> None:
    assert client.get(reverse(f"scan:{name}", kwargs={"token": "bestaat-niet"})).status_code == 404


def test_pages_of_a_sheet_stay_out_of_caches(client: Client, finished: Sheet) -> None:
    """The link is the key: no shared computer or proxy keeps what lies behind it."""
    for name in ("mirror", "review"):
        assert "no-store" in client.get(page(name, finished))["Cache-Control"]


def test_the_result_can_be_taken_along(client: Client, finished: Sheet) -> None:
    pdf = client.get(page("mirror_pdf", finished))
    assert (pdf["Content-Type"], pdf.content[:5]) == ("application/pdf", b"%PDF-")
    value = client.get(page("mirror_json", finished)).json()
    assert value["respondents"] == 1
    assert {"layers", "phase", "certainty", "verdict", "next_steps"} <= set(value)


@pytest.mark.claim("I3")
def test_one_person_is_told_that_it_is_one_view(client: Client, finished: Sheet) -> None:
    text = client.get(page("mirror", finished)).text
    assert "Volgens jouw antwoorden" in text


def test_a_visitor_can_throw_their_scan_away(client: Client, finished: Sheet) -> None:
    question = client.get(page("forget", finished))
    assert "Wil je deze scan wissen?" in question.text
    assert Sheet.objects.exists(), "asking is not doing"
    client.post(page("forget", finished), {"sure": "1"})
    assert not Sheet.objects.exists()
    assert client.get(page("mirror", finished)).status_code == 404


def test_also_before_it_is_handed_in(client: Client, sheet: Sheet) -> None:
    client.post(page("forget", sheet), {"sure": "1"})
    assert not Sheet.objects.exists()


def test_each_statement_says_which_block_it_belongs_to(client: Client, sheet: Sheet) -> None:
    text = client.get(page("statement", sheet, number=1)).text
    assert load().block(SHORT[0].block).title.nl in text
    assert "Block Node" not in text, "what the template engine calls a block"


def test_thanks_are_not_given_too_early(client: Client, sheet: Sheet) -> None:
    assert "nog niet ingediend" in client.get(page("thanks", sheet)).text


@pytest.mark.parametrize(("role", "word"), [("coordinator", "coördinator"), ("other", "iemand anders")])
def test_nobody_is_told_to_be_someone_else(client: Client, db: None, role: Role, word: str) -> None:
    """Without a seat the sums read one person as an officer; the top of the page does not call them one."""
    text = client.get(page("mirror", handed_in(None, role))).text
    assert f"Je antwoordde als {word}." in text
    assert "Dit beeld komt van 1 ambtenaar" not in text


def test_a_mirror_shows_its_own_link_and_answers(client: Client, db: None) -> None:
    """Two people one after another on the same computer."""
    for mark, title in ((1, "braak"), (5, "bloemenwinkel"), (1, "braak")):
        sheet = handed_in(None, "officer", mark=mark)
        text = client.get(page("mirror", sheet)).text
        assert sheet.token in text
        assert title in re.findall(r"<h1[^>]*>(.*?)</h1>", text, flags=re.S)[0]
