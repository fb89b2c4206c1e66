"""Who takes part: the page with everybody, one seat, and what happened."""

from typing import Any, cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from groeimodel.foundation.journal.selectors import happened, page_state
from groeimodel.foundation.members import selectors, services
from groeimodel.foundation.members.forms import InviteForm, JoinForm, LeaveForm, NoteForm, SitForm
from groeimodel.foundation.partners import services as partners
from groeimodel.foundation.partners.access import may_for, parts_in
from groeimodel.foundation.partners.keeping import kept
from groeimodel.foundation.partners.models import Appointment, Membership, Partnership, Seat
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.foundation.people.models import Person

PAGE = 40


@require_safe
@in_partnership("partners.see_inside")
def everyone(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """Each member with its two seats, filled or empty, and everybody with another part."""
    # Lazy: while nothing was done since, the body of the page is kept and none of this is worked out.
    shown = SimpleLazyObject(lambda: shown_of(request, partnership))
    context = {"partnership": partnership, "shown": shown, "state": page_state(request, partnership.pk)}
    return render(request, "members/list.html", context)


def shown_of(request: HttpRequest, partnership: Partnership) -> dict[str, Any]:
    parts = parts_in(request.user, partnership)
    names = ("steer", "appoint", "invite")
    return {
        "all": selectors.everyone(partnership),
        "own": {where for _role, where in parts if where},
        "may": {name: may_for(request.user, parts, f"partners.{name}", None) for name in names},
    }


@require_safe
@in_partnership("partners.see_inside")
def timeline(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """What happened, newest first, a page at a time."""
    before = request.GET.get("voor", "")
    key = int(before) if before.isdecimal() else None
    shown = SimpleLazyObject(lambda: happened([partnership.pk], before=key, most=PAGE + 1))
    context = {
        "partnership": partnership,
        "shown": shown,
        "state": page_state(request, partnership.pk),
        "most": PAGE,
    }
    return render(request, "members/timeline.html", context)


def find_seat(partnership: Partnership, pk: int) -> selectors.SeatRow:
    try:
        return selectors.seat_of(partnership, pk)
    except Seat.DoesNotExist as error:
        raise Http404 from error


@require_safe
@in_partnership("partners.see_inside")
@kept
def seat(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """One seat: who sits there, who was there before, and what can be done with it."""
    row = find_seat(partnership, pk)
    return render(request, "members/seat.html", seat_page(request, partnership, row))


def seat_page(
    request: HttpRequest, partnership: Partnership, row: selectors.SeatRow, **forms: Any
) -> dict[str, Any]:
    note = selectors.last_note(row.seat)
    own = {
        "invite": InviteForm(),
        "sit": SitForm(today=timezone.localdate()),
        "note": NoteForm({"text": note.text} if note else None),
    }
    rights = {
        "invite": request.user.has_perm("partners.invite", row.seat)
        and services.may_name_successor(
            partnership, row.now.person if row.now else None, cast(Person, request.user)
        ),
        "steer": request.user.has_perm("partners.steer", partnership),
        "note": request.user.has_perm("partners.leave_note", row.seat),
    }
    active = row.seat.membership.ends is None
    return {
        "partnership": partnership,
        "row": row,
        "note": note,
        "forms": own | forms,
        "may": rights,
        "active": active,
    }


@require_POST
@in_partnership("partners.see_inside", each="partners.invite")
def invite_to_seat(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    row, form = find_seat(partnership, pk), InviteForm(request.POST)
    if not request.user.has_perm("partners.invite", row.seat):
        raise PermissionDenied(_("Je nodigt enkel iemand uit voor je eigen gemeente."))
    if form.is_valid():
        invitee = form.invitee(row.seat.role, row.seat.membership.municipality)
        try:
            services.invite(partnership=partnership, invitee=invitee, actor=cast(Person, request.user))
            messages.success(
                request, _("Uitgenodigd. De mail is onderweg naar %(email)s.") % {"email": invitee.email}
            )
            return redirect("members:seat", partnership.slug, pk)
        except ValidationError as error:
            form.add_error(None, error.messages)
    return render(request, "members/seat.html", seat_page(request, partnership, row, invite=form), status=422)


@require_POST
@in_partnership("partners.steer")
def sit(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Somebody without an address takes the seat, unless somebody else was faster."""
    row, form = find_seat(partnership, pk), SitForm(request.POST, today=timezone.localdate())
    seen = request.POST.get("expected", "")
    expected = int(seen) if seen.isdecimal() else None
    if form.is_valid():
        try:
            services.sit_by_name(
                seat=row.seat, expected=expected, actor=cast(Person, request.user), **form.cleaned_data
            )
            messages.success(request, _("De zetel is ingevuld."))
            return redirect("members:list", partnership.slug)
        except partners.SeatTaken as taken:
            form.add_error(None, taken_in_words(taken))
        except ValidationError as error:
            form.add_error("since", error.messages)
    return render(request, "members/seat.html", seat_page(request, partnership, row, sit=form), status=422)


def taken_in_words(taken: partners.SeatTaken) -> str:
    if taken.tenure is None:
        return _("Deze zetel is intussen leeg gemaakt. Kijk even na en probeer opnieuw.")
    return _("%(name)s kreeg deze zetel net voor jou. Kijk even na of dat klopt.") % {
        "name": taken.tenure.person
    }


@in_partnership("partners.steer")
def empty(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Asks first; empties the seat on POST."""
    row = find_seat(partnership, pk)
    if request.method == "POST":
        seat = row.seat
        partners.empty_seat(
            membership=seat.membership,
            role=seat.role,
            on=timezone.localdate(),
            actor=cast(Person, request.user),
        )
        messages.success(request, _("De zetel is leeg. Nodig hieronder iemand anders uit."))
        return redirect("members:seat", partnership.slug, pk)
    return render(request, "members/empty.html", {"partnership": partnership, "row": row})


@require_POST
@in_partnership("partners.see_inside", each="partners.leave_note")
def note(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    row, form = find_seat(partnership, pk), NoteForm(request.POST)
    if not request.user.has_perm("partners.leave_note", row.seat):
        raise PermissionDenied(_("Je schrijft enkel een nota voor de zetels van je eigen gemeente."))
    if form.is_valid():
        partners.leave_note(seat=row.seat, text=form.cleaned_data["text"], actor=cast(Person, request.user))
        messages.success(request, _("Bewaard. Wie na jou komt, leest dit als eerste."))
        return redirect("members:seat", partnership.slug, pk)
    return render(request, "members/seat.html", seat_page(request, partnership, row, note=form), status=422)


@in_partnership("partners.steer")
def join(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """Let a municipality join."""
    choices = selectors.may_join(partnership)
    form = JoinForm(request.POST or None, choices=choices, today=timezone.localdate())
    if request.method == "POST" and form.is_valid():
        partners.join(partnership=partnership, actor=cast(Person, request.user), **form.cleaned_data)
        messages.success(
            request, _("De gemeente is partner. Nodig nu een schepen en een jeugdambtenaar uit.")
        )
        return redirect("members:list", partnership.slug)
    context = {"partnership": partnership, "form": form, "choices": choices}
    return render(request, "members/join.html", context, status=422 if form.errors else 200)


@in_partnership("partners.steer")
def leave(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Asks first, and says what it means; ends the membership on POST."""
    membership = get_object_or_404(
        Membership.objects.select_related("municipality"), pk=pk, partnership=partnership, ends=None
    )
    form = LeaveForm(request.POST or None, today=timezone.localdate())
    if request.method == "POST" and form.is_valid():
        try:
            partners.leave(
                membership=membership, on=form.cleaned_data["on"], actor=cast(Person, request.user)
            )
            messages.success(request, _("%(name)s is geen partner meer.") % {"name": membership.municipality})
            return redirect("members:list", partnership.slug)
        except ValidationError as error:
            form.add_error("on", error.messages)
    context = {"partnership": partnership, "membership": membership, "form": form}
    return render(request, "members/leave.html", context, status=422 if form.errors else 200)


@in_partnership("partners.appoint")
def stop(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Asks first; ends somebody's part on POST."""
    appointment = get_object_or_404(
        Appointment.objects.select_related("person", "partnership"), pk=pk, partnership=partnership, ends=None
    )
    if request.method == "POST":
        partners.end_appointment(
            appointment=appointment, on=timezone.localdate(), actor=cast(Person, request.user)
        )
        messages.success(request, _("Gestopt. De geschiedenis blijft bewaard."))
        return redirect("members:list", partnership.slug)
    return render(request, "members/stop.html", {"partnership": partnership, "appointment": appointment})
