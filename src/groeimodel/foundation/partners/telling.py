"""How what happens to partners is told, on the timeline and in mails."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.journal.telling import tell
from groeimodel.foundation.partners.models import Appointment, Partnership, Seat

ROLES = dict(Seat.Role.choices)
KINDS = dict(Appointment.Kind.choices)
AIMS = {**dict(Partnership.Aim.choices), "": _("nog niet gekozen")}


def home(slug: str) -> str:
    return reverse("garden:home", args=[slug])


def tell_all() -> None:
    """Called once, when the room is ready."""
    tell("partners.founded", _("%(partnership)s is opgericht."), link=home)
    tell("partners.changed", _("%(who)s veranderde de gegevens van de samenwerking."), quiet=True)
    tell("partners.joined", _("%(municipality)s is partner geworden."), link=home)
    tell("partners.left", _("%(municipality)s is geen partner meer."), link=home)
    tell(
        "partners.merged",
        _("%(municipality)s is ontstaan door een fusie, en neemt de plaats in van %(names)s partner(s)."),
        link=home,
    )
    tell(
        "partners.seat_filled",
        _("%(person)s is nu %(role)s voor %(municipality)s."),
        link=home,
        role=ROLES,
    )
    tell(
        "partners.seat_emptied",
        _("De zetel van de %(role)s van %(municipality)s is leeg."),
        link=home,
        role=ROLES,
    )
    tell(
        "partners.note_left",
        _("%(who)s schreef op wat er openstaat voor de volgende %(role)s van %(municipality)s."),
        quiet=True,
        role=ROLES,
    )
    tell("partners.appointed", _("%(person)s is nu %(kind)s."), link=home, kind=KINDS)
    tell("partners.appointment_ended", _("%(person)s is geen %(kind)s meer."), link=home, kind=KINDS)
    tell("partners.aim_declared", _("%(who)s koos als streefbeeld: %(aim)s."), link=home, aim=AIMS)
