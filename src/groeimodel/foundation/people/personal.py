"""Personal data: the person, and what the journal says the person did."""

from collections.abc import Iterator
from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.journal.selectors import told
from groeimodel.foundation.personal import Holding, Line, keep


def moment(at: Any) -> str:
    """A moment in words, Brussels time."""
    return date_format(localtime(at), "j F Y, H:i") if at else "-"


def person_lines(person: Any) -> Iterator[Line]:
    yield Line(_("Naam"), person.name)
    yield Line(_("E-mailadres"), person.email or "-")
    yield Line(_("Hier sinds"), moment(person.created_at))
    yield Line(_("Laatst aangemeld"), moment(person.last_login))
    yield Line(_("Laatste bezoek"), moment(person.seen_at))
    if person.is_staff:
        yield Line(_("Beheer"), _("Je mag in het beheer."))


def journal_lines(person: Any) -> Iterator[Line]:
    rows = Entry.objects.filter(actor=person).select_related("actor", "municipality", "partnership")
    for one in told(rows.order_by("-at", "-pk")):
        yield Line(moment(one.at), one.sentence)


keep(
    Holding(
        "people",
        label=gettext_lazy("Wie je bent"),
        why=gettext_lazy("Om je te herkennen, je te mailen en te tonen wie meewerkt."),
        kept=gettext_lazy(
            "Zolang je meewerkt. Wie twee jaar lang geen zetel of taak heeft en niet komt, wordt gewist."
        ),
        lines=person_lines,
        goes=gettext_lazy("Je naam en je e-mailadres. Overal staat dan ‘Gewist persoon’."),
        order=-10,
    )
)
keep(
    Holding(
        "journal",
        label=gettext_lazy("Wat je deed"),
        why=gettext_lazy("Om terug te vinden wie wat besliste, zoals een bestuur dat moet kunnen."),
        kept=gettext_lazy("Zolang de samenwerking bestaat. Er staan geen namen in, enkel een nummer."),
        lines=journal_lines,
        stays=gettext_lazy(
            "Wat er gebeurde en wanneer, zonder je naam: een samenwerking moet kunnen aantonen wat ze besliste."
        ),
        order=95,
    )
)
