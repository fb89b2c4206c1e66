"""Personal data: who put a document there. What stands in a document is the partnership's own."""

from collections.abc import Iterator
from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy
from django_scopes import scopes_disabled

from groeimodel.foundation.files.models import Document
from groeimodel.foundation.personal import Holding, Line, keep


def lines_of(person: Any) -> Iterator[Line]:
    with scopes_disabled():
        for one in Document.objects.filter(uploaded_by=person):
            yield Line(date_format(localtime(one.uploaded_at), "j F Y"), one.label)


keep(
    Holding(
        "files",
        label=gettext_lazy("Documenten die je klaarzette"),
        why=gettext_lazy("Om te weten wie erover kan vertellen, en wie ze mag weghalen."),
        kept=gettext_lazy("Tot iemand ze weghaalt, of waar ze bij horen verdwijnt."),
        lines=lines_of,
        stays=gettext_lazy("Het document zelf, zonder je naam: het is van de samenwerking."),
    )
)
