"""Personal data: who had which document made."""

from collections.abc import Iterator
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy
from django_scopes import scopes_disabled

from groeimodel.foundation.personal import Holding, Line, keep
from groeimodel.showcase.documents import services
from groeimodel.showcase.documents.kinds import title_of
from groeimodel.showcase.documents.models import Order


def lines_of(person: Any) -> Iterator[Line]:
    with scopes_disabled():
        for one in Order.objects.filter(made_by=person).select_related("partnership"):
            yield Line(date_format(one.made_at, "j F Y"), f"{one.partnership.name}: {title_of(one.kind)}")


def let_go(person: Any) -> None:
    """The orders go, with their files: the papers of the partnership can be made again by others."""
    with scopes_disabled():
        services.remove(Order.objects.filter(made_by=person))


keep(
    Holding(
        "documents",
        label=gettext_lazy("Documenten die je liet maken"),
        why=gettext_lazy("Om je te tonen hoever ze staan, en ze je te laten meenemen."),
        kept=gettext_lazy("Zeven dagen nadat je erom vroeg."),
        lines=lines_of,
        goes=gettext_lazy("De lijst en de bestanden gaan weg."),
        erase=let_go,
    )
)
