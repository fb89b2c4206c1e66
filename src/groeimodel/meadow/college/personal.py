"""Personal data: which ambassador is named in a plan for the college."""

from collections.abc import Iterator
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy
from django_scopes import scopes_disabled

from groeimodel.foundation.personal import Holding, Line, keep
from groeimodel.meadow.college.models import Moment


def lines_of(person: Any) -> Iterator[Line]:
    with scopes_disabled():
        for one in Moment.objects.filter(person=person):
            yield Line(date_format(one.on, "j F Y"), f"{one.with_what}: {one.purpose}")


def let_go(person: Any) -> None:
    with scopes_disabled():
        Moment.objects.filter(person=person).update(person=None)


keep(
    Holding(
        "college",
        label=gettext_lazy("Momenten met het college die op jouw naam staan"),
        why=gettext_lazy("Om te weten wie het college meeneemt, en je eraan te herinneren."),
        kept=gettext_lazy("Zolang de samenwerking bestaat."),
        lines=lines_of,
        goes=gettext_lazy("Je naam bij die momenten."),
        stays=gettext_lazy("Het moment zelf: wanneer, waarmee en wat ervan kwam."),
        erase=let_go,
    )
)
