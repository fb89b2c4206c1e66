"""How what happens with the newsletter is told. Of its readers nothing."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.journal.telling import tell


def page(slug: str) -> str:
    return reverse("news:desk", args=[slug])


def tell_all() -> None:
    """Called once, when the room is ready."""
    tell("news.begun", _("%(who)s begon een nieuwsbrief."), link=page)
    tell("news.scheduled", _("%(who)s plande wanneer de nieuwsbrief vertrekt."), link=page)
    tell("news.unscheduled", _("%(who)s haalde de nieuwsbrief uit de planning."), link=page)
    tell("news.sent", _("De nieuwsbrief vertrok naar de lezers."), link=page)
    tell("news.held", _("De nieuwsbrief kon niet vertrekken zoals gepland."), link=page)
    tell("news.withdrawn", _("%(who)s haalde een nieuwsbrief van het web."), link=page)
    tell("news.restored", _("%(who)s zette een nieuwsbrief terug op het web."), link=page)
    tell("news.edited", _("%(who)s schreef aan de nieuwsbrief."), quiet=True)
    tell("news.removed", _("%(who)s gooide de nieuwsbrief in de maak weg."), quiet=True)
