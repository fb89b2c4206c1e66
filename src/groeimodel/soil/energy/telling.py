"""How energy is told: not at all to the others, a drought is between the coordinator and the municipality."""

from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.journal.telling import tell


def tell_all() -> None:
    """Called once, when the room is ready."""
    tell("energy.warned", _("De coördinator kreeg bericht dat de potgrond uitdroogt."), quiet=True)
