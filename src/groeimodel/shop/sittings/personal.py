"""Personal data: who was on a sitting, for whom somebody voted, and what was said in an open vote."""

from collections.abc import Iterator
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy
from django_scopes import scopes_disabled

from groeimodel.foundation.personal import Holding, Line, keep
from groeimodel.shop.sittings.models import Presence, SeatVote, Sitting


def lines_of(person: Any) -> Iterator[Line]:
    with scopes_disabled():
        rows = Presence.objects.filter(person=person).select_related("sitting__organ")
        for one in rows:
            said = one.get_how_display() or one.get_said_display()
            yield Line(
                date_format(one.sitting.day, "j F Y"), f"{one.sitting.organ} ({said})".replace(" ()", "")
            )
        votes = SeatVote.objects.filter(presence__person=person).select_related("item__sitting")
        for vote in votes:
            day = date_format(vote.item.sitting.day, "j F Y")
            yield Line(day, f"{vote.item.title}: {vote.get_choice_display()}")
        for sitting in Sitting.objects.filter(called_by=person).select_related("organ"):
            yield Line(date_format(sitting.day, "j F Y"), sitting.organ.name)


keep(
    Holding(
        "sittings",
        label=gettext_lazy("Zittingen van organen: of je er was, en wat je stemde"),
        why=gettext_lazy("Om te tonen dat een besluit geldig genomen is."),
        kept=gettext_lazy("Zolang de samenwerking bestaat."),
        lines=lines_of,
        stays=gettext_lazy(
            "Dat de zetel er was en wat hij openlijk stemde, zonder je naam. Van een geheime stemming is nooit bewaard wie wat stemde."
        ),
    )
)
