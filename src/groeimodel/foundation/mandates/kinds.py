"""The mails of this room."""

from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.mail import kinds
from groeimodel.foundation.mail.kinds import Kind


def register_all() -> None:
    """Called once, when the room is ready."""
    kinds.register(Kind("mandates.question", label=_("Vragen om een mandaat")))
    kinds.register(Kind("mandates.answer", label=_("Antwoorden op een vraag om een mandaat"), optional=True))
    kinds.register(Kind("mandates.ends", label=_("Mandaten die aflopen"), optional=True))
