"""Prepare a round: everything can still be changed, and nobody was asked anything yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.choosing.models import Proposal, Round
from groeimodel.meadow.choosing.selectors import elsewhere, members_of
from groeimodel.meadow.choosing.sharing import stakes_of

RUN = "choosing.run"
LONG = timedelta(days=366)
Problems = dict[str, list[ValidationError]]


@dataclass(frozen=True, slots=True)
class Plan:
    """A round as it is to be. The names are those of `Round`."""

    title: str
    closes_on: date
    actions: Sequence[Action]
    why: str = ""
    money: str = Round.Money.COMMON
    contributions: Decimal = Decimal(0)
    key: str = Round.Key.EQUAL
    fixed_each: Decimal | None = None
    table: Mapping[int, Decimal] = field(default_factory=dict)
    """Key of a municipality to euro; only for the own table."""
    subsidy: Decimal = Decimal(0)
    subsidy_by_key: bool = False
    rule: str = Round.Rule.EQUAL_SHARES
    completion: str = Round.Completion.GREEDY
    marks: str = Round.Marks.POINTS
    asks_layout: bool = False
    slack: int = 10
    layout_until: date | None = None
    takes_advice: bool = False


PLAIN = (
    *(
        "title",
        "why",
        "closes_on",
        "money",
        "contributions",
        "key",
        "fixed_each",
        "subsidy",
        "subsidy_by_key",
    ),
    *("rule", "marks", "asks_layout", "slack", "layout_until", "takes_advice"),
)
"""What goes from a plan into a round as it is."""


@transaction.atomic
def prepare_round(
    *, partnership: Partnership, plan: Plan, actor: Person | None = None, at: datetime | None = None
) -> Round:
    """Make a round that is not open yet.

    Raises:
        ValidationError: everything that is wrong with the plan, by field.
    """
    require(actor, RUN, partnership)
    round = Round(partnership=partnership, made_by=actor, made_at=at or timezone.now())
    _apply(round, plan, timezone.localdate(at))
    _note("choosing.prepared", round, actor, at)
    return round


@transaction.atomic
def change_round(*, round: Round, plan: Plan, actor: Person | None = None) -> Round:
    """Change everything of a round that is not open yet.

    Raises:
        ValidationError: it is open already, or something is wrong with the plan.
    """
    require(actor, RUN, round)
    found = locked(round, Round.State.DRAFT)
    _apply(found, plan, timezone.localdate())
    _note("choosing.changed", found, actor)
    return found


@transaction.atomic
def remove_round(*, round: Round, actor: Person | None = None) -> None:
    """Throw away a round that was never open."""
    require(actor, RUN, round)
    found = locked(round, Round.State.DRAFT)
    _note("choosing.removed", found, actor)
    found.delete()


def locked(round: Round, *states: str) -> Round:
    """The round as it is now, held until the end of the transaction.

    Raises:
        ValidationError: it is in none of these states.
    """
    rows = Round.objects.select_related("partnership").select_for_update(of=("self",))
    found = rows.get(pk=round.pk)
    if found.state not in states:
        words = {"state": found.get_state_display()}
        raise ValidationError(_("Dat kan nu niet: deze kiesronde is %(state)s.") % words)
    return found


def check(round: Round, actions: Sequence[Action], today: date) -> None:
    """All that stands in the way of opening a round, at once.

    Raises:
        ValidationError: by field.
    """
    problems: Problems = {}
    try:
        round.full_clean(exclude=["partnership", "made_by", "decision", "snapshot", "checksum", "seed"])
    except ValidationError as error:
        problems = dict(error.error_dict)
    _check_days(round, today, problems)
    _check_rule(round, problems)
    _check_actions(round, actions, problems)
    members = members_of(round.partnership)
    if not set(problems) & {"contributions", "fixed_each", "subsidy", "table"}:
        _check_money(round, actions, members, problems)
    if problems:
        raise ValidationError(problems)


def try_plan(partnership: Partnership, plan: Plan) -> None:
    """Say what is wrong with a plan, without writing anything.

    Raises:
        ValidationError: by field.
    """
    round = Round(partnership=partnership)
    _fill(round, plan)
    check(round, plan.actions, timezone.localdate())


def _fill(round: Round, plan: Plan) -> None:
    for name in PLAIN:
        setattr(round, name, getattr(plan, name))
    shares = plan.rule == Round.Rule.EQUAL_SHARES and plan.money == Round.Money.COMMON
    round.completion = plan.completion if shares else Round.Completion.NONE
    table = plan.table if plan.key == Round.Key.TABLE else {}
    round.table = {str(key): str(amount) for key, amount in table.items()}
    round.fixed_each = plan.fixed_each if plan.key == Round.Key.FIXED else None
    round.layout_until = plan.layout_until if plan.asks_layout else None


def _apply(round: Round, plan: Plan, today: date) -> None:
    _fill(round, plan)
    check(round, plan.actions, today)
    round.save()
    round.proposals.exclude(action__in=plan.actions).delete()
    there = set(round.proposals.values_list("action", flat=True))
    Proposal.objects.bulk_create(
        Proposal(round=round, action=one) for one in plan.actions if one.pk not in there
    )


def _check_days(round: Round, today: date, problems: Problems) -> None:
    if round.closes_on <= today:
        _add(problems, "closes_on", _("Kies een laatste dag na vandaag."))
    elif round.closes_on > today + LONG:
        _add(problems, "closes_on", _("Kies een dag binnen het jaar."))
    if not round.asks_layout:
        return
    if round.layout_until is None or round.layout_until <= today:
        _add(problems, "layout_until", _("Kies tot welke dag de schepenen hun indeling geven, na vandaag."))
    elif round.layout_until >= round.closes_on:
        _add(problems, "layout_until", _("De indeling gaat vooraf: kies een dag voor de stemming sluit."))


def _check_rule(round: Round, problems: Problems) -> None:
    fair = (Round.Rule.EQUAL_SHARES, Round.Rule.CONSENT)
    if round.money == Round.Money.OWN and round.rule not in fair:
        says = _(
            "Bij eigen inleg betaalt niemand voor wat hij niet koos: neem gelijke delen of iedereen akkoord."
        )
        _add(problems, "rule", says)
    if round.key == Round.Key.FIXED and not round.fixed_each:
        _add(problems, "fixed_each", _("Vul in hoeveel elke gemeente vast inlegt."))


def _check_actions(round: Round, actions: Sequence[Action], problems: Problems) -> None:
    if not actions:
        _add(problems, "actions", _("Kies minstens één voorstel."))
    taken = elsewhere(round, actions)
    for one in actions:
        if one.stage != Action.Stage.SEEDLING or one.plot_id is not None:
            says = _("'%(title)s' is geen kiem op de gezamenlijke weide.")
        elif one.decision_id is not None:
            says = _("Over '%(title)s' is al beslist.")
        elif one.estimate is None:
            says = _("'%(title)s' heeft nog geen raming.")
        elif one.pk in taken:
            says = _("'%(title)s' staat al in een andere ronde die loopt.")
        else:
            continue
        _add(problems, "actions", says % {"title": one.title})


def _check_money(
    round: Round, actions: Sequence[Action], members: Sequence[Municipality], problems: Problems
) -> None:
    try:
        stakes = stakes_of(round, members)
    except ValidationError as error:
        for name, errors in error.error_dict.items():
            problems.setdefault(name, []).extend(errors)
        return
    budget = sum((one.together for one in stakes), Decimal(0))
    costs = [one.estimate for one in actions if one.estimate is not None]
    if costs and min(costs) > budget:
        _add(problems, "contributions", _("Met dit budget past geen enkel voorstel."))


def _add(problems: Problems, field: str, says: str) -> None:
    problems.setdefault(field, []).append(ValidationError(says))


def _note(verb: str, round: Round, actor: Person | None, at: datetime | None = None) -> None:
    record(
        verb,
        partnership=round.partnership,
        actor=actor,
        subject=round,
        data={"round": round.pk},
        at=at,
    )
