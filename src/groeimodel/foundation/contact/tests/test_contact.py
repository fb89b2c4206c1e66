"""One click from every page asks the supporter, who sees the question with where it came from (claim I4)."""

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from groeimodel.foundation.contact import selectors, services
from groeimodel.foundation.contact.models import Question
from groeimodel.foundation.partners.models import Appointment
from groeimodel.foundation.testing.cast import Cast
from groeimodel.foundation.testing.mailbox import last_mail_to, link_in
from groeimodel.gauge.scan.tests.filling import inside

PAGE = "/igs/testland/oogst/"


def asked(cast: Cast) -> Question:
    with inside(cast):
        return services.ask(partnership=cast.partnership, text="Hoe begin je?", page=PAGE, actor=cast.bram)


@pytest.mark.claim("I4")
@pytest.mark.parametrize("path", ["/", "/model/", "/scan/", PAGE, "/over/"])
def test_every_page_has_the_question_one_click_away(client: Client, cast: Cast, path: str) -> None:
    client.force_login(cast.bram)
    assert f'href="{reverse("contact:ask")}?van={path}"' in client.get(path).text


@pytest.mark.claim("I4")
def test_the_supporter_gets_the_question_with_its_context_and_answers(client: Client, cast: Cast) -> None:
    client.force_login(cast.bram)
    form = client.get(reverse("contact:ask"), {"van": PAGE}).text
    assert "Els" in form
    assert PAGE in form
    client.post(reverse("contact:ask"), {"text": "Hoe begin je?", "van": PAGE})
    mail = last_mail_to("els@voorbeeld.test")
    assert "jeugdambtenaar van Proefdorp" in mail.text
    assert PAGE in mail.text
    els = Client()
    els.force_login(cast.els)
    question = link_in(mail, "/vraag/")
    assert "Hoe begin je?" in els.get(question).text
    els.post(question, {"text": "Met een koffie."})
    assert "Met een koffie." in last_mail_to("bram@voorbeeld.test").text
    assert "Met een koffie." in client.get(question).text


@pytest.mark.claim("I4")
def test_every_municipality_knows_its_supporter(cast: Cast) -> None:
    assert selectors.supporter_of(cast.municipality) == [cast.els]
    assert selectors.supporter_of(cast.faraway) == []


def test_without_a_supporter_the_coordinator_answers(cast: Cast) -> None:
    Appointment.objects.filter(kind="supporter").delete()
    asked(cast)
    assert "Hoe begin je?" in last_mail_to("finn@voorbeeld.test").text


def test_without_either_it_says_so(client: Client, cast: Cast) -> None:
    Appointment.objects.filter(partnership=cast.partnership).delete()
    client.force_login(cast.bram)
    answer = client.post(reverse("contact:ask"), {"text": "Hallo?"})
    assert answer.status_code == 422
    assert "nog geen regio-ondersteuner" in answer.text
    assert "Hallo?" in answer.text, "what was typed is kept"


@pytest.mark.parametrize("who", ["amina", "celia", "daan"])
def test_a_question_is_between_two(client: Client, cast: Cast, who: str) -> None:
    question = asked(cast)
    client.force_login(getattr(cast, who))
    assert client.get(reverse("contact:question", args=["testland", question.pk])).status_code == 403
    assert "Hoe begin je?" not in client.get(reverse("contact:inbox")).text
    with inside(cast), pytest.raises(PermissionDenied):
        services.answer(question=question, text="x", actor=getattr(cast, who))


@pytest.mark.parametrize(
    "page", ["//elders.test/", "https://elders.test/", "javascript:alert(1)", "/welkom/" + "x" * 80 + "/"]
)
def test_no_foreign_page_and_no_secret_link_goes_along(client: Client, cast: Cast, page: str) -> None:
    client.force_login(cast.bram)
    client.post(reverse("contact:ask"), {"text": "Hoe begin je?", "van": page})
    with inside(cast):
        kept = Question.objects.get().page
    assert kept in ("", "/welkom/…/")


def test_a_visitor_comes_back_after_signing_in(client: Client, cast: Cast) -> None:
    answer = client.get(reverse("contact:ask"), {"van": PAGE})
    assert answer["Location"].startswith("/aanmelden/?next=/vraag/")
