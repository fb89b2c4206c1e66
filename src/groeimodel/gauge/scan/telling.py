"""How what happens in this room is told, on the timeline and in mails."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.journal.telling import tell


def page(slug: str) -> str:
    return reverse("scan:rounds", args=[slug])


def tell_all() -> None:
    """Called once, when the room is ready."""
    tell("scan.round_opened", _("%(who)s opende een ronde van de groeiscan."), link=page)
    tell(
        "scan.round_closed", _("Een ronde van de groeiscan is afgesloten: %(sheets)s antwoorden."), link=page
    )
    tell("scan.round_reopened", _("%(who)s opende een ronde van de groeiscan opnieuw."), link=page)
