"""Personal data: the link with the public register of mandates."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groeimodel.foundation.aldermen.models import PersonLink
from groeimodel.foundation.aldermen.services import forget
from groeimodel.foundation.personal import Holding, Line, keep


def lines_of(person: Any) -> Iterator[Line]:
    for one in PersonLink.objects.filter(person=person):
        yield Line(_("Je adres in het openbare mandatenregister"), one.source)


keep(
    Holding(
        "aldermen",
        label=gettext_lazy("Link met het mandatenregister"),
        why=gettext_lazy("Om een schepen te herkennen als we het openbare register opnieuw inlezen."),
        kept=gettext_lazy("Zolang we je naam bewaren."),
        lines=lines_of,
        goes=gettext_lazy("De link met het openbare mandatenregister."),
        stays=gettext_lazy(
            "Een code die naar niemand leidt, zodat we je niet opnieuw inlezen uit het openbare register."
        ),
        erase=forget,
    )
)
