"""Every write about support: it is asked of aldermen, never guessed (claim B17)."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.partners.selectors import seats_of
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.shop.counter import letters
from groeimodel.shop.counter.models import Support, SupportCall

ASK, SAY = "counter.ask_support", "counter.say_support"


@transaction.atomic
def ask_support(
    *, partnership: Partnership, actor: Person | None = None, at: datetime | None = None, mail: bool = True
) -> tuple[SupportCall, int]:
    """Ask each alderman who did not answer this year; asked again, it reminds. Gives the call, and how many mails went out."""
    require(actor, ASK, partnership)
    at = at or timezone.now()
    year = timezone.localdate(at).year
    call, _fresh = SupportCall.objects.get_or_create(
        partnership=partnership, year=year, defaults={"asked_at": at, "asked_by": actor}
    )
    said = set(
        Support.objects.filter(partnership=partnership, year=year).values_list("municipality", flat=True)
    )
    asked = [one for one in seats_of(partnership) if one.alderman and one.municipality.pk not in said]
    people = Person.objects.in_bulk([one.alderman.person for one in asked if one.alderman])
    sent = 0
    for one in asked if mail else ():
        if one.alderman is not None:
            sent += letters.ask(partnership, people[one.alderman.person], one.municipality)
    record(
        "counter.support_asked",
        partnership=partnership,
        actor=actor,
        data={"year": year, "mails": sent},
        at=at,
    )
    return call, sent


@transaction.atomic
def say_support(
    *,
    partnership: Partnership,
    municipality: Municipality,
    mark: int,
    words: str = "",
    actor: Person | None = None,
    at: datetime | None = None,
) -> Support:
    """The answer of a municipality for this year, by its alderman; said again, it takes the place of the first.

    Raises:
        PermissionDenied: the actor is not the alderman of this municipality.
        ValidationError: no mark from 1 to 5.
    """
    at = at or timezone.now()
    if not partnership.memberships.filter(municipality=municipality, ends=None).exists():
        raise PermissionDenied(_("Deze gemeente is geen partner van de samenwerking."))
    year = timezone.localdate(at).year
    rows = Support.objects.select_for_update().filter(partnership=partnership, year=year)
    said = rows.filter(municipality=municipality).first()
    said = said or Support(partnership=partnership, municipality=municipality, year=year)
    require(actor, SAY, said)
    if not 1 <= mark <= 5:
        raise ValidationError({"mark": _("Kies een cijfer van 1 tot 5.")})
    said.mark, said.words, said.by, said.at = mark, " ".join(words.split())[:300], actor, at
    said.save()
    record(
        "counter.support_said",
        partnership=partnership,
        actor=actor,
        municipality=municipality,
        subject=said,
        data={"year": year},
        at=at,
    )
    return said
