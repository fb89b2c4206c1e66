"""The mails of this room."""

from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.mail import kinds
from groeimodel.foundation.mail.kinds import Kind


def register_all() -> None:
    """Called once, when the room is ready."""
    kinds.register(Kind("region.look", label=_("Vragen van je regio-ondersteuner om mee te kijken")))
    kinds.register(Kind("region.lesson", label=_("Lessen die je regio-ondersteuner je doorstuurt")))
