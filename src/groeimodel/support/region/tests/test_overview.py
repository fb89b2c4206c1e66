"""The supporter's overview (claims I2, I4): all partnerships on one page, what asks attention first, and only with consent."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from groeimodel.foundation.contact import services as contact
from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.mandates import services as mandates
from groeimodel.foundation.mandates.services import Proposal
from groeimodel.foundation.partners import keeping
from groeimodel.foundation.partners.models import Appointment, Partnership
from groeimodel.foundation.testing.cast import Cast
from groeimodel.meadow.actions.models import Action
from groeimodel.shop.organs.models import Term
from groeimodel.shop.plan.models import Plan
from groeimodel.showcase.sharing.models import Opening
from groeimodel.soil.meetings.models import Meeting
from groeimodel.support.region import selectors
from groeimodel.support.region.reading import facts_of
from groeimodel.support.region.tests.kit import inside, open_up, shut, supported

pytestmark = pytest.mark.django_db
PAGE = "region:overview"


def words(cast: Cast, partnership: Partnership | None = None) -> list[str]:
    """The signs of a partnership on the overview, in order."""
    shown = selectors.overview_of(cast.els, timezone.now())
    card = next(one for one in shown.cards if one.partnership == (partnership or cast.partnership))
    return [one.sign.word for one in card.told]


def met(partnership: Partnership, *days_ago: int) -> None:
    for days in days_ago:
        starts = timezone.now() - timedelta(days=days)
        Meeting.objects.create(
            partnership=partnership, title="Overleg", starts=starts, ends=starts + timedelta(hours=2)
        )


@pytest.mark.claim("I4")
def test_every_partnership_stands_on_one_page_with_its_reasons(client: Client, cast: Cast) -> None:
    second = supported(cast, 1)
    open_up(cast.partnership)
    with inside(cast.partnership):
        contact.ask(partnership=cast.partnership, text="Wie begint?", page="", actor=cast.bram)
    client.force_login(cast.els)
    page = client.get(reverse(PAGE)).text
    assert "Testland" in page
    assert second.name in page
    assert "Elders" not in page, "she does not support that one"
    assert "Bram vraagt iets" in page
    assert "Buurdorp (schepen)" in page
    assert "Nog geen groeiscan" in page
    assert reverse("region:picture", args=["testland"]) in page
    assert reverse("trends:open") in page


def test_signs_of_every_kind_are_seen_with_their_day(cast: Cast) -> None:
    here, today = cast.partnership, timezone.localdate()
    open_up(here)
    with inside(here):
        met(here, 200, 230, 260)
        proposal = Proposal(
            municipality=cast.municipality,
            kind="time",
            holder=cast.bram,
            starts=today - timedelta(days=300),
            ends=today + timedelta(days=20),
            hours=Decimal(8),
        )
        mandates.give(partnership=here, proposal=proposal, actor=cast.amina)
        Term.objects.create(
            partnership=here, form="project", starts=date(2020, 1, 1), ends=today + timedelta(days=300)
        )
        Plan.objects.create(
            partnership=here,
            title="MJP",
            starts=date(2020, 1, 1),
            ends=today + timedelta(days=100),
            adopted_on=date(2020, 1, 1),
        )
        Action.objects.create(
            partnership=here,
            title="Fuifbus",
            species="poppy",
            stage=Action.Stage.SEEDLING,
            taken_down_on=today,
        )
    assert words(cast) == [
        "mandate",
        "lost",
        "seat",
        "plan_ends",
        "check",
        "term",
        "no_scan",
        "no_gauge",
    ]


def test_a_renewed_term_and_a_next_plan_ask_nothing(cast: Cast) -> None:
    here, today = cast.partnership, timezone.localdate()
    open_up(here)
    with inside(here):
        soon = today + timedelta(days=60)
        first = Term.objects.create(partnership=here, form="project", starts=date(2020, 1, 1), ends=soon)
        Term.objects.create(
            partnership=here,
            form="project",
            starts=soon + timedelta(days=1),
            ends=soon + timedelta(days=2000),
            replaces=first,
        )
        for starts, ends in ((date(2020, 1, 1), soon), (soon, soon + timedelta(days=2000))):
            Plan.objects.create(partnership=here, title="MJP", starts=starts, ends=ends, adopted_on=starts)
    assert not {"term", "plan_ends"} & set(words(cast))


def test_who_asks_most_stands_first_and_a_kind_can_be_chosen(client: Client, cast: Cast) -> None:
    quiet, asking = supported(cast, 1), supported(cast, 2)
    for one in (quiet, asking):
        open_up(one)
    with inside(asking):
        asker = asking.appointments.get(kind="coordinator").person
        contact.ask(partnership=asking, text="Help?", page="", actor=asker)
    shown = selectors.overview_of(cast.els, timezone.now())
    assert shown.cards[0].partnership == asking
    client.force_login(cast.els)
    page = client.get(reverse(PAGE), {"soort": "asks"}).text
    assert "Streek 2" in page
    assert 'id="igs-streek-1"' not in page
    assert "lege zetel" not in page.split('class="wall"')[1]
    assert client.get(reverse(PAGE), {"soort": "onzin"}).status_code == 200


@pytest.mark.claim("I4")
def test_without_consent_only_the_name_and_what_is_asked(client: Client, cast: Cast) -> None:
    with inside(cast.partnership):
        met(cast.partnership, 200, 230, 260)
        contact.ask(partnership=cast.partnership, text="Wie begint?", page="", actor=cast.bram)
    client.force_login(cast.els)
    page = client.get(reverse(PAGE)).text
    assert "Testland" in page
    assert "Bram vraagt iets" in page
    assert "Vraag om mee te kijken" in page
    assert words(cast) == ["question"]
    for secret in ("tuin.svg", "lege zetel", "Het ritme is zoek", "groeiscan ouder", "Nog geen groeiscan"):
        assert secret not in page
    assert client.get(reverse("region:picture", args=["testland"])).status_code == 404


@pytest.mark.claim("I4")
def test_consent_taken_back_counts_at_once(client: Client, cast: Cast) -> None:
    open_up(cast.partnership)
    client.force_login(cast.els)
    first = client.get(reverse(PAGE)).text
    assert "lege zetel" in first
    picture = reverse("region:picture", args=["testland"])
    shown = client.get(picture)
    assert shown.status_code == 200
    assert shown["Cache-Control"] == "private, no-cache"
    assert client.get(picture, headers={"if-none-match": shown["ETag"]}).status_code == 304
    shut(cast.partnership)
    again = client.get(reverse(PAGE)).text
    assert "lege zetel" not in again
    assert "Vraag om mee te kijken" in again
    assert client.get(picture, headers={"if-none-match": shown["ETag"]}).status_code == 404


@contextmanager
def parameters(into: list[tuple[str, Any]]) -> Iterator[None]:
    def listen(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        into.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(listen):
        yield


def test_it_never_reads_a_partnership_without_consent(cast: Cast) -> None:
    """Not even its key goes into a query, but to ask whether it is open."""
    key = 987_654_321
    closed = supported(cast, 1, key=key)
    open_up(cast.partnership)
    asked: list[tuple[str, Any]] = []
    with parameters(asked):
        found = facts_of([cast.partnership, closed], timezone.now())
    assert set(found) == {cast.partnership.pk}
    tables = {sql for sql, params in asked if params and key in params}
    assert len(asked) > 15
    assert len(tables) == 1
    assert Opening._meta.db_table in next(iter(tables))
    open_up(closed)
    assert set(facts_of([cast.partnership, closed], timezone.now())) == {cast.partnership.pk, key}


def test_another_supporter_sees_her_own_only(client: Client, cast: Cast) -> None:
    """Daan supports another partnership; being an officer somewhere gives nothing here."""
    Appointment.objects.create(
        partnership=cast.elsewhere, person=cast.daan, kind="supporter", starts=timezone.localdate()
    )
    open_up(cast.partnership)
    client.force_login(cast.daan)
    page = client.get(reverse(PAGE)).text
    assert "Elders" in page
    assert "Testland" not in page
    for name in ("partnership", "picture", "session"):
        assert client.get(reverse(f"region:{name}", args=["testland"])).status_code == 403


@pytest.mark.parametrize("who", ["amina", "bram", "celia", "finn", "daan"])
def test_who_supports_nothing_sees_nothing(client: Client, cast: Cast, who: str) -> None:
    open_up(cast.partnership)
    client.force_login(getattr(cast, who))
    page = client.get(reverse(PAGE)).text
    assert "Je begeleidt nog geen samenwerking" in page
    assert "Testland" not in page.split("<main")[1]
    for name in ("partnership", "picture", "session"):
        assert client.get(reverse(f"region:{name}", args=["testland"])).status_code == 403


def test_a_former_supporter_sees_nothing_any_more(client: Client, cast: Cast) -> None:
    open_up(cast.partnership)
    Appointment.objects.filter(person=cast.els).update(ends=timezone.localdate())
    client.force_login(cast.els)
    assert "Testland" not in client.get(reverse(PAGE)).text.split("<main")[1]
    assert client.get(reverse("region:partnership", args=["testland"])).status_code == 403


def test_ten_partnerships_ask_as_much_of_the_database_as_one(client: Client, cast: Cast) -> None:
    client.force_login(cast.els)
    open_up(cast.partnership)
    client.get(reverse(PAGE))
    with CaptureQueriesContext(connection) as one:
        client.get(reverse(PAGE))
    for number in range(9):
        made = supported(cast, number)
        open_up(made)
        with inside(made):
            met(made, 20, 60, 100)
            asker = made.appointments.get(kind="coordinator").person
            contact.ask(partnership=made, text="Help?", page="", actor=asker)
    with CaptureQueriesContext(connection) as ten:
        page = client.get(reverse(PAGE)).text
    assert page.count('class="card wall__igs') == 10
    assert len(ten) <= len(one) + 1, "\n".join(query["sql"][:120] for query in ten.captured_queries)
    assert len(ten) <= 31


def test_while_nothing_is_done_it_is_kept_and_a_deed_or_a_lesson_makes_it_anew(
    client: Client, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_up(cast.partnership)
    client.force_login(cast.els)
    monkeypatch.setattr(keeping, "compare", None)  # it makes the page beside the kept one
    for _first in range(2):
        client.get(reverse(PAGE))

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(reverse(PAGE)).status_code == 200
        return len(queries)

    kept = asked()
    assert kept <= 7
    Entry.objects.create(partnership=cast.partnership, verb="partners.aim_declared")
    assert asked() > kept + 10
    assert asked() == kept
    Entry.objects.create(partnership=cast.elsewhere, verb="lessons.shared")
    assert asked() > kept + 10


def test_it_is_one_click_from_the_own_page_of_a_supporter(client: Client, cast: Cast) -> None:
    for who, seen in ((cast.els, True), (cast.finn, False)):
        client.force_login(who)
        assert (f'href="{reverse(PAGE)}"' in client.get(reverse("mine:garden")).text) is seen
