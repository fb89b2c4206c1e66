"""A round on the web: opened, shared by link and code, followed, closed, shown (claim I3)."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from django_scopes import scopes_disabled

from groeimodel.foundation.testing.cast import Cast
from groeimodel.gauge.scan.models import Round, Sheet
from groeimodel.gauge.scan.tests.filling import closed, full_round, handed_in, opened


def page(name: str, cast: Cast, round: Round | None = None) -> str:
    where: dict[str, object] = {"slug": cast.partnership.slug}
    return reverse(f"scan:{name}", kwargs=where | ({"pk": round.pk} if round else {}))


def join(round: Round, role: str) -> str:
    return reverse("scan:join", kwargs={"token": round.links.get(role=role).token})


@pytest.fixture
def finn(client: Client, cast: Cast) -> Client:
    client.force_login(cast.finn)
    return client


@pytest.mark.claim("I3")
def test_from_opening_to_result(finn: Client, cast: Cast) -> None:
    form = {"title": "Najaar 2026", "form": "short", "privacy": "open", "with_guesses": "on"}
    answer = finn.post(page("new", cast), form)
    with scopes_disabled():
        round = Round.objects.get()
    assert answer["Location"] == page("round", cast, round)
    text = finn.get(page("round", cast, round)).text
    for role in ("alderman", "officer", "coordinator", "supporter", "other"):
        assert join(round, role) in text
    assert text.count("<svg") >= 5, "a code beside every link"

    visitor = Client()
    answer = visitor.post(join(round, "alderman"), {"municipality": cast.municipality.pk})
    sheet = Sheet.objects.get()
    assert (sheet.role, sheet.municipality, sheet.short) == ("alderman", cast.municipality, True)
    address = answer["Location"]
    while "nakijken" not in address:
        address = visitor.post(address, {"answer": "5"})["Location"]
    thanks = visitor.post(address)["Location"]
    assert "Wat gebeurt er nu?" in visitor.get(thanks).text

    assert finn.post(page("close", cast, round))["Location"] == page("result", cast, round)
    result = finn.get(page("result", cast, round))
    assert result.status_code == 200
    assert cast.partnership.name in result.text


def test_a_round_without_a_name_is_refused(finn: Client, cast: Cast) -> None:
    answer = finn.post(page("new", cast), {"title": "", "form": "full", "privacy": "open"})
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text


def test_a_second_round_says_that_one_is_running(finn: Client, cast: Cast) -> None:
    opened(cast)
    answer = finn.post(page("new", cast), {"title": "Nog een", "form": "full", "privacy": "open"})
    assert answer.status_code == 422
    assert "Er loopt al een ronde" in answer.text


@pytest.mark.parametrize(("privacy", "says"), [("open", "open ronde"), ("closed", "vertrouwelijke ronde")])
def test_privacy_is_said_before_the_first_statement(
    client: Client, cast: Cast, privacy: str, says: str
) -> None:
    round = opened(cast, privacy=privacy)
    assert f"Dit is een {says}." in client.get(join(round, "officer")).text


def test_a_participant_chooses_among_the_partners(client: Client, cast: Cast) -> None:
    round = opened(cast)
    text = client.get(join(round, "officer")).text
    assert cast.municipality.name in text
    assert cast.neighbour.name in text
    assert cast.faraway.name not in text
    for chosen in ("", cast.faraway.pk):
        assert client.post(join(round, "officer"), {"municipality": chosen}).status_code == 422
    assert not Sheet.objects.exists()


def test_a_coordinator_may_answer_for_no_municipality(client: Client, cast: Cast) -> None:
    round = opened(cast)
    assert client.post(join(round, "coordinator"), {"municipality": ""}).status_code == 302
    assert Sheet.objects.get().municipality is None


def test_an_unknown_link_is_not_found(client: Client, db: None) -> None:
    assert client.get(reverse("scan:join", kwargs={"token": "geraden"})).status_code == 404


def test_a_link_of_a_closed_round_says_so_kindly(client: Client, cast: Cast) -> None:
    round = opened(cast)
    address = join(round, "officer")
    client.post(address, {"municipality": cast.municipality.pk})
    sheet = Sheet.objects.get()
    closed(cast, round)
    answer = client.get(address)
    assert answer.status_code == 410
    assert "Deze ronde is gesloten" in answer.text
    late = client.post(reverse("scan:statement", kwargs={"token": sheet.token, "number": 1}), {"answer": "5"})
    assert late.status_code == 409
    assert "Deze ronde is gesloten" in late.text


@pytest.mark.claim("I3")
def test_who_was_heard_is_seen_but_not_what_they_said(finn: Client, cast: Cast) -> None:
    round = opened(cast)
    views = ("Geheime nood", "Geheime drempel", "Geheime kans")
    sheet = handed_in(round, "alderman", cast.municipality, mark=1, views=views)
    for name in ("round", "heard", "close"):
        text = finn.get(page(name, cast, round)).text
        assert "Geheime" not in text
        assert sheet.token not in text
    grid = finn.get(page("heard", cast, round)).text
    row = re.search(rf"{cast.municipality.name}.*?</tr>", grid, flags=re.S)
    assert row is not None
    assert (row[0].count("gehoord"), row[0].count("nog niet")) == (1, 1)


def test_the_part_that_refreshes_is_only_that_part(finn: Client, cast: Cast) -> None:
    round = opened(cast)
    part = finn.get(page("heard", cast, round)).text
    assert "<html" not in part
    assert "hx-get" in part
    closed(cast, round)
    assert "hx-get" not in finn.get(page("heard", cast, round)).text, "a closed round changes no more"


def test_no_result_while_the_round_is_open(finn: Client, cast: Cast) -> None:
    round = opened(cast)
    handed_in(round, "alderman", cast.municipality)
    assert "Deze ronde loopt nog" in finn.get(page("result", cast, round)).text
    for name in ("result_pdf", "result_json"):
        assert finn.get(page(name, cast, round))["Location"] == page("result", cast, round)


def test_closing_asks_first(finn: Client, cast: Cast) -> None:
    round = opened(cast)
    finn.get(page("close", cast, round))
    round.refresh_from_db()
    assert round.is_open


def test_a_closed_round_can_be_reopened(finn: Client, cast: Cast) -> None:
    round = closed(cast, opened(cast))
    assert finn.get(page("reopen", cast, round)).status_code == 405
    finn.post(page("reopen", cast, round))
    round.refresh_from_db()
    assert round.is_open


def test_the_result_can_be_taken_along(finn: Client, cast: Cast) -> None:
    round = full_round(cast)
    assert finn.get(page("result_pdf", cast, round)).content[:5] == b"%PDF-"
    assert finn.get(page("result_json", cast, round)).json()["respondents"] == 4


@pytest.mark.claim("G2")
def test_needs_of_both_roles_stand_on_the_result(finn: Client, cast: Cast) -> None:
    round = opened(cast)
    handed_in(round, "alderman", cast.municipality, views=("Cijfers voor het college", "", ""))
    handed_in(round, "officer", cast.municipality, views=("Een vast uur per week", "", ""))
    text = finn.get(page("result", cast, closed(cast, round))).text
    assert "Cijfers voor het college" in text
    assert "Een vast uur per week" in text


def test_a_closed_round_hides_the_words_of_two(finn: Client, cast: Cast) -> None:
    round = opened(cast, privacy="closed")
    handed_in(round, "alderman", cast.municipality, views=("Cijfers voor het college", "", ""))
    handed_in(round, "alderman", cast.neighbour, views=("Minder avonden", "", ""))
    text = finn.get(page("result", cast, closed(cast, round))).text
    assert "Cijfers voor het college" not in text
    assert "Minder avonden" not in text


def first_steps(text: str) -> str:
    """Whose steps stand first on a result page: the heading of the first card."""
    found = re.search(r'id="stappen".*?<article.*?<h3>\s*(\w+)', text, flags=re.S)
    assert found is not None
    return found[1]


def test_the_steps_of_the_readers_role_come_first(client: Client, cast: Cast) -> None:
    """One after another, so that no reader gets what was kept for another."""
    where = page("result", cast, full_round(cast, alderman=2, officer=2))
    for who, own in ((cast.amina, "Schepen"), (cast.bram, "Ambtenaar"), (cast.amina, "Schepen")):
        client.force_login(who)
        assert first_steps(client.get(where).text) == own
    client.force_login(cast.bram)
    for role, own in (("alderman", "Schepen"), ("officer", "Ambtenaar")):
        assert first_steps(client.get(f"{where}?rol={role}").text) == own, "through the eyes of the other"


def test_only_who_runs_the_round_sees_the_way_to_it(client: Client, cast: Cast) -> None:
    round = full_round(cast)
    for who, may in ((cast.finn, True), (cast.bram, False), (cast.els, True), (cast.celia, False)):
        client.force_login(who)
        text = client.get(page("result", cast, round)).text
        assert (f'href="{page("round", cast, round)}"' in text) is may


def test_a_result_follows_what_was_answered_after_reopening(finn: Client, cast: Cast) -> None:
    round = opened(cast)
    handed_in(round, "officer", cast.municipality, views=("Eerste nood", "", ""))
    closed(cast, round)
    assert "Eerste nood" in finn.get(page("result", cast, round)).text
    finn.post(page("reopen", cast, round))
    round.refresh_from_db()
    handed_in(round, "alderman", cast.municipality, views=("Tweede nood", "", ""))
    finn.post(page("close", cast, round))
    assert "Tweede nood" in finn.get(page("result", cast, round)).text


def test_a_change_since_the_round_before_is_told(finn: Client, cast: Cast) -> None:
    full_round(cast, alderman=2, officer=2)
    after = full_round(cast, title="Tweede", alderman=4, officer=4)
    assert "Vergeleken met de vorige ronde" in finn.get(page("result", cast, after)).text


def test_rounds_are_listed_newest_first(finn: Client, cast: Cast) -> None:
    full_round(cast, title="Nulmeting")
    opened(cast, title="Tweede ronde")
    text = finn.get(page("rounds", cast)).text
    assert text.index("Tweede ronde") < text.index("Nulmeting")
    assert page("new", cast) not in text, "one round at a time"


def test_the_sheet_for_the_table_carries_every_code(finn: Client, cast: Cast) -> None:
    text = finn.get(page("handout", cast, opened(cast))).text
    assert text.count('class="qr"') == 5
    assert not re.search(r"<[^>]+ style=", text)
