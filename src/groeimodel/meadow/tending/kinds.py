"""The mails of this room."""

from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.mail.kinds import Kind, register


def register_all() -> None:
    """Called once, when the room is ready."""
    register(Kind("tending.question", label=_("Uitgaven die op jouw antwoord wachten")))
    register(Kind("tending.answer", label=_("Antwoorden op een uitgave die je noteerde"), optional=True))
    register(Kind("tending.signal", label=_("Acties van jou die aandacht vragen"), optional=True))
