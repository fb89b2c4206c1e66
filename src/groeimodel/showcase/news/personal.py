"""Personal data: addresses of readers, who have no account here, and who wrote or sent an edition."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Q
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_scopes import scopes_disabled

from groeimodel.foundation.mail.readers import address_key
from groeimodel.foundation.personal import Holding, Line, keep
from groeimodel.showcase.news.models import Edition, Subscription
from groeimodel.showcase.news.services import forget_address


def lines_of(person: Any) -> Iterator[Line]:
    with scopes_disabled():
        if person.email:
            rows = Subscription.objects.filter(address_key=address_key(person.email))
            for one in rows.select_related("partnership"):
                day = date_format(localtime(one.confirmed_at or one.asked_at), "j F Y")
                yield Line(_("Nieuwsbrief die je leest"), f"{one.partnership.name}, {day}")
        mine = Q(made_by=person) | Q(changed_by=person) | Q(sent_by=person)
        for edition in Edition.objects.filter(mine).select_related("partnership"):
            yield Line(_("Nieuwsbrief waaraan je schreef"), f"{edition.partnership.name}: {edition.title}")


def erase(person: Any) -> None:
    """Before the address itself goes."""
    if person.email:
        with scopes_disabled():
            forget_address(address=person.email)


keep(
    Holding(
        "news",
        label=gettext_lazy("Nieuwsbrieven die je leest, of waaraan je schreef"),
        why=gettext_lazy("Om je het nieuws te sturen, en te weten wie een nieuwsbrief maakte."),
        kept=gettext_lazy(
            "Je adres tot je je uitschrijft; zonder bevestiging 7 dagen. Wie schreef: zolang de samenwerking bestaat."
        ),
        lines=lines_of,
        goes=gettext_lazy("Je adres als lezer."),
        stays=gettext_lazy("De nieuwsbrieven zelf. Je naam staat er niet in."),
        erase=erase,
    )
)
