"""What this room does by itself: send ballots after the layout, remind once, ask to close. It closes nothing."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from django_scopes import scope, scopes_disabled

from groeimodel.foundation.jobs import daily
from groeimodel.meadow.choosing import services
from groeimodel.meadow.choosing.models import Round
from groeimodel.meadow.choosing.selectors import RUNNING

DAYS_BEFORE = timedelta(days=4)


@daily("choosing.tend", hour=8)
def tend() -> None:
    """Each round in a change of its own."""
    today = timezone.localdate()
    with scopes_disabled():
        running = list(Round.objects.filter(state__in=RUNNING).select_related("partnership"))
    for round in running:
        with scope(partnership=round.partnership):
            if round.state == Round.State.LAYOUT and (round.layout_until or today) < today:
                services.go_on(round=round)
            elif round.closes_on < today:
                services.press(round=round)
            elif round.state == Round.State.OPEN and round.closes_on <= today + DAYS_BEFORE:
                services.remind(round=round)
