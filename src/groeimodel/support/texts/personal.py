"""Personal data: who changed and who published texts of the model."""

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groeimodel.foundation.personal import Holding, Line, keep
from groeimodel.support.texts.models import Change, Version


def lines_of(person: Any) -> Iterator[Line]:
    for version in Version.objects.filter(by=person).defer("values"):
        yield Line(
            date_format(localtime(version.at), "j F Y"),
            _("versie %(number)s uitgegeven") % {"number": version.number},
        )
    if changed := Change.objects.filter(by=person).count():
        yield Line(_("Veranderde teksten"), str(changed))


def let_go(person: Any) -> None:
    Change.objects.filter(by=person).update(by=None)
    # Only the name goes: the version itself never changes, so this passes by its own guard.
    models.QuerySet(Version).filter(by=person).update(by=None)


keep(
    Holding(
        "texts",
        label=gettext_lazy("Teksten van het model die je veranderde of uitgaf"),
        why=gettext_lazy("Om te weten wie een tekst kan toelichten."),
        kept=gettext_lazy("Zolang de versies van de teksten bewaard worden."),
        lines=lines_of,
        goes=gettext_lazy("Dat jij het was."),
        erase=let_go,
    )
)
