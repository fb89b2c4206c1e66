"""Personal data: who chose what the partnership shows."""

from collections.abc import Iterator
from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy
from django_scopes import scopes_disabled

from groeimodel.foundation.personal import Holding, Line, keep
from groeimodel.showcase.sharing.models import Opening


def lines_of(person: Any) -> Iterator[Line]:
    with scopes_disabled():
        for one in Opening.objects.filter(opened_by=person).select_related("partnership"):
            day = date_format(localtime(one.opened_at), "j F Y")
            yield Line(day, f"{one.partnership.name}: {one.get_kind_display()}")


def let_go(person: Any) -> None:
    with scopes_disabled():
        Opening.objects.filter(opened_by=person).update(opened_by=None)


keep(
    Holding(
        "sharing",
        label=gettext_lazy("Wat je voor je samenwerking openzette"),
        why=gettext_lazy("Om te weten wie besliste wat anderen te zien krijgen."),
        kept=gettext_lazy("Zolang de samenwerking bestaat."),
        lines=lines_of,
        goes=gettext_lazy("Dat jij het was."),
        erase=let_go,
    )
)
