"""Personal data: who put a decision on the web; the names of who voted lie with the sittings."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_scopes import scopes_disabled

from groeimodel.foundation.personal import Holding, Line, keep
from groeimodel.shop.publishing.models import Publication


def lines_of(person: Any) -> Iterator[Line]:
    with scopes_disabled():
        for one in Publication.objects.filter(published_by=person).select_related("decision"):
            yield Line(_("Op het web gezet"), str(one.decision))


def let_go(person: Any) -> None:
    with scopes_disabled():
        Publication.objects.filter(published_by=person).update(published_by=None)


def busy(person: Any) -> bool:
    return False


keep(
    Holding(
        "publishing",
        label=gettext_lazy("Besluiten die je op het web zette"),
        why=gettext_lazy("Om te weten wie een besluit openbaar maakte."),
        kept=gettext_lazy("Zolang de samenwerking bestaat; na wissen zonder naam."),
        lines=lines_of,
        goes=gettext_lazy("Je naam gaat weg, het besluit blijft staan."),
        erase=let_go,
        busy=busy,
    )
)
