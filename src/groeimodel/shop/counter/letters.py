"""The mail that asks an alderman for the support of the college: its button opens one page, that asks no signing in."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from groeimodel.foundation import links
from groeimodel.foundation.mail.services import Action as Button
from groeimodel.foundation.mail.services import Letter, post
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.people.models import Person

KIND = "counter.support"
PURPOSE = "counter.support"
DAYS = 45
"""How long the link in a mail works."""


@dataclass(frozen=True, slots=True)
class Opened:
    """For whom a link was made. Whether that person may answer, is asked when it is opened."""

    partnership: Partnership
    person: Person


def link_for(partnership: Partnership, person: Person) -> str:
    token = links.sign(PURPOSE, {"partnership": partnership.pk, "person": person.pk}, days=DAYS)
    return reverse("counter:support_by_link", args=[token])


def open_link(token: str) -> Opened:
    """Read a link.

    Raises:
        links.Expired, links.Invalid: it is too old, or was changed; the person is not here any more.
    """
    payload = links.read(PURPOSE, token)
    partnership = Partnership.objects.filter(pk=payload["partnership"]).first()
    person = Person.objects.filter(pk=payload["person"], is_active=True, erased_at=None).first()
    if partnership is None or person is None:
        raise links.Invalid
    return Opened(partnership, person)


def ask(partnership: Partnership, person: Person, municipality: Municipality) -> bool:
    """Ask one alderman; says whether a mail went out."""
    letter = Letter(
        subject=_("Hoe sterk staat %(municipality)s achter de winkel?") % {"municipality": municipality.name},
        paragraphs=[
            _(
                "Eén vraag per jaar, voor elke schepen van %(partnership)s: hoe sterk staat je college achter de winkel?"
            )
            % {"partnership": partnership.name},
            _(
                "Een cijfer van 1 tot 5 en een zin. Zo weten jullie samen waar uitleg nodig is, voor het te laat is."
            ),
        ],
        action=Button(_("Antwoord in een halve minuut"), link_for(partnership, person)),
        after=[
            _("Aanmelden hoeft niet. De partners kunnen je antwoord lezen."),
            _("Deze link is van jou alleen: stuur hem niet door."),
        ],
    )
    return post(kind=KIND, to=person, letter=letter, partnership=partnership) is not None
