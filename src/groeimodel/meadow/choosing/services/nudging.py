"""What the nightly job sends, once each."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from groeimodel.meadow.choosing import letters
from groeimodel.meadow.choosing.models import Round
from groeimodel.meadow.choosing.polling import polls_of


@transaction.atomic
def remind(*, round: Round) -> int:
    """Everybody of the municipalities that did not hand in anything, some days before the last; returns how many mails."""
    found = Round.objects.select_related("partnership").select_for_update(of=("self",)).get(pk=round.pk)
    if found.state != Round.State.OPEN or found.reminded_at is not None:
        return 0
    found.reminded_at = timezone.now()
    found.save(update_fields=["reminded_at"])
    return letters.ask_ballots(found, polls_of(found, timezone.localdate()), again=True)


@transaction.atomic
def press(*, round: Round) -> int:
    """Who coordinates, after the last day; returns how many mails."""
    found = Round.objects.select_related("partnership").select_for_update(of=("self",)).get(pk=round.pk)
    if found.state != Round.State.OPEN or found.pressed_at is not None:
        return 0
    found.pressed_at = timezone.now()
    found.save(update_fields=["pressed_at"])
    return letters.ask_to_close(found)
