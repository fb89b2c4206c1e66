"""What it would mean that a municipality joins or leaves, and the way to an agenda; also for the accounts of a year."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.partners.models import Membership, Municipality, Partnership
from groeimodel.foundation.partners.scoping import in_partnership, may_here
from groeimodel.shop.money import services
from groeimodel.shop.money.forms import SittingForm, WhatIfForm
from groeimodel.shop.money.models import Change
from groeimodel.shop.money.views.finding import done, me, year_or_404
from groeimodel.shop.money.whatif import meaning_of
from groeimodel.shop.sittings.selectors import coming
from groeimodel.shop.sittings.services import put_on_agenda


def _places(partnership: Partnership) -> tuple[list[Municipality], list[Municipality]]:
    """Members, and who could join: two queries."""
    there = Membership.objects.filter(partnership=partnership, ends=None).values("municipality")
    living = Municipality.objects.filter(merged_into=None).order_by("name")
    return list(living.filter(pk__in=there)), list(living.exclude(pk__in=there))


@in_partnership("money.see", post="money.keep")
def what_if(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """By the address alone; the coordinator puts it on an agenda from here."""
    today = timezone.localdate()
    members, others = _places(partnership)
    form = WhatIfForm(request.GET or None, members=members, others=others, today=today)
    meaning = meaning_of(partnership, *form.said()) if form.is_valid() else None
    sittings = coming(partnership, today)
    agenda = SittingForm(request.POST or None, sittings=sittings)

    def ask() -> None:
        place, kind, on = form.said()
        services.ask_change(
            partnership=partnership,
            municipality=place,
            kind=kind,
            on=on,
            sitting=agenda.sitting(),
            actor=me(request),
        )

    if request.method == "POST" and meaning and done(agenda, ask):
        messages.success(request, _("Staat op de agenda. Er verandert niets voor het orgaan beslist."))
        return redirect(agenda.sitting())
    asked = Change.objects.filter(partnership=partnership).select_related("municipality")
    context: dict[str, Any] = {
        "partnership": partnership,
        "form": form,
        "others": others,
        "meaning": meaning,
        "agenda": agenda if meaning and may_here(request, partnership)("money.keep") else None,
        "sittings": sittings,
        "asked": asked[:10],
    }
    return render(request, "money/what_if.html", context, status=422 if form.errors or agenda.errors else 200)


@in_partnership("money.keep")
def accounts(request: HttpRequest, partnership: Partnership, year: int) -> HttpResponse:
    """Put the accounts of a closed year on the agenda of a sitting."""
    book_year, sittings = year_or_404(partnership, year), coming(partnership, timezone.localdate())
    form = SittingForm(request.POST or None, sittings=sittings)

    def ask() -> None:
        if not book_year.closed:
            raise ValidationError(
                _("Sluit eerst het jaar af: een rekening die nog verandert, keur je niet goed.")
            )
        title = _("Rekening %(year)s goedkeuren") % {"year": year}
        subject = f"money.bookyear:{book_year.pk}"
        put_on_agenda(sitting=form.sitting(), title=title, subject=subject, actor=me(request))

    if request.method == "POST" and done(form, ask):
        messages.success(request, _("De rekening staat op de agenda."))
        return redirect(form.sitting())
    context = {"partnership": partnership, "book_year": book_year, "form": form, "sittings": sittings}
    return render(request, "money/accounts.html", context, status=422 if form.errors else 200)
