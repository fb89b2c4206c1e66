"""Personal data: who read in a file that nobody confirmed yet."""

from collections.abc import Iterator
from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_scopes import scopes_disabled

from groeimodel.foundation.personal import Holding, Line, keep
from groeimodel.shop.plan.models import LocalDraft


def lines_of(person: Any) -> Iterator[Line]:
    with scopes_disabled():
        for one in LocalDraft.objects.filter(person=person).select_related("municipality"):
            day = date_format(localtime(one.made_at), "j F Y")
            yield Line(_("Las een plan in, nog niet bevestigd"), f"{one.municipality}, {day}")


def remove(person: Any) -> None:
    with scopes_disabled():
        LocalDraft.objects.filter(person=person).delete()


keep(
    Holding(
        "plan",
        label=gettext_lazy("Plannen die je inlas"),
        why=gettext_lazy("Om te tonen wat een bestand verandert voor je het bevestigt."),
        kept=gettext_lazy("Tot je bevestigt, en hoogstens een dag."),
        lines=lines_of,
        goes=gettext_lazy("Wat je inlas en nog niet bevestigde."),
        erase=remove,
    )
)
