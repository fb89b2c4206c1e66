"""One mail for all proposals, to each seat: its button opens one page, that asks no signing in (claims G8, W16)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from groeimodel.foundation import links
from groeimodel.foundation.mail.services import Action as Button
from groeimodel.foundation.mail.services import Letter, post
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.meadow.actions.models import Action

KIND = "checks.ask"
PURPOSE = "checks.say"
DAYS = 45
"""How long the link in a mail works."""


@dataclass(frozen=True, slots=True)
class Opened:
    """For whom a link was made. What is asked, is asked when it is opened."""

    partnership: Partnership
    person: Person


def link_for(partnership: Partnership, person: Person) -> str:
    token = links.sign(PURPOSE, {"partnership": partnership.pk, "person": person.pk}, days=DAYS)
    return reverse("checks:by_link", args=[token])


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


def ask(
    partnership: Partnership,
    person: Person,
    municipality: Municipality,
    actions: Sequence[Action],
    *,
    alderman: bool,
) -> bool:
    """Ask somebody on a seat about all of these at once; says whether a mail went out."""
    what = (
        _("Zeg hoe graag je elk voorstel ziet, en bij welk doel van jullie beleid het past.")
        if alderman
        else _("Zeg bij elk voorstel of het past bij een nood van jullie kinderen en jongeren.")
    )
    subject = ngettext(
        "Past dit voorstel bij %(municipality)s?",
        "Passen deze %(n)s voorstellen bij %(municipality)s?",
        len(actions),
    )
    letter = Letter(
        subject=subject % {"n": len(actions), "municipality": municipality.name},
        paragraphs=[
            _(
                "Binnenkort kiezen de gemeenten van %(partnership)s samen. Eerst is het woord aan %(municipality)s."
            )
            % {"partnership": partnership.name, "municipality": municipality.name},
            ("list", [one.title for one in actions]),
            what,
        ],
        action=Button(_("Zeg het in een minuut"), link_for(partnership, person)),
        after=[
            _("Aanmelden hoeft niet. De partners kunnen je antwoord lezen."),
            _("Deze link is van jou alleen: stuur hem niet door."),
        ],
    )
    return post(kind=KIND, to=person, letter=letter, partnership=partnership) is not None
