"""Mails about the own data, and their links."""

from __future__ import annotations

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from groeimodel.foundation import links
from groeimodel.foundation.mail.services import Action, Letter, post
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.privacy.models import Erasure

ADDRESS, STOP = "privacy.address", "privacy.stop"
ADDRESS_DAYS = 1
GRACE_DAYS = 7


def ask_new_address(person: Person, address: str) -> None:
    """To the new address: is it really yours?"""
    payload = {"person": person.pk, "new": address, "old": person.email or ""}
    url = reverse("privacy:confirm_address", args=[links.sign(ADDRESS, payload, days=ADDRESS_DAYS)])
    letter = Letter(
        subject=_("Is dit je nieuwe adres?"),
        paragraphs=[_("Je wilt dit adres gebruiken in Groeimodel. Bevestig het met de knop.")],
        action=Action(label=_("Bevestig dit adres"), url=url),
        after=[_("De link werkt een dag. Vroeg je dit niet? Dan hoef je niets te doen.")],
    )
    post(kind="privacy.address", to=address, name=person.name, letter=letter)


def tell_old_address(person: Person, old: str) -> None:
    """To the address that is not used any more, in case somebody else did this."""
    letter = Letter(
        subject=_("Je e-mailadres in Groeimodel is veranderd"),
        paragraphs=[_("Vanaf nu meld je je aan met een ander adres. Op dit adres krijg je geen mails meer.")],
        action=Action(label=_("Naar Groeimodel"), url=reverse("model:start")),
        after=[_("Deed je dit niet zelf? Verwittig dan meteen wie jullie samenwerking coördineert.")],
    )
    post(kind="privacy.address_changed", to=old, name=person.name, letter=letter)


def tell_erasure(erasure: Erasure) -> None:
    """When the data go, and how to stop it."""
    day = date_format(localtime(erasure.due_at), "j F Y")
    idle = erasure.why == Erasure.Why.IDLE
    why = (
        _("Je hebt al twee jaar geen zetel of taak meer. Daarom wissen we je gegevens op %(day)s.")
        if idle
        else _("Op %(day)s wissen we je gegevens, zoals gevraagd.")
    )
    url = reverse("privacy:stop_by_link", args=[links.sign(STOP, {"erasure": erasure.pk}, days=GRACE_DAYS)])
    letter = Letter(
        subject=_("Je gegevens worden gewist op %(day)s") % {"day": day},
        paragraphs=[
            why % {"day": day},
            _("Wil je dat niet? Stop het dan vóór die dag. Daarna kan het niet meer terug."),
        ],
        action=Action(label=_("Stop het wissen"), url=url),
        after=[_("Is het goed zo? Dan hoef je niets te doen.")],
    )
    post(kind="privacy.erasure", to=erasure.person, letter=letter)
