"""Personal data: places in organs."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_scopes import scopes_disabled

from groeimodel.foundation.personal import Holding, Line, keep
from groeimodel.shop.organs.models import OrganSeat


def lines_of(person: Any) -> Iterator[Line]:
    with scopes_disabled():
        for one in OrganSeat.objects.filter(person=person).select_related("organ"):
            yield Line(_("Plaats in"), f"{one.organ} {one.task}".strip())


def let_go(person: Any) -> None:
    with scopes_disabled():
        OrganSeat.objects.filter(person=person).update(person=None)


def busy(person: Any) -> bool:
    with scopes_disabled():
        return OrganSeat.objects.filter(person=person).exists()


keep(
    Holding(
        "organs",
        label=gettext_lazy("Je plaatsen in organen"),
        why=gettext_lazy("Om te tonen wie in een bestuur zit."),
        kept=gettext_lazy("Tot iemand anders er zit."),
        lines=lines_of,
        goes=gettext_lazy("Je plaatsen worden leeg."),
        erase=let_go,
        busy=busy,
    )
)
