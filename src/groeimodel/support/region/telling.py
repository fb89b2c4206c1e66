"""How what a supporter does is told: what the partnership itself should know, and nothing of notes."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from groeimodel.content.sessions import sessions
from groeimodel.foundation.journal.telling import tell


def sharing(slug: str) -> str:
    return reverse("sharing:page", args=[slug])


def meetings(slug: str) -> str:
    return reverse("meetings:list", args=[slug])


def tell_all() -> None:
    """Called once, when the room is ready."""
    kinds = {key: one.title for key, one in sessions().kinds.items()}
    tell("region.look_asked", _("%(who)s vroeg om mee te kijken hoe het met jullie gaat."), link=sharing)
    tell("region.look_refused", _("%(who)s liet de regio-ondersteuner nu niet meekijken."), link=sharing)
    tell("region.lesson_sent", _("%(who)s stuurde een les uit de bibliotheek door."))
    tell("region.session_done", _("%(who)s leidde een sessie: %(kind)s."), link=meetings, kind=kinds)
    tell("region.session_planned", _("%(who)s bereidde een sessie voor: %(kind)s."), quiet=True, kind=kinds)
    tell("region.session_changed", _("%(who)s veranderde een sessie."), quiet=True)
    tell("region.session_begun", _("%(who)s begon een sessie."), quiet=True)
    tell("region.session_dropped", _("%(who)s schrapte een sessie."), quiet=True)
    tell("region.step_ticked", _("%(who)s zette een stap van een sessie."), quiet=True)
    tell("region.session_noted", _("%(who)s noteerde iets bij een sessie."), quiet=True)
    tell("region.noted", _("%(who)s schreef een eigen notitie."), quiet=True)
    tell("region.note_changed", _("%(who)s veranderde een eigen notitie."), quiet=True)
    tell("region.note_removed", _("%(who)s haalde een eigen notitie weg."), quiet=True)
