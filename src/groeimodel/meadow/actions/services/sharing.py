"""Who takes part in a shared action, with money, in kind, or both (claim W5); and what goes along with a merger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.meadow.actions.models import Action, Participation
from groeimodel.meadow.actions.steps import expect, refuse
from groeimodel.meadow.actions.steps import note as _note

Stage = Action.Stage
OPEN = (Stage.SEED, Stage.SEEDLING, Stage.FLOWER)
"""Not done yet."""


@dataclass(frozen=True, slots=True)
class Share:
    """One municipality that takes part."""

    municipality: Municipality
    amount: Decimal | None = None
    """Euro; None when it puts in no money, or nobody knows yet."""
    in_kind: str = ""


@transaction.atomic
def share_out(*, action: Action, shares: Sequence[Share], actor: Person | None = None) -> Action:
    """Say who takes part and with what; who is not named takes no part.

    Raises:
        PermissionDenied: the actor neither tends it nor coordinates.
        ValidationError: with everything that is wrong: it stands on a plot or is over, somebody is no partner, or an
            amount differs from what was decided together.
    """
    require(actor, "actions.tend", action)
    expect(action, *OPEN)
    members = set(action.partnership.memberships.filter(ends=None).values_list("municipality_id", flat=True))
    problems = _not_shared(action)
    if not {one.municipality.pk for one in shares} <= members:
        problems.append(_("Deze gemeente is geen partner van de samenwerking."))
    if any(one.amount is not None and one.amount < 0 for one in shares):
        problems.append(_("Een bedrag is 0 euro of meer."))
    if action.decision_id is not None and _amounts_change(action, shares):
        problems.append(_("Wat elke gemeente betaalt, is samen beslist en verandert hier niet."))
    refuse(problems)
    write_shares(action, shares)
    _note("actions.shared_out", action, actor=actor)
    return action


def _not_shared(action: Action) -> list[str]:
    if action.plot_id is None:
        return []
    return [_("Deze actie staat op een eigen perceel: die gemeente doet het alleen.")]


def _amounts_change(action: Action, shares: Sequence[Share]) -> bool:
    """Whether somebody pays another amount than what the decision wrote down; 0 and nothing are the same."""
    before = {one.municipality_id: one.amount for one in action.participations.all() if one.amount}
    return before != {one.municipality.pk: one.amount for one in shares if one.amount}


def write_shares(action: Action, shares: Sequence[Share]) -> None:
    """Exactly these, and nobody else."""
    action.participations.exclude(municipality__in=[one.municipality.pk for one in shares]).delete()
    for one in shares:
        action.participations.update_or_create(
            municipality=one.municipality,
            defaults={"amount": one.amount, "in_kind": one.in_kind.strip()},
        )


@transaction.atomic
def offer_in_kind(
    *, action: Action, municipality: Municipality, in_kind: str, actor: Person | None = None
) -> Participation:
    """Say what the own municipality puts in beside money: a hall, people, material. It takes part from then on.

    Raises:
        PermissionDenied: of another municipality, by who does not tend the action.
        ValidationError: it stands on a plot, is over, or the municipality is no partner.
    """
    row = Participation(action=action, municipality=municipality)
    require(actor, "actions.share", row)
    expect(action, *OPEN)
    problems = _not_shared(action)
    if not action.partnership.memberships.filter(municipality=municipality, ends=None).exists():
        problems.append(_("Deze gemeente is geen partner van de samenwerking."))
    if not in_kind.strip():
        problems.append(_("Zeg wat jullie inbrengen: een zaal, mensen, materiaal."))
    refuse(problems)
    row, _made = action.participations.update_or_create(
        municipality=municipality, defaults={"in_kind": in_kind.strip()}
    )
    row.full_clean()
    _note("actions.shared_out", action, actor=actor)
    return row


@transaction.atomic
def take_over(*, partnership: Partnership, into: int, parts: Sequence[int]) -> int:
    """After a merger: what is not done yet stands on the plot of the municipality that took over, and it takes part
    where a part did; what is done stays where it was. Says how many plots moved.
    """
    rows = Action.objects.filter(partnership=partnership, stage__in=OPEN)
    _join_shares(list(rows.values_list("pk", flat=True)), into, parts)
    return rows.filter(plot__in=parts).update(plot=into)


def _join_shares(actions: Sequence[int], into: int, parts: Sequence[int]) -> None:
    """Parts that both took part become one: what they pay is added up, what they bring stands side by side."""
    old: dict[int, list[Participation]] = {}
    for row in Participation.objects.filter(action__in=actions, municipality__in=[into, *parts]):
        old.setdefault(row.action_id, []).append(row)
    for rows in old.values():
        first, *others = rows
        amounts = [one.amount for one in rows if one.amount is not None]
        brought = dict.fromkeys(one.in_kind for one in rows if one.in_kind)
        Participation.objects.filter(pk__in=[one.pk for one in others]).delete()
        first.municipality_id = into
        first.amount = sum(amounts, Decimal(0)) if amounts else None
        first.in_kind = "; ".join(brought)[:160]
        first.save(update_fields=["municipality", "amount", "in_kind"])
