"""How the public page is told on the timeline. What it shows, the room `sharing` tells kind by kind."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.journal.telling import tell


def page(slug: str) -> str:
    return reverse("public:page", args=[slug])


def tell_all() -> None:
    """Called once, when the room is ready."""
    tell("public.prepared", _("%(who)s werkte aan de publieke pagina."), quiet=True)
    tell("public.draft_left", _("%(who)s gooide een ontwerp van de publieke pagina weg."), quiet=True)
    tell("public.published", _("%(who)s zette een nieuwe versie van de publieke pagina online."), link=page)
    tell("public.taken_offline", _("%(who)s haalde de publieke pagina offline."), quiet=True)
    tell("public.undone", _("%(who)s zette de publieke pagina terug zoals ze was."))
