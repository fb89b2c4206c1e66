"""A question finds who knows, is answered from a phone, and comes back when nobody answers (claim P8)."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_scopes import scope, scopes_disabled
from pytest_django import DjangoAssertNumQueries

from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.partners import services as partners
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.personal import all_holdings
from groeimodel.foundation.testing.cast import Cast
from groeimodel.foundation.testing.mailbox import last_mail_to, link_in, mails_to
from groeimodel.soil.expertise import services as expertise
from groeimodel.soil.expertise.services import Said
from groeimodel.soil.harvest.models import Harvest
from groeimodel.soil.questions import services, tasks
from groeimodel.soil.questions.models import Answer, Question
from groeimodel.soil.questions.services import Call

TITLE = "Wie heeft een fuifcharter met de politie?"


def ask(cast: Cast, actor: Person | None = None, **values: object) -> Question:
    with scope(partnership=cast.partnership):
        call = Call(**{"title": TITLE, **values})  # type: ignore[arg-type]
        return services.ask(partnership=cast.partnership, call=call, actor=actor or cast.bram)


def answer(question: Question, actor: Person, text: str = "Wij wel.") -> Answer:
    with scope(partnership=question.partnership):
        return services.answer(question=question, text=text, actor=actor)


def fresh(question: Question) -> Question:
    with scopes_disabled():
        return Question.objects.get(pk=question.pk)


def reasons(question: Question) -> dict[str, str]:
    return {one.person.name: one.reason for one in question.told.select_related("person")}


def page(question: Question, name: str = "question", *args: int) -> str:
    return reverse(f"questions:{name}", args=[question.partnership.slug, question.pk, *args])


@pytest.fixture
def celia_knows(cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        said = Said("parties", "brings", "Een charter met de politie", municipality=cast.neighbour)
        expertise.share(partnership=cast.partnership, said=said)


@pytest.mark.claim("P8")
@pytest.mark.usefixtures("celia_knows")
def test_who_probably_knows_answers_from_the_phone_without_signing_in(client: Client, cast: Cast) -> None:
    question = ask(cast)
    assert (question.area, question.municipality) == ("parties", cast.municipality)
    assert reasons(question) == {"Celia": "municipality"}
    assert not mails_to(cast.finn)
    mail = last_mail_to(cast.celia)
    assert "omdat jouw gemeente dit meebrengt" in mail.text
    link = link_in(mail, "/antwoord/")
    assert TITLE in client.get(link).text
    assert not Answer.objects.exists(), "opening a link changes nothing"
    text = client.post(link, {"text": "Ja, ik stuur het je."}, follow=True).text
    assert "Bram kreeg je antwoord per mail" in text
    assert "Ja, ik stuur het je." in last_mail_to(cast.bram).text
    assert fresh(question).first_answered_at is not None
    entry = Entry.objects.filter(verb="questions.answered").get()
    assert (entry.actor, entry.municipality) == (cast.celia, cast.neighbour)
    client.post(link, {"text": "Ja, ik stuur het je."})
    assert Answer.objects.count() == 1, "a button that is tapped twice"


def test_a_link_of_somebody_who_left_or_that_was_changed_opens_nothing(client: Client, cast: Cast) -> None:
    ask(cast, everybody=True)
    link = link_in(last_mail_to(cast.finn), "/antwoord/")
    assert client.get(link[:-3] + "xx/").status_code == 404
    for one in cast.finn.appointments.all():
        partners.end_appointment(appointment=one, on=timezone.localdate())
    assert client.post(link, {"text": "Nog iets"}).status_code == 404
    assert not Answer.objects.exists()


def test_when_nobody_noted_it_whoever_knows_the_group_is_asked(cast: Cast) -> None:
    assert reasons(ask(cast)) == {"Finn": "nobody"}


def test_everybody_is_asked_on_request_and_the_asker_is_not(cast: Cast) -> None:
    assert set(reasons(ask(cast, everybody=True))) == {"Amina", "Celia", "Els", "Finn"}


@pytest.mark.usefixtures("celia_knows")
def test_the_rest_of_the_group_later_nobody_twice(client: Client, cast: Cast) -> None:
    question = ask(cast)
    client.force_login(cast.bram)
    assert "Nu kregen nog 3" in client.post(page(question, "spread"), follow=True).text
    client.post(page(question, "spread"))
    assert len(mails_to(cast.celia)) == len(mails_to(cast.amina)) == 1


def test_who_answered_before_is_asked_again(cast: Cast) -> None:
    answer(ask(cast, title="Charter voor veilig uitgaan", everybody=True), cast.amina)
    found = ask(cast, title="Een charter voor veilig uitgaan gezocht")
    assert reasons(found) == {"Amina": "answered"}


def at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 9, tzinfo=ZoneInfo("Europe/Brussels"))


def on(day: date) -> None:
    """The daily job of a day."""
    with time_machine.travel(at(day)):
        tasks.look_after_questions()


@pytest.mark.claim("P8")
@pytest.mark.usefixtures("celia_knows")
def test_without_an_answer_it_comes_back_and_reaches_the_supporter(cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        call = Call(TITLE)
        asked = at(date(2027, 3, 22))  # the Monday before Easter Monday
        question = services.ask(partnership=cast.partnership, call=call, actor=cast.bram, at=asked)
    on(date(2027, 3, 29))  # a week later, on Easter Monday
    assert fresh(question).came_back_at is None
    on(date(2027, 3, 30))
    assert set(reasons(question)) == {"Amina", "Celia", "Els", "Finn"}
    assert "Nog geen antwoord" in last_mail_to(cast.bram).subject
    count = len(mails_to(cast.celia))
    on(date(2027, 4, 5))
    assert fresh(question).passed_on_at is None
    on(date(2027, 4, 6))
    assert "Ze ligt nu bij Els" in last_mail_to(cast.bram).text
    assert "na tien werkdagen" in last_mail_to(cast.els).text
    before = len(mails_to(cast.els))
    on(date(2027, 4, 7))
    assert (len(mails_to(cast.els)), len(mails_to(cast.celia))) == (before, count), "each once"


def test_what_was_answered_or_closed_does_not_come_back(cast: Cast) -> None:
    answered, closed = ask(cast), ask(cast, title="Iets anders")
    answer(answered, cast.celia)
    services.close(question=closed, actor=cast.bram)
    on(date(2099, 3, 10))
    assert fresh(answered).came_back_at is None
    assert fresh(closed).came_back_at is None


@pytest.mark.claim("P8")
def test_the_time_to_an_answer_is_shown(client: Client, cast: Cast) -> None:
    client.force_login(cast.amina)
    board = reverse("questions:list", args=[cast.partnership.slug])
    for hours in (2, 5, 9):
        asked = timezone.now() - timedelta(days=3)
        with scope(partnership=cast.partnership):
            question = services.ask(partnership=cast.partnership, call=Call(TITLE), actor=cast.bram, at=asked)
            assert "nog te weinig" in client.get(board).text
            services.answer(question=question, text="Ja", actor=cast.celia, at=asked + timedelta(hours=hours))
    assert "na ongeveer 5 uur" in client.get(board).text


def test_asking_on_the_page(client: Client, cast: Cast) -> None:
    client.force_login(cast.bram)
    board = reverse("questions:list", args=[cast.partnership.slug])
    assert "Nog geen vragen" in client.get(board).text
    assert client.post(board, {"title": ""}).status_code == 422
    assert "wie de groep kent" in client.post(board, {"title": TITLE, "more": ""}, follow=True).text


def test_thanks_once_and_only_of_the_asker(client: Client, cast: Cast) -> None:
    question = ask(cast)
    row = answer(question, cast.celia)
    client.force_login(cast.finn)
    assert client.post(page(question, "thank", row.pk)).status_code == 403
    client.force_login(cast.bram)
    for _time in range(2):
        client.post(page(question, "thank", row.pk))
    assert [one.subject for one in mails_to(cast.celia)] == ["Bram bedankt je"]
    assert Entry.objects.filter(verb="questions.thanked", municipality=cast.municipality).count() == 1


def test_an_answer_becomes_harvest_with_the_way_back(client: Client, cast: Cast) -> None:
    question = ask(cast)
    answer(question, cast.celia)
    client.force_login(cast.bram)
    form = client.get(page(question, "harvest")).text
    assert f"Vraag aan de groep: {TITLE}" in form
    assert f'<option value="{cast.neighbour.pk}" selected>' in form
    sent = {"title": "Fuifcharter", "municipality": cast.municipality.pk, "gained_on": "2026-01-05"}
    client.post(page(question, "harvest"), {**sent, "from_municipality": cast.neighbour.pk})
    with scopes_disabled():
        crop = Harvest.objects.get()
    assert fresh(question).harvest == crop
    assert crop.source_url == question.get_absolute_url()
    listed = client.get(reverse("harvest:list", args=[cast.partnership.slug])).text
    assert f'href="{question.get_absolute_url()}"' in listed


def test_changing_and_removing_only_while_unanswered(client: Client, cast: Cast) -> None:
    question = ask(cast)
    client.force_login(cast.celia)
    assert client.post(page(question, "remove")).status_code == 403
    client.force_login(cast.bram)
    client.post(page(question, "change"), {"title": "Beter gevraagd"})
    assert fresh(question).title == "Beter gevraagd"
    answer(question, cast.celia)
    assert client.post(page(question, "change"), {"title": "Te laat"}).status_code == 422
    assert "al een antwoord" in client.post(page(question, "remove"), follow=True).text
    assert fresh(question).title == "Beter gevraagd"
    other = ask(cast, title="Weg ermee")
    client.post(page(other, "remove"))
    with scopes_disabled():
        assert not Question.objects.filter(pk=other.pk).exists()


def test_closed_takes_no_answers_until_it_is_open_again(client: Client, cast: Cast) -> None:
    question = ask(cast)
    client.force_login(cast.bram)
    client.post(page(question, "close"))
    with pytest.raises(ValidationError, match="afgesloten"):
        answer(question, cast.celia)
    client.post(page(question, "close"))
    answer(question, cast.celia)
    with pytest.raises(ValidationError, match="eigen vraag"):
        answer(question, cast.bram)


def test_another_partnership_answers_only_what_was_opened(client: Client, cast: Cast) -> None:
    hidden, opened = ask(cast, title="Onder ons"), ask(cast, title="Voor allen", opened=True)
    with pytest.raises(PermissionDenied):
        answer(hidden, cast.daan)
    client.force_login(cast.daan)
    text = client.get(reverse("questions:open")).text
    assert "Voor allen" in text
    assert "Proefdorp" in text
    assert "Onder ons" not in text
    assert "Bram" not in text
    one = reverse("questions:open_question", args=[opened.pk])
    assert "Bram" not in client.get(one).text
    assert client.get(reverse("questions:open_question", args=[hidden.pk])).status_code == 404
    assert client.get(page(opened)).status_code == 403
    client.post(one, {"text": "Bij ons werkt het zo."})
    row = Answer.objects.get()
    assert (row.outside, row.municipality) == (True, cast.faraway)
    assert "Bij ons werkt het zo." in last_mail_to(cast.bram).text


def test_a_name_is_shown_to_others_only_when_agreed(client: Client, cast: Cast) -> None:
    ask(cast, opened=True, named=True)
    assert not ask(cast, opened=False, named=True).named
    client.force_login(cast.daan)
    assert "Bram" in client.get(reverse("questions:open")).text


def test_erasing_leaves_the_question_without_waiting(cast: Cast) -> None:
    mine, other = ask(cast), ask(cast, actor=cast.amina, everybody=True)
    (holding,) = [one for one in all_holdings() if one.name == "questions"]
    assert len(list(holding.lines(cast.bram))) == 2
    holding.erase(cast.bram)
    assert fresh(mine).closed_at is not None
    assert "Bram" not in reasons(other)


def test_the_pages_take_as_many_queries_for_many(
    client: Client, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(12):
        question = ask(cast, title=f"Vraag {number}", opened=True)
        for who in (cast.amina, cast.celia):
            answer(question, who)
    client.force_login(cast.bram)
    client.get("/over/")
    with django_assert_max_num_queries(10):
        client.get(reverse("questions:list", args=[cast.partnership.slug]))
    with django_assert_max_num_queries(14):
        client.get(page(question))
    with django_assert_max_num_queries(6):
        client.get(reverse("questions:open"))
