"""Reading the outbox as its receiver would."""

import re

from groeimodel.foundation.mail.models import OutgoingMail


def last_mail(address: str) -> OutgoingMail:
    found = OutgoingMail.objects.filter(address=address).order_by("-pk").first()
    assert found is not None, f"no mail to {address}"
    return found


def code_in(mail: OutgoingMail) -> str:
    found = re.search(r"code in op de pagina waar je je aanmeldt: ([\w-]+)", mail.text)
    assert found
    return found[1]


def link_in(mail: OutgoingMail, part: str) -> str:
    """The path of the first link that has this part."""
    found = re.search(rf"https?://[^/\s]+(/\S*{part}\S*)", mail.text)
    assert found, mail.text
    return found[1]
