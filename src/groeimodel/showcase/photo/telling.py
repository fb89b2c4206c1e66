"""How what happens in this room is told, on the timeline and in mails."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.journal.telling import tell


def page(slug: str) -> str:
    return reverse("photo:list", args=[slug])


def tell_all() -> None:
    """Called once, when the room is ready."""
    tell("photo.shared", _("%(who)s deelde een foto van de weide."), link=page)
    tell("photo.withdrawn", _("%(who)s trok een foto van de weide in."), quiet=True)
    tell("photo.restored", _("%(who)s deelde een foto van de weide opnieuw."), quiet=True)
