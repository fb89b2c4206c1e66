"""Personal data: what people say that they know or look for."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy
from django_scopes import scopes_disabled

from groeimodel.content.nutrients import nutrients
from groeimodel.foundation.personal import Holding, Line, keep
from groeimodel.foundation.search.services import forget
from groeimodel.soil.expertise.models import Expertise


def lines_of(person: Any) -> Iterator[Line]:
    names = {one.id: one.name for one in nutrients()}
    with scopes_disabled():
        for one in Expertise.objects.filter(person=person):
            area = names.get(one.area, one.area)
            yield Line(str(one.get_kind_display()), f"{area}: {one.text}" if one.text else area)


def erase(person: Any) -> None:
    """It is about nobody but this person."""
    with scopes_disabled():
        rows = Expertise.objects.filter(person=person)
        forget(Expertise._meta.label_lower, list(rows.values_list("pk", flat=True)))
        rows.delete()


keep(
    Holding(
        "expertise",
        label=gettext_lazy("Wat je zelf meebrengt en zoekt"),
        why=gettext_lazy("Om anderen te tonen bij wie ze terechtkunnen."),
        kept=gettext_lazy("Tot je het weghaalt. Zonder zetel of taak ziet niemand het nog."),
        lines=lines_of,
        goes=gettext_lazy("Alles wat je over jezelf noteerde."),
        erase=erase,
    )
)
