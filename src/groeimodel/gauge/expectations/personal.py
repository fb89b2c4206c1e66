"""Personal data: what somebody answered for a seat, and what somebody took upon them."""

from collections.abc import Iterator
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy
from django_scopes import scopes_disabled

from groeimodel.foundation.personal import Holding, Line, keep
from groeimodel.gauge.expectations.models import Agreement, Sheet


def lines_of(person: Any) -> Iterator[Line]:
    with scopes_disabled():
        for sheet in Sheet.objects.filter(person=person).select_related("round"):
            texts = {one["key"]: one["text"] for one in sheet.round.asked}
            told = [f"{texts.get(key, key)}: {value}" for key, value in sheet.importance.items()]
            yield Line(
                date_format(sheet.round.opened_at, "j F Y"), "; ".join(filter(None, [sheet.words, *told]))
            )
        for agreement in Agreement.objects.filter(owner=person):
            yield Line(date_format(agreement.due, "j F Y"), agreement.text)


keep(
    Holding(
        "expectations",
        label=gettext_lazy("Wat je verwacht van de samenwerking, en afspraken die jij trekt"),
        why=gettext_lazy(
            "Om verwachtingen naar elkaar uit te spreken, en te weten wie een afspraak opvolgt."
        ),
        kept=gettext_lazy("Zolang de samenwerking bestaat."),
        lines=lines_of,
        stays=gettext_lazy("Wat je voor je gemeente antwoordde en wat jullie afspraken, zonder je naam."),
    )
)
