"""Who comes and who is there; and one seat that answers and votes, on a phone or behind the link of a mail."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django_scopes import scope

from groeimodel.foundation import links
from groeimodel.foundation.doors import open_to_all
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.foundation.people.models import Person
from groeimodel.shop.organs.models import OrganSeat
from groeimodel.shop.sittings import letters, seat_page, seating, selectors, services
from groeimodel.shop.sittings.forms import PresenceForm
from groeimodel.shop.sittings.models import Sitting
from groeimodel.shop.sittings.views.finding import Told, find, me


@in_partnership("sittings.run")
def presence(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Who is there? Opens the sitting, or corrects it while it is open."""
    found = find(partnership, pk)
    if not found.agenda_open:
        messages.error(request, _("Deze zitting is voorbij."))
        return redirect(found)
    rows = selectors.presences_of(found)
    seats = seats_for(found)
    known, proxies = {one.seat_id: one for one in rows}, seating.statute_for(found).proxies
    form = PresenceForm(request.POST or None, seats=seats, known=known, proxies=proxies > 0)
    if request.method == "POST" and form.is_valid():
        try:
            return opened(request, found, form)
        except ValidationError as error:
            form.add_error(None, error)
    context = {"partnership": partnership, "sitting": found, "form": form, "proxies": proxies}
    context["early"] = found.opened_at is None and found.day > timezone.localdate()
    return render(request, "sittings/presence.html", context, status=422 if form.errors else 200)


def seats_for(sitting: Sitting) -> Sequence[OrganSeat]:
    """Those on it now; of an opened sitting, those that it opened with."""
    if sitting.opened_at is None:
        return seating.filled_seats(sitting.organ, sitting.day)
    return [one.seat for one in selectors.presences_of(sitting)]


def opened(request: HttpRequest, found: Sitting, form: PresenceForm) -> HttpResponse:
    there = {name: getattr(form.chosen(), name) for name in ("present", "substitutes", "excused", "proxies")}
    if found.state == Sitting.State.OPEN:
        services.set_presence(sitting=found, actor=me(request), **there)
        messages.success(request, _("Bewaard."))
        return redirect(found)
    now = services.open_sitting(sitting=found, actor=me(request), **there)
    if now.state == Sitting.State.OPEN:
        messages.success(request, _("De zitting is open."))
    else:
        messages.warning(request, _("De zitting is niet in aantal."))
    return redirect(found)


@in_partnership("partners.see_inside")
def mine(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """My seat on this sitting, and the seats that gave me a proxy."""
    return at_my_seat(request, find(partnership, pk), me(request))


def at_my_seat(
    request: HttpRequest, found: Sitting, person: Person, *, by_link: bool = False
) -> HttpResponse:
    page = seat_page.page_for(found, person, request.POST if request.method == "POST" else None)
    if not page.seats:
        if by_link:
            return over(request)
        messages.info(request, _("Je hebt geen zetel op deze zitting."))
        return redirect(found)
    if request.method == "POST":
        with Told(request, _("Genoteerd. Je kunt het nog veranderen.")):
            page.receive(request.POST, person)
            return redirect(request.path)
    context = {"partnership": found.partnership, "sitting": found, "page": page, "by_link": by_link}
    context["person"] = person
    return render(request, "sittings/seat.html", context, status=422 if request.method == "POST" else 200)


@never_cache
@open_to_all("the signed link of a mail, made for one seat and one sitting, is the right")
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    try:
        link = letters.open_link(token)
    except links.Invalid:
        return over(request)
    partnership = link.sitting.partnership
    with scope(partnership=partnership):
        found = find(partnership, link.sitting.pk)
        assert link.seat.person is not None
        return at_my_seat(request, found, link.seat.person, by_link=True)


def over(request: HttpRequest) -> HttpResponse:
    return render(request, "sittings/link_over.html", status=410)
