"""Personal data: places in organs, now and before."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_scopes import scopes_disabled

from groeimodel.foundation.personal import Holding, Line, keep
from groeimodel.shop.organs.models import Occupancy, OrganSeat, RenewalDecision
from groeimodel.shop.organs.services import empty_organ_seat


def lines_of(person: Any) -> Iterator[Line]:
    with scopes_disabled():
        rows = Occupancy.objects.filter(person=person).select_related("seat__organ", "seat__municipality")
        for one in rows:
            begin = date_format(one.starts, "j F Y")
            when = _("sinds %(begin)s") % {"begin": begin}
            if one.ends is not None:
                words = {"begin": begin, "end": date_format(one.ends, "j F Y")}
                when = _("van %(begin)s tot %(end)s") % words
            parts = [str(one.seat.organ), one.seat.task, str(one.seat.municipality or "")]
            parts += [one.get_capacity_display() if one.capacity else "", when]
            yield Line(_("Plaats in een orgaan"), capfirst(", ".join(part for part in parts if part)))
            if one.incompatible is not None:
                told = _("ja") if one.incompatible else _("nee")
                yield Line(_("Een functie die niet samengaat"), told)
        for seat in OrganSeat.objects.filter(substitute=person, ends=None).select_related("organ"):
            yield Line(_("Plaatsvervanger in"), str(seat.organ))
        for decision in RenewalDecision.objects.filter(noted_by=person).select_related("municipality"):
            yield Line(_("Noteerde een besluit over de verlenging"), str(decision.municipality))


def let_go(person: Any) -> None:
    """Leave every place today; what was, stays without a name, and so does what was declared."""
    today = timezone.localdate()
    with scopes_disabled():
        held = Occupancy.objects.filter(person=person, ends=None).select_related("seat__organ__partnership")
        for one in held:
            empty_organ_seat(seat=one.seat, on=max(today, one.starts))
        OrganSeat.objects.filter(substitute=person).update(substitute=None)
        Occupancy.objects.filter(person=person).update(incompatible=None)


def busy(person: Any) -> bool:
    with scopes_disabled():
        return OrganSeat.objects.filter(Q(person=person) | Q(substitute=person), ends=None).exists()


keep(
    Holding(
        "organs",
        label=gettext_lazy("Je plaatsen in organen"),
        why=gettext_lazy("Om te tonen wie in een bestuur zit, en wie er zat toen er beslist werd."),
        kept=gettext_lazy("Zolang de samenwerking bestaat, zoals bij openbare mandaten."),
        lines=lines_of,
        goes=gettext_lazy("Je plaatsen worden leeg. Wat je verklaarde over andere functies, gaat weg."),
        stays=gettext_lazy("Van wanneer tot wanneer een plaats bezet was, zonder je naam."),
        erase=let_go,
        busy=busy,
    )
)
