"""The conversation guide, and the agreements that come of it."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.foundation.people.models import Person
from groeimodel.gauge.expectations import services
from groeimodel.gauge.expectations.forms import AgreementForm, TalkForm
from groeimodel.gauge.expectations.guiding import guide_of, next_meeting, people_of, put_on_agenda
from groeimodel.gauge.expectations.models import Agreement
from groeimodel.gauge.expectations.views.gauge import SEE, find

AGREE = "expectations.agree"
TEND = "expectations.tend"


@in_partnership(SEE, post=AGREE)
def guide(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Five cards for the next meeting, each with room for what is agreed."""
    round = find(partnership, pk)
    if round.is_open:
        return redirect("expectations:gauge", partnership.slug)
    people = people_of(partnership)
    about = request.POST.get("about", "") if request.method == "POST" else ""
    form = AgreementForm(request.POST or None, people=people)
    if request.method == "POST" and form.is_valid():
        try:
            services.agree(round=round, agreed=form.agreed(about), actor=cast(Person, request.user))
            messages.success(request, _("Genoteerd. De afspraak komt terug tot ze gedaan is."))
            return redirect(f"{reverse('expectations:guide', args=[partnership.slug, pk])}#kaart-{about}")
        except ValidationError as error:
            form.add_error(None, error)
    context = {
        "partnership": partnership,
        "round": round,
        "guide": guide_of(round, people, form if form.errors else None, about),
        "meeting": next_meeting(partnership),
        "talk": TalkForm(),
        "may_agree": request.user.has_perm(AGREE, partnership),
    }
    return render(request, "expectations/guide.html", context, status=422 if form.errors else 200)


@require_POST
@in_partnership(AGREE)
def talk(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """The talk took place."""
    form = TalkForm(request.POST)
    try:
        if not form.is_valid():
            raise ValidationError(_("Kies een dag."))
        services.note_talk(
            round=find(partnership, pk), on=form.cleaned_data["on"], actor=cast(Person, request.user)
        )
        messages.success(request, _("Genoteerd. Mooi dat jullie het uitspraken."))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect("expectations:guide", partnership.slug, pk)


@require_POST
@in_partnership("meetings.plan")
def on_agenda(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Put the talk on the agenda of the next meeting."""
    meeting = next_meeting(partnership)
    if meeting is None:
        messages.error(request, _("Er is nog geen ontmoeting gepland. Plan er eerst een."))
        return redirect("meetings:list", partnership.slug)
    new = put_on_agenda(meeting, find(partnership, pk), cast(Person, request.user))
    messages.success(request, _("Het staat op de agenda.") if new else _("Het stond al op de agenda."))
    return redirect(meeting)


@in_partnership(SEE, each=TEND)
def change(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    row = _own(request, partnership, pk)
    form = AgreementForm(request.POST or None, people=people_of(partnership), instance=row)
    if request.method == "POST" and form.is_valid():
        services.change_agreement(agreement=row, agreed=form.agreed(), actor=cast(Person, request.user))
        messages.success(request, _("Bewaard."))
        return redirect(f"{reverse('expectations:gauge', args=[partnership.slug])}#afspraken")
    context = {"partnership": partnership, "form": form, "row": row}
    return render(request, "expectations/agreement.html", context, status=422 if form.errors else 200)


@require_POST
@in_partnership(SEE, each=TEND)
def done(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Tick it off, or take that back."""
    row, actor = _own(request, partnership, pk), cast(Person, request.user)
    if "undo" in request.POST:
        services.mark_undone(agreement=row, actor=actor)
        messages.success(request, _("De afspraak loopt weer."))
    else:
        services.mark_done(agreement=row, actor=actor)
        messages.success(request, _("Gedaan! Bij de volgende ronde zien jullie het terug."))
    return redirect(f"{reverse('expectations:gauge', args=[partnership.slug])}#afspraken")


@in_partnership(SEE, each=TEND)
def remove(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Asks first; removes on POST."""
    row = _own(request, partnership, pk)
    if request.method == "POST":
        services.remove_agreement(agreement=row, actor=cast(Person, request.user))
        messages.success(request, _("Weggehaald."))
        return redirect(f"{reverse('expectations:gauge', args=[partnership.slug])}#afspraken")
    return render(request, "expectations/remove.html", {"partnership": partnership, "row": row})


def _own(request: HttpRequest, partnership: Partnership, pk: int) -> Agreement:
    rows = Agreement.objects.filter(partnership=partnership).select_related("round__partnership", "owner")
    row = get_object_or_404(rows, pk=pk)
    if not request.user.has_perm(TEND, row):
        raise PermissionDenied("Deze afspraak is van iemand anders.")
    return row
