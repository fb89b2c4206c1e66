"""How what happens in this room is told, on the timeline and in mails."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.journal.telling import tell


def page(slug: str) -> str:
    return reverse("themes:list", args=[slug])


def tell_all() -> None:
    """Called once, when the room is ready."""
    tell("themes.proposed", _("%(who)s stelde een thema voor."), link=page)
    tell("themes.changed", _("%(who)s verbeterde een thema."), quiet=True)
    tell("themes.backed", _("%(who)s wil over een thema praten, voor %(municipality)s."), quiet=True)
    tell("themes.backing_ended", _("%(who)s haalde een stem voor een thema weg."), quiet=True)
    tell("themes.rested", _("%(who)s liet een thema rusten."), quiet=True)
    tell("themes.woken", _("%(who)s nam een thema weer op."), quiet=True)
    tell("themes.link_added", _("%(who)s zette een link bij een thema."), link=page)
    tell("themes.link_removed", _("%(who)s haalde een link weg bij een thema."), quiet=True)
