"""Every write about what is shown."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.showcase.sharing.models import Kind, Opening


@transaction.atomic
def choose(
    *,
    partnership: Partnership,
    among: Iterable[Kind],
    shown: Iterable[Kind],
    actor: Person | None,
    at: datetime | None = None,
) -> None:
    """Show of `among` exactly what stands in `shown`; other kinds stay as they are.

    What was shown already keeps its day; choosing the same twice changes nothing.
    """
    require(actor, "sharing.choose", partnership)
    at = at or timezone.now()
    # A lock on one row of the partnership: two people who choose at once must not open the same kind twice.
    Partnership.objects.select_for_update().get(pk=partnership.pk)
    among, wanted = frozenset(among), frozenset(shown)
    open_now = {
        Kind(one.kind): one
        for one in Opening.objects.filter(partnership=partnership, closed_at=None, kind__in=among)
    }
    for kind in sorted((wanted & among) - set(open_now)):
        Opening.objects.create(partnership=partnership, kind=kind, opened_at=at, opened_by=actor)
        record("sharing.opened", partnership=partnership, actor=actor, data={"kind": kind}, at=at)
    for kind in sorted(set(open_now) - wanted):
        Opening.objects.filter(pk=open_now[kind].pk).update(closed_at=at)
        record("sharing.closed", partnership=partnership, actor=actor, data={"kind": kind}, at=at)
