"""A sitting from its first page to its last, with the number of queries held (claim B2)."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from groeimodel.foundation.decisions.models import Decision
from groeimodel.foundation.testing.cast import Cast
from groeimodel.shop.organs.models import Organ
from groeimodel.shop.sittings import selectors, services
from groeimodel.shop.sittings.models import AgendaItem, Sitting
from groeimodel.shop.sittings.tests import kit

pytestmark = pytest.mark.django_db
LIST = "/igs/testland/winkel/zittingen/"


@pytest.fixture
def finn(cast: Cast, client: Client) -> Client:
    client.force_login(cast.finn)
    return client


def text_of(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.claim("B2")
def test_a_whole_sitting_in_the_browser(cast: Cast, board: Organ, finn: Client) -> None:
    assert "Geen zitting gepland" in text_of(finn, LIST)
    sent: dict[str, Any] = {"organ": board.pk, "day": kit.soon().date(), "at": "19:30", "place": "De Kade"}
    assert finn.post(f"{LIST}nieuw/", sent).status_code == 302
    sitting = Sitting.objects.get()
    page = sitting.get_absolute_url()
    assert finn.post(f"{page}agenda/", {"title": "Het plan", "kind": "ordinary"}).status_code == 302
    assert finn.post(f"{page}uitnodigen/").status_code == 302
    seats = kit.seats_of(board)
    there = {f"seat-{one.pk}": "present" for one in seats[:3]} | {
        f"seat-{seats[3].pk}": f"proxy:{seats[0].pk}", f"seat-{seats[4].pk}": "excused"
    }  # fmt: skip
    assert finn.post(f"{page}aanwezig/", there).status_code == 302
    item = kit.point(sitting)
    at = item.get_absolute_url()
    assert "Als je nu telt" in text_of(finn, at)
    finn.post(at, {"all": "for"})
    votes = {f"vote-{one.pk}": "for" for one in seats[:3]} | {f"vote-{seats[3].pk}": "against"}
    finn.post(at, votes)
    assert "3 stemmen voor, 1 tegen, 0 onthoudingen" in text_of(finn, at)
    finn.post(f"{at}tellen/")
    assert Decision.objects.get().vote.adopted
    assert finn.post(f"{page}sluiten/").headers["Location"].endswith("/verslag/")
    assert "gesloten" in text_of(finn, LIST)


@pytest.mark.claim("B2")
def test_the_quorum_fails_on_the_page_and_one_button_calls_again(
    cast: Cast, board: Organ, finn: Client
) -> None:
    sitting = kit.sitting_with(board)
    seats, page = kit.seats_of(board), sitting.get_absolute_url()
    there = {f"seat-{one.pk}": "absent" for one in seats} | {f"seat-{seats[0].pk}": "present"}
    finn.post(f"{page}aanwezig/", there)
    text = text_of(finn, page)
    assert "niet in aantal" in text
    assert "Roep opnieuw samen, met dezelfde agenda" in text
    answer = finn.post(f"{page}opnieuw/", {"day": kit.soon(30).date(), "at": "20:00", "place": ""})
    again = Sitting.objects.get(second_of=sitting)
    assert answer.headers["Location"] == again.get_absolute_url()
    assert again.place == "De Kade"
    assert "Het plan" in text_of(finn, again.get_absolute_url())
    assert "Naar de tweede oproep" in text_of(finn, page)
    assert finn.post(f"{page}opnieuw/", {"day": ""}).status_code == 422


def test_proxies_that_are_not_allowed_keep_what_was_chosen(cast: Cast, board: Organ, finn: Client) -> None:
    sitting, seats = kit.sitting_with(board), kit.seats_of(board)
    there = {f"seat-{seats[0].pk}": "present"} | {
        f"seat-{one.pk}": f"proxy:{seats[0].pk}" for one in seats[1:]
    }
    answer = finn.post(f"{sitting.get_absolute_url()}aanwezig/", there)
    assert answer.status_code == 422
    text = answer.content.decode()
    assert "mag volgens de statuten één volmacht hebben" in text
    assert text.count(f'value="proxy:{seats[0].pk}" selected') == 4


def test_a_substitute_is_chosen_on_the_page(cast: Cast, board: Organ, finn: Client) -> None:
    sitting, seats = kit.sitting_with(board), kit.seats_of(board)
    seats[2].substitute = cast.els
    seats[2].save()
    page = f"{sitting.get_absolute_url()}aanwezig/"
    assert "Vervangen door Els" in text_of(finn, page)
    there = {f"seat-{one.pk}": "present" for one in seats} | {f"seat-{seats[2].pk}": "substitute"}
    assert finn.post(page, there).status_code == 302
    assert 'value="substitute" selected' in text_of(finn, page)
    assert "Els (Buurdorp, vervanger)" in text_of(finn, f"{sitting.get_absolute_url()}verslag/")


def test_a_secret_vote_asks_totals(cast: Cast, board: Organ, finn: Client) -> None:
    sitting = services.call_sitting(organ=board, starts=kit.soon())
    services.put_on_agenda(sitting=sitting, title="Wie?", kind="persons")
    services.open_sitting(sitting=sitting, present=kit.seats_of(board))
    at = kit.point(sitting).get_absolute_url()
    assert "Vul eerst de totalen in" in text_of(finn, at)
    assert finn.post(at, {"pro": 5, "against": 1, "abstain": ""}).status_code == 422
    assert finn.post(at, {"pro": 4, "against": 1, "abstain": ""}).status_code == 302
    assert "4 stemmen voor, 1 tegen" in text_of(finn, at)


def test_a_member_sees_the_own_seat_only(cast: Cast, board: Organ, client: Client) -> None:
    sitting = kit.opened(board)
    client.force_login(cast.celia)
    mine = f"{sitting.get_absolute_url()}mijn-zetel/"
    assert "Dag Celia" in text_of(client, mine)
    item = kit.point(sitting)
    text = text_of(client, item.get_absolute_url())
    assert "Leg vast als besluit" not in text
    client.post(mine, {"vote": f"{item.pk}-{kit.seat_of(board, cast.celia).pk}", "choice": "for"})
    assert item.seat_votes.get().choice == "for"
    client.force_login(cast.els)
    assert client.get(mine).status_code == 302


def test_the_outsider_sees_nothing(cast: Cast, board: Organ, client: Client) -> None:
    sitting = kit.opened(board)
    client.force_login(cast.daan)
    for path in (LIST, sitting.get_absolute_url(), kit.point(sitting).get_absolute_url()):
        assert client.get(path).status_code == 403


def test_the_agenda_in_the_browser(cast: Cast, board: Organ, finn: Client) -> None:
    sitting = kit.sitting_with(board, "Eerst", "Dan")
    page, second = sitting.get_absolute_url(), kit.point(sitting, 2)
    finn.post(f"{second.get_absolute_url()}plaats/")
    assert [one.title for one in AgendaItem.objects.filter(sitting=sitting)] == ["Dan", "Eerst"]
    sent = {"title": "Dan toch", "text": "We doen het.", "kind": "persons", "replaces": ""}
    finn.post(f"{second.get_absolute_url()}wijzigen/", sent)
    second.refresh_from_db()
    assert (second.title, second.kind) == ("Dan toch", "persons")
    bad = finn.post(
        f"{page}agenda/", {"title": "", "kind": "ordinary", "replaces": "99", "text": "Blijft staan"}
    )
    assert bad.status_code == 422
    assert "Blijft staan" in bad.content.decode()
    assert "staat niet in het register" in bad.content.decode()
    finn.post(f"{second.get_absolute_url()}weg/")
    assert [one.title for one in AgendaItem.objects.filter(sitting=sitting)] == ["Eerst"]


def test_a_subject_stands_on_an_agenda_once_and_is_found_back(cast: Cast, board: Organ) -> None:
    sitting = kit.sitting_with(board)
    item = services.put_on_agenda(sitting=sitting, title="Plan", subject="plan.plan:5")
    with pytest.raises(ValidationError, match="al op de agenda"):
        services.put_on_agenda(sitting=sitting, title="Plan", subject="plan.plan:5")
    assert selectors.point_of(cast.partnership, "plan.plan:5") == item
    assert selectors.coming(cast.partnership, sitting.day) == [sitting]


def test_as_many_queries_with_many_rows(cast: Cast, board: Organ, finn: Client) -> None:
    sitting = kit.opened(board, *[f"Punt {n}" for n in range(3)])
    pages = [LIST, sitting.get_absolute_url(), kit.point(sitting).get_absolute_url()]
    services.vote_all(item=kit.point(sitting))
    services.count(item=kit.point(sitting))
    finn.get("/over/")  # from the second page on, a browser has what pages are kept by
    few = [_queries(finn, page) for page in pages]
    for n in range(6):
        services.put_on_agenda(sitting=sitting, title=f"Nog {n}")
    for n in range(3, 6):
        services.vote_all(item=kit.point(sitting, n))
        services.count(item=kit.point(sitting, n))
    for n in range(4):
        kit.sitting_with(board, starts=kit.soon(40 + n))
    many = [_queries(finn, page) for page in pages]
    assert [after - before for before, after in zip(few, many, strict=True)] == [0, 0, 0]
    assert max(many) <= 24


def _queries(client: Client, page: str) -> int:
    with CaptureQueriesContext(connection) as found:
        assert client.get(page).status_code == 200
    return len(found)
