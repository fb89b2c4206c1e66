"""How what happens in this room is told, on the timeline and in mails."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.journal.telling import tell


def page(slug: str) -> str:
    return reverse("documents:list", args=[slug])


def tell_all() -> None:
    """Called once, when the room is ready. Papers for oneself are no news for the others."""
    tell("documents.ordered", _("%(who)s liet een document maken."), link=page, quiet=True)
    tell("documents.again", _("%(who)s liet een document opnieuw maken."), link=page, quiet=True)
    tell("documents.stopped", _("%(who)s stopte het maken van een document."), link=page, quiet=True)
