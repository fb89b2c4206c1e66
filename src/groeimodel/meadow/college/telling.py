"""How what happens in this room is told, on the timeline and in mails."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.journal.telling import tell


def page(slug: str) -> str:
    return reverse("college:plans", args=[slug])


def tell_all() -> None:
    """Called once, when the room is ready."""
    tell("college.planned", _("%(municipality)s plande een moment met het college."), link=page, quiet=True)
    tell("college.suggested", _("%(municipality)s maakte een plan om het college mee te nemen."), link=page)
    tell("college.suggestion_taken_back", _("%(who)s haalde het voorstel weg."), quiet=True)
    tell("college.changed", _("%(who)s veranderde een moment met het college."), quiet=True)
    tell("college.done", _("%(municipality)s nam het college mee."), link=page)
    tell("college.reopened", _("%(who)s zette een moment met het college weer open."), quiet=True)
    tell("college.removed", _("%(who)s haalde een moment met het college weg."), quiet=True)
    tell("college.reminded", _("Een moment met het college van %(municipality)s komt eraan."), quiet=True)
