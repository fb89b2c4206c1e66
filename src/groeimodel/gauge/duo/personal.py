"""Personal data: what somebody said to the other of the duo. Only their own words are told."""

from collections.abc import Iterator
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy
from django_scopes import scopes_disabled

from groeimodel.foundation.personal import Holding, Line, keep
from groeimodel.gauge.duo.models import Side


def lines_of(person: Any) -> Iterator[Line]:
    with scopes_disabled():
        for side in Side.objects.filter(person=person).select_related("duo"):
            yield Line(date_format(side.duo.started_at, "j F Y"), " · ".join(side.words.values()))


def erase(person: Any) -> None:
    with scopes_disabled():
        Side.objects.filter(person=person).update(words={}, importance={}, going={})


keep(
    Holding(
        "duo",
        label=gettext_lazy("Wat je in een duogesprek zei"),
        why=gettext_lazy("Om naast elkaar te zien wat jij en de ander verwachten."),
        kept=gettext_lazy("Zolang de samenwerking bestaat; enkel jullie twee kunnen het lezen."),
        lines=lines_of,
        goes=gettext_lazy("Je woorden en je antwoorden."),
        stays=gettext_lazy("Wat jullie samen afspraken."),
        erase=erase,
    )
)
