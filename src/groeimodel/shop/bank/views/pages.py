"""The accounts with their balances, what waits to be matched, and the lines of one account."""

from __future__ import annotations

from typing import cast

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership, may_here
from groeimodel.foundation.people.models import Person
from groeimodel.shop.bank import placing, selectors, services
from groeimodel.shop.bank.forms import AccountForm, ChangeAccountForm, StateForm

PAGE = 40


@require_safe
@in_partnership("bank.see")
def page(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """Every account, and the lines that wait to be matched."""
    found = placing.waiting(partnership)
    context = {
        "partnership": partnership,
        "balances": selectors.balances_of(partnership),
        "page": Paginator(found, PAGE).get_page(request.GET.get("bladzijde")),
        "sure": sum(one.sure for one in found),
        "tends": may_here(request, partnership)("bank.tend"),
    }
    return render(request, "bank/page.html", context)


@in_partnership("bank.tend")
def add_account(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    form = AccountForm(request.POST or None, initial={"iban": request.GET.get("iban", "")[:50]})
    if request.method == "POST" and form.is_valid():
        try:
            services.add_account(
                partnership=partnership, actor=cast(Person, request.user), **form.cleaned_data
            )
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("De rekening staat erbij. Lees nu een uittreksel in."))
            waits = request.GET.get("verder") == "inlezen"
            return redirect("bank:preview" if waits else "bank:page", partnership.slug)
    context = {"partnership": partnership, "form": form}
    return render(request, "bank/account_form.html", context, status=422 if form.errors else 200)


@in_partnership("bank.see", post="bank.tend")
def account(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """All lines of one account; who tends it changes its name and BIC."""
    found = get_object_or_404(selectors.accounts_of(partnership), pk=pk)
    form: forms.Form = ChangeAccountForm(request.POST or None, initial={"name": found.name, "bic": found.bic})
    if request.method == "POST" and form.is_valid():
        fresh = get_object_or_404(selectors.accounts_of(partnership), pk=pk)
        try:
            services.change_account(account=fresh, actor=cast(Person, request.user), **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("Bewaard."))
            return redirect("bank:account", partnership.slug, pk)
    context = _account_context(request, partnership, pk) | {"account": found, "form": form}
    return render(request, "bank/account.html", context, status=422 if form.errors else 200)


def _account_context(request: HttpRequest, partnership: Partnership, pk: int) -> dict[str, object]:
    narrow = StateForm(request.GET)
    state = narrow.cleaned_data["stand"] if narrow.is_valid() else ""
    rows = selectors.lines_of(partnership).filter(account=pk).order_by("-day", "-pk")
    rows = rows.filter(state=state) if state else rows
    return {
        "partnership": partnership,
        "filter": narrow,
        "state": state,
        "balance": next(one for one in selectors.balances_of(partnership) if one.account.pk == pk),
        "page": Paginator(rows, PAGE).get_page(request.GET.get("bladzijde")),
        "tends": may_here(request, partnership)("bank.tend"),
    }
