"""How documents are told on the timeline and in mails; their names are not in the journal."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.journal.telling import tell


def page(slug: str) -> str:
    return reverse("files:list", args=[slug])


def tell_all() -> None:
    """Called once, when the room is ready."""
    tell("files.added", _("%(who)s zette een document klaar."), link=page)
    tell("files.removed", _("%(who)s haalde een document weg."), quiet=True)
