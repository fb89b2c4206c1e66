"""Mails of the door: the code with its link, and the answer to an address that nobody here has."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from groeimodel.foundation import links
from groeimodel.foundation.mail.services import Action, Letter, post
from groeimodel.foundation.people.models import Person

PURPOSE = "signin.link"
MINUTES = 10


def stamp_of(person: Person) -> str:
    """Changes with each sign-in, so that a link works once."""
    return person.last_login.isoformat() if person.last_login else ""


def link_for(person: Person, then: str = "") -> str:
    payload = {"person": person.pk, "stamp": stamp_of(person), "next": then}
    return reverse("signin:link", args=[links.sign(PURPOSE, payload, days=MINUTES / 1440)])


def open_link(token: str) -> tuple[Person, str]:
    """The person of a link, and where to go then.

    Raises:
        links.Expired, links.Invalid: too old, changed, or used before.
    """
    payload = links.read(PURPOSE, token)
    person = Person.objects.filter(pk=payload["person"], is_active=True, erased_at=None).first()
    if person is None:
        raise links.Invalid
    if stamp_of(person) != payload["stamp"]:
        raise links.Expired(payload)
    return person, str(payload["next"])


def send_code(person: Person, code: str, then: str) -> None:
    letter = Letter(
        subject=_("Je code om aan te melden: %(code)s") % {"code": code},
        paragraphs=[
            _("Tik deze code in op de pagina waar je je aanmeldt: %(code)s") % {"code": code},
            _("Of gebruik de knop. Dat werkt ook op een ander toestel."),
        ],
        action=Action(label=_("Meld me aan"), url=link_for(person, then)),
        after=[
            _(
                "Code en knop werken tien minuten, en één keer. Vroeg je dit niet? Dan hoef je niets te doen: niemand kan zonder deze mail binnen."
            )
        ],
    )
    post(kind="signin.code", to=person, letter=letter)


def send_unknown(email: str) -> None:
    """To somebody who tried to sign in with an address that is not known here."""
    letter = Letter(
        subject=_("Dit adres is hier niet bekend"),
        paragraphs=[
            _(
                "Iemand vroeg om zich met dit adres aan te melden bij Groeimodel. Dat adres is hier niet bekend."
            ),
            _(
                "Gebruikte je vroeger een ander adres? Probeer het daarmee. Nieuw? Je komt binnen met een uitnodiging van wie jullie samenwerking coördineert."
            ),
        ],
        action=Action(label=_("Naar de samenwerkingen"), url=reverse("garden:list")),
        after=[_("Vroeg je dit niet? Dan hoef je niets te doen.")],
    )
    post(kind="signin.unknown", to=email, name="", letter=letter)


def tell_change(person: Person, what: str) -> None:
    """Somebody may sign in in a new way from now on: the person should know, in case it was somebody else."""
    if not person.email:
        return
    letter = Letter(
        subject=_("Er veranderde iets aan hoe je je aanmeldt"),
        paragraphs=[what],
        action=Action(label=_("Bekijk je toegang"), url=reverse("signin:access")),
        after=[
            _(
                "Was jij dit niet? Sluit dan alle andere sessies, haal weg wat je niet kent, en verwittig je beheerder."
            )
        ],
    )
    post(kind="signin.changed", to=person, letter=letter)


def tell_new_device(person: Person, device: str) -> None:
    """Signed in on a device that was not seen before."""
    letter = Letter(
        subject=_("Je bent aangemeld op een nieuw toestel"),
        paragraphs=[_("Zonet meldde iemand zich met jouw account aan: %(device)s.") % {"device": device}],
        action=Action(label=_("Bekijk waar je aangemeld bent"), url=reverse("signin:access")),
        after=[_("Was jij dit? Dan hoef je niets te doen. Was jij dit niet? Stop dan die sessie.")],
    )
    post(kind="signin.new_device", to=person, letter=letter)
