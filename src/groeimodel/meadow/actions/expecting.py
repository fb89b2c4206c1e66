"""What each partner expects of a shared action, and looking back on it (claim W23). Writes; `actor` None is the system."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Municipality
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.meadow.actions.models import Action, ActionExpectation

EXPECT = "actions.expect"
NEAR = timedelta(days=14)
"""So long before its last day looking back begins, and nothing new is expected."""

Closed = Callable[[Action], bool]
_closers: list[Closed] = []


def close_with(closed: Closed) -> None:
    """A room above says when nobody looks back any more: its evaluation is closed. The same one twice counts once."""
    if closed not in _closers:
        _closers.append(closed)


def is_closed(action: Action) -> bool:
    return any(closed(action) for closed in _closers)


def nears_end(action: Action, today: date) -> bool:
    """It runs, and its last day is near or behind us."""
    return action.stage == Action.Stage.FLOWER and action.ends is not None and action.ends - NEAR <= today


def looks_back(action: Action, today: date) -> bool:
    """Whether it is time to look back: it nears its last day, or it was picked or stopped."""
    return action.stage in (Action.Stage.HARVEST, Action.Stage.COMPOST) or nears_end(action, today)


@transaction.atomic
def expect(
    *,
    action: Action,
    municipality: Municipality,
    text: str,
    actor: Person | None = None,
    at: datetime | None = None,
) -> ActionExpectation:
    """Say what a partner expects; the last word counts, until it is time to look back.

    Raises:
        PermissionDenied: of another municipality, or one that is no partner.
        ValidationError: it stands on the plot of one municipality, nothing is said, or the action is over.
    """
    row = _row(action, municipality)
    require(actor, EXPECT, row)
    if action.plot_id is not None:
        raise ValidationError(
            _("Dit is een actie op een eigen perceel: verwachtingen horen bij wat jullie samen doen.")
        )
    if not text.strip():
        raise ValidationError(_("Schrijf op wat jullie verwachten."))
    if looks_back(action, timezone.localdate()):
        raise ValidationError(_("De actie is voorbij, of bijna. Kijk terug op wat jullie verwachtten."))
    row.text, row.written_by, row.written_at = text.strip(), actor, at or timezone.now()
    row.save()
    _note("actions.expected", row, actor, at)
    return row


@transaction.atomic
def look_back(
    *, action: Action, municipality: Municipality, came: str, text: str = "", actor: Person | None = None
) -> ActionExpectation:
    """Say at the end whether it came true.

    Raises:
        PermissionDenied: as `expect`.
        ValidationError: nothing was expected, the action still runs, its evaluation is closed, or no such answer.
    """
    row = _row(action, municipality)
    require(actor, EXPECT, row)
    if row.pk is None:
        raise ValidationError(_("Deze gemeente zei niet wat ze verwachtte."))
    if not looks_back(action, timezone.localdate()):
        raise ValidationError(_("Terugkijken kan vanaf twee weken voor het einde van de actie."))
    if is_closed(action):
        raise ValidationError(_("De evaluatie is gesloten: terugkijken kan niet meer."))
    if came not in ActionExpectation.Came.values:
        raise ValidationError(_("Kies: ja, deels of nee."))
    row.came, row.looked_back = came, text.strip()
    row.save(update_fields=["came", "looked_back"])
    _note("actions.looked_back", row, actor, None)
    return row


def _row(action: Action, municipality: Municipality) -> ActionExpectation:
    found = ActionExpectation.objects.filter(action=action, municipality=municipality).first()
    if found is not None:
        return found
    if not action.partnership.memberships.filter(municipality=municipality, ends=None).exists():
        raise PermissionDenied("Deze gemeente is geen partner van de samenwerking.")
    return ActionExpectation(action=action, municipality=municipality)


def _note(verb: str, row: ActionExpectation, actor: Person | None, at: datetime | None) -> None:
    record(
        verb,
        partnership=row.action.partnership,
        actor=actor,
        municipality=row.municipality,
        subject=row.action,
        data={"action": row.action_id},
        at=at,
    )


@transaction.atomic
def take_over(*, action_ids: Sequence[int], into: int, parts: Sequence[int]) -> None:
    """After a merger what the parts expected stands with the new one; what would be there twice stays with the old."""
    for row in ActionExpectation.objects.filter(action__in=action_ids, municipality__in=parts):
        if not ActionExpectation.objects.filter(action=row.action_id, municipality=into).exists():
            row.municipality_id = into
            row.save(update_fields=["municipality"])
