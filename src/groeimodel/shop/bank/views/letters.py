"""Letters for the contributions of a call: on screen, on paper, and by mail."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import slugify
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from groeimodel.foundation.partners.access import may_for
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.foundation.people.models import Person
from groeimodel.shop.bank import letters, services
from groeimodel.shop.bank.models import Account
from groeimodel.shop.bank.paper import bundle_of
from groeimodel.shop.money.models import Call, Contribution


@in_partnership("bank.tend")
def overview(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Every letter of a call; what is ticked is mailed."""
    call = call_of(partnership, pk)
    account = account_for(request, partnership)
    if request.method == "POST" and account is not None:
        chosen = {int(one) for one in request.POST.getlist("brief") if one.isdecimal() and len(one) < 12}
        sent = services.send_letters(
            call=call, account=account, contributions=chosen, actor=cast(Person, request.user)
        )
        words = ngettext("%(count)s brief vertrekt per mail.", "%(count)s brieven vertrekken per mail.", sent)
        messages.success(request, words % {"count": sent})
        return redirect("bank:letters", partnership.slug, pk)
    context = {
        "partnership": partnership,
        "call": call,
        "asked": letters.asked_in(call),
        "account": account,
        "accounts": Account.objects.filter(partnership=partnership),
    }
    return render(request, "bank/letters.html", context)


@require_safe
@in_partnership("bank.tend")
def all_on_paper(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Every letter of a call in one PDF."""
    asked = letters.asked_in(call_of(partnership, pk))
    account = account_for(request, partnership)
    if account is None or not asked:
        return redirect("bank:letters", partnership.slug, pk)
    return _pdf(partnership, account, asked, f"bijdragen {asked[0].year}")


@require_safe
@in_partnership("bank.open_letter", each="bank.read_letter")
def letter(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """The letter of one municipality, for its own seats and whoever coordinates."""
    found = get_object_or_404(
        Contribution.objects.filter(call__book_year__partnership=partnership).select_related(
            "municipality", "call__book_year__partnership"
        ),
        pk=pk,
    )
    parts = request.parts  # type: ignore[attr-defined]
    if not may_for(request.user, parts, "bank.read_letter", found.municipality.today):
        raise PermissionDenied("Deze brief is voor een andere gemeente.")
    account = account_for(request, partnership)
    if account is None:
        return render(request, "bank/no_account.html", {"partnership": partnership}, status=409)
    asked = [one for one in letters.asked_in(found.call) if one.contribution.pk == pk]
    return _pdf(partnership, account, asked, f"bijdrage {asked[0].year} {asked[0].name}")


def call_of(partnership: Partnership, pk: int) -> Call:
    rows = Call.objects.filter(book_year__partnership=partnership)
    return get_object_or_404(rows.select_related("book_year__partnership"), pk=pk)


def account_for(request: HttpRequest, partnership: Partnership) -> Account | None:
    """The one that was asked for, else the first."""
    rows = list(Account.objects.filter(partnership=partnership))
    asked = request.POST.get("rekening") or request.GET.get("rekening", "")
    return next((one for one in rows if str(one.pk) == asked), rows[0] if rows else None)


def _pdf(partnership: Partnership, account: Account, asked: list[letters.Asked], name: str) -> HttpResponse:
    # Typst is heavy: loaded when the first letter is asked for.
    from groeimodel.formats.contribution_letter import render_letters

    made: Any = render_letters(bundle_of(partnership, account, asked))
    answer = HttpResponse(made, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{slugify(name)}.pdf"'
    return answer
