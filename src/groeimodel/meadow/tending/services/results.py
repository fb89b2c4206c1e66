"""Figures of what came of an action, each with its source (claim W19)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.partners.models import Municipality
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.tending.common import not_run, not_yet, refuse, stranger
from groeimodel.meadow.tending.common import note as _note
from groeimodel.meadow.tending.models import Result


@dataclass(frozen=True, slots=True)
class Counted:
    """What somebody fills in."""

    on: date
    figure: Decimal
    unit: str
    source: str
    what: str = ""
    municipality: Municipality | None = None
    """None: all together."""
    reach: bool = False


@transaction.atomic
def note_result(
    *, action: Action, counted: Counted, actor: Person | None = None, at: datetime | None = None
) -> Result:
    """Write a figure down.

    Raises:
        PermissionDenied: for another municipality, by who does not tend the action.
        ValidationError: with everything that is wrong; a figure without a source is no figure.
    """
    row = Result(
        action=action,
        on=counted.on,
        figure=counted.figure,
        unit=counted.unit.strip(),
        what=counted.what.strip(),
        source=counted.source.strip(),
        municipality=counted.municipality,
        reach=counted.reach,
        noted_by=actor,
        noted_at=at or timezone.now(),
    )
    require(actor, "tending.tell", row)
    problems = not_run(action) + not_yet(counted.on) + stranger(action, counted.municipality)
    if not row.unit:
        problems.append(_("Zeg wat je telt: jongeren, plaatsen, uren."))
    if not row.source:
        problems.append(_("Zeg waar het cijfer vandaan komt."))
    refuse(problems)
    row.full_clean()
    row.save()
    _note("tending.result_noted", row, actor=actor, at=at, municipality=counted.municipality)
    return row


@transaction.atomic
def remove_result(*, result: Result, actor: Person | None = None) -> None:
    require(actor, "tending.tell", result)
    _note("tending.result_removed", result, actor=actor, municipality=result.municipality)
    result.delete()
