"""Pages of who coordinates: open the desk, and say what can be booked."""

from __future__ import annotations

from typing import cast

from django.conf import settings as site
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.foundation.people.models import Person
from groeimodel.shop.desk import selectors, services
from groeimodel.shop.desk.forms.bookings import ThingForm
from groeimodel.shop.desk.forms.handling import TermsForm
from groeimodel.shop.desk.models import Bookable


@in_partnership("desk.set_up")
def settings(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """Open the desk, and say what it promises."""
    form = TermsForm(request.POST or None, instance=selectors.desk_of(partnership))
    if request.method == "POST" and form.is_valid():
        terms = services.Terms(**form.cleaned_data)
        services.set_up(partnership=partnership, terms=terms, actor=cast(Person, request.user))
        opened = _("Bewaard. De balie is open: deel het adres.")
        messages.success(request, opened if terms.open else _("Bewaard. De balie is gesloten."))
        return redirect("desk:settings", partnership.slug)
    context = {
        "partnership": partnership,
        "form": form,
        "address": site.PUBLIC_URL + reverse("desk:ask", args=[partnership.slug]),
        "desk": selectors.desk_of(partnership),
    }
    return render(request, "desk/settings.html", context, status=422 if form.errors else 200)


@in_partnership("desk.set_up")
def new_bookable(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """Put something ready that can be booked."""
    return _bookable(request, partnership, None)


@in_partnership("desk.set_up")
def change_bookable(request: HttpRequest, partnership: Partnership, bookable: int) -> HttpResponse:
    """Change it, take it out, or give its calendar a new address."""
    found = get_object_or_404(
        Bookable.objects.select_related("partnership"), partnership=partnership, pk=bookable
    )
    if request.method == "POST" and "nieuw_adres" in request.POST:
        services.renew_feed(bookable=found, actor=cast(Person, request.user))
        messages.success(
            request, _("Er is een nieuw adres. Zet het in je agenda; het oude toont niets meer.")
        )
        return redirect("desk:month", partnership.slug, found.pk)
    return _bookable(request, partnership, found)


def _bookable(request: HttpRequest, partnership: Partnership, found: Bookable | None) -> HttpResponse:
    offers = list(selectors.offers_to_ask(partnership, timezone.localdate()))
    key = found.pk if found else None
    form = ThingForm(request.POST or None, instance=found, offers=offers)
    if request.method == "POST" and form.is_valid():
        try:
            saved = _save(partnership, key, form, cast(Person, request.user))
        except ValidationError as error:
            form.add_error(None, error.messages)
        else:
            messages.success(request, _("Bewaard."))
            return redirect("desk:month", partnership.slug, saved.pk)
    context = {"partnership": partnership, "form": form, "key": key, "title": found.title if found else ""}
    return render(request, "desk/bookable.html", context, status=422 if form.errors else 200)


def _save(partnership: Partnership, key: int | None, form: ThingForm, actor: Person) -> Bookable:
    if key is None:
        return services.add_bookable(partnership=partnership, thing=form.thing(), actor=actor)
    fresh = Bookable.objects.select_related("partnership").get(pk=key)  # the form wrote on the other one
    retired = form.cleaned_data["retired"]
    return services.change_bookable(bookable=fresh, thing=form.thing(), retired=retired, actor=actor)
