"""The mails of this room."""

from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.mail.kinds import Kind, register


def register_all() -> None:
    """Called once, when the room is ready."""
    register(Kind("evaluation.ask", label=_("Acties van jou die geëvalueerd mogen worden"), optional=True))
