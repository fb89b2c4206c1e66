"""Personal data: who wrote an evaluation, and who looked back for a municipality."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Q
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_scopes import scopes_disabled

from groeimodel.foundation.personal import Holding, Line, keep
from groeimodel.meadow.evaluation.models import Evaluation, LookBack


def lines_of(person: Any) -> Iterator[Line]:
    with scopes_disabled():
        either = Q(saved_by=person) | Q(closed_by=person)
        for one in Evaluation.objects.filter(either).select_related("action"):
            yield Line(_("Evaluatie van %(title)s") % {"title": one.action.title}, one.title)
        rows = LookBack.objects.filter(written_by=person).select_related("evaluation__action")
        for row in rows:
            day = date_format(localtime(row.written_at), "j F Y")
            yield Line(day, f"{row.evaluation.action.title}: {row.text}")


keep(
    Holding(
        "evaluation",
        label=gettext_lazy("Evaluaties die je schreef, en hoe je terugkeek voor je gemeente"),
        why=gettext_lazy("Om samen te leren, en te weten wie erover kan vertellen."),
        kept=gettext_lazy("Zolang de samenwerking bestaat."),
        lines=lines_of,
        stays=gettext_lazy("De evaluatie zelf, zonder je naam: ze is van de samenwerking."),
    )
)
