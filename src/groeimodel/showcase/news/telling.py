"""How what happens with the newsletter is told, to all members: without a link, for not all of them may open its desk. Of its readers nothing."""

from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.journal.telling import tell


def tell_all() -> None:
    """Called once, when the room is ready."""
    tell("news.begun", _("%(who)s begon een nieuwsbrief."))
    tell("news.scheduled", _("%(who)s plande wanneer de nieuwsbrief vertrekt."))
    tell("news.unscheduled", _("%(who)s haalde de nieuwsbrief uit de planning."))
    tell("news.sent", _("De nieuwsbrief vertrok naar de lezers."))
    tell("news.held", _("De nieuwsbrief kon niet vertrekken zoals gepland."))
    tell("news.withdrawn", _("%(who)s haalde een nieuwsbrief van het web."))
    tell("news.restored", _("%(who)s zette een nieuwsbrief terug op het web."))
    tell("news.edited", _("%(who)s schreef aan de nieuwsbrief."), quiet=True)
    tell("news.removed", _("%(who)s gooide de nieuwsbrief in de maak weg."), quiet=True)
