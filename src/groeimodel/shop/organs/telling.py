"""How what happens in this room is told, on the timeline and in mails."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.journal.telling import tell


def page(slug: str) -> str:
    return f"{reverse('garden:home', args=[slug])}#winkel"


def tell_all() -> None:
    """Called once, when the room is ready."""
    tell("organs.organ_set_up", _("Er is een orgaan opgericht."), link=page, was="structure.organ_set_up")
