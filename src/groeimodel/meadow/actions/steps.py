"""What every write of this room does: look at the stage as it is now, keep the step with its reason, tell the journal."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django_scopes import scopes_disabled

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.people.models import Person
from groeimodel.meadow.actions.models import Action, StageChange

LONGEST = 300
"""Characters of a reason."""


def expect(action: Action, *stages: Action.Stage) -> None:
    """Lock the row until the transaction ends, and refuse what cannot be done in its stage.

    Raises:
        ValidationError: it is in another stage, also when somebody led it there a moment ago.
    """
    with scopes_disabled():
        rows = Action.objects.select_for_update().filter(pk=action.pk)
        action.stage = rows.values_list("stage", flat=True).get()
    if action.stage not in stages:
        raise ValidationError(
            _("Dat kan niet met een actie in dit stadium: %(stage)s.") % {"stage": action.get_stage_display()}
        )


def refuse(problems: Sequence[str]) -> None:
    """All of them at once; nothing happens without any."""
    if problems:
        raise ValidationError(list(problems))


def step(action: Action, reason: str, *, actor: Person | None, at: datetime | None) -> None:
    """Keep that it came in the stage where it is, and why (claim W2)."""
    reason = reason.strip()
    StageChange.objects.create(
        action=action,
        stage=action.stage,
        reason=reason if len(reason) <= LONGEST else f"{reason[: LONGEST - 1].rstrip()}…",
        on=timezone.localdate(at),
        by=actor,
    )


def note(verb: str, action: Action, *, actor: Person | None, at: datetime | None = None) -> None:
    record(
        verb,
        partnership=action.partnership,
        actor=actor,
        municipality=action.plot,
        subject=action,
        data={"action": action.pk, "progress": action.progress, "result": action.result},
        at=at,
    )
