"""Personal data: mandates that somebody holds or gave, and what was done on them."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_scopes import scopes_disabled

from groeimodel.foundation.mandates.models import Mandate, Use
from groeimodel.foundation.personal import Holding, Line, keep


def lines_of(person: Any) -> Iterator[Line]:
    with scopes_disabled():
        mine = Mandate.objects.filter(Q(holder=person) | Q(given_by=person) | Q(asked_by=person))
        for one in mine.select_related("partnership", "municipality", "holder"):
            words = {
                "holder": one.holder,
                "where": one.municipality,
                "begin": date_format(one.starts, "j F Y"),
                "end": date_format(one.ends, "j F Y"),
                "purpose": one.purpose or "-",
            }
            yield Line(
                capfirst(one.get_kind_display()),
                _("voor %(holder)s, %(where)s, van %(begin)s tot en met %(end)s: %(purpose)s") % words,
            )
        for use in Use.objects.filter(recorded_by=person):
            how = _("%(hours)s uur") % {"hours": use.hours} if use.hours is not None else f"€ {use.amount}"
            yield Line(date_format(use.on, "j F Y"), f"{how}: {use.what or '-'}")


def busy(person: Any) -> bool:
    with scopes_disabled():
        return Mandate.objects.filter(
            holder=person, closed_on=None, refused_at=None, ends__gte=timezone.localdate()
        ).exists()


keep(
    Holding(
        "mandates",
        label=gettext_lazy("Mandaten en uren"),
        why=gettext_lazy("Om te weten wie tijd kreeg en wie mocht beslissen, en waarvoor dat gebruikt is."),
        kept=gettext_lazy("Zolang de samenwerking bestaat."),
        lines=lines_of,
        stays=gettext_lazy(
            "De mandaten, uren en beslissingen zelf, zonder je naam: een gemeente moet ze kunnen verantwoorden."
        ),
        busy=busy,
    )
)
