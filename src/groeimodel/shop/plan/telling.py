"""How what happens in this room is told, on the timeline and in mails."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.journal.telling import tell


def page(slug: str) -> str:
    return reverse("plan:page", args=[slug])


def local(slug: str) -> str:
    return reverse("plan:local", args=[slug])


def tell_all() -> None:
    """Called once, when the room is ready."""
    tell(
        "plan.plan_written", _("Er is een meerjarenplan genoteerd."), link=page, was="structure.plan_written"
    )
    tell("plan.begun", _("%(who)s begon aan een nieuw meerjarenplan."), link=page)
    tell("plan.adopted", _("Versie %(number)s van het meerjarenplan is goedgekeurd."), link=page)
    tell("plan.proposed", _("Het meerjarenplan staat op de agenda van een zitting."), link=page)
    tell("plan.changed", _("%(who)s gaf het meerjarenplan een andere titel."), quiet=True)
    tell("plan.row_added", _("%(who)s schreef iets bij in het meerjarenplan."), quiet=True)
    tell("plan.row_changed", _("%(who)s veranderde iets in het meerjarenplan."), quiet=True)
    tell("plan.row_moved", _("%(who)s zette iets op een andere plaats in het meerjarenplan."), quiet=True)
    tell("plan.row_struck", _("%(who)s haalde iets uit het meerjarenplan."), quiet=True)
    tell("plan.row_restored", _("%(who)s zette iets terug in het meerjarenplan."), quiet=True)
    tell("plan.estimated", _("%(who)s vulde ramingen in van het meerjarenplan."), quiet=True)
    tell("plan.local_read", _("%(municipality)s las haar eigen meerjarenplan in."), link=local)
    tell("plan.linked", _("%(municipality)s verbond een eigen actie met het gezamenlijke plan."), quiet=True)
    tell(
        "plan.contradiction_marked",
        _("%(municipality)s ziet een tegenspraak met het gezamenlijke plan."),
        link=local,
    )
    tell("plan.unlinked", _("%(municipality)s haalde een verband met het plan weg."), quiet=True)
    tell("plan.local_set_aside", _("%(municipality)s liet een oude beleidsactie vallen."), quiet=True)
    tell("plan.local_brought_back", _("%(municipality)s nam een oude beleidsactie weer op."), quiet=True)
    tell("plan.cycle_written", _("%(who)s noteerde een cyclus die naast het plan loopt."), quiet=True)
    tell("plan.cycle_forgotten", _("%(who)s haalde een cyclus weg."), quiet=True)
