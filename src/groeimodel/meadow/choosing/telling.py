"""How what happens in this room is told, on the timeline and in mails."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.journal.telling import tell


def page(slug: str) -> str:
    return reverse("choosing:list", args=[slug])


def tell_all() -> None:
    """Called once, when the room is ready."""
    tell("choosing.prepared", _("%(who)s bereidt een kiesronde voor."), quiet=True)
    tell("choosing.changed", _("%(who)s veranderde een kiesronde die nog niet open is."), quiet=True)
    tell("choosing.removed", _("%(who)s gooide een kiesronde weg die nog niet open was."), quiet=True)
    tell("choosing.opened", _("Er ging een kiesronde open: jullie kiezen samen."), link=page)
    tell("choosing.laid_out", _("%(municipality)s gaf een indeling van het budget."), link=page, quiet=True)
    tell("choosing.went_on", _("De indeling is bekend: de stembrieven zijn verstuurd."), link=page)
    tell("choosing.lengthened", _("Een kiesronde loopt langer."), link=page)
    tell("choosing.withdrawn", _("Een kiesronde is ingetrokken."), link=page)
    tell("choosing.voted", _("%(municipality)s gaf haar stem in een kiesronde."), link=page)
    tell("choosing.noted", _("%(who)s noteerde de stem van %(municipality)s, per telefoon."), link=page)
    tell("choosing.drew_line", _("%(municipality)s trok een rode lijn: praat erover."), link=page)
    tell("choosing.closed", _("Een kiesronde is gesloten: er is samen gekozen."), link=page)
    tell(
        "choosing.merged",
        _("Door de fusie spreekt %(municipality)s nu in een kiesronde voor wie samenging."),
        link=page,
    )
