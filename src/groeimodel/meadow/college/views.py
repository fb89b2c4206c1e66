"""The plans for the colleges: all on one page, the own one first; each moment is changed on a page of its own."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from groeimodel.foundation.partners.access import may_for
from groeimodel.foundation.partners.keeping import kept
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.foundation.people.models import Person
from groeimodel.meadow.college import selectors, services
from groeimodel.meadow.college.bearers import bearers_of
from groeimodel.meadow.college.forms import DoneForm, MomentForm
from groeimodel.meadow.college.models import Moment

SEE, PLAN, TEND = "college.see", "college.plan", "college.tend"


def me(request: HttpRequest) -> Person:
    return cast(Person, request.user)


def tends(request: HttpRequest, municipality: int) -> bool:
    return may_for(request.user, request.parts, TEND, municipality)  # type: ignore[attr-defined]


@require_safe
@in_partnership(SEE)
@kept
def plans(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """How every partner involves its college: the own one first, the others to learn from."""
    found = selectors.plans_of(partnership, timezone.localdate(), lambda key: tends(request, key))
    context = {
        "partnership": partnership,
        "own": [one for one in found if one.tends],
        "others": [one for one in found if not one.tends],
    }
    return render(request, "college/plans.html", context)


@in_partnership(PLAN, each=TEND)
def new(request: HttpRequest, partnership: Partnership, municipality: int) -> HttpResponse:
    place = place_of(request, partnership, municipality)
    people = bearers_of(partnership, [place.pk]).by_place.get(place.pk, {})
    form = MomentForm(request.POST or None, people=people, today=timezone.localdate())
    if request.method == "POST" and form.is_valid():
        try:
            moment = services.plan(
                partnership=partnership, municipality=place, planned=form.planned(), actor=me(request)
            )
            messages.success(request, _("Gepland. Een week vooraf krijgt wie het meeneemt een mail."))
            return redirect(moment)
        except ValidationError as error:
            form.add_error(None, error)
    context = {"partnership": partnership, "place": place, "form": form}
    return render(request, "college/moment.html", context, status=422 if form.errors else 200)


@in_partnership(PLAN, each=TEND)
def change(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    moment = own(request, partnership, pk)
    place = moment.municipality.today
    people = bearers_of(partnership, [place]).by_place.get(place, {})
    form = MomentForm(request.POST or None, instance=moment, people=people, today=timezone.localdate())
    if request.method == "POST" and form.is_valid():
        try:
            services.change(moment=own(request, partnership, pk), planned=form.planned(), actor=me(request))
            messages.success(request, _("Bewaard."))
            return redirect(moment)
        except ValidationError as error:
            form.add_error(None, error)
    context = {"partnership": partnership, "place": moment.municipality, "form": form, "moment": moment}
    return render(request, "college/moment.html", context, status=422 if form.errors else 200)


@in_partnership(PLAN, each=TEND)
def done(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """It took place: what came of it."""
    moment = own(request, partnership, pk)
    form = DoneForm(request.POST or None, instance=moment, today=timezone.localdate())
    if request.method == "POST" and form.is_valid():
        try:
            services.finish(
                moment=own(request, partnership, pk),
                on=form.cleaned_data["done_on"],
                outcome=form.cleaned_data["outcome"],
                actor=me(request),
            )
            messages.success(request, _("Genoteerd. De andere partners kunnen ervan leren."))
            return redirect(moment)
        except ValidationError as error:
            form.add_error(None, error)
    context = {"partnership": partnership, "moment": moment, "form": form}
    return render(request, "college/done.html", context, status=422 if form.errors else 200)


@in_partnership(PLAN, each=TEND)
def reopen(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """It did not take place after all. Asks first, because what was said of it goes."""
    moment = own(request, partnership, pk)
    if request.method == "POST":
        services.reopen(moment=moment, actor=me(request))
        messages.success(request, _("Het moment staat weer open."))
        return redirect(moment)
    return render(request, "college/reopen.html", {"partnership": partnership, "moment": moment})


@in_partnership(PLAN, each=TEND)
def remove(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Asks first; removes on POST."""
    moment = own(request, partnership, pk)
    if request.method == "POST":
        services.remove(moment=moment, actor=me(request))
        messages.success(request, _("Weggehaald."))
        return redirect("college:plans", partnership.slug)
    return render(request, "college/remove.html", {"partnership": partnership, "moment": moment})


@require_POST
@in_partnership(PLAN, each=TEND)
def suggest(request: HttpRequest, partnership: Partnership, municipality: int) -> HttpResponse:
    """A first plan in one tap, and taking it back in another."""
    place = place_of(request, partnership, municipality)
    if "undo" in request.POST:
        if services.take_back_suggestion(partnership=partnership, municipality=place, actor=me(request)):
            messages.success(request, _("Het voorstel is weg. Wat jullie zelf veranderden, staat er nog."))
    else:
        today = timezone.localdate()
        made = services.suggest(partnership=partnership, municipality=place, today=today, actor=me(request))
        if made:
            messages.success(request, _("Jullie plan staat er. Verander de dagen en de woorden gerust."))
    return redirect("college:plans", partnership.slug)


def place_of(request: HttpRequest, partnership: Partnership, municipality: int) -> Municipality:
    """A member whose plan the reader may change."""
    members = Municipality.objects.filter(memberships__partnership=partnership, memberships__ends=None)
    place = get_object_or_404(members, pk=municipality)
    if not tends(request, place.pk):
        raise PermissionDenied("Dit plan is van een andere gemeente.")
    return place


def own(request: HttpRequest, partnership: Partnership, pk: int) -> Moment:
    moment = get_object_or_404(selectors.moments_of(partnership), pk=pk)
    if not tends(request, moment.municipality.today):
        raise PermissionDenied("Dit plan is van een andere gemeente.")
    return moment
