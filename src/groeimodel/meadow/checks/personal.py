"""Personal data: who did a local check, and what an alderman likes."""

from collections.abc import Iterator
from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy
from django_scopes import scopes_disabled

from groeimodel.foundation.personal import Holding, Line, keep
from groeimodel.meadow.checks.models import LocalCheck, Preference


def lines_of(person: Any) -> Iterator[Line]:
    with scopes_disabled():
        for check in LocalCheck.objects.filter(by=person).select_related("action", "need"):
            said = ": ".join(part for part in (check.get_verdict_display(), check.words) if part)
            yield Line(date_format(localtime(check.at), "j F Y"), f"{check.action.title}: {said}")
        for one in Preference.objects.filter(by=person).select_related("action"):
            words = " ".join(part for part in (f"{one.liking}/5", one.goal, one.word) if part)
            yield Line(date_format(localtime(one.at), "j F Y"), f"{one.action.title}: {words}")


keep(
    Holding(
        "checks",
        label=gettext_lazy("Lokale toetsen die je deed, en wat je als schepen van voorstellen vindt"),
        why=gettext_lazy("Om samen te kiezen wat bij elke gemeente past."),
        kept=gettext_lazy("Zolang de samenwerking bestaat."),
        lines=lines_of,
        stays=gettext_lazy("Wat je voor je gemeente zei, zonder je naam."),
    )
)
