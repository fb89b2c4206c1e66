"""Money spent on an action, and the bound up to which its gardener decides alone (claims W7, W14).

Nothing is changed in place. What was noted by mistake is taken back the same day, which the journal tells; later a
counter-entry stands beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django_scopes import scopes_disabled

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Municipality
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.tending import letters
from groeimodel.meadow.tending.common import euro, not_run, not_yet, refuse, stranger
from groeimodel.meadow.tending.common import note as _note
from groeimodel.meadow.tending.models import Expense

Approval = Expense.Approval


@dataclass(frozen=True, slots=True)
class Spent:
    """What somebody fills in."""

    on: date
    amount: Decimal
    what: str
    source: str = ""
    payer: Municipality | None = None
    """None: the pot."""


def answering(action: Action) -> str:
    """The right to set the bound, and to answer what goes above it: of the coordinator, or of the alderman of the plot."""
    return "tending.answer_shared" if action.plot_id is None else "tending.answer_plot"


@transaction.atomic
def note_expense(
    *, action: Action, spent: Spent, actor: Person | None = None, at: datetime | None = None
) -> Expense:
    """Write down what was spent. Above the bound it waits as a question, and counts once it is answered with yes.

    Whoever may answer such a question needs not ask it.

    Raises:
        PermissionDenied: the actor does not tend this action.
        ValidationError: with everything that is wrong.
    """
    require(actor, "actions.tend", action)
    expense = Expense(
        action=action,
        on=spent.on,
        amount=spent.amount,
        what=spent.what.strip(),
        source=spent.source.strip(),
        payer=spent.payer,
        noted_by=actor,
        noted_at=at or timezone.now(),
    )
    problems = not_run(action) + not_yet(spent.on) + stranger(action, spent.payer)
    if spent.amount <= 0:
        problems.append(_("Een bedrag is meer dan 0 euro. Iets rechtzetten doe je bij de uitgave zelf."))
    refuse(problems)
    if asks_first(action, spent.amount, actor):
        expense.approval = Approval.ASKED
    expense.full_clean()
    expense.save()
    asked = expense.approval == Approval.ASKED
    _note(
        "tending.expense_asked" if asked else "tending.expense_noted",
        expense,
        actor=actor,
        at=at,
        amount=euro(expense.amount),
    )
    if asked:
        letters.ask(expense)
    return expense


def asks_first(action: Action, amount: Decimal, actor: Person | None) -> bool:
    """Whether somebody else has to say yes: there is a bound, this goes above it, and the actor is not who answers."""
    if action.bound is None or amount <= action.bound or actor is None:
        return False
    return not actor.has_perm(answering(action), action)


@transaction.atomic
def answer(*, expense: Expense, yes: bool, reason: str = "", actor: Person | None = None) -> Expense:
    """Say yes or no to an expense above the bound. The same answer twice changes nothing.

    Raises:
        PermissionDenied: the actor neither coordinates nor is the alderman of the plot.
        ValidationError: it was answered otherwise already, or a no has no reason.
    """
    require(actor, answering(expense.action), expense.action)
    expense = _locked(expense)
    wanted = Approval.GIVEN if yes else Approval.REFUSED
    if expense.approval == wanted:
        return expense
    if expense.approval != Approval.ASKED:
        raise ValidationError(_("Op deze vraag is al geantwoord."))
    if not yes and not reason.strip():
        raise ValidationError(_("Zeg in één zin waarom niet: dan weet de tuinier wat wel kan."))
    expense.approval, expense.refusal = wanted, "" if yes else reason.strip()[:300]
    expense.answered_by, expense.answered_at = actor, timezone.now()
    expense.save(update_fields=["approval", "refusal", "answered_by", "answered_at"])
    _note(
        "tending.expense_given" if yes else "tending.expense_refused",
        expense,
        actor=actor,
        amount=euro(expense.amount),
    )
    letters.tell_answer(expense)
    return expense


@transaction.atomic
def remove_expense(*, expense: Expense, actor: Person | None = None) -> None:
    """Undo, on the day that it was noted; a question can be taken back as long as it waits.

    Raises:
        ValidationError: it stands there since an earlier day, or something was put right by it.
    """
    require(actor, "actions.tend", expense.action)
    expense = _locked(expense)
    if hasattr(expense, "countered_by"):
        raise ValidationError(_("Deze uitgave is al rechtgezet."))
    if expense.noted_on != timezone.localdate() and expense.approval != Approval.ASKED:
        raise ValidationError(
            _("Weghalen kan enkel op de dag zelf. Zet de uitgave recht: dan blijft alles te volgen.")
        )
    _note("tending.expense_removed", expense, actor=actor, amount=euro(expense.amount))
    expense.delete()


@transaction.atomic
def put_right(
    *, expense: Expense, reason: str, actor: Person | None = None, at: datetime | None = None
) -> Expense:
    """A counter-entry of the whole amount, with its reason; what it should have been is noted anew.

    Raises:
        ValidationError: no reason, it does not count, it is a counter-entry itself, or was put right before.
    """
    require(actor, "actions.tend", expense.action)
    expense = _locked(expense)
    problems = []
    if not reason.strip():
        problems.append(_("Zeg waarom je ze rechtzet."))
    if not expense.counts or expense.counters_id is not None or hasattr(expense, "countered_by"):
        problems.append(_("Deze uitgave kan niet rechtgezet worden: ze telt niet mee, of dat is al gebeurd."))
    refuse(problems)
    entry = Expense(
        action=expense.action,
        on=timezone.localdate(at),
        amount=-expense.amount,
        what=reason.strip()[:160],
        source=expense.source,
        payer=expense.payer,
        counters=expense,
        noted_by=actor,
        noted_at=at or timezone.now(),
    )
    entry.full_clean()
    entry.save()
    _note("tending.expense_countered", entry, actor=actor, at=at, amount=euro(expense.amount))
    return entry


@transaction.atomic
def set_bound(*, action: Action, bound: Decimal | None, actor: Person | None = None) -> Action:
    """Up to which amount per expense the gardener decides alone; None: no bound, the gardener decides within the budget.

    Raises:
        PermissionDenied: the actor neither coordinates (shared) nor is the alderman of the plot.
        ValidationError: below zero, or the action is over.
    """
    require(actor, answering(action), action)
    problems = [] if bound is None or bound >= 0 else [_("Een grens is 0 euro of meer.")]
    if action.stage in (Action.Stage.HARVEST, Action.Stage.COMPOST):
        problems.append(_("Deze actie is voorbij."))
    refuse(problems)
    action.bound = bound
    action.save(update_fields=["bound"])
    record(
        "tending.bound_set",
        partnership=action.partnership,
        actor=actor,
        municipality=action.plot,
        subject=action,
        data={"action": action.pk, "bound": None if bound is None else euro(bound)},
    )
    return action


def _locked(expense: Expense) -> Expense:
    """The row as it is now; it stays so until the transaction ends."""
    with scopes_disabled():
        rows = Expense.objects.select_related(
            "action__partnership", "action__plot__merged_into", "action__gardener", "noted_by", "countered_by"
        )
        return rows.select_for_update(of=("self",)).get(pk=expense.pk)
