"""How what happens in this room is told, on the timeline and in mails."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.journal.telling import tell


def page(slug: str) -> str:
    return reverse("steering:page", args=[slug])


def skills(slug: str) -> str:
    return reverse("steering:skills", args=[slug])


def tell_all() -> None:
    """Called once, when the room is ready."""
    tell("steering.given", _("Er is afgesproken wie een onderwerp stuurt en opvolgt."), link=page)
    tell("steering.proposed", _("Er ligt een voorstel over wie een onderwerp stuurt."), link=page)
    tell("steering.rejected", _("Een voorstel over wie stuurt, is verworpen."), link=page)
    tell("steering.stopped", _("Een procesmandaat is gestopt."), link=page)
    tell("steering.reopened", _("Een procesmandaat loopt toch verder."), quiet=True)
    tell("steering.covered", _("%(person)s neemt een stuk kennis op zich."), link=skills)
    tell("steering.uncovered", _("%(who)s haalde een naam van de kenniskaart."), quiet=True)
    tell(
        "steering.competence_added",
        _("%(who)s zette kennis op de kaart die jullie nodig hebben."),
        link=skills,
    )
    tell("steering.competence_removed", _("%(who)s haalde kennis van de kaart."), quiet=True)
    tell("steering.assumed", _("%(who)s veranderde hoeveel uren een zitting telt."), quiet=True)
