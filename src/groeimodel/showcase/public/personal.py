"""Personal data: who worked on the public page last."""

from collections.abc import Iterator
from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy
from django_scopes import scopes_disabled

from groeimodel.foundation.personal import Holding, Line, keep
from groeimodel.showcase.public.models import Page


def lines_of(person: Any) -> Iterator[Line]:
    with scopes_disabled():
        for one in Page.objects.filter(changed_by=person).select_related("partnership"):
            yield Line(date_format(localtime(one.changed_at), "j F Y"), one.partnership.name)


def let_go(person: Any) -> None:
    with scopes_disabled():
        Page.objects.filter(changed_by=person).update(changed_by=None)


keep(
    Holding(
        "public",
        label=gettext_lazy("Publieke pagina’s waar je het laatst aan werkte"),
        why=gettext_lazy("Om te weten wie de laatste versie maakte."),
        kept=gettext_lazy("Tot iemand anders eraan werkt."),
        lines=lines_of,
        goes=gettext_lazy("Dat jij het was."),
        erase=let_go,
    )
)
