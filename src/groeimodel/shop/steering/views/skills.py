"""The competence map: who covers what, and whom to ask where nobody does."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from groeimodel.foundation.partners.keeping import kept
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership, may_here
from groeimodel.foundation.people.models import Person
from groeimodel.shop.organs.showing import people_of
from groeimodel.shop.steering import services
from groeimodel.shop.steering.forms import CompetenceForm, CoverForm
from groeimodel.shop.steering.mapping import map_of
from groeimodel.shop.steering.models import Cover, OwnCompetence
from groeimodel.shop.steering.views.common import COVER, SAY, SEE, TEND, me, show


@require_safe
@in_partnership(SEE)
@kept
def skills(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    may = may_here(request, partnership)
    found = map_of(partnership, timezone.localdate())
    return show(
        request,
        partnership,
        "skills",
        skills=found,
        bare=[one for one in found if not one.covered],
        mine={one.key for one in found if one.covered_by(request.user.pk)},
        may_say=may(SAY),
        may_tend=may(TEND),
    )


@in_partnership(SAY)
def cover(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """Say what you, or as coordinator somebody else, covers; `kennis` in the address chooses it."""
    found = map_of(partnership, timezone.localdate())
    asked = request.GET.get("kennis", "")
    begin = {
        "competence": asked if asked in {one.key for one in found} else "",
        "person": str(me(request).pk),
    }
    form = CoverForm(
        request.POST or None, skills=found, people=people_for(request, partnership), initial=begin
    )
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            services.cover(
                partnership=partnership,
                competence=said["competence"],
                person=form.people[said["person"]],
                note=said["note"],
                actor=me(request),
            )
            messages.success(request, _("Het staat op de kaart."))
            return redirect("steering:skills", partnership.slug)
        except ValidationError as error:
            form.add_error(None, error)
    return show(request, partnership, "cover", form)


def people_for(request: HttpRequest, partnership: Partnership) -> list[Person]:
    """The coordinator notes it for everybody, anybody else for oneself."""
    return people_of(partnership) if may_here(request, partnership)(TEND) else [me(request)]


@require_POST
@in_partnership(SAY, each=COVER)
def uncover(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    rows = Cover.objects.filter(partnership=partnership).select_related("partnership")
    row = get_object_or_404(rows, pk=pk)
    if not me(request).has_perm(COVER, row):
        raise PermissionDenied("Je haalt enkel je eigen naam weg.")
    services.uncover(row=row, actor=me(request))
    messages.success(request, _("Weggehaald. Je kunt het altijd opnieuw noteren."))
    return redirect("steering:skills", partnership.slug)


@in_partnership(TEND)
def new_skill(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """A kind of expertise of their own on the map."""
    form = CompetenceForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.add_competence(partnership=partnership, actor=me(request), **form.cleaned_data)
            messages.success(request, _("Het staat op de kaart. Wie kan dit?"))
            return redirect("steering:skills", partnership.slug)
        except ValidationError as error:
            form.add_error("title", error.messages[0])
    return show(request, partnership, "new_skill", form)


@in_partnership(TEND)
def remove_skill(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Asks first, because who covered it goes along."""
    rows = OwnCompetence.objects.filter(partnership=partnership).select_related("partnership")
    row = get_object_or_404(rows, pk=pk)
    if request.method == "POST":
        services.remove_competence(row=row, actor=me(request))
        messages.success(request, _("Weggehaald."))
        return redirect("steering:skills", partnership.slug)
    covers = Cover.objects.filter(partnership=partnership, competence=row.key).select_related("person")
    return show(request, partnership, "remove_skill", row=row, covers=covers)
