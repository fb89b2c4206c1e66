"""Personal data: who wrote a lesson, and who thanked for one."""

from collections.abc import Iterator
from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_scopes import scopes_disabled

from groeimodel.foundation.personal import Holding, Line, keep
from groeimodel.soil.lessons.models import Lesson, Thanks


def lines_of(person: Any) -> Iterator[Line]:
    with scopes_disabled():
        for one in Lesson.objects.filter(written_by=person):
            yield Line(date_format(localtime(one.written_at), "j F Y"), one.title)
        for thanks in Thanks.objects.filter(person=person).select_related("lesson"):
            day = date_format(localtime(thanks.at), "j F Y")
            yield Line(_("Je dank van %(day)s") % {"day": day}, thanks.lesson.title)


def let_go(person: Any) -> None:
    """Thanks stay counted, and are nobody's any more."""
    Thanks.objects.filter(person=person).update(person=None)


keep(
    Holding(
        "lessons",
        label=gettext_lazy("Lessen die je opschreef, en je dank voor lessen"),
        why=gettext_lazy("Om te weten wie erover kan vertellen, en om elke dank één keer te tellen."),
        kept=gettext_lazy("Zolang de samenwerking bestaat."),
        lines=lines_of,
        goes=gettext_lazy("Dat de dank van jou kwam."),
        stays=gettext_lazy("De les zelf, zonder je naam: ze is van de samenwerking."),
        erase=let_go,
    )
)
