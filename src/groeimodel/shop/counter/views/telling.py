"""What the shop can tell: anchoring over all offers, reach by municipality of residence, and support of the colleges."""

from __future__ import annotations

import csv
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from groeimodel.foundation.partners import selectors as partners
from groeimodel.foundation.partners.keeping import kept
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership, may_here
from groeimodel.shop.counter import services
from groeimodel.shop.counter.anchoring import anchored
from groeimodel.shop.counter.forms import CountForm
from groeimodel.shop.counter.models import Use
from groeimodel.shop.counter.reach import Reach, reach_of, years_of
from groeimodel.shop.counter.ready import lists_of
from groeimodel.shop.counter.selectors import offers_in_window
from groeimodel.shop.counter.services import COUNT
from groeimodel.shop.counter.views.common import inside, me
from groeimodel.ui.messages import done


@require_safe
@in_partnership("partners.see_inside")
@kept
def anchoring(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """Over all offers: until when, what is weakest, and whether the list is in order."""
    today = timezone.localdate()
    offers = offers_in_window(partnership, today)
    lists = lists_of(offers)
    rows = sorted(anchored(offers, today), key=lambda one: (not one.whole.warns, one.offer.title.casefold()))
    context = {
        "partnership": partnership,
        "rows": [(one, lists[one.offer.pk]) for one in rows],
        "warned": sum(one.whole.warns for one in rows),
    }
    return render(request, "counter/anchoring.html", context)


@in_partnership("partners.see_partnership", post=COUNT)
def reach(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """Per municipality of residence; for everyone without small numbers. Who tends the counter counts here."""
    today, counts = timezone.localdate(), may_here(request, partnership)(COUNT)
    form = count_form(request, partnership) if counts else None
    if request.method == "POST" and form is not None and form.is_valid():
        made = services.count_by_hand(
            offer=form.cleaned_data["offer"],
            day=form.cleaned_data["day"],
            counted=form.counted(),
            actor=me(request),
        )
        keys = "-".join(str(one.pk) for one in made)
        done(
            request,
            _("Geteld."),
            undo=reverse("counter:uncount", args=[partnership.slug]) + f"?telling={keys}",
        )
        return redirect("counter:reach", partnership.slug)
    years = years_of(partnership, today)
    context = {
        "partnership": partnership,
        "reach": year_of(request, partnership, years),
        "years": years,
        "inside": inside(request),
        "form": form,
        "lately": last_counts(partnership) if counts else [],
    }
    return render(request, "counter/reach.html", context, status=422 if form and form.errors else 200)


def count_form(request: HttpRequest, partnership: Partnership) -> CountForm:
    members = [one.municipality for one in partners.seats_of(partnership)]
    asked = request.GET.get("aanbod", "")
    return CountForm(
        request.POST or None,
        partnership=partnership,
        members=members,
        today=timezone.localdate(),
        offer=asked if asked.isdecimal() and len(asked) < 10 else "",
    )


def year_of(request: HttpRequest, partnership: Partnership, years: list[int]) -> Reach:
    asked = request.GET.get("jaar", "")
    year = next((one for one in years if str(one) == asked), years[0])
    return reach_of(partnership, year, everyone=not inside(request))


def last_counts(partnership: Partnership) -> list[Use]:
    """What was counted last, to take back a mistake."""
    rows = Use.objects.filter(offer__partnership=partnership)
    return list(rows.select_related("offer", "municipality__merged_into").order_by("-noted_at", "-pk")[:8])


@require_POST
@in_partnership(COUNT)
def uncount(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """Take counts away: those of one form, or one of the list."""
    keys = [
        int(one) for one in request.GET.get("telling", "").split("-") if one.isdecimal() and len(one) < 12
    ]
    rows = Use.objects.filter(offer__partnership=partnership, pk__in=keys[:50], source=Use.Source.HAND)
    found = list(rows.select_related("offer__partnership", "municipality"))
    for one in found:
        services.forget_use(use=one, actor=me(request))
    messages.success(request, _("De telling is weg.") if found else _("Die telling is er niet meer."))
    return redirect("counter:reach", partnership.slug)


@require_safe
@in_partnership("partners.see_partnership")
def reach_csv(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """The same figures as the page shows this reader, for a spreadsheet."""
    found = year_of(request, partnership, years_of(partnership, timezone.localdate()))
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    name = slugify(f"bereik {partnership.slug} {found.year}")
    answer["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    answer.write("\ufeff")
    rows = csv.writer(answer, delimiter=";")
    rows.writerow([_("gemeente"), _("jaar"), _("mensen"), _("keren gebruikt"), _("aanbod gebruikt")])
    for one in found.rows:
        people: Any = _("minder dan 5") if one.people is None else one.people
        few = one.people is None
        rows.writerow(
            [safe(one.name), found.year, people, "" if few else one.uses, "" if few else one.offers]
        )
    return answer


def safe(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in "=+-@\t\r" else text
