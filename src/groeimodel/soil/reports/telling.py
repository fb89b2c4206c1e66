"""How what happens in this room is told, on the timeline and in mails."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.journal.telling import tell


def page(slug: str) -> str:
    return reverse("meetings:list", args=[slug])


def tell_all() -> None:
    """Called once, when the room is ready."""
    tell(
        "reports.taken_home",
        _("%(who)s schreef op wat %(municipality)s meeneemt van een ontmoeting."),
        link=page,
    )
    tell("reports.written", _("%(who)s werkte aan het verslag voor een schepen."), quiet=True)
    tell("reports.told", _("De schepen van %(municipality)s hoorde van een ontmoeting."), link=page)
