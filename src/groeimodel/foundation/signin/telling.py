"""What happens at the door is between the door and the person: it is told nowhere."""

from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.journal.telling import tell


def tell_all() -> None:
    """Called once, when the room is ready."""
    tell("signin.session_ended", _("%(who)s stopte een sessie."), quiet=True)
    tell("signin.unlinked", _("%(who)s koppelde een manier om aan te melden los."), quiet=True)
