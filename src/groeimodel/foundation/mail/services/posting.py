"""Writing a mail, in the transaction of the change that it tells."""

from __future__ import annotations

from email.utils import make_msgid
from typing import Any, Protocol
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from groeimodel.foundation.jobs import queue
from groeimodel.foundation.mail.addresses import stop_url, wishes_url
from groeimodel.foundation.mail.kinds import Kind, kind_of
from groeimodel.foundation.mail.letters import Letter
from groeimodel.foundation.mail.models import OutgoingMail
from groeimodel.foundation.mail.readers import Reader
from groeimodel.foundation.mail.rendering import Foot, render
from groeimodel.foundation.mail.services.wishes import refuses
from groeimodel.foundation.people.models import Person


class Partnership(Protocol):
    """This room lies under the one that knows partnerships: the row will do."""

    name: Any

    @property
    def pk(self) -> Any: ...


def post(
    *,
    kind: str,
    to: Person | str,
    letter: Letter,
    name: str = "",
    partnership: Partnership | None = None,
    actor: Person | None = None,
) -> OutgoingMail | None:
    """Write a mail to a person, or to a bare address with a name, and queue its sending.

    None when it need not go: the reader does without this kind, or is a person without an address.

    Raises:
        LookupError: no room registered this kind.
    """
    what = kind_of(kind)
    address = (to.email or "") if isinstance(to, Person) else to.strip()
    reader = Reader(to) if isinstance(to, Person) else Reader.at(address)
    if not address or (what.optional and refuses(kind, reader)):
        return None
    with transaction.atomic():
        mail = write(what, reader, address, letter, name=name, partnership=partnership, actor=actor)
        queue("mail.send", {"mail": mail.pk}, patient=what.optional or letter.way_out is not None)
    return mail


def write(
    kind: Kind,
    reader: Reader,
    address: str,
    letter: Letter,
    *,
    name: str = "",
    partnership: Partnership | None = None,
    actor: Person | None = None,
) -> OutgoingMail:
    """Write a mail without asking anybody to send it."""
    called = reader.person.name if reader.person else name
    foot = _foot(kind, reader, partnership) if letter.way_out is None else Foot.of(letter.way_out)
    rendered = render(letter, name=called, foot=foot)
    return OutgoingMail.objects.create(
        kind=kind.name,
        person=reader.person,
        address=address,
        name=called[:120],
        partnership_id=partnership.pk if partnership else None,
        actor=actor,
        subject=rendered.subject[:200],
        text=rendered.text,
        html=rendered.html,
        calendar=letter.calendar,
        unsubscribe_url=foot.unsubscribe_url,
        message_id=_message_id(),
    )


def _foot(kind: Kind, reader: Reader, partnership: Partnership | None) -> Foot:
    if kind.why:
        why = str(kind.why)
    elif reader.person:
        why = _("Je krijgt deze mail omdat je meewerkt aan een samenwerking in Groeimodel.")
    else:
        why = _("Je krijgt deze mail omdat iemand in Groeimodel je adres opgaf.")
    return Foot(
        why=why,
        partnership=str(partnership.name) if partnership else "",
        wishes_url=wishes_url(reader),
        unsubscribe_url=stop_url(kind.name, reader) if kind.optional else "",
    )


def _message_id() -> str:
    return make_msgid(domain=urlsplit(settings.PUBLIC_URL).hostname or "localhost")
