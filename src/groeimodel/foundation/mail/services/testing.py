"""A mail to try the settings with."""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import gettext as _

from groeimodel.foundation.jobs import Failed
from groeimodel.foundation.mail.delivery import mark_failed, send
from groeimodel.foundation.mail.kinds import kind_of
from groeimodel.foundation.mail.letters import Action, Letter
from groeimodel.foundation.mail.readers import Reader
from groeimodel.foundation.mail.services.posting import write


def send_test(address: str) -> str:
    """Send a mail at once, without the worker; returns what went wrong, empty when the server took it."""
    mail = write(
        kind_of("mail.test"),
        Reader.at(address),
        address,
        Letter(
            subject=_("Proefmail van Groeimodel"),
            paragraphs=[_("Deze mail komt van de installatie op %(site)s. Je leest hem, dus de mail werkt.")
                        % {"site": settings.PUBLIC_URL}],
            action=Action(label=_("Naar de installatie"), url="/"),
        ),
    )  # fmt: skip
    try:
        send({"mail": mail.pk})
    except Failed as error:
        mark_failed({"mail": mail.pk})
        # Whoever types the command may read what the server itself says; it is not kept.
        return " ".join(f"{error}: {error.__cause__}".split())
    return ""
