"""The promised answer time is watched: near and late are signalled, and the figures are shown (claims B10, B16)."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_scopes import scope

from groeimodel.foundation.asks import Here, asked_of
from groeimodel.foundation.due import due_of
from groeimodel.foundation.partners.access import parts_in
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.testing.cast import Cast
from groeimodel.shop.desk import selectors, services
from groeimodel.shop.desk.models import Request
from groeimodel.shop.desk.promising import is_near, times_of
from groeimodel.shop.desk.tests.kit import now, open_desk, received

MONDAY = date(2027, 3, 1)


def at(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(10)))


def on(cast: Cast, who: Person, day: date) -> list[tuple[str, int]]:
    here = Here(who, cast.partnership, parts_in(who, cast.partnership), day)
    with scope(partnership=cast.partnership):
        return [(one.title, one.weight) for one in asked_of(here) if "aanvra" in one.url]


def asks(cast: Cast, who: Person, day: date) -> list[str]:
    return [title for title, _weight in on(cast, who, day)]


def titles(cast: Cast, day: date) -> list[tuple[str, date]]:
    return [(one.title, one.on) for one in due_of(cast.partnership, day) if one.key.startswith("desk.")]


@pytest.fixture
def one(cast: Cast) -> Request:
    open_desk(cast)
    return received(cast, at=at(MONDAY))


@pytest.mark.claim("B16")
def test_first_the_handler_then_the_coordinator(cast: Cast, one: Request) -> None:
    assert now(one).promised_on == date(2027, 3, 8)
    assert asks(cast, cast.finn, MONDAY) == ["Kies wie de aanvraag opvolgt: Iets op maat"]
    assert asks(cast, cast.bram, MONDAY) == []
    with scope(partnership=cast.partnership):
        services.assign(request=one, handler=cast.bram, at=at(MONDAY))
    answer, late = "Antwoord op de aanvraag: Iets op maat", "Aanvraag te laat: Iets op maat"
    assert on(cast, cast.bram, MONDAY) == [(answer, 60)]
    assert on(cast, cast.bram, date(2027, 3, 5)) == [(answer, 86)], "the last working day but one"
    assert asks(cast, cast.finn, date(2027, 3, 8)) == []
    assert on(cast, cast.bram, date(2027, 3, 9)) == [(answer, 90)]
    assert asks(cast, cast.finn, date(2027, 3, 9)) == [late]
    for nobody in (cast.amina, cast.els, cast.celia):
        assert asks(cast, nobody, date(2027, 3, 9)) == []


def test_what_is_answered_is_asked_no_more(cast: Cast, one: Request) -> None:
    assert titles(cast, MONDAY) == [("De klant verwacht een antwoord: Iets op maat.", date(2027, 3, 8))]
    with scope(partnership=cast.partnership):
        services.reply(request=one, text="Hoe laat?", asks=True, actor=cast.bram, at=at(date(2027, 3, 3)))
    assert titles(cast, MONDAY) == []
    assert asks(cast, cast.bram, date(2027, 4, 1)) == []


def test_a_reply_without_a_question_promises_the_next_step(cast: Cast, one: Request) -> None:
    with scope(partnership=cast.partnership):
        services.reply(request=one, text="We zoeken het uit", actor=cast.bram, at=at(date(2027, 3, 3)))
    assert now(one).answer_by == date(2027, 3, 10)


def test_after_the_agreed_day_it_is_rounded_off(cast: Cast, one: Request) -> None:
    day = date(2027, 5, 8)
    with scope(partnership=cast.partnership):
        services.agree(request=one, what="Fuif", day=day, actor=cast.bram, at=at(MONDAY))
    assert titles(cast, day) == []
    told = "Rond de aanvraag af en noteer wie ze bereikte: Iets op maat."
    assert titles(cast, day + timedelta(days=1)) == [(told, day)]
    assert asks(cast, cast.bram, day + timedelta(days=1)) == ["Rond de aanvraag af: Iets op maat"]


def test_near_counts_working_days() -> None:
    assert is_near(date(2027, 3, 8), date(2027, 3, 5))  # Friday and Monday
    assert not is_near(date(2027, 3, 8), date(2027, 3, 4))


@pytest.mark.claim("B16")
def test_figures_by_hand(cast: Cast) -> None:
    """Answered after 1, 3 and 7 working days of 5 promised; one waits too long, one waits in time."""
    open_desk(cast)
    for took in (date(2027, 3, 2), date(2027, 3, 4), date(2027, 3, 10)):
        one = received(cast, at=at(MONDAY))
        with scope(partnership=cast.partnership):
            services.reply(request=one, text="Ja", actor=cast.bram, at=at(took))
    received(cast, at=at(MONDAY))
    received(cast, at=at(date(2027, 3, 9)))
    with scope(partnership=cast.partnership):
        found = selectors.answer_times(cast.partnership, 2027, date(2027, 3, 11))
        assert (found.received, found.answered, found.median, found.within, found.over) == (5, 3, 3.0, 2, 1)
        assert found.percent == 50
        assert selectors.answer_times(cast.partnership, 2026).percent is None


def test_nothing_divides_by_nothing() -> None:
    empty = times_of([], MONDAY)
    assert (empty.received, empty.median, empty.share, empty.percent) == (0, None, None, None)


def test_the_figures_stand_on_the_list(client: Client, cast: Cast) -> None:
    open_desk(cast)
    with time_machine.travel(at(MONDAY), tick=False):
        one = received(cast)
    with time_machine.travel(at(date(2027, 3, 3)), tick=False):
        with scope(partnership=cast.partnership):
            services.reply(request=one, text="Ja", actor=cast.bram)
        client.force_login(cast.amina)
        shown = client.get(reverse("desk:list", args=[cast.partnership.slug])).text
    assert "<dd>100%</dd>" in shown
    assert "<dd>2</dd>" in shown


def test_a_shorter_promise_later_changes_nothing_of_before(cast: Cast, one: Request) -> None:
    with scope(partnership=cast.partnership):
        services.set_up(partnership=cast.partnership, terms=services.Terms(True, 1))
    assert now(one).promised_on == date(2027, 3, 8)
