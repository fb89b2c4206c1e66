"""Every write about the list of an offer and about its anchors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from groeimodel.content.readiness import points
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.shop.counter.models import Anchor, Offer, ReadyPoint
from groeimodel.shop.counter.noting import note as _note
from groeimodel.shop.counter.services.offers import TEND


@dataclass(frozen=True, slots=True)
class Checked:
    """What is said of one point of the list."""

    answer: str = ""
    who: Person | None = None
    by: date | None = None


@dataclass(frozen=True, slots=True)
class Secured:
    """Until when one part is secured; `until` None is for an indefinite time."""

    until: date | None = None
    source: str = ""


@transaction.atomic
def check_points(
    *,
    offer: Offer,
    checked: Mapping[str, Checked],
    actor: Person | None = None,
    at: datetime | None = None,
) -> None:
    """Write the list of an offer anew, for the points that are given; nothing said takes a point off.

    Raises:
        ValidationError: a point that the list does not have, or an answer that does not exist.
    """
    require(actor, TEND, offer)
    if unknown := set(checked) - {one.id for one in points()}:
        raise ValidationError(_("Dit punt staat niet op de lijst: %(point)s") % {"point": min(unknown)})
    for point, said in checked.items():
        if said == Checked():
            ReadyPoint.objects.filter(offer=offer, point=point).delete()
            continue
        if said.answer and said.answer not in ReadyPoint.Answer.values:
            raise ValidationError(_("Kies ja, nog niet, of niet nodig."))
        ReadyPoint.objects.update_or_create(
            offer=offer, point=point, defaults={"answer": said.answer, "who": said.who, "by": said.by}
        )
    _note("counter.list_checked", offer, actor=actor, at=at)


@transaction.atomic
def anchor(
    *,
    offer: Offer,
    secured: Mapping[str, Secured | None],
    actor: Person | None = None,
    at: datetime | None = None,
) -> None:
    """Say until when the parts of an offer are secured; None: that is not known.

    Raises:
        ValidationError: a part that does not exist.
    """
    require(actor, TEND, offer)
    if unknown := set(secured) - set(Anchor.Part.values):
        raise ValidationError(_("Dit onderdeel bestaat niet: %(part)s") % {"part": min(unknown)})
    for part, said in secured.items():
        if said is None:
            Anchor.objects.filter(offer=offer, part=part).delete()
            continue
        Anchor.objects.update_or_create(
            offer=offer, part=part, defaults={"until": said.until, "source": said.source.strip()[:200]}
        )
    _note("counter.anchored", offer, actor=actor, at=at)
