"""The mails of this room. None can be missed: they are about who someone is here."""

from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.mail import kinds
from groeimodel.foundation.mail.kinds import Kind


def register_all() -> None:
    """Called once, when the room is ready."""
    kinds.register(Kind("privacy.address", label=_("Een ander e-mailadres"), keep_days=1))
    kinds.register(Kind("privacy.address_changed", label=_("Je e-mailadres is veranderd"), keep_days=30))
    kinds.register(Kind("privacy.erasure", label=_("Wissen van je gegevens"), keep_days=8))
