"""Asking to look along, and the answer of who coordinates."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.mail.services import Action, Letter, post
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.showcase.sharing import services as sharing
from groeimodel.showcase.sharing.models import Kind
from groeimodel.soil.energy.services import coordinators_of
from groeimodel.support.region.consent import is_open
from groeimodel.support.region.models import Look

AGAIN = timedelta(days=90)
"""After a no, so long before it can be asked again: nobody is worn down."""


@transaction.atomic
def ask_to_look(*, partnership: Partnership, actor: Person | None, at: datetime | None = None) -> Look:
    """Ask who coordinates to open 'how we are doing'; a mail, and a thing to do on 'Mijn tuin'. Twice is once.

    Raises:
        ValidationError: it is open already, was refused lately, or nobody coordinates who could answer.
    """
    require(actor, "region.see", partnership)
    at = at or timezone.now()
    Partnership.objects.select_for_update().get(pk=partnership.pk)
    if is_open(partnership):
        raise ValidationError(_("Deze samenwerking laat je al meekijken."))
    waiting = Look.objects.filter(partnership=partnership, answered_at=None).first()
    if waiting is not None:
        return waiting
    refused = Look.objects.filter(partnership=partnership, granted=False, answered_at__gt=at - AGAIN)
    if refused.exists():
        raise ValidationError(_("Ze zeiden onlangs nee. Vraag het later opnieuw, of bel eens."))
    people = coordinators_of(partnership)
    if not people:
        raise ValidationError(_("Niemand coördineert deze samenwerking. Vraag eerst wie dat wil doen."))
    look = Look.objects.create(partnership=partnership, asked_by=actor, asked_at=at)
    record("region.look_asked", partnership=partnership, actor=actor, subject=look, at=at)
    for person in people:
        post(kind="region.look", to=person, letter=_letter(look), partnership=partnership, actor=actor)
    return look


@transaction.atomic
def let_look(*, partnership: Partnership, actor: Person | None) -> None:
    """Yes: from now on the supporter sees how it goes. Closing it again is done on 'Wie ziet wat?'."""
    require(actor, "sharing.choose", partnership)
    sharing.choose(partnership=partnership, among=[Kind.REGION], shown=[Kind.REGION], actor=actor)


@transaction.atomic
def refuse_look(*, partnership: Partnership, actor: Person | None, at: datetime | None = None) -> None:
    """Not now; who asked sees that on the overview. Without a question nothing happens."""
    require(actor, "sharing.choose", partnership)
    at = at or timezone.now()
    waiting = Look.objects.select_for_update().filter(partnership=partnership, answered_at=None).first()
    if waiting is not None:
        waiting.answered_at, waiting.granted = at, False
        waiting.save(update_fields=["answered_at", "granted"])
        record("region.look_refused", partnership=partnership, actor=actor, subject=waiting, at=at)


def _letter(look: Look) -> Letter:
    words = {
        "who": look.asked_by.name if look.asked_by else _("Je regio-ondersteuner"),
        "name": look.partnership.name,
    }
    return Letter(
        subject=_("Mag je regio-ondersteuner meekijken met %(name)s?") % words,
        paragraphs=[
            _("%(who)s begeleidt meerdere samenwerkingen, en wil op één pagina zien waar hulp welkom is.")
            % words,
            _(
                "Te zien is: of de potgrond uitdroogt, welke termijnen eindigen, welke zetels leeg zijn, en wanneer jullie laatst maten. Je ziet alles voor je kiest. Je kunt het elke dag weer dichtzetten."
            ),
        ],
        action=Action(
            label=_("Bekijk en antwoord"), url=reverse("region:look", args=[look.partnership.slug])
        ),
        after=[_("Nee zeggen kan op dezelfde pagina. Op jullie vragen komt in elk geval antwoord.")],
    )
