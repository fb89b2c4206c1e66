"""The seats of an organ: a new one, who sits there, what it is, and its end."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.partners.keeping import kept
from groeimodel.foundation.partners.models import Partnership, Tenure
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.shop.organs import services, showing
from groeimodel.shop.organs.forms import NEW, DayForm, SeatForm, SitForm
from groeimodel.shop.organs.models import OrganSeat
from groeimodel.shop.organs.selectors import occupancies_on
from groeimodel.shop.organs.views.common import BUILD, me, organ_or_404, seat_or_404, show


@in_partnership(BUILD)
def new_seat(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    organ, today = organ_or_404(partnership, pk), timezone.localdate()
    form = SeatForm(
        request.POST or None,
        members=showing.members_of(partnership),
        people=showing.people_of(partnership),
    )
    if request.method == "POST" and form.is_valid():
        fresh = services.add_seat(organ=organ, new=form.new_seat(), since=today, actor=me(request))
        messages.success(request, _("De zetel staat er. Wie zit er?"))
        return redirect("organs:seat", partnership.slug, organ.pk, fresh.pk)
    return show(request, partnership, "new_seat", form, organ=organ)


@in_partnership(BUILD)
@kept
def seat(request: HttpRequest, partnership: Partnership, pk: int, seat_pk: int) -> HttpResponse:
    """Two forms on one page: who sits there, and what the seat is."""
    one, today = seat_or_404(partnership, pk, seat_pk), timezone.localdate()
    shape = request.POST.get("do") == "shape"
    sent = request.POST if request.method == "POST" else None
    people, now = showing.people_of(partnership), occupancies_on([one], today).get(one.pk)
    sit = SitForm(
        None if shape else sent, people=people, today=today, now=now, first=sitters_of(partnership, one)
    )
    what = SeatForm(sent if shape else None, members=showing.members_of(partnership), people=people, seat=one)
    form = what if shape else sit
    if request.method == "POST" and form.is_valid():
        try:
            keep(request, one, sit=None if shape else sit, what=what if shape else None)
            return redirect(one.organ)
        except ValidationError as error:
            form.add_error(None, error)
    return show(
        request, partnership, "seat", form, seat=one, organ=one.organ, sit=sit, what=what, now=now,
        history=showing.seat_history(one), shape=shape,
    )  # fmt: skip


def keep(request: HttpRequest, one: OrganSeat, *, sit: SitForm | None, what: SeatForm | None) -> None:
    """Write what was sent: who sits there, or what the seat is."""
    actor = me(request)
    if what is not None:
        services.change_seat(seat=one, new=what.new_seat(), actor=actor)
    elif sit is not None:
        said = sit.cleaned_data
        if said["person"] == NEW:
            services.sit_by_name(
                seat=one, name=said["name"], since=said["since"], capacity=said["capacity"], actor=actor
            )
        else:
            services.fill_organ_seat(
                seat=one,
                person=sit.people[said["person"]],
                since=said["since"],
                capacity=said["capacity"],
                incompatible=sit.declared(),
                actor=actor,
            )
    messages.success(request, _("Bewaard."))


def sitters_of(partnership: Partnership, one: OrganSeat) -> list[int]:
    """Who sits for the municipality of a seat: named first in the list."""
    if one.municipality is None:
        return []
    rows = Tenure.objects.filter(
        ends=None,
        seat__membership__partnership=partnership,
        seat__membership__municipality=one.municipality.today,
        seat__membership__ends=None,
    )
    return list(rows.values_list("person", flat=True))


@in_partnership(BUILD)
def empty(request: HttpRequest, partnership: Partnership, pk: int, seat_pk: int) -> HttpResponse:
    """Somebody leaves. Asks from which day."""
    one, today = seat_or_404(partnership, pk, seat_pk), timezone.localdate()
    form = DayForm(request.POST or None, today=today)
    if request.method == "POST" and form.is_valid():
        try:
            services.empty_organ_seat(seat=one, on=form.cleaned_data["on"], actor=me(request))
            messages.success(request, _("De zetel is leeg. Wie komt er?"))
            return redirect(one.organ)
        except ValidationError as error:
            form.add_error("on", error)
    now = occupancies_on([one], today).get(one.pk)
    return show(request, partnership, "empty", form, seat=one, organ=one.organ, now=now)


@in_partnership(BUILD)
def end_seat(request: HttpRequest, partnership: Partnership, pk: int, seat_pk: int) -> HttpResponse:
    """A seat that is not there any more. Asks first; its history stays."""
    one, today = seat_or_404(partnership, pk, seat_pk), timezone.localdate()
    form = DayForm(request.POST or None, today=today)
    if request.method == "POST" and form.is_valid():
        try:
            services.end_seat(seat=one, on=form.cleaned_data["on"], actor=me(request))
            messages.success(request, _("De zetel is weg. Wie er zat, blijft te lezen."))
            return redirect(one.organ)
        except ValidationError as error:
            form.add_error("on", error)
    now = occupancies_on([one], today).get(one.pk)
    return show(request, partnership, "end_seat", form, seat=one, organ=one.organ, now=now)
