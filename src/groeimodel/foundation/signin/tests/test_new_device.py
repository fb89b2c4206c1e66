"""Signing in on a device that was not seen before is told by mail."""

from django.test import Client

from groeimodel.foundation.mail.models import OutgoingMail
from groeimodel.foundation.signin.selectors import device_in_words
from groeimodel.foundation.testing.cast import Cast
from groeimodel.foundation.testing.mailbox import last_mail_to, link_in

PHONE = (
    "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126 Mobile Safari/537.36"
)
DESK = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0"


def enter(cast: Cast, agent: str) -> Client:
    client = Client(headers={"user-agent": agent})
    client.post("/aanmelden/", {"email": "bram@voorbeeld.test"})
    client.post(link_in(last_mail_to(cast.bram), "/aanmelden/link/"))
    return client


def test_a_new_device_is_mailed_and_a_known_one_is_not(cast: Cast) -> None:
    def told() -> int:
        return OutgoingMail.objects.filter(kind="signin.new_device", person=cast.bram).count()

    enter(cast, PHONE)
    enter(cast, PHONE)
    assert told() == 0
    enter(cast, DESK)
    assert told() == 1


def test_devices_in_words() -> None:
    assert device_in_words(PHONE) == "Chrome op Android"
    assert device_in_words("curl/8") == "een onbekend toestel"
