"""Personal data: copies of words that hold somebody's name, so that they can be found."""

from collections.abc import Iterator
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy
from django_scopes import scopes_disabled

from groeimodel.foundation.personal import Holding, Line, keep
from groeimodel.foundation.search.models import SearchEntry


def lines_of(person: Any) -> Iterator[Line]:
    with scopes_disabled():
        for one in SearchEntry.objects.filter(person=person).order_by("pk"):
            yield Line(date_format(one.changed_at, "j F Y"), one.title)


keep(
    Holding(
        "search",
        label=gettext_lazy("Waar je met je naam te vinden bent"),
        why=gettext_lazy("Om te vinden wie waarover kan vertellen."),
        kept=gettext_lazy("Zolang het stuk zelf er is."),
        lines=lines_of,
        goes=gettext_lazy("Je naam: wat je deelde, wordt zonder je naam opnieuw vindbaar gemaakt."),
    )
)
