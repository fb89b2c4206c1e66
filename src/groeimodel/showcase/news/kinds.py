"""The kinds of mail of this room. None can be refused beside the newsletter itself: leaving it is the way."""

from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.mail.kinds import Kind, register
from groeimodel.showcase.news.letters import CONFIRM, EDITION, TEST


def register_all() -> None:
    """Called once, when the room is ready."""
    register(Kind(CONFIRM, label=_("Nieuwsbrief: bevestig je adres"), keep_days=7))
    register(Kind(EDITION, label=_("Nieuwsbrief van een samenwerking"), keep_days=7))
    register(Kind(TEST, label=_("Nieuwsbrief: een proef voor wie hem schrijft"), keep_days=7))
