"""Personal data: who opened a session. Who took part in one is nowhere."""

from collections.abc import Iterator
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy
from django_scopes import scopes_disabled

from groeimodel.foundation.personal import Holding, Line, keep
from groeimodel.gauge.live.models import Session


def lines_of(person: Any) -> Iterator[Line]:
    with scopes_disabled():
        for one in Session.objects.filter(opened_by=person):
            yield Line(date_format(one.opened_at, "j F Y"), one.get_source_display())


keep(
    Holding(
        "live",
        label=gettext_lazy("Livesessies die je opende"),
        why=gettext_lazy("Om te weten wie de sessie leidt."),
        kept=gettext_lazy("Zolang de samenwerking bestaat; een sessie die niet bewaard werd, dertig dagen."),
        lines=lines_of,
        stays=gettext_lazy("Dat er een sessie was, zonder je naam."),
    )
)
