"""How what happens in this room is told, on the timeline and in mails. Amounts stay on the pages of the file."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.journal.telling import tell


def page(slug: str) -> str:
    return reverse("subsidy:page", args=[slug])


def tell_all() -> None:
    """Called once, when the room is ready."""
    tell("subsidy.begun", _("%(who)s begon een subsidiedossier."), link=page)
    tell("subsidy.removed", _("%(who)s haalde een leeg subsidiedossier weg."), quiet=True)
    tell("subsidy.granted", _("%(who)s noteerde welke subsidie toegekend is."), link=page)
    tell("subsidy.value_filled_in", _("%(who)s vulde een voorwaarde van de subsidie in."), quiet=True)
    tell("subsidy.value_cleared", _("%(who)s haalde een ingevulde voorwaarde weer weg."), quiet=True)
    tell("subsidy.paper_moved", _("%(who)s hield de stand van een subsidiedocument bij."), link=page)
    tell("subsidy.written", _("%(who)s schreef aan een subsidiedocument."), quiet=True)
    tell("subsidy.draft_taken_over", _("%(who)s nam een voorstel over in een subsidiedocument."), quiet=True)
    tell("subsidy.put_back", _("%(who)s zette een eerdere tekst terug in een subsidiedocument."), quiet=True)
