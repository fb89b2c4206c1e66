"""Personal data: who made which photo of the meadow."""

from collections.abc import Iterator
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy
from django_scopes import scopes_disabled

from groeimodel.foundation.personal import Holding, Line, keep
from groeimodel.showcase.photo.models import Photo


def lines_of(person: Any) -> Iterator[Line]:
    with scopes_disabled():
        for one in Photo.objects.filter(made_by=person).select_related("partnership"):
            yield Line(date_format(one.made_at, "j F Y"), f"{one.partnership.name} {one.note}".strip())


def let_go(person: Any) -> None:
    """The links stop; what is left says nothing of the maker."""
    with scopes_disabled():
        own = Photo.objects.filter(made_by=person)
        own.filter(withdrawn_at=None).update(withdrawn_at=timezone.now())
        own.update(made_by=None, note="")


keep(
    Holding(
        "photo",
        label=gettext_lazy("Foto's van de weide die je deelde"),
        why=gettext_lazy("Om je links te tonen en te kunnen intrekken."),
        kept=gettext_lazy("Tot dertig dagen nadat de link verloopt."),
        lines=lines_of,
        goes=gettext_lazy("Je links werken niet meer."),
        erase=let_go,
    )
)
