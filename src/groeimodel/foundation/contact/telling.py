"""How questions to the supporter are told: not at all to the others, they are between two people."""

from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.journal.telling import tell


def tell_all() -> None:
    """Called once, when the room is ready."""
    tell("contact.asked", _("%(who)s vroeg iets aan de regio-ondersteuner."), quiet=True)
    tell("contact.passed_on", _("%(who)s gaf een vraag door."), quiet=True)
    tell("contact.answered", _("%(who)s antwoordde op een vraag."), quiet=True)
