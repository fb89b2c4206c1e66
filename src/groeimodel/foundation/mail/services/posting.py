"""Writing a mail, in the transaction of the change that it tells."""

from __future__ import annotations

from typing import Any, Protocol

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
    person = to if isinstance(to, Person) else None
    address = (person.email or "") if person else str(to).strip()
    reader = Reader(person) if person else Reader.at(address)
    if not address or (what.optional and refuses(kind, reader)):
        return None
    called = person.name if person else name
    foot = _foot(what, reader, partnership)
    rendered = render(letter, name=called, foot=foot)
    with transaction.atomic():
        mail = OutgoingMail.objects.create(
            kind=kind,
            person=person,
            address=address,
            name=called,
            partnership_id=partnership.pk if partnership else None,
            actor=actor,
            subject=rendered.subject[:200],
            text=rendered.text,
            html=rendered.html,
            unsubscribe_url=foot.unsubscribe_url,
            message_id=_message_id(),
        )
        queue("mail.send", {"mail": mail.pk})
    return mail


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
    from email.utils import make_msgid
    from urllib.parse import urlsplit

    return make_msgid(domain=urlsplit(settings.PUBLIC_URL).hostname or "localhost")
