"""Remembering since when an action asks for attention, and mailing its gardener once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.utils import timezone
from django_scopes import scopes_disabled

from groeimodel.foundation.journal.services import record
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.tending import letters
from groeimodel.meadow.tending.models import Signal
from groeimodel.meadow.tending.signals import signals_of, watched

BATCH = 500


def watch(today: date) -> int:
    """Look at every running action of every partnership; says how many mails went out. Only a job calls this."""
    with scopes_disabled():
        running = Action.objects.filter(stage=Action.Stage.FLOWER).select_related("partnership", "gardener")
        Signal.objects.exclude(action__stage=Action.Stage.FLOWER).delete()
        known: dict[int, dict[str, Signal]] = {}
        for row in Signal.objects.all():
            known.setdefault(row.action_id, {})[row.kind] = row
        mails = 0
        for action in watched(running).order_by("pk").iterator(chunk_size=BATCH):
            rows, now = known.get(action.pk, {}), signals_of(action, today)
            if rows or now:
                mails += _keep(action, now, rows)
    return mails


@transaction.atomic
def _keep(action: Action, now: Mapping[str, date], rows: dict[str, Signal]) -> int:
    """What is over goes, what is new is kept and mailed."""
    Signal.objects.filter(pk__in=[row.pk for kind, row in rows.items() if kind not in now]).delete()
    mails = 0
    for kind, since in now.items():
        row = rows.get(kind)
        if row is None:
            row, fresh = Signal.objects.get_or_create(action=action, kind=kind, defaults={"since": since})
            if fresh:
                record(
                    "tending.signalled",
                    partnership=action.partnership,
                    subject=action,
                    data={"action": action.pk, "kind": kind},
                )
        if row.mailed_at is None and action.gardener is not None:
            letters.warn(action, kind)
            row.mailed_at = timezone.now()
            row.save(update_fields=["mailed_at"])
            mails += 1
    return mails
