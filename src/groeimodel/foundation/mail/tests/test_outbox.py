"""The outbox of the demonstration shows what would have been sent, and exists nowhere else."""

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from groeimodel.foundation.mail.models import OutgoingMail
from groeimodel.foundation.mail.services import Action, Letter, forget, post
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.testing.cast import Cast


def write(cast: Cast, subject: str = "Doe je mee?") -> OutgoingMail:
    letter = Letter(subject=subject, paragraphs=["<script>x</script>"], action=Action("Ja", "/ja/?a=1&b=2"))
    mail = post(kind="mail.test", to=cast.bram, letter=letter, partnership=cast.partnership)
    assert mail is not None
    return mail


@pytest.fixture
def pages(cast: Cast) -> list[str]:
    mail = write(cast)
    return ["/postvak/", f"/postvak/{mail.pk}/", f"/postvak/{mail.pk}/html/"]


def test_only_in_the_demonstration(client: Client, cast: Cast, pages: list[str], settings: Settings) -> None:
    assert [client.get(page).status_code for page in pages] == [404, 404, 404]
    client.force_login(cast.bram)
    assert [client.get(page).status_code for page in pages] == [404, 404, 404]
    settings.DEMO = True
    assert [client.get(page).status_code for page in pages] == [200, 200, 200]


def test_newest_first_a_page_at_a_time(
    client: Client, cast: Cast, settings: Settings, django_assert_max_num_queries: object
) -> None:
    settings.DEMO = True
    for number in range(30):
        write(cast, f"Mail {number:02}")
    with django_assert_max_num_queries(3):  # type: ignore[operator]
        first = client.get("/postvak/").content.decode()
    assert first.index("Mail 29") < first.index("Mail 28")
    assert "Mail 04" not in first
    assert "Mail 04" in client.get("/postvak/", {"bladzijde": 2}).content.decode()


def test_the_mail_itself_can_run_and_load_nothing(
    client: Client, pages: list[str], settings: Settings
) -> None:
    settings.DEMO = True
    answer = client.get(pages[2])
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert "frame-ancestors 'self'" in policy
    assert answer["X-Frame-Options"] == "SAMEORIGIN"
    assert "<script>" not in answer.content.decode()
    assert "&lt;script&gt;" in client.get(pages[1]).content.decode()
    assert 'sandbox="allow-top-navigation-by-user-activation"' in client.get(pages[1]).content.decode()


def test_links_lead_to_the_site_that_is_open(client: Client, pages: list[str], settings: Settings) -> None:
    """A phone in the room knows it under another name than the one in the mail."""
    settings.DEMO, settings.ALLOWED_HOSTS = True, ["*"]
    for page in pages[1:]:
        text = client.get(page, headers={"host": "10.0.0.7:8111"}).content.decode()
        assert 'href="http://10.0.0.7:8111/ja/?a=1&amp;b=2"' in text
        assert "127.0.0.1:8000" not in text


def test_codes_of_administrators_stay_closed(client: Client, cast: Cast, settings: Settings) -> None:
    """Whoever reads one could become the administrator of a demonstration."""
    settings.DEMO = True
    Person.objects.create_superuser("Beheer@voorbeeld.test", name="Beheer")
    mail = post(kind="mail.test", to="beheer@voorbeeld.test", letter=Letter(subject="Code", paragraphs=["1"]))
    assert mail is not None
    assert "Code" not in client.get("/postvak/").content.decode()
    assert client.get(f"/postvak/{mail.pk}/").status_code == 404
    assert client.get(f"/postvak/{mail.pk}/html/").status_code == 404


def test_what_was_forgotten_is_shown_as_emptied(client: Client, cast: Cast, settings: Settings) -> None:
    settings.DEMO = True
    mail = write(cast)
    forget(cast.bram)
    assert "weggehaald" in client.get(f"/postvak/{mail.pk}/").content.decode()
    assert "(leeggemaakt)" in client.get("/postvak/").content.decode()
