"""What arrives at a real mail server, and what happens when it does not want it."""

from collections.abc import Iterator
from datetime import timedelta
from email.message import EmailMessage

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import Settings

from groeimodel.foundation.jobs import services as jobs
from groeimodel.foundation.jobs import worker
from groeimodel.foundation.jobs.models import Job
from groeimodel.foundation.mail.models import OutgoingMail
from groeimodel.foundation.mail.services import Action, Letter, forget, post
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.testing.cast import Cast
from groeimodel.foundation.testing.mailserver import Postbox, free_port, mail_server

State = OutgoingMail.State
LETTER = Letter(
    subject="Geef je ambtenaar tijd – één klik volstaat",
    paragraphs=["Bram vraagt vier uur in de maand.", "“Graag” of “neen”: beide zijn goed."],
    action=Action(label="Geef vier uur", url="/mandaat/abc/"),
)


@pytest.fixture
def port(settings: Settings) -> int:
    """Where the mail server is, once it runs."""
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", free_port()
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
    settings.EMAIL_TIMEOUT = 5
    settings.DEFAULT_FROM_EMAIL = "Groeimodel <groei@voorbeeld.test>"
    return int(settings.EMAIL_PORT)


@pytest.fixture
def postbox(port: int) -> Iterator[Postbox]:
    with mail_server(port) as box:
        yield box


def work() -> None:
    """What is due; without the daily jobs, which have tests of their own."""
    while worker.work_once():
        pass


def later() -> None:
    """Let the pause after a failure pass."""
    Job.objects.filter(jobs.OPEN).update(due_at=timezone.now())
    work()


def write(cast: Cast, kind: str = "mail.test") -> OutgoingMail:
    mail = post(kind=kind, to=cast.amina, letter=LETTER, partnership=cast.partnership)
    assert mail is not None
    return mail


def part(mail: EmailMessage, kind: str) -> str:
    body = mail.get_body((kind,))
    assert body is not None
    text: str = body.get_content()
    return text


def test_what_arrives_has_two_forms_and_the_right_headers(cast: Cast, postbox: Postbox) -> None:
    mail = write(cast)
    work()
    (got,) = postbox.mails
    assert got.get_content_type() == "multipart/alternative"
    assert [one.get_content_type() for one in got.iter_parts()] == ["text/plain", "text/html"]
    assert got["Subject"].strip() == LETTER.subject
    assert got["To"].addresses[0].addr_spec == "amina@voorbeeld.test"
    assert got["From"].addresses[0].addr_spec == "groei@voorbeeld.test"
    assert got["Message-ID"] == mail.message_id
    assert got["Auto-Submitted"] == "auto-generated"
    assert got["Date"]
    assert not got.defects
    for kind in ("plain", "html"):
        assert "“Graag” of “neen”: beide zijn goed." in part(got, kind)
        assert "http://127.0.0.1:8000/mandaat/abc/" in part(got, kind)
    mail.refresh_from_db()
    assert (mail.state, mail.tries) == (State.SENT, 1)
    assert mail.sent_at


