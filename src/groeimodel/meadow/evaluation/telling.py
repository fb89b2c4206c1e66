"""How what happens in this room is told, on the timeline and in mails."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.journal.telling import tell

VERDICTS = {
    "again": _("ze wordt opnieuw gezaaid"),
    "specialise": _("ze groeit verder, met extra voeding"),
    "shop": _("ze gaat naar de winkel"),
    "compost": _("ze gaat op de compost"),
}


def page(slug: str) -> str:
    return reverse("evaluation:species", args=[slug])


def tell_all() -> None:
    """Called once, when the room is ready."""
    tell("evaluation.asked", _("Een actie loopt ten einde: er is gevraagd om ze te evalueren."), quiet=True)
    tell("evaluation.saved", _("%(who)s schreef aan de evaluatie van een actie."), quiet=True)
    tell("evaluation.looked_back", _("%(municipality)s keek terug op een actie."), quiet=True)
    tell("evaluation.closed", _("Een actie is geëvalueerd: %(verdict)s."), link=page, verdict=VERDICTS)
    tell("evaluation.to_shop", _("Een actie groeide uit tot aanbod voor de winkel."), quiet=True)
