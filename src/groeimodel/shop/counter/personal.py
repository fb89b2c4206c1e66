"""Personal data: who tends an offer or a point, who counted, what an alderman answered; and the contacts of suppliers."""

from collections.abc import Iterator
from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_scopes import scopes_disabled

from groeimodel.foundation.personal import Holding, Line, keep
from groeimodel.shop.counter.models import Offer, ReadyPoint, Support, SupportCall, Use


def lines_of(person: Any) -> Iterator[Line]:
    with scopes_disabled():
        for offer in Offer.objects.filter(responsible=person):
            yield Line(_("Aanbod waar je voor zorgt"), offer.title)
        for point in ReadyPoint.objects.filter(who=person).select_related("offer"):
            yield Line(
                _("Een punt van de lijst dat jij in orde brengt"), f"{point.offer.title}: {point.point}"
            )
        for said in Support.objects.filter(by=person).select_related("municipality"):
            words = " ".join(part for part in (f"{said.mark}/5", said.words) if part)
            yield Line(date_format(localtime(said.at), "j F Y"), f"{said.municipality.name}: {words}")
        counted = Use.objects.filter(noted_by=person).count()
        if counted:
            yield Line(_("Tellingen die je noteerde"), str(counted))


def erase(person: Any) -> None:
    """What stays is of the offer or of the municipality; the person leaves it."""
    with scopes_disabled():
        Offer.objects.filter(responsible=person).update(responsible=None)
        ReadyPoint.objects.filter(who=person).update(who=None)
        Support.objects.filter(by=person).update(by=None)
        SupportCall.objects.filter(asked_by=person).update(asked_by=None)
        Use.objects.filter(noted_by=person).update(noted_by=None)


keep(
    Holding(
        "counter",
        label=gettext_lazy(
            "Aanbod waar je voor zorgt, en wat je als schepen zei over de steun van je college"
        ),
        why=gettext_lazy("Om te weten wie een aanbod bijhoudt, en waar de winkel uitleg nodig heeft."),
        kept=gettext_lazy("Zolang de samenwerking bestaat."),
        lines=lines_of,
        goes=gettext_lazy("Je naam bij aanbod, punten van de lijst en antwoorden."),
        stays=gettext_lazy("Het aanbod, en wat je voor je gemeente zei, zonder je naam."),
        erase=erase,
    )
)
