"""Personal data: who was invited, came, answered, gave direction; and the secret address of a feed."""

from collections.abc import Iterator
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy
from django_scopes import scopes_disabled

from groeimodel.foundation.personal import Holding, Line, keep
from groeimodel.soil.meetings.models import (
    Attendance,
    DateAnswer,
    FeedKey,
    Interest,
    Meeting,
    Steer,
)


def lines_of(person: Any) -> Iterator[Line]:
    with scopes_disabled():
        for one in Attendance.objects.filter(person=person).select_related("meeting"):
            day = date_format(one.meeting.starts, "j F Y") if one.meeting.starts else ""
            said = ", ".join(
                part for part in (one.get_coming_display(), "was er" if one.came else "") if part
            )
            yield Line(day, f"{one.meeting.title} ({said})" if said else one.meeting.title)
        for answer in DateAnswer.objects.filter(person=person).select_related("option__meeting"):
            yield Line(str(answer.option), answer.get_can_display())
        for steer in Steer.objects.filter(person=person).select_related("item"):
            yield Line(
                date_format(steer.at, "j F Y"),
                f"{steer.item.title}: {steer.get_stance_display()} {steer.text}",
            )
        for interest in Interest.objects.filter(person=person).select_related("partnership"):
            yield Line(date_format(interest.at, "j F Y"), interest.partnership.name)
        for meeting in Meeting.objects.filter(planned_by=person):
            yield Line(date_format(meeting.changed_at, "j F Y"), meeting.title)


def erase(person: Any) -> None:
    """The feed closes, and what was only about this person goes; that a municipality was there stays."""
    with scopes_disabled():
        FeedKey.objects.filter(person=person).delete()
        Interest.objects.filter(person=person).delete()
        DateAnswer.objects.filter(person=person).delete()


keep(
    Holding(
        "meetings",
        label=gettext_lazy("Ontmoetingen: uitnodigingen, aanwezigheid en wat je erover zei"),
        why=gettext_lazy("Om samen te komen, en te tonen welke gemeenten meedoen."),
        kept=gettext_lazy("Zolang de samenwerking bestaat."),
        lines=lines_of,
        goes=gettext_lazy("Je agendafeed, wanneer je kon, en je interesse in een schepenontmoeting."),
        stays=gettext_lazy("Dat iemand van je gemeente er was, en wat de schepen meegaf, zonder je naam."),
        erase=erase,
    )
)
