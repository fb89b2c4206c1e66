"""Personal data: that somebody is asked, until the pulse closes. What they answered is nobody's any more."""

from collections.abc import Iterator
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy
from django_scopes import scopes_disabled

from groeimodel.foundation.personal import Holding, Line, keep
from groeimodel.gauge.pulse.models import Asked


def lines_of(person: Any) -> Iterator[Line]:
    with scopes_disabled():
        for one in Asked.objects.filter(person=person).select_related("pulse__meeting"):
            yield Line(date_format(one.pulse.opened_at, "j F Y"), one.pulse.meeting.title)


def erase(person: Any) -> None:
    with scopes_disabled():
        Asked.objects.filter(person=person).delete()


keep(
    Holding(
        "pulse",
        label=gettext_lazy("Dat je na een ontmoeting drie vragen kreeg"),
        why=gettext_lazy("Om je één keer te laten antwoorden."),
        kept=gettext_lazy("Tot de polsslag sluit: tien dagen."),
        lines=lines_of,
        goes=gettext_lazy("Dat je gevraagd werd."),
        stays=gettext_lazy("Wat er geantwoord werd, tot de polsslag sluit: daar staat geen naam bij."),
        erase=erase,
    )
)