def test_only_a_mail_that_can_be_missed_can_be_stopped(cast: Cast, postbox: Postbox, client: Client) -> None:
    """With the button of the mail program itself: one POST, no page (RFC 8058)."""
    write(cast)
    write(cast, "mail.digest")
    work()
    needed, optional = postbox.mails
    assert needed["List-Unsubscribe"] is None
    assert optional["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    path = optional["List-Unsubscribe"].replace("\r\n", "").strip("<> ").removeprefix("http://127.0.0.1:8000")
    assert client.post(path, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert post(kind="mail.digest", to=cast.amina, letter=LETTER) is None


@pytest.mark.parametrize("where", ["answers_to_reader", "answers_to_mail"])
def test_a_refusal_for_now_is_tried_again_with_the_same_id(cast: Cast, postbox: Postbox, where: str) -> None:
    mail = write(cast)
    setattr(postbox, where, ["451 Even geduld"])
    work()
    mail.refresh_from_db()
    assert (mail.state, mail.tries) == (State.WAITING, 1)
    assert "451" in mail.error
    assert "amina" not in mail.error + Job.objects.get().error
    later()
    mail.refresh_from_db()
    assert (mail.state, mail.tries, mail.error) == (State.SENT, 2, "")
    assert [one["Message-ID"] for one in postbox.mails] == [mail.message_id]


@pytest.mark.parametrize("where", ["answers_to_reader", "answers_to_mail"])
def test_a_refusal_for_good_fails_at_once_in_sight_of_the_administrator(
    cast: Cast, postbox: Postbox, client: Client, where: str
) -> None:
    mail = write(cast)
    setattr(postbox, where, ["550 Onbekend"])
    work()
    mail.refresh_from_db()
    assert (mail.state, mail.tries) == (State.FAILED, 1)
    assert "550" in mail.error
    assert Job.objects.get().given_up_at

    client.force_login(Person.objects.create_superuser("beheer@voorbeeld.test", name="Beheer"))
    page = client.get("/beheer/mail/outgoingmail/", {"state": "failed"})
    assert "amina@voorbeeld.test" in page.content.decode()
    client.post("/beheer/mail/outgoingmail/", {"action": "try_again", "_selected_action": [mail.pk]})
    work()
    mail.refresh_from_db()
    assert mail.state == State.SENT


def test_the_administrator_does_not_read_what_was_sent(cast: Cast, postbox: Postbox, client: Client) -> None:
    """Mails hold codes and links of other people."""
    mail = write(cast)
    work()
    client.force_login(Person.objects.create_superuser("beheer@voorbeeld.test", name="Beheer"))
    page = client.get(f"/beheer/mail/outgoingmail/{mail.pk}/change/").content.decode()
    assert "amina@voorbeeld.test" in page
    assert "vier uur" not in page


def test_a_server_that_is_down_gets_the_mail_when_it_is_up(cast: Cast, port: int) -> None:
    mail = write(cast)
    work()
    mail.refresh_from_db()
    assert (mail.state, mail.tries) == (State.WAITING, 1)
    assert "niet te bereiken" in mail.error
    with mail_server(port) as postbox:
        later()
        assert len(postbox.raw) == 1
    mail.refresh_from_db()
    assert mail.state == State.SENT


def test_a_server_that_stays_down_ends_in_a_failed_mail(cast: Cast, port: int) -> None:
    mail = write(cast)
    for _ in range(8):
        later()
    mail.refresh_from_db()
    assert (mail.state, mail.tries) == (State.FAILED, 8)


def test_a_server_that_does_not_want_us_is_tried_again(cast: Cast, port: int, settings: Settings) -> None:
    """A wrong password concerns all mails: somebody repairs it, and nothing is lost meanwhile."""
    settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD = "groei", "fout"
    mail = write(cast)
    with mail_server(port):
        work()
    mail.refresh_from_db()
    assert mail.state == State.WAITING
    assert mail.error


def test_a_mail_that_was_sent_is_not_sent_again(cast: Cast, postbox: Postbox) -> None:
    """The worker was killed just before it could say that the job was done."""
    write(cast)
    work()
    Job.objects.update(done_at=None)
    work()
    assert len(postbox.raw) == 1


def test_a_mail_to_somebody_who_was_forgotten_meanwhile_is_not_sent(cast: Cast, postbox: Postbox) -> None:
    write(cast)
    forget(cast.amina)
    work()
    assert not postbox.raw


def test_without_a_mail_server_it_is_kept(cast: Cast, settings: Settings, client: Client) -> None:
    settings.EMAIL_HOST = ""
    mail = write(cast)
    work()
    mail.refresh_from_db()
    assert mail.state == State.HELD
    client.force_login(Person.objects.create_superuser("beheer@voorbeeld.test", name="Beheer"))
    assert "vier uur" in client.get(f"/beheer/mail/outgoingmail/{mail.pk}/change/").content.decode()


def test_lines_of_a_subject_cannot_become_headers(cast: Cast, postbox: Postbox) -> None:
    letter = Letter(subject="Hallo\r\nBcc: iedereen@voorbeeld.test", paragraphs=["x"])
    post(kind="mail.test", to="nieuw@voorbeeld.test", name="Nieuw\r\nBcc: x@voorbeeld.test", letter=letter)
    work()
    (got,) = postbox.mails
    assert got["Bcc"] is None
    assert postbox.readers == ["nieuw@voorbeeld.test"]


def test_an_address_that_cannot_be_written_down_fails_at_once(cast: Cast, postbox: Postbox) -> None:
    mail = write(cast)
    OutgoingMail.objects.update(address="amina@voor beeld\n.test")
    work()
    mail.refresh_from_db()
    assert (mail.state, mail.tries) == (State.FAILED, 1)
    assert not postbox.raw


def test_words_are_kept_for_ninety_days_and_codes_for_one(cast: Cast) -> None:
    from groeimodel.foundation.mail import kinds
    from groeimodel.foundation.mail.nightly import tidy

    kinds.register(kinds.Kind("test.code", label="Codes", keep_days=1))
    try:
        mails = [write(cast), write(cast, "test.code")]
        emptied = []
        for days in (0.9, 1.1, 89.9, 90.1):
            with time_machine.travel(timezone.now() + timedelta(days=days), tick=False):
                tidy()
            emptied.append([bool(OutgoingMail.objects.get(pk=one.pk).emptied_at) for one in mails])
    finally:
        del kinds._kinds["test.code"]
    assert emptied == [[False, False], [False, True], [False, True], [True, True]]
    mail = OutgoingMail.objects.get(pk=mails[0].pk)
    assert not any((mail.text, mail.html, mail.subject, mail.address, mail.name))
    assert mail.person == cast.amina


def test_forgetting_somebody_empties_all_their_mails(cast: Cast) -> None:
    write(cast)
    post(kind="mail.test", to="AMINA@voorbeeld.test", name="Amina", letter=LETTER)
    post(kind="mail.test", to=cast.bram, letter=LETTER)
    assert forget(cast.amina) == 2
    assert [mail.address for mail in OutgoingMail.objects.order_by("pk")] == ["", "", "bram@voorbeeld.test"]
    assert not OutgoingMail.objects.filter(text__contains="Amina").exists()
