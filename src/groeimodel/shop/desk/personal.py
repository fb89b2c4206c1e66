"""Personal data: what somebody asked with their address, and which requests somebody follows up."""

from collections.abc import Iterator
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_scopes import scopes_disabled

from groeimodel.foundation.personal import Holding, Line, keep
from groeimodel.shop.desk.models import Line as Said
from groeimodel.shop.desk.models import Request
from groeimodel.shop.desk.services.keeping import empty


def lines_of(person: Any) -> Iterator[Line]:
    with scopes_disabled():
        if person.email:
            for one in Request.objects.filter(email__iexact=person.email).select_related("offer"):
                day = date_format(localtime(one.asked_at), "j F Y")
                told = [one.subject, one.organisation, one.name, one.phone, one.wish, one.when]
                yield Line(_("Je aanvraag van %(day)s") % {"day": day}, "; ".join(filter(None, told)))
        for one in Request.objects.filter(handler=person).select_related("offer"):
            yield Line(_("Aanvraag die je opvolgt"), f"{one.subject} ({one.get_state_display()})")
        for line in Said.objects.filter(by=person).exclude(text=""):
            yield Line(date_format(localtime(line.at), "j F Y"), line.text)


def erase(person: Any) -> None:
    """Own requests lose name, address and words, also those that run; nobody follows up what this person did."""
    now = timezone.now()
    with scopes_disabled():
        if person.email:
            rows = Request.objects.filter(email__iexact=person.email, erased_on=None)
            rows.filter(state=Request.State.WAITING).delete()
            for one in rows.select_related("partnership"):
                if one.is_open:
                    one.state, one.answer_by = Request.State.WITHDRAWN, None
                    one.closed_on = timezone.localdate(now)
                empty(one, now)
        Request.objects.filter(handler=person).update(handler=None)


keep(
    Holding(
        "desk",
        label=gettext_lazy("Aanvragen aan een winkel: wat je vroeg, en welke je opvolgt"),
        why=gettext_lazy("Om op je vraag te antwoorden, en te weten wie ze opvolgt."),
        kept=gettext_lazy("Tot een jaar na het einde van de aanvraag, of korter als de winkel dat koos."),
        lines=lines_of,
        goes=gettext_lazy("Je naam, je adres en de tekst van je aanvragen."),
        stays=gettext_lazy("Dat er een aanvraag was, van welke gemeente, en hoeveel mensen ze bereikte."),
        erase=erase,
    )
)
