"""How what happens in this room is told, on the timeline and in mails."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.journal.telling import tell


def meetings(slug: str) -> str:
    return reverse("meetings:list", args=[slug])


def tasks(slug: str) -> str:
    return reverse("notes:tasks", args=[slug])


def tell_all() -> None:
    """Called once, when the room is ready."""
    tell("notes.written", _("%(who)s schreef aan het verslag van een ontmoeting."), link=meetings)
    tell("notes.decision_noted", _("%(who)s noteerde een besluit."), link=meetings)
    tell("notes.todo_noted", _("%(who)s noteerde een taak."), link=tasks)
    tell("notes.seed_noted", _("%(who)s hoorde op een ontmoeting een zaadje."), quiet=True)
    tell("notes.harvest_noted", _("%(who)s hoorde op een ontmoeting van oogst."), quiet=True)
    tell("notes.todo_done", _("%(who)s deed een taak."), link=tasks)
    tell("notes.todo_reopened", _("%(who)s zette een taak weer open."), quiet=True)
    tell("notes.outcome_removed", _("%(who)s haalde iets weg uit een verslag."), quiet=True)
