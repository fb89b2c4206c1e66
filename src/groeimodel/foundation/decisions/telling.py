"""How what happens in this room is told, on the timeline and in mails."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.journal.telling import tell


def page(slug: str) -> str:
    return reverse("decisions:list", args=[slug])


def tell_all() -> None:
    """Called once, when the room is ready."""
    tell("decisions.taken", _("De partners namen samen besluit %(number)s."), link=page)
