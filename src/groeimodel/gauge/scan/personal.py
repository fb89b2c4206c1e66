"""Personal data: who opened a round. The answers of a scan carry no name and cannot be found by person."""

from collections.abc import Iterator
from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_scopes import scopes_disabled

from groeimodel.foundation.personal import Holding, Line, keep
from groeimodel.gauge.scan.models import Round


def lines_of(person: Any) -> Iterator[Line]:
    with scopes_disabled():
        for one in Round.objects.filter(opened_by=person):
            day = date_format(localtime(one.opened_at), "j F Y")
            yield Line(_("Ronde geopend op %(day)s") % {"day": day}, one.title)


keep(
    Holding(
        "scan",
        label=gettext_lazy("Scanrondes die je opende"),
        why=gettext_lazy("Om te weten wie een ronde leidt."),
        kept=gettext_lazy("Zolang de samenwerking bestaat."),
        lines=lines_of,
        stays=gettext_lazy(
            "De rondes, zonder je naam. Bij antwoorden op de scan stond je naam nooit: we kunnen niet opzoeken wat jij antwoordde."
        ),
    )
)
