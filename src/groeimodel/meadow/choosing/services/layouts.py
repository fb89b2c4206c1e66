"""The layout: an alderman says how the budget should spread over kinds of action, before there are ballots (claim W11)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.choosing.models import Layout, Round
from groeimodel.meadow.choosing.polling import Poll
from groeimodel.meadow.choosing.services.drafting import locked

LAY_OUT = "choosing.lay_out"


@transaction.atomic
def give_layout(*, poll: Poll, parts: Mapping[str, int], actor: Person, at: datetime | None = None) -> Layout:
    """Say which percentage goes to which kind; the last word counts, until the ballots go out.

    Raises:
        PermissionDenied: not the alderman of this municipality.
        ValidationError: no layout is asked (any more), or the parts are not 100 together.
    """
    require(actor, LAY_OUT, poll)
    round = locked(poll.round, Round.State.LAYOUT)
    if round.layout_until is not None and round.layout_until < timezone.localdate(at):
        raise ValidationError(_("De laatste dag voor de indeling is voorbij."))
    check_parts(parts)
    layout = Layout.objects.filter(round=round, municipality=poll.municipality).first()
    layout = layout or Layout(round=round, municipality=poll.municipality)
    layout.person, layout.parts, layout.said_at = actor, dict(parts), at or timezone.now()
    layout.save()
    record(
        "choosing.laid_out",
        partnership=round.partnership,
        actor=actor,
        municipality=poll.municipality,
        subject=round,
        data={"round": round.pk},
        at=at,
    )
    return layout


def check_parts(parts: Mapping[str, int]) -> None:
    """Raises ValidationError: unknown kinds, below zero, or not 100 together."""
    if set(parts) - set(Action.Species.values) or any(one < 0 for one in parts.values()):
        raise ValidationError(_("Kies van 0 tot en met 100 procent."))
    left = 100 - sum(parts.values())
    if left > 0:
        raise ValidationError(_("Samen moet het 100 %% zijn: verdeel nog %(left)s %%.") % {"left": left})
    if left < 0:
        raise ValidationError(_("Samen moet het 100 %% zijn: neem %(left)s %% weg.") % {"left": -left})
