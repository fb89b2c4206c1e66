"""How what happens in this room is told, on the timeline and in mails."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.journal.telling import tell


def page(slug: str) -> str:
    return reverse("publishing:list", args=[slug])


def tell_all() -> None:
    """Called once, when the room is ready."""
    tell("publishing.published", _("Besluit %(number)s staat nu voor iedereen op het web."), link=page)
    tell("publishing.withdrawn", _("Besluit %(number)s is van het web gehaald."), link=page)
