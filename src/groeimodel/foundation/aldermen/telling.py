"""How an import is told; who came on which seat is told by the room of partners."""

from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.journal.telling import tell


def tell_all() -> None:
    """Called once, when the room is ready."""
    tell("aldermen.imported", _("%(who)s haalde de schepenen op uit het mandatenregister."), quiet=True)
