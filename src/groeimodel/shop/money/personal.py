"""Personal data: who noted what. What a posting was for may name somebody; the journal holds only keys."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_scopes import scopes_disabled

from groeimodel.foundation.personal import Holding, Line, keep
from groeimodel.shop.money.models import BookYear, Call, Posting


def lines_of(person: Any) -> Iterator[Line]:
    with scopes_disabled():
        noted = Posting.objects.filter(noted_by=person).count()
        if noted:
            yield Line(_("Boekingen die je noteerde"), str(noted))


def let_go(person: Any) -> None:
    with scopes_disabled():
        Posting.objects.filter(noted_by=person).update(noted_by=None)
        Call.objects.filter(called_by=person).update(called_by=None)
        BookYear.objects.filter(closed_by=person).update(closed_by=None)


keep(
    Holding(
        "money",
        label=gettext_lazy("Boekingen die je noteerde"),
        why=gettext_lazy("Om te weten wie iets in de boeken schreef."),
        kept=gettext_lazy("Zolang de samenwerking bestaat; na wissen zonder naam."),
        lines=lines_of,
        goes=gettext_lazy("Je naam gaat weg, de boekingen blijven."),
        erase=let_go,
    )
)
