"""How what happens in this room is told, on the timeline and in mails."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.journal.telling import tell


def page(slug: str) -> str:
    return reverse("organs:list", args=[slug])


def term(slug: str) -> str:
    return reverse("organs:term", args=[slug])


def tell_all() -> None:
    """Called once, when the room is ready."""
    tell("organs.organ_set_up", _("Er is een orgaan opgericht."), link=page, was="structure.organ_set_up")
    tell("organs.organ_changed", _("%(who)s veranderde een orgaan."), quiet=True)
    tell("organs.organ_ended", _("Een orgaan stopt."), link=page)
    tell("organs.statute_changed", _("%(who)s noteerde de regels van een orgaan."), link=page, quiet=True)
    tell("organs.heads_counted", _("%(who)s telde de leden van een orgaan."), quiet=True)
    tell("organs.seats_looked_at", _("%(who)s keek het aantal zetels na de fusie na."), quiet=True)
    tell("organs.seat_added", _("Een orgaan kreeg een zetel bij."), link=page, quiet=True)
    tell("organs.seat_changed", _("%(who)s veranderde een zetel van een orgaan."), quiet=True)
    tell("organs.seat_ended", _("Een zetel van een orgaan is weg."), link=page, quiet=True)
    tell("organs.seat_filled", _("%(person)s zit nu in een orgaan."), link=page)
    tell("organs.seat_emptied", _("Een zetel in een orgaan is leeg."), link=page)
    tell("organs.seats_moved", _("De zetels in de organen gingen mee naar %(municipality)s."), link=page)
    tell("organs.term_begun", _("De termijn van de samenwerking is genoteerd."), link=term)
    tell("organs.term_changed", _("%(who)s verbeterde de termijn van de samenwerking."), quiet=True)
    tell("organs.renewal_noted", _("%(municipality)s besliste over de verlenging."), link=term)
    tell("organs.renewal_taken_back", _("%(who)s haalde een besluit over de verlenging weg."), quiet=True)
    tell("organs.term_renewed", _("De samenwerking is verlengd."), link=term)
