"""An administrator tries the settings, and reads in one line what is wrong with them."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from pytest_django.fixtures import Settings

from groeimodel.foundation.mail.models import OutgoingMail
from groeimodel.foundation.testing.mailserver import free_port, mail_server
from groeimodel.mailserver import MailServer
from groeimodel.mailserver import mail_server as read_setting

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("setting", "read"),
    [
        ("", MailServer()),
        ("smtp://mail.voorbeeld.test", MailServer("mail.voorbeeld.test", 25)),
        (
            "smtp://groei:ge%40heim@mail.voorbeeld.test:587?tls=1",
            MailServer("mail.voorbeeld.test", 587, "groei", "ge@heim", starttls=True),
        ),
        ("smtps://a:b@mail.voorbeeld.test", MailServer("mail.voorbeeld.test", 465, "a", "b", tls=True)),
    ],
)
def test_a_mail_server_is_one_address(setting: str, read: MailServer) -> None:
    assert read_setting(setting) == read


@pytest.mark.parametrize(
    "wrong",
    ["mail.voorbeeld.test", "http://a:geheim@b", "smtp://", "smtp://a:geheim@b:0", "smtp://a:geheim@b:x"],
)
def test_a_wrong_address_is_refused_without_its_password(wrong: str) -> None:
    with pytest.raises(ValueError, match="smtp://naam") as error:
        read_setting(wrong)
    assert "geheim" not in str(error.value)


def test_a_test_mail_goes_at_once(settings: Settings) -> None:
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", free_port()
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
    said = StringIO()
    with mail_server(settings.EMAIL_PORT) as postbox:
        call_command("send_test_mail", "ik@voorbeeld.test", stdout=said)
        assert postbox.readers == ["ik@voorbeeld.test"]
    assert said.getvalue().startswith("Verstuurd via 127.0.0.1:")
    assert OutgoingMail.objects.get().state == "sent"


def test_what_goes_wrong_is_one_line(settings: Settings) -> None:
    def said(address: str = "ik@voorbeeld.test") -> str:
        with pytest.raises(CommandError) as error:
            call_command("send_test_mail", address)
        return str(error.value)

    settings.EMAIL_HOST = ""
    assert "GROEIMODEL_MAIL" in said()
    assert "geen mailadres" in said("ik")
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", free_port()
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
    assert "niet te bereiken" in said()
    with mail_server(settings.EMAIL_PORT) as postbox:
        postbox.answers_to_reader = ["550 Onbekend"]
        assert "550" in said()
        settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD = "a", "geheim"
        assert "\n" not in said()
        assert "geheim" not in said()
