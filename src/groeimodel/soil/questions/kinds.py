"""The mails of this room."""

from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.mail.kinds import Kind, register


def register_all() -> None:
    """Called once, when the room is ready."""
    why = _("Je krijgt deze mail omdat je misschien het antwoord kent op een vraag van een collega.")
    register(Kind("questions.asked", label=_("Vragen van collega's aan jou"), optional=True, why=why))
    register(Kind("questions.news", label=_("Antwoorden op je vragen aan de groep, en wie je bedankt")))
