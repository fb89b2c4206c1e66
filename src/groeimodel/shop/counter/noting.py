"""What every write about an offer does at its end."""

from __future__ import annotations

from datetime import datetime

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.people.models import Person
from groeimodel.shop.counter.models import Offer


def note(verb: str, offer: Offer, *, actor: Person | None, at: datetime | None = None) -> None:
    record(verb, partnership=offer.partnership, actor=actor, subject=offer, data={"offer": offer.pk}, at=at)
