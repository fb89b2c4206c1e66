"""Every write of the duo. Whoever has the link of a side is that person; nothing of it goes into the journal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django_scopes import scopes_disabled

from groeimodel.content.duo import duo as content
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.partners.selectors import seats_of
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.gauge.duo import letters
from groeimodel.gauge.duo.models import Duo, Pact, Side

LONGEST = 600
"""Letters of one answer."""


class OpenAlready(Exception):
    """Both sides are open: what was read is not changed any more."""


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody filled in; empty is left open."""

    words: Mapping[str, str]
    importance: Mapping[str, int]
    going: Mapping[str, int]


@transaction.atomic
def start(
    *,
    partnership: Partnership,
    municipality: Municipality,
    actor: Person | None,
    at: datetime | None = None,
    mail: bool = True,
) -> Duo:
    """Ask alderman and officer of a municipality; both get a mail. What the last duo of the two did not finish comes along.

    Raises:
        PermissionDenied: the actor does not sit for this municipality.
        ValidationError: one of the seats is empty, or the two have a duo that is not open yet.
    """
    blank = Duo(partnership=partnership, municipality=municipality, started_at=at or timezone.now())
    require(actor, "duo.start", blank)
    seat = next((one for one in seats_of(partnership) if one.municipality == municipality), None)
    if (
        seat is None
        or seat.alderman is None
        or seat.officer is None
        or seat.alderman.person == seat.officer.person
    ):
        raise ValidationError(_("Hiervoor zijn er twee nodig: een schepen en een ambtenaar op hun zetel."))
    pair = {"alderman": seat.alderman.person, "officer": seat.officer.person}
    Partnership.objects.select_for_update().get(pk=partnership.pk)  # two who start at once start one
    earlier = Duo.objects.filter(partnership=partnership)
    for person in pair.values():
        earlier = earlier.filter(
            pk__in=Side.objects.filter(partnership=partnership, person=person).values("duo")
        )
    if earlier.filter(opened_at=None).exists():
        raise ValidationError(_("Jullie gesprek loopt al. Kijk in je mail, of hieronder."))
    blank.save()
    last = earlier.exclude(pk=blank.pk).order_by("-started_at").first()
    if last is not None:
        last.pacts.filter(done_at=None).update(duo=blank)
    for role, key in pair.items():
        Side.objects.create(duo=blank, role=role, person_id=key)
    if mail:
        letters.ask(blank)
    return blank


@transaction.atomic
def keep(*, side: Side, said: Said) -> None:
    """Keep what was filled in so far.

    Raises:
        OpenAlready: both were done meanwhile.
        ValidationError: too long, or no such question, topic or mark.
    """
    locked = _locked(side)
    questions = {one.id for one in content().questions}
    topics = {one.id for one in content().topics}
    marks = {*said.importance.values(), *said.going.values()}
    if not (
        set(said.words) <= questions
        and {*said.importance, *said.going} <= topics
        and marks <= {1, 2, 3, 4, 5}
    ):
        raise ValidationError(_("Dit antwoord bestaat niet."))
    if any(len(text) > LONGEST for text in said.words.values()):
        raise ValidationError(_("Hou het kort: hoogstens %(most)s tekens per antwoord.") % {"most": LONGEST})
    locked.words = {key: text for key, text in said.words.items() if text}
    locked.importance, locked.going = dict(said.importance), dict(said.going)
    locked.save(update_fields=["words", "importance", "going"])


@transaction.atomic
def finish(*, side: Side, at: datetime | None = None) -> bool:
    """Say that one is done. With the second one both open, at the same moment; returns whether they are open.

    The duo is held meanwhile: two who finish at once both find the other done.

    Raises ValidationError when nothing was filled in.
    """
    locked = _locked(side)
    if not (locked.words or locked.importance or locked.going):
        raise ValidationError(_("Vul eerst iets in."))
    at = at or timezone.now()
    if locked.done_at is None:
        locked.done_at = at
        locked.save(update_fields=["done_at"])
    if Side.objects.filter(duo=locked.duo_id, done_at=None).exists():
        return False
    locked.duo.opened_at = at
    locked.duo.save(update_fields=["opened_at"])
    letters.tell_open(locked.duo, but=locked)
    return True


@transaction.atomic
def reconsider(*, side: Side) -> None:
    """Not done after all; as long as the other is not done either. Raises OpenAlready."""
    locked = _locked(side)
    locked.done_at = None
    locked.save(update_fields=["done_at"])


@transaction.atomic
def agree(*, side: Side, text: str, who: str, due: date | None) -> Pact:
    """Note what the two agree. Raises ValidationError before both are open."""
    if side.duo.opened_at is None:
        raise ValidationError(_("Dat kan zodra jullie allebei klaar zijn."))
    return Pact.objects.create(duo=side.duo, text=text, who=who, due=due)


@transaction.atomic
def tick(*, side: Side, pact: int, done: bool) -> None:
    """Done, or not after all."""
    rows = Pact.objects.filter(pk=pact, duo=side.duo_id)
    rows.update(done_at=timezone.now() if done else None)


@transaction.atomic
def remind(*, duo: Duo) -> int:
    """Once, who is not done; returns how many mails."""
    locked = Duo.objects.select_for_update().get(pk=duo.pk)
    if locked.opened_at is not None or locked.reminded_at is not None:
        return 0
    locked.reminded_at = timezone.now()
    locked.save(update_fields=["reminded_at"])
    return letters.ask(locked, again=True)


def _locked(side: Side) -> Side:
    """The side as it stands now, with its duo held until the transaction ends. Raises OpenAlready."""
    with scopes_disabled():  # who answers comes in by a link, outside any partnership
        duo = (
            Duo.objects.select_for_update(of=("self",))
            .select_related("partnership", "municipality")
            .get(pk=side.duo_id)
        )
    if duo.opened_at is not None:
        raise OpenAlready
    locked = Side.objects.select_for_update().get(pk=side.pk)
    locked.duo = duo
    return locked


@transaction.atomic
def take_over(*, partnership: Partnership, into: int, parts: list[int]) -> None:
    """After a merger it is called after the new municipality; it stays of the same two."""
    Duo.objects.filter(partnership=partnership, municipality__in=parts).update(municipality=into)
