"""The organs: all of them, one of them, its rules, and setting them up."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from groeimodel.content.forms import form_of
from groeimodel.foundation.partners.keeping import kept
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership, may_here
from groeimodel.shop.organs import services, showing
from groeimodel.shop.organs.forms import DayForm, FoundForm, HeadsForm, OrganForm
from groeimodel.shop.organs.selectors import all_organs
from groeimodel.shop.organs.statute_form import StatuteForm
from groeimodel.shop.organs.views.common import BUILD, SEE, me, organ_or_404, show


@require_safe
@in_partnership(SEE)
@kept
def organ_list(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """Who decides here: the legal form with its term, and every organ."""
    today = timezone.localdate()
    ended = [one for one in all_organs(partnership) if one.ends and one.ends < today]
    return show(
        request,
        partnership,
        "list",
        structure=showing.structure_of(partnership, today),
        legal=form_of(partnership.legal_form),
        ended=ended,
        may_build=may_here(request, partnership)(BUILD),
    )


@in_partnership(BUILD)
def found(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """Organs from the template, in one step."""
    there = {one.kind: one for one in all_organs(partnership) if one.ends is None}
    offered = showing.templates_for(partnership, there)
    form = FoundForm(request.POST or None, offered=offered, today=timezone.localdate())
    if request.method == "POST" and form.is_valid():
        try:
            services.found_organs(partnership=partnership, actor=me(request), **form.cleaned_data)
            messages.success(request, _("De organen staan er. Kijk na wie waar zit."))
            return redirect("organs:list", partnership.slug)
        except ValidationError as error:
            form.add_error(None, error)
    return show(request, partnership, "found", form, offered=offered, legal=form_of(partnership.legal_form))


@require_safe
@in_partnership(SEE)
@kept
def organ(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """One organ: who sits there, whether it looks as its rules ask, and which rules."""
    one = organ_or_404(partnership, pk)
    return show(
        request,
        partnership,
        "organ",
        shown=showing.organ_of(one, timezone.localdate()),
        organ=one,
        rules=showing.rules_of(one),
        history=showing.history_of(one),
        heads=HeadsForm(initial={"women": one.women, "men": one.men, "others": one.others or 0}),
        may_build=may_here(request, partnership)(BUILD),
    )


@in_partnership(BUILD)
def change(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    form = OrganForm(request.POST or None, instance=organ_or_404(partnership, pk))
    if request.method == "POST" and form.is_valid():
        fresh = organ_or_404(partnership, pk)
        services.change_organ(organ=fresh, said=form.particulars(), actor=me(request))
        messages.success(request, _("Bewaard."))
        return redirect(fresh)
    return show(request, partnership, "change", form, organ=organ_or_404(partnership, pk))


@in_partnership(BUILD)
def end(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """The last day of an organ. Asks first; who sat in it stays to be read."""
    one = organ_or_404(partnership, pk)
    form = DayForm(request.POST or None, today=timezone.localdate())
    form.fields["on"].label = _("Laatste dag")
    if request.method == "POST" and form.is_valid():
        try:
            services.end_organ(organ=one, on=form.cleaned_data["on"], actor=me(request))
            messages.success(request, _("Dit orgaan stopt. Wie erin zat, blijft te lezen."))
            return redirect("organs:list", partnership.slug)
        except ValidationError as error:
            form.add_error("on", error)
    return show(request, partnership, "end", form, organ=one)


@in_partnership(BUILD)
def statute(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """The rules of an organ: the template, or the own statutes as plain fields."""
    one = organ_or_404(partnership, pk)
    form = StatuteForm(request.POST or None, organ=one)
    if request.method == "POST" and form.is_valid():
        try:
            services.set_statute(organ=one, statute=form.statute(), actor=me(request))
            services.set_limits(organ=one, limits=form.limits(), actor=me(request))
            messages.success(request, _("Bewaard. Zo vergadert en stemt dit orgaan voortaan."))
            return redirect(one)
        except ValidationError as error:
            form.add_error(None, error)
    return show(request, partnership, "statute", form, organ=one)


@require_POST
@in_partnership(BUILD)
def heads(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Three figures: how many women, men, and others or unknown."""
    one = organ_or_404(partnership, pk)
    form = HeadsForm(request.POST)
    if not form.is_valid():
        return show(request, partnership, "heads", form, organ=one)
    services.count_heads(organ=one, heads=form.heads(), on=timezone.localdate(), actor=me(request))
    messages.success(request, _("Geteld."))
    return redirect(one)


@require_POST
@in_partnership(BUILD)
def looked_at(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """After a merger: the number of seats is right."""
    one = organ_or_404(partnership, pk)
    services.looked_at_seats(organ=one, actor=me(request))
    messages.success(request, _("Nagekeken."))
    return redirect(one)
