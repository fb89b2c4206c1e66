"""Personal data: who began a file, and who last wrote a text of it."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_scopes import scopes_disabled

from groeimodel.foundation.personal import Holding, Line, keep
from groeimodel.shop.subsidy.models import Dossier, Passage


def lines_of(person: Any) -> Iterator[Line]:
    with scopes_disabled():
        written = Passage.objects.filter(changed_by=person).count()
        begun = Dossier.objects.filter(begun_by=person).count()
    if written:
        yield Line(_("Teksten van subsidiedossiers die je het laatst bewerkte"), str(written))
    if begun:
        yield Line(_("Subsidiedossiers die je begon"), str(begun))


def let_go(person: Any) -> None:
    with scopes_disabled():
        Passage.objects.filter(changed_by=person).update(changed_by=None)
        Dossier.objects.filter(begun_by=person).update(begun_by=None)


keep(
    Holding(
        "subsidy",
        label=gettext_lazy("Subsidiedossiers waaraan je schreef"),
        why=gettext_lazy("Om te weten wie een tekst het laatst bewerkte."),
        kept=gettext_lazy("Zolang de samenwerking bestaat; na wissen zonder naam."),
        lines=lines_of,
        goes=gettext_lazy("Je naam gaat weg, de teksten blijven."),
        erase=let_go,
    )
)
