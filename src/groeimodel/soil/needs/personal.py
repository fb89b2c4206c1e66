"""Personal data: who wrote down a need. Of children and young people nothing is kept but counts and sayings."""

from collections.abc import Iterator
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy
from django_scopes import scopes_disabled

from groeimodel.foundation.personal import Holding, Line, keep
from groeimodel.soil.needs.models import Need


def lines_of(person: Any) -> Iterator[Line]:
    with scopes_disabled():
        for one in Need.objects.filter(written_by=person):
            yield Line(date_format(one.heard_on, "j F Y"), one.title)


keep(
    Holding(
        "needs",
        label=gettext_lazy("Noden die je noteerde"),
        why=gettext_lazy("Om te weten wie er meer over kan vertellen."),
        kept=gettext_lazy("Zolang de samenwerking bestaat."),
        lines=lines_of,
        stays=gettext_lazy("De nood zelf, zonder je naam: ze is van de gemeente."),
    )
)
