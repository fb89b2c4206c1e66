"""How this room is told on the timeline: that figures counted in, so that nobody has to wonder."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.journal.telling import tell


def page(slug: str) -> str:
    return reverse("trends:open")


def tell_all() -> None:
    """Called once, when the room is ready."""
    tell("trends.counted", _("Onze cijfers van %(year)s telden mee in de open cijfers."), link=page)
