"""Personal data: who spoke for a municipality in a decision, and who wrote it down."""

from collections.abc import Iterator
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy
from django_scopes import scopes_disabled

from groeimodel.foundation.decisions.models import Decision, Voice
from groeimodel.foundation.personal import Holding, Line, keep


def lines_of(person: Any) -> Iterator[Line]:
    with scopes_disabled():
        for voice in Voice.objects.filter(person=person).select_related("decision"):
            yield Line(date_format(voice.decision.taken_on, "j F Y"), str(voice.decision))
        for one in Decision.objects.filter(recorded_by=person):
            yield Line(date_format(one.taken_on, "j F Y"), str(one))


keep(
    Holding(
        "decisions",
        label=gettext_lazy("Besluiten waarin je voor een gemeente sprak, of die je noteerde"),
        why=gettext_lazy("Om te tonen op welk mandaat een besluit steunt."),
        kept=gettext_lazy("Zolang de samenwerking bestaat."),
        lines=lines_of,
        stays=gettext_lazy("Het besluit zelf, zonder je naam: het is van de gemeenten."),
    )
)
