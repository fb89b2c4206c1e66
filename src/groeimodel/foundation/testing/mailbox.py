"""What a reader finds in the mailbox, for the tests of every room.

mail = last_mail_to(cast.amina)
client.post(link_in(mail, "/mandaat/"))
"""

from __future__ import annotations

import re

from django.conf import settings

from groeimodel.foundation.mail.models import OutgoingMail
from groeimodel.foundation.people.models import Person


def mails_to(reader: Person | str) -> list[OutgoingMail]:
    """All mails to a person or an address, oldest first."""
    address = reader if isinstance(reader, str) else reader.email
    return list(OutgoingMail.objects.filter(address=address).order_by("pk"))


def last_mail_to(reader: Person | str) -> OutgoingMail:
    """The last one; a test that expects it fails when there is none."""
    return mails_to(reader)[-1]


def links_in(mail: OutgoingMail) -> list[str]:
    """The paths of all links of this site in the plain text, in order."""
    return re.findall(re.escape(settings.PUBLIC_URL) + r"(/\S*)", mail.text)


def link_in(mail: OutgoingMail, part: str) -> str:
    """The path of the first link that has `part` in it."""
    return next(link for link in links_in(mail) if part in link)


def code_in(mail: OutgoingMail) -> str:
    """The code of a mail to sign in."""
    found = re.search(r"code in op de pagina waar je je aanmeldt: ([\w-]+)", mail.text)
    assert found, mail.text
    return found[1]
