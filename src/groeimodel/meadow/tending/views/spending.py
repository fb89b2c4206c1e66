"""Money of an action: noting, taking back, putting right, and answering what goes above the gardener's bound."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST
from django_scopes import scope

from groeimodel.foundation import links
from groeimodel.foundation.doors import open_to_all
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.meadow.tending import letters, services
from groeimodel.meadow.tending.forms import BoundForm, ExpenseForm, ReasonForm, RefusalForm
from groeimodel.meadow.tending.models import Expense
from groeimodel.meadow.tending.selectors import money_of
from groeimodel.meadow.tending.views.common import Desk, Sheet, desk_of, insist, sent, tap, write


def expense_form(desk: Desk, *data: Any) -> ExpenseForm:
    return ExpenseForm(*data, members=[] if desk.action.plot else desk.members, today=timezone.localdate())


@in_partnership("tending.open", each="actions.tend")
def add(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    desk = desk_of(request, partnership, pk, members=True)
    insist(desk.tends)
    form = expense_form(desk, *sent(request))
    sheet = Sheet(_("Een uitgave"), _("Noteer de uitgave"), _("Genoteerd."), "uitgaven")
    return write(desk, form, lambda: keep(desk, form), sheet)


def keep(desk: Desk, form: ExpenseForm) -> str:
    made = services.note_expense(action=desk.action, spent=form.spent, actor=desk.me)
    if made.approval == Expense.Approval.ASKED:
        return _("Genoteerd als vraag: het bedrag gaat boven de grens. Wie erover beslist, kreeg een mail.")
    return _("Genoteerd.")


@require_POST
@in_partnership("tending.open", each="actions.tend")
def remove(request: HttpRequest, partnership: Partnership, pk: int, expense: int) -> HttpResponse:
    desk = desk_of(request, partnership, pk)
    row = of(desk, expense)
    insist(desk.tends)
    done = _("Weggehaald. In het logboek blijft staan dat ze er was.")
    return tap(desk, lambda: services.remove_expense(expense=row, actor=desk.me), done, "uitgaven")


@in_partnership("tending.open", each="actions.tend")
def put_right(request: HttpRequest, partnership: Partnership, pk: int, expense: int) -> HttpResponse:
    desk = desk_of(request, partnership, pk)
    row = of(desk, expense)
    insist(desk.tends)
    form = ReasonForm(*sent(request))
    done = _("Rechtgezet met een tegenboeking. Noteer nu wat het had moeten zijn.")
    sheet = Sheet(_("Een uitgave rechtzetten"), _("Zet recht"), done, "uitgaven")
    return write(
        desk,
        form,
        lambda: services.put_right(expense=row, reason=form.cleaned_data["reason"], actor=desk.me),
        sheet,
        expense=row,
    )


@in_partnership("tending.open", each="tending.answer_plot")
def bound(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """On the shared meadow the right is `tending.answer_shared`."""
    desk = desk_of(request, partnership, pk)
    insist(desk.answers)
    form = BoundForm(request.POST or None, initial={"bound": desk.action.bound})
    sheet = Sheet(_("De grens van de tuinier"), _("Bewaar de grens"), _("De grens staat."), "uitgaven")
    return write(
        desk,
        form,
        lambda: services.set_bound(action=desk.action, bound=form.cleaned_data["bound"], actor=desk.me),
        sheet,
    )


@require_POST
@in_partnership("tending.open", each="tending.answer_plot")
def answer(request: HttpRequest, partnership: Partnership, pk: int, expense: int) -> HttpResponse:
    """Yes with one tap; no with a reason. On the shared meadow the right is `tending.answer_shared`."""
    desk = desk_of(request, partnership, pk)
    row = of(desk, expense)
    insist(desk.answers)
    yes, reason = "nee" not in request.POST, str(request.POST.get("reason", ""))[:300]
    done = _("Goedgekeurd. De tuinier kreeg een mail.") if yes else _("Je zei nee. De tuinier leest waarom.")
    return tap(
        desk,
        lambda: services.answer(expense=row, yes=yes, reason=reason, actor=desk.me),
        done,
        f"uitgave-{row.pk}",
    )


def of(desk: Desk, expense: int) -> Expense:
    rows = Expense.objects.select_related("payer", "noted_by", "countered_by")
    row = get_object_or_404(rows, pk=expense, action=desk.action)
    row.action = desk.action
    return row


@never_cache
@open_to_all("whoever has the link that was mailed to who answers; it is made for one person, and ends")
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """What is asked, with one button; the right is asked of the person for whom the link was made."""
    try:
        opened = letters.open_link(token)
    except links.Expired:
        return over(request, _("Deze link is te oud. Meld je aan om de vraag te zien."), 410)
    except links.Invalid:
        return over(request, _("Deze link klopt niet, of de vraag is intussen ingetrokken."), 404)
    expense = opened.expense
    with scope(partnership=expense.partnership):
        if request.method == "POST":
            return answered(request, opened)
        context = {"opened": opened, "expense": expense, "words": letters.in_words(expense)}
        context |= {"money": money_of(expense.action), "refusal": RefusalForm()}
        return render(request, "tending/by_link.html", context)


def answered(request: HttpRequest, opened: letters.Opened) -> HttpResponse:
    expense, yes = opened.expense, "nee" not in request.POST
    refusal = RefusalForm(request.POST)
    if not yes and not refusal.is_valid():
        context = {"opened": opened, "expense": expense, "words": letters.in_words(expense)}
        context |= {"money": money_of(expense.action), "refusal": refusal}
        return render(request, "tending/by_link.html", context, status=422)
    reason = "" if yes else refusal.cleaned_data["reason"]
    try:
        services.answer(expense=expense, yes=yes, reason=reason, actor=opened.person)
    except ValidationError as error:
        return over(request, " ".join(error.messages), 409)
    except PermissionDenied:
        return over(request, _("Je beslist hier intussen niet meer over."), 403)
    return render(request, "tending/answered.html", {"expense": expense, "yes": yes})


def over(request: HttpRequest, why: str, status: int) -> HttpResponse:
    return render(request, "tending/link_over.html", {"why": why}, status=status)
