"""Remembering since when an action asks for attention, and mailing its gardener once."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone
from django_scopes import scopes_disabled

from groeimodel.foundation.journal.services import record
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.tending import letters
from groeimodel.meadow.tending.models import Signal
from groeimodel.meadow.tending.signals import drooping, signals_of

BATCH = 500


def watch(today: date) -> int:
    """Look at every running action of every partnership; says how many mails went out. Only a job calls this."""
    with scopes_disabled():
        known = {(row.action_id, row.kind): row for row in Signal.objects.all()}
        still: set[tuple[int, str]] = set()
        mails = 0
        everywhere = Action.objects.select_related("partnership", "gardener").order_by("pk")
        for action in drooping(everywhere, today).iterator(chunk_size=BATCH):
            for kind, since in signals_of(action, today).items():
                still.add((action.pk, kind))
                mails += _keep(action, kind, since, known.get((action.pk, kind)))
        over = [row.pk for key, row in known.items() if key not in still]
        Signal.objects.filter(pk__in=over).delete()
    return mails


@transaction.atomic
def _keep(action: Action, kind: str, since: date, row: Signal | None) -> int:
    """What is new is kept; the gardener is mailed once."""
    if row is None:
        row, fresh = Signal.objects.get_or_create(action=action, kind=kind, defaults={"since": since})
        if fresh:
            record(
                "tending.signalled",
                partnership=action.partnership,
                subject=action,
                data={"action": action.pk, "kind": kind},
            )
    if row.mailed_at is not None or action.gardener is None:
        return 0
    letters.warn(action, kind)
    row.mailed_at = timezone.now()
    row.save(update_fields=["mailed_at"])
    return 1
