"""Personal data: what somebody took home, and which reports somebody wrote or got."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy
from django_scopes import scopes_disabled

from groeimodel.foundation.personal import Holding, Line, keep
from groeimodel.soil.reports.models import Report, Takeaway


def lines_of(person: Any) -> Iterator[Line]:
    with scopes_disabled():
        for taken in Takeaway.objects.filter(person=person):
            yield Line(date_format(taken.at, "j F Y"), taken.text)
        mine = Report.objects.filter(Q(written_by=person) | Q(told_to=person)).select_related("meeting")
        for report in mine:
            yield Line(date_format(report.changed_at, "j F Y"), report.meeting.title)


keep(
    Holding(
        "reports",
        label=gettext_lazy("Wat je meenam van ontmoetingen, en verslagen die je schreef of kreeg"),
        why=gettext_lazy("Om te tonen wat een ontmoeting oplevert, en wie het al weet."),
        kept=gettext_lazy("Zolang de samenwerking bestaat."),
        lines=lines_of,
        stays=gettext_lazy("Wat je gemeente meenam, en dat de schepen het hoorde, zonder je naam."),
    )
)
