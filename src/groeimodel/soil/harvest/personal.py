"""Personal data: who noted a harvest."""

from collections.abc import Iterator
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy
from django_scopes import scopes_disabled

from groeimodel.foundation.personal import Holding, Line, keep
from groeimodel.soil.harvest.models import Harvest


def lines_of(person: Any) -> Iterator[Line]:
    with scopes_disabled():
        for one in Harvest.objects.filter(recorded_by=person):
            yield Line(date_format(one.gained_on, "j F Y"), one.title)


keep(
    Holding(
        "harvest",
        label=gettext_lazy("Oogst die je noteerde"),
        why=gettext_lazy("Om te weten wie erover kan vertellen, en wie ze mag verbeteren."),
        kept=gettext_lazy("Zolang de samenwerking bestaat."),
        lines=lines_of,
        stays=gettext_lazy("De oogst zelf, zonder je naam: ze is van de gemeente."),
    )
)
