"""How what happens in this room is told, on the timeline and in mails."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.journal.telling import tell


def page(slug: str) -> str:
    return reverse("harvest:list", args=[slug])


def tell_all() -> None:
    """Called once, when the room is ready."""
    tell("harvest.recorded", _("%(who)s noteerde oogst in %(municipality)s."), link=page)
    tell("harvest.changed", _("%(who)s veranderde een oogst van %(municipality)s."), quiet=True)
    tell("harvest.removed", _("%(who)s haalde een oogst van %(municipality)s weg."), quiet=True)
