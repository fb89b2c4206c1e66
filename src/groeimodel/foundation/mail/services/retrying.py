"""Sending again what failed."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from groeimodel.foundation.jobs import queue
from groeimodel.foundation.mail.models import OutgoingMail
from groeimodel.foundation.rights import require

State = OutgoingMail.State


def try_again(mails: QuerySet[OutgoingMail], *, actor: Any) -> int:
    """Put mails that failed, or were only kept, in the row once more; returns how many. Without words there is nothing
    to send.

    Raises:
        PermissionDenied: the actor does not run this installation.
    """
    require(actor, "jobs.try_again", None)
    with transaction.atomic():
        again = mails.filter(state__in=(State.FAILED, State.HELD), emptied_at__isnull=True)
        keys = list(again.select_for_update().values_list("pk", flat=True))
        OutgoingMail.objects.filter(pk__in=keys).update(state=State.WAITING, error="")
        for key in keys:
            queue("mail.send", {"mail": key})
    return len(keys)
