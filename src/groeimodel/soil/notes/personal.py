"""Personal data: who wrote, which tasks somebody took, who took down an outcome."""

from collections.abc import Iterator
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy
from django_scopes import scopes_disabled

from groeimodel.foundation.personal import Holding, Line, keep
from groeimodel.soil.notes.models import Outcome, Revision


def lines_of(person: Any) -> Iterator[Line]:
    with scopes_disabled():
        for one in Outcome.objects.filter(owner=person):
            yield Line(date_format(one.due, "j F Y") if one.due else "", one.text)
        for noted in Outcome.objects.filter(noted_by=person).exclude(owner=person):
            yield Line(date_format(noted.noted_at, "j F Y"), noted.text)
        meetings = Revision.objects.filter(by=person).values_list("note__item__meeting__title", flat=True)
        for title in sorted(set(meetings)):
            yield Line("", title)


def erase(person: Any) -> None:
    """Who wrote which version goes; the text is of the group."""
    Revision.objects.filter(by=person).update(by=None, writer="")


keep(
    Holding(
        "notes",
        label=gettext_lazy("Verslagen: wat je schreef, en taken die je nam"),
        why=gettext_lazy("Om samen te schrijven zonder iets te verliezen, en te weten wie wat doet."),
        kept=gettext_lazy(
            "Wie welke versie schreef: zeven dagen. Het verslag en de taken: zolang de samenwerking bestaat."
        ),
        lines=lines_of,
        goes=gettext_lazy("Wie welke versie schreef."),
        stays=gettext_lazy("Het verslag en de taken, zonder je naam."),
        erase=erase,
    )
)
