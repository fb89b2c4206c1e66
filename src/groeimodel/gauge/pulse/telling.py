"""How what happens in this room is told, on the timeline and in mails."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.journal.telling import tell


def page(slug: str) -> str:
    return reverse("pulse:page", args=[slug])


def tell_all() -> None:
    """Called once, when the room is ready."""
    tell("pulse.opened", _("Wie op de ontmoeting was, kreeg drie vragen over vertrouwen."), quiet=True)
    tell("pulse.closed", _("De polsslag van een ontmoeting is te zien."), link=page, quiet=True)
