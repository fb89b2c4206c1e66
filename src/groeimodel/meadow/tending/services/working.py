"""Hours on an action. Who holds a time mandate for it writes them on that mandate, so that both pages say the same."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.mandates import services as mandates
from groeimodel.foundation.mandates.models import Mandate, Use
from groeimodel.foundation.mandates.selectors import in_force_of
from groeimodel.foundation.partners.models import Municipality
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.tending.common import not_run, not_yet, refuse, stranger
from groeimodel.meadow.tending.common import note as _note
from groeimodel.meadow.tending.models import Hours


@dataclass(frozen=True, slots=True)
class Worked:
    """What somebody fills in."""

    on: date
    hours: Decimal
    municipality: Municipality | None = None
    """None: for the partnership itself."""
    person: Person | None = None
    """None: a colleague, without a name."""
    what: str = ""


def mandate_for(action: Action, worked: Worked) -> Mandate | None:
    """The time mandate that covers this: the one for this action before the one for all that is shared. One query."""
    if worked.person is None or worked.municipality is None:
        return None
    held = [
        one
        for one in in_force_of(worked.person, action.partnership, worked.on)
        if one.kind == Mandate.Kind.TIME and one.municipality.today == worked.municipality.today
    ]
    return next((one for key in (action.key, "") for one in held if one.subject == key), None)


@transaction.atomic
def note_hours(
    *, action: Action, worked: Worked, actor: Person | None = None, at: datetime | None = None
) -> Hours | Use:
    """Write hours down: on the person's time mandate when one is in force, else beside the action; never on both.

    Raises:
        PermissionDenied: for another municipality, or in the name of somebody else.
        ValidationError: with everything that is wrong.
    """
    row = Hours(
        action=action,
        on=worked.on,
        hours=worked.hours,
        what=worked.what.strip(),
        municipality=worked.municipality,
        person=worked.person,
        noted_by=actor,
        noted_at=at or timezone.now(),
    )
    require(actor, "tending.tell", row)
    problems = not_run(action) + not_yet(worked.on) + stranger(action, worked.municipality)
    if worked.person is not None and actor is not None and worked.person != actor:
        problems.append(_("Uren op naam noteert iedereen zelf."))
    refuse(problems)
    row.full_clean()
    mandate = mandate_for(action, worked)
    if mandate is not None:
        return mandates.use(
            mandate=mandate,
            on=worked.on,
            hours=worked.hours,
            what=worked.what.strip() or action.title,
            subject=action.key,
            actor=actor,
        )
    row.save()
    _note("tending.hours_noted", row, actor=actor, at=at, municipality=worked.municipality)
    return row


@transaction.atomic
def remove_hours(*, hours: Hours, actor: Person | None = None) -> None:
    """Take back hours that were noted by mistake; those on a mandate are taken back there."""
    require(actor, "tending.tell", hours)
    _note("tending.hours_removed", hours, actor=actor, municipality=hours.municipality)
    hours.delete()
