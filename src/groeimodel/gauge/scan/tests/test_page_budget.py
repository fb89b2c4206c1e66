"""Pages stay light: a constant number of queries, and under 100 kB without the pictures."""

import re

import pytest
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from groeimodel.foundation.testing.cast import Cast
from groeimodel.gauge.scan import services
from groeimodel.gauge.scan.models import Round
from groeimodel.gauge.scan.tests.filling import closed, full_round, handed_in, opened

MAX_BYTES = 100_000
MAX_QUERIES = 20
"""When nothing is kept yet; five of them are the session, the person and the rights of every page."""
MAX_QUERIES_KEPT = 12


def queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as seen:
        answer = client.get(address)
    assert answer.status_code == 200
    plain = re.sub(r"<svg\b.*?</svg>", "", answer.text, flags=re.S)
    assert len(plain.encode()) < MAX_BYTES
    return len(seen)


def address(name: str, cast: Cast, round: Round | None = None) -> str:
    where: dict[str, object] = {"slug": cast.partnership.slug}
    return reverse(f"scan:{name}", kwargs=where | ({"pk": round.pk} if round else {}))


def test_a_statement_asks_for_its_sheet_and_the_published_texts(client: Client, db: None) -> None:
    sheet = services.start_sheet(role="officer")
    for number in (1, 40):
        assert (
            queries(client, reverse("scan:statement", kwargs={"token": sheet.token, "number": number})) <= 2
        )


def test_saving_a_statement_takes_few(client: Client, db: None) -> None:
    sheet = services.start_sheet(role="officer")
    with CaptureQueriesContext(connection) as seen:
        client.post(reverse("scan:statement", kwargs={"token": sheet.token, "number": 1}), {"answer": "4"})
    assert len(seen) <= 5, "the sheet, a transaction around reading it again and writing it"


@pytest.mark.parametrize("name", ["round", "heard", "result", "rounds"])
def test_more_sheets_ask_no_more_queries(client: Client, cast: Cast, name: str) -> None:
    client.force_login(cast.finn)
    round = opened(cast)
    handed_in(round, "officer", cast.municipality)
    if name == "result":
        closed(cast, round)
    where = address(name, cast, None if name == "rounds" else round)
    client.get("/over/")  # from the second page on, a browser has what pages are kept by
    caches["pages"].clear()
    few = queries(client, where)
    caches["pages"].clear()
    with_more = [handed_in(None, "officer") for _ in range(8)]
    for sheet in with_more:
        sheet.round, sheet.municipality = round, cast.neighbour
        sheet.save()
    assert queries(client, where) == few
    assert few <= MAX_QUERIES


def test_a_result_is_worked_out_once(client: Client, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    from groeimodel.gauge.scan import results

    caches["pages"].clear()
    client.force_login(cast.finn)
    where = address("result", cast, full_round(cast))
    client.get(where)
    monkeypatch.setattr(results, "diagnose", None)
    assert queries(client, where) <= MAX_QUERIES_KEPT, "from the cache"
