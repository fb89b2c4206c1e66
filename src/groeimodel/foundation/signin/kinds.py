"""The mails of this room."""

from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.mail import kinds
from groeimodel.foundation.mail.kinds import Kind


def register_all() -> None:
    """Called once, when the room is ready."""
    kinds.register(Kind("signin.code", label=_("Aanmelden"), keep_days=1))
    kinds.register(Kind("signin.unknown", label=_("Aanmelden met een onbekend adres")))
    kinds.register(Kind("signin.changed", label=_("Veranderingen aan hoe je je aanmeldt")))
    kinds.register(Kind("signin.new_device", label=_("Aanmelden op een nieuw toestel"), optional=True))
