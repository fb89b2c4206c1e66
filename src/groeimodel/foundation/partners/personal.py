"""Personal data: seats, other parts, and notes that were left."""

from collections.abc import Iterator
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groeimodel.foundation.partners.models import Appointment, HandoverNote, Tenure
from groeimodel.foundation.partners.services import empty_seat, end_appointment
from groeimodel.foundation.personal import Holding, Line, keep


def period(one: Tenure | Appointment) -> str:
    begin = date_format(one.starts, "j F Y")
    if one.ends is None:
        return _("sinds %(begin)s") % {"begin": begin}
    return _("van %(begin)s tot %(end)s") % {"begin": begin, "end": date_format(one.ends, "j F Y")}


def lines_of(person: Any) -> Iterator[Line]:
    seats = Tenure.objects.filter(person=person).select_related(
        "seat__membership__municipality", "seat__membership__partnership"
    )
    for tenure in seats.order_by("starts"):
        yield Line(capfirst(str(tenure.seat)), period(tenure))
    for one in Appointment.objects.filter(person=person).select_related("partnership").order_by("starts"):
        words = {"part": capfirst(one.get_kind_display()), "where": one.partnership}
        yield Line(_("%(part)s van %(where)s") % words, period(one))
    for note in HandoverNote.objects.filter(written_by=person):
        yield Line(_("Nota voor je opvolger"), note.text)


def leave_everything(person: Any) -> None:
    """Close what is held, today: who is erased holds no seat and no other part any more."""
    today = timezone.localdate()
    open_seats = Tenure.objects.filter(person=person, ends=None).select_related("seat__membership")
    for tenure in open_seats:
        empty_seat(membership=tenure.seat.membership, role=tenure.seat.role, on=max(today, tenure.starts))
    for one in Appointment.objects.filter(person=person, ends=None).select_related("partnership"):
        end_appointment(appointment=one, on=today)


def busy(person: Any) -> bool:
    return (
        Tenure.objects.filter(person=person, ends=None).exists()
        or Appointment.objects.filter(person=person, ends=None).exists()
    )


keep(
    Holding(
        "partners",
        label=gettext_lazy("Je zetels en taken"),
        why=gettext_lazy("Om te tonen wie voor welke gemeente spreekt, ook vroeger."),
        kept=gettext_lazy("Zolang de samenwerking bestaat, zoals bij openbare mandaten."),
        lines=lines_of,
        goes=gettext_lazy("Je zetels en taken stoppen die dag."),
        stays=gettext_lazy(
            "Van wanneer tot wanneer een zetel bezet was, en de nota’s voor een opvolger, zonder je naam."
        ),
        erase=leave_everything,
        busy=busy,
        order=-5,
    )
)
