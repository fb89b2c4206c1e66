"""Who sees which page of a partnership's rounds; Daan, of another partnership, sees none."""

import pytest
from django.test import Client
from django.urls import reverse

from groeimodel.foundation.testing.cast import Cast
from groeimodel.gauge.scan.models import Round
from groeimodel.gauge.scan.tests.filling import full_round, handed_in, opened

RUN = ("new", "round", "heard", "handout", "close")
READ = ("rounds", "result", "result_pdf", "result_json")
BELONG = ("amina", "bram", "celia")
STEER = ("finn", "els")


def status(client: Client, cast: Cast, who: str, name: str, round: Round) -> int:
    client.logout()
    if who != "visitor":
        client.force_login(getattr(cast, who))
    where: dict[str, object] = {"slug": cast.partnership.slug}
    if name not in ("new", "rounds"):
        where["pk"] = round.pk
    return client.get(reverse(f"scan:{name}", kwargs=where)).status_code


@pytest.fixture
def round(cast: Cast) -> Round:
    return full_round(cast)


@pytest.mark.parametrize("who", STEER)
def test_who_steers_sees_everything(client: Client, cast: Cast, round: Round, who: str) -> None:
    assert {name: status(client, cast, who, name, round) for name in (*RUN, *READ)} == dict.fromkeys(
        (*RUN, *READ), 200
    )


@pytest.mark.parametrize("who", BELONG)
def test_who_belongs_reads_the_result_and_runs_nothing(
    client: Client, cast: Cast, round: Round, who: str
) -> None:
    assert {name: status(client, cast, who, name, round) for name in READ} == dict.fromkeys(READ, 200)
    assert {name: status(client, cast, who, name, round) for name in RUN} == dict.fromkeys(RUN, 403)


@pytest.mark.parametrize("who", ["daan", "visitor"])
def test_outsiders_see_nothing(client: Client, cast: Cast, round: Round, who: str) -> None:
    names = (*RUN, *READ)
    assert {name: status(client, cast, who, name, round) for name in names} == dict.fromkeys(names, 403)


@pytest.mark.parametrize("name", ["close", "reopen"])
@pytest.mark.parametrize("who", [*BELONG, "daan", "visitor"])
def test_nobody_else_closes_or_reopens(client: Client, cast: Cast, who: str, name: str) -> None:
    round = opened(cast) if name == "close" else full_round(cast)
    before = round.is_open
    if who != "visitor":
        client.force_login(getattr(cast, who))
    address = reverse(f"scan:{name}", kwargs={"slug": cast.partnership.slug, "pk": round.pk})
    assert client.post(address).status_code == 403
    round.refresh_from_db()
    assert round.is_open is before


def test_a_round_is_only_found_under_its_own_partnership(client: Client, cast: Cast, round: Round) -> None:
    """Daan cannot read the round of his neighbours by putting its number under his own address."""
    client.force_login(cast.daan)
    address = reverse("scan:result", kwargs={"slug": cast.elsewhere.slug, "pk": round.pk})
    assert client.get(address).status_code == 404


def test_the_tokens_of_sheets_are_nowhere_on_the_pages_of_a_round(client: Client, cast: Cast) -> None:
    """A sheet's link opens somebody's own mirror: whoever runs the round must not come by it."""
    round = opened(cast)
    tokens = [handed_in(round, "officer", cast.municipality).token, handed_in(round, "coordinator").token]
    client.force_login(cast.finn)
    for name in ("round", "heard", "handout", "close"):
        address = reverse(f"scan:{name}", kwargs={"slug": cast.partnership.slug, "pk": round.pk})
        text = client.get(address).text
        assert not [token for token in tokens if token in text]


def test_a_sheet_of_a_round_cannot_be_thrown_away_by_link(client: Client, cast: Cast) -> None:
    sheet = handed_in(opened(cast), "officer", cast.municipality)
    client.post(reverse("scan:forget", kwargs={"token": sheet.token}), {"sure": "1"})
    sheet.refresh_from_db()
    assert sheet.submitted_at
