"""Personal data: what a supporter wrote for herself, which sessions she led, who asked to look along."""

from collections.abc import Iterator
from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_scopes import scopes_disabled

from groeimodel.foundation.personal import Holding, Line, keep
from groeimodel.support.region.models import Look, Session, VisitNote


def lines_of(person: Any) -> Iterator[Line]:
    with scopes_disabled():
        for note in VisitNote.objects.filter(written_by=person).select_related("partnership"):
            yield Line(f"{date_format(note.day, 'j F Y')}, {note.partnership.name}", note.text)
        for one in Session.objects.filter(led_by=person).select_related("partnership"):
            day = date_format(localtime(one.planned_at), "j F Y")
            yield Line(f"{day}, {one.partnership.name}", " ".join([one.title, one.text]).strip())
        for look in Look.objects.filter(asked_by=person).select_related("partnership"):
            day = date_format(localtime(look.asked_at), "j F Y")
            yield Line(day, _("Je vroeg om mee te kijken met %(name)s.") % {"name": look.partnership.name})


def erase(person: Any) -> None:
    """Own notes go, with what was written during sessions; that there was a session stays."""
    with scopes_disabled():
        VisitNote.objects.filter(written_by=person).delete()
        Session.objects.filter(led_by=person).update(led_by=None, text="")
        Look.objects.filter(asked_by=person).update(asked_by=None)


keep(
    Holding(
        "region",
        label=gettext_lazy("Wat je als regio-ondersteuner noteerde"),
        why=gettext_lazy("Om bezoeken en sessies voor te bereiden, en op te volgen."),
        kept=gettext_lazy("Notities twee jaar. Sessies zolang de samenwerking bestaat, zonder notities."),
        lines=lines_of,
        goes=gettext_lazy("Je notities, en wat je tijdens sessies opschreef."),
        stays=gettext_lazy("Dat er een sessie was en wat jullie afspraken, zonder je naam."),
        erase=erase,
    )
)
