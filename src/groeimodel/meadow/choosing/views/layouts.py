"""The layout, by the link of a mail or signed in: five numbers, one minute."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
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
from groeimodel.meadow.choosing import letters, services
from groeimodel.meadow.choosing.forms.layouts import LayoutForm
from groeimodel.meadow.choosing.models import Round
from groeimodel.meadow.choosing.polling import Poll, poll_of
from groeimodel.meadow.choosing.services.layouts import LAY_OUT
from groeimodel.meadow.choosing.views.ballots import ended, over
from groeimodel.meadow.choosing.views.rounds import SEE, find


@never_cache
@in_partnership(SEE, each=LAY_OUT)
def layout(request: HttpRequest, partnership: Partnership, pk: int, municipality: int) -> HttpResponse:
    """Signed in, for the alderman of a municipality."""
    round = find(request, partnership, pk)
    poll = poll_of(round, municipality, timezone.localdate())
    if poll is None:
        raise Http404
    person = cast(Person, request.user)
    if not person.has_perm(LAY_OUT, poll):
        raise PermissionDenied(_("De indeling is aan de schepen van deze gemeente."))
    return _fill(request, poll, person)


@never_cache
@open_to_all("the link of the mail is the right: made for one alderman and round, and over with the layout")
def layout_by_link(request: HttpRequest, token: str) -> HttpResponse:
    """Behind the button of a mail. Opening it changes nothing."""
    try:
        opened = letters.open_link(token, "layout")
    except links.Expired:
        return over(request, _("Deze link is te oud."), 410)
    except links.Invalid:
        return over(request, _("Deze link klopt niet. Open hem opnieuw vanuit de mail."), 404)
    with scope(partnership=opened.round.partnership):
        poll = poll_of(opened.round, opened.municipality.pk, timezone.localdate())
        if poll is None or not opened.person.has_perm(LAY_OUT, poll):
            return over(request, _("Je bent geen schepen meer van deze gemeente."), 403)
        return _fill(request, poll, opened.person)


def _fill(request: HttpRequest, poll: Poll, person: Person) -> HttpResponse:
    round, today = poll.round, timezone.localdate()
    if round.state != Round.State.LAYOUT or (round.layout_until or today) < today:
        return ended(request, round)
    before = round.layouts.filter(municipality=poll.municipality).first()
    form = LayoutForm(request.POST or None, parts=before.parts if before else None)
    if request.method == "POST" and form.is_valid():
        try:
            services.give_layout(poll=poll, parts=form.cleaned_data, actor=person)
            messages.success(request, _("Bewaard. Je kunt het nog veranderen tot de stembrieven vertrekken."))
            return redirect(request.path)
        except ValidationError as error:
            form.add_error(None, error)
    context = {"round": round, "poll": poll, "person": person, "form": form, "before": before}
    return render(request, "choosing/lay_out.html", context, status=422 if form.errors else 200)
