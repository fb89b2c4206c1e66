"""Answers have a promised day: who is late is seen, who passed a question on is not, and a year has its median (claim I4)."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from groeimodel.foundation.asks import Here
from groeimodel.foundation.contact import promising, selectors, services
from groeimodel.foundation.contact.asking import asks_of
from groeimodel.foundation.contact.models import Question
from groeimodel.foundation.partners.access import parts_in
from groeimodel.foundation.testing.cast import Cast
from groeimodel.foundation.testing.mailbox import last_mail_to
from groeimodel.gauge.scan.tests.filling import inside

FRIDAY = datetime(2026, 4, 3, 9, tzinfo=UTC)
"""Before Easter Monday of 2026."""


def asked(cast: Cast, at: datetime = FRIDAY) -> Question:
    with inside(cast):
        return services.ask(partnership=cast.partnership, text="Wat nu?", page="", actor=cast.bram, at=at)


@pytest.mark.claim("I4")
def test_the_promise_counts_working_days_and_skips_holidays(cast: Cast) -> None:
    question = asked(cast)
    assert question.promised_on == date(2026, 4, 9), "Easter Monday does not count"
    with time_machine.travel(datetime(2026, 4, 9, 12, tzinfo=UTC)):
        assert not question.late
        assert question.waiting_days == 3
    with time_machine.travel(datetime(2026, 4, 10, 12, tzinfo=UTC)):
        assert question.late


@pytest.mark.claim("I4")
def test_asker_and_supporter_read_the_promise(client: Client, cast: Cast) -> None:
    client.force_login(cast.bram)
    assert f"binnen {promising.PROMISED} werkdagen" in client.get(reverse("contact:ask")).text
    question = asked(cast)
    with time_machine.travel(datetime(2026, 4, 7, 12, tzinfo=UTC)):
        client.force_login(cast.els)
        page = client.get(reverse("contact:inbox")).text
        assert "antwoord beloofd tegen 9 april" in page
        assert "wacht al 1 werkdag" in page
    with time_machine.travel(datetime(2026, 4, 14, 12, tzinfo=UTC)):
        client.force_login(cast.els)
        assert "te laat: beloofd tegen 9 april" in client.get(reverse("contact:inbox")).text
        with inside(cast):
            here = Here(cast.els, cast.partnership, parts_in(cast.els, cast.partnership), date(2026, 4, 14))
            (ask,) = asks_of(here)
        assert ask.weight == 95
        assert "langer dan beloofd" in ask.why
    assert question.waits


def test_who_passes_a_question_on_tells_the_asker_whom_to_expect(client: Client, cast: Cast) -> None:
    question = asked(cast)
    client.force_login(cast.els)
    address = reverse("contact:pass_on", args=["testland", question.pk])
    assert client.post(address, {"to": "  "}).status_code == 422
    client.post(address, {"to": "Nadia van de steunpuntwerking"})
    mail = last_mail_to(cast.bram)
    assert "doorgegeven aan Nadia" in mail.subject
    question.refresh_from_db()
    with time_machine.travel(datetime(2026, 6, 1, tzinfo=UTC)):
        assert not question.late
    client.force_login(cast.bram)
    page = client.get(reverse("contact:question", args=["testland", question.pk])).text
    assert "Doorgegeven aan Nadia" in page
    with inside(cast):
        services.answer(question=question, text="Toch nog ik.", actor=cast.els)
        with pytest.raises(ValidationError):
            services.pass_on(question=question, to="Iemand", actor=cast.els)


@pytest.mark.parametrize("who", ["amina", "bram", "celia", "daan"])
def test_only_who_answers_passes_on(client: Client, cast: Cast, who: str) -> None:
    question = asked(cast)
    client.force_login(getattr(cast, who))
    address = reverse("contact:pass_on", args=["testland", question.pk])
    assert client.post(address, {"to": "Iemand"}).status_code == 403
    with inside(cast), pytest.raises(PermissionDenied):
        services.pass_on(question=question, to="Iemand", actor=getattr(cast, who))


@pytest.mark.claim("I4")
def test_the_median_of_a_year_is_of_first_answers(client: Client, cast: Cast) -> None:
    for days, text in ((1, "snel"), (2, "gewoon"), (8, "traag")):
        question = asked(cast, datetime(2026, 3, 2, 9, tzinfo=UTC))
        with time_machine.travel(datetime(2026, 3, 2 + days, 9, tzinfo=UTC)), inside(cast):
            services.answer(question=question, text=text, actor=cast.els)
    with time_machine.travel(datetime(2026, 3, 30, 9, tzinfo=UTC)), inside(cast):
        services.answer(question=question, text="beter", actor=cast.els)
    told = selectors.answering_of(cast.els, date(2026, 4, 1))
    assert (told.answered, told.usual, told.in_time) == (3, 2.0, 2), "a better answer later changes no time"
    assert selectors.answering_of(cast.els, date(2027, 6, 1)).usual is None
    client.force_login(cast.els)
    with time_machine.travel(datetime(2026, 4, 1, 9, tzinfo=UTC)):
        client.force_login(cast.els)
        assert (
            "beantwoordde je 3 vragen, 2 op tijd. Meestal duurde het 2 werkdagen"
            in client.get(reverse("contact:inbox")).text
        )


def test_the_inbox_asks_as_much_of_the_database_for_one_as_for_many(
    client: Client, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client.force_login(cast.els)
    asked(cast)
    client.get(reverse("contact:inbox"))
    for _n in range(6):
        asked(cast)
    with django_assert_max_num_queries(8):
        client.get(reverse("contact:inbox"))
