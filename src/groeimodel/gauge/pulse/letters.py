"""The mail of a pulse: one button, no signing in, ten seconds."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django_scopes import scopes_disabled

from groeimodel.foundation import links
from groeimodel.foundation.mail.services import Action, Letter, post
from groeimodel.foundation.people.models import Person
from groeimodel.gauge.pulse.models import Pulse

PURPOSE = "pulse.answer"
KIND = "pulse.ask"
LONGER = 3
"""Days that a link is read after the pulse closed, to say kindly that it is over."""


@dataclass(frozen=True, slots=True)
class Opened:
    pulse: Pulse
    person: Person


def link_for(pulse: Pulse, person: int) -> str:
    days = (pulse.closes_on - timezone.localdate()).days + 1 + LONGER
    token = links.sign(PURPOSE, {"pulse": pulse.pk, "person": person}, days=max(days, 1))
    return reverse("pulse:by_link", args=[token])


def open_link(token: str) -> Opened:
    """Read a link.

    Raises:
        links.Expired, links.Invalid: it is too old, or was changed; the pulse or person is not here any more.
    """
    payload = links.read(PURPOSE, token)
    with scopes_disabled():
        pulse = Pulse.objects.select_related("partnership", "meeting").filter(pk=payload["pulse"]).first()
    person = Person.objects.filter(pk=payload["person"], is_active=True, erased_at=None).first()
    if pulse is None or person is None:
        raise links.Invalid
    return Opened(pulse, person)


def ask(pulse: Pulse) -> None:
    """To everybody who was there."""
    for asked in pulse.asked.select_related("person").order_by("pk"):
        letter = Letter(
            subject=_("Drie tikken over '%(title)s'") % {"title": pulse.meeting.title},
            paragraphs=[
                _("Je was op deze ontmoeting. Drie korte vragen over vertrouwen: tien seconden."),
                _("Niemand kan zien wat jij antwoordt. We tonen enkel een gemiddelde, vanaf drie mensen."),
            ],
            action=Action(_("Beantwoord de drie vragen"), link_for(pulse, asked.person_id)),
            after=[_("Dat kan tot en met %(day)s.") % {"day": date_format(pulse.closes_on, "l j F")}],
        )
        post(kind=KIND, to=asked.person, letter=letter, partnership=pulse.partnership)
