"""Bookings: what can be booked, the calendar of a month, book, cancel, and the feed for calendar programs."""

from __future__ import annotations

from datetime import date
from typing import cast

from django.conf import settings as site
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_POST, require_safe
from django_scopes import scope, scopes_disabled

from groeimodel.foundation.doors import open_to_all
from groeimodel.foundation.partners.keeping import kept
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership, may_here
from groeimodel.foundation.people.models import Person
from groeimodel.shop.desk import calendars, selectors, services
from groeimodel.shop.desk.forms.bookings import BookForm, CancelForm
from groeimodel.shop.desk.models import Bookable, Booking, Request
from groeimodel.shop.desk.months import month_from, month_of


@require_safe
@in_partnership("desk.see")
@kept
def bookables(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """What can be booked; from a request one chooses here what to book for it."""
    may = may_here(request, partnership)
    context = {
        "partnership": partnership,
        "bookables": selectors.bookables_of(partnership),
        "retired": list(Bookable.objects.filter(partnership=partnership).exclude(retired_on=None)),
        "asked": _asked(partnership, request) if may("desk.handle") else None,
        "may": {name: may(f"desk.{name}") for name in ("handle", "set_up")},
    }
    return render(request, "desk/bookables.html", context)


@require_safe
@in_partnership("desk.see")
@kept
def month(request: HttpRequest, partnership: Partnership, bookable: int) -> HttpResponse:
    """The calendar of a month; on a phone the days with a booking."""
    found, today = _find(partnership, bookable), timezone.localdate()
    may = may_here(request, partnership)
    shown = month_of(found, month_from(request.GET.get("maand", ""), today), today)
    cancelled = Booking.objects.filter(
        bookable=found, first_day__year=shown.first.year, first_day__month=shown.first.month
    ).exclude(cancelled_at=None)
    context = {
        "partnership": partnership,
        "bookable": found,
        "month": shown,
        "cancelled": list(cancelled.select_related("bookable")),
        "feed": site.PUBLIC_URL + reverse("desk:feed", args=[found.feed_key]) if may("desk.handle") else "",
        "may": {name: may(f"desk.{name}") for name in ("handle", "set_up")},
    }
    return render(request, "desk/month.html", context)


@in_partnership("desk.handle")
def book(request: HttpRequest, partnership: Partnership, bookable: int) -> HttpResponse:
    """Book it: from a request or by hand."""
    found, asked = _find(partnership, bookable), _asked(partnership, request)
    form = BookForm(
        request.POST if request.method == "POST" else None,
        bookable=found,
        request=asked,
        day=_day(request.GET.get("dag", "")),
    )
    if request.method == "POST" and form.is_valid():
        try:
            made = _book(found, asked, form, cast(Person, request.user))
        except ValidationError as error:
            form.add_error(None, error.messages)
        else:
            messages.success(request, _("Geboekt: %(when)s.") % {"when": made.in_words})
            if asked is not None:
                return redirect("desk:request", partnership.slug, asked.pk)
            return redirect(_month_of(partnership, made))
    context = {"partnership": partnership, "bookable": found, "asked": asked, "form": form}
    return render(request, "desk/book.html", context, status=422 if form.errors else 200)


def _book(bookable: Bookable, asked: Request | None, form: BookForm, actor: Person) -> Booking:
    title = form.cleaned_data["title"]
    if form.cleaned_data.get("blocked"):
        return services.block(bookable=bookable, span=form.span(), title=title, actor=actor)
    return services.book(
        bookable=bookable, span=form.span(), title=title, amount=form.pieces, request=asked, actor=actor
    )


@in_partnership("desk.handle")
def cancel(request: HttpRequest, partnership: Partnership, booking: int) -> HttpResponse:
    """Ask why, then free it; one button puts it back."""
    found = get_object_or_404(_bookings(partnership), pk=booking)
    form = CancelForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            services.cancel(booking=found, actor=cast(Person, request.user), **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error.messages)
        else:
            messages.success(request, _("Geannuleerd. Onder de kalender kun je ze nog terugzetten."))
            return redirect(_month_of(partnership, found))
    context = {"partnership": partnership, "booking": found, "when": found.in_words, "form": form}
    return render(request, "desk/cancel.html", context, status=422 if form.errors else 200)


@require_POST
@in_partnership("desk.handle")
def restore(request: HttpRequest, partnership: Partnership, booking: int) -> HttpResponse:
    """Take a cancelling back, where it is still free."""
    found = get_object_or_404(_bookings(partnership), pk=booking)
    try:
        services.restore(booking=found, actor=cast(Person, request.user))
        messages.success(request, _("De boeking staat er weer."))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect(_month_of(partnership, found))


@require_safe
@cache_control(private=True, max_age=900)
@open_to_all("the secret in the address is the right: calendar programs cannot sign in")
def feed(request: HttpRequest, key: str) -> HttpResponse:
    """The bookings of one thing, for calendar programs."""
    with scopes_disabled():
        found = Bookable.objects.select_related("partnership").filter(feed_key=key).first()
    if found is None:
        raise Http404
    with scope(partnership=found.partnership):
        text = calendars.feed_of(found, timezone.now())
    answer = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'inline; filename="boekingen.ics"'
    return answer


def _find(partnership: Partnership, pk: int) -> Bookable:
    rows = Bookable.objects.select_related("partnership", "offer")
    return get_object_or_404(rows, partnership=partnership, pk=pk)


def _bookings(partnership: Partnership) -> QuerySet[Booking]:
    rows: QuerySet[Booking] = Booking.objects.filter(bookable__partnership=partnership)
    return rows.select_related("bookable__partnership", "request")


def _asked(partnership: Partnership, request: HttpRequest) -> Request | None:
    """The open request that the address names."""
    key = request.GET.get("aanvraag", "")
    if not key.isdecimal() or len(key) > 9:
        return None
    return selectors.received(partnership).filter(pk=int(key), state__in=Request.OPEN).first()


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _month_of(partnership: Partnership, booking: Booking) -> str:
    page = reverse("desk:month", args=[partnership.slug, booking.bookable_id])
    return f"{page}?maand={booking.first_day:%Y-%m}"
