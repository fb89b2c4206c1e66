"""Personal data: who does a task, who worked how long, who wrote something down."""

from collections.abc import Iterator
from typing import Any

from django.utils.formats import date_format, number_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_scopes import scopes_disabled

from groeimodel.foundation.personal import Holding, Line, keep
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.tending.models import Expense, Hours, Result, Task, Update


def lines_of(person: Any) -> Iterator[Line]:
    with scopes_disabled():
        for task in Task.objects.filter(owner=person).select_related("action"):
            yield Line(_("Taak voor %(title)s") % {"title": task.action.title}, task.text)
        for one in Hours.objects.filter(person=person).select_related("action"):
            hours = _("%(hours)s uur") % {"hours": number_format(one.hours)}
            yield Line(date_format(one.on, "j F Y"), f"{one.action.title}: {hours} {one.what}".strip())
        for model in (Update, Expense, Result):
            rows: Any = model._default_manager.filter(noted_by=person).select_related("action")
            for row in rows:
                yield Line(date_format(localtime(row.noted_at), "j F Y"), f"{row.action.title}: {row}")


def let_go(person: Any) -> None:
    """Tasks lose their owner; hours stay with the municipality, without the person."""
    with scopes_disabled():
        Task.objects.filter(owner=person).update(owner=None)
        Hours.objects.filter(person=person).update(person=None)


def busy(person: Any) -> bool:
    with scopes_disabled():
        rows = Task.objects.filter(owner=person, done_at=None, action__stage=Action.Stage.FLOWER)
        return rows.exists()


keep(
    Holding(
        "tending",
        label=gettext_lazy("Je taken en uren bij acties, en wat je erover noteerde"),
        why=gettext_lazy("Om acties goed te laten lopen, en te tonen wie er tijd in stak."),
        kept=gettext_lazy("Zolang de samenwerking bestaat."),
        lines=lines_of,
        goes=gettext_lazy("Je taken zijn van niemand meer, en je uren van een collega zonder naam."),
        stays=gettext_lazy("Uren, uitgaven, resultaten en nieuws, zonder je naam: ze zijn van de gemeenten."),
        erase=let_go,
        busy=busy,
    )
)
