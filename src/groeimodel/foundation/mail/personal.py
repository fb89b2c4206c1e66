"""Personal data: mails that were sent, and wishes."""

from collections.abc import Iterator
from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groeimodel.foundation.mail.models import Cadence, OutgoingMail, Refusal
from groeimodel.foundation.mail.services.keeping import forget
from groeimodel.foundation.personal import Holding, Line, keep


def lines_of(person: Any) -> Iterator[Line]:
    for mail in OutgoingMail.objects.filter(person=person).order_by("-created_at"):
        day = date_format(localtime(mail.created_at), "j F Y, H:i")
        yield Line(_("Mail van %(day)s") % {"day": day}, mail.subject or _("(tekst al weggehaald)"))
    for refusal in Refusal.objects.filter(person=person):
        yield Line(_("Uitgeschreven voor"), refusal.kind)
    for cadence in Cadence.objects.filter(person=person):
        yield Line(_("Overzicht"), cadence.get_every_display())


keep(
    Holding(
        "mail",
        label=gettext_lazy("Mails aan jou"),
        why=gettext_lazy("Om na te gaan of een mail vertrok, en om te weten welke mails je wilt."),
        kept=gettext_lazy(
            "De tekst 90 dagen, een code om aan te melden één dag. Daarna enkel dat er een mail was."
        ),
        lines=lines_of,
        goes=gettext_lazy("Alle mails aan jou worden leeggemaakt, en je keuzes gewist."),
        stays=gettext_lazy(
            "Mails die anderen kregen en waarin je naam staat: ook daarvan gaat de tekst weg, na 90 dagen."
        ),
        erase=forget,
        order=90,
    )
)
