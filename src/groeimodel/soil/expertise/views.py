"""The directory of who brings what and who looks for what (claims P3 and P5)."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from groeimodel.content.nutrients import nutrients
from groeimodel.foundation.partners.keeping import kept
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.foundation.people.models import Person
from groeimodel.soil.expertise import selectors, services
from groeimodel.soil.expertise.forms import ExpertiseForm
from groeimodel.soil.expertise.models import Expertise
from groeimodel.soil.expertise.picturing import pictures_of


@in_partnership("partners.see_inside", post="expertise.share")
@kept
def directory(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """By area who can help, the picture of who complements whom, and one short form."""
    search = request.GET.get("zoek", "")[:80].replace("\x00", "")
    found = selectors.directory_of(partnership, request.user, search)
    form = _form(request, found.desk)
    if form is not None and request.method == "POST" and form.is_valid():
        try:
            one = services.share(partnership=partnership, said=form.said(), actor=cast(Person, request.user))
            messages.success(request, _("Genoteerd. Zo vinden anderen het."))
            return redirect(_spot(partnership, one))
        except ValidationError as error:
            form.add_error(None, error.messages)
    context = {"partnership": partnership, "found": found, "form": form, "search": search}
    context |= {"outside": outside_of(partnership, found), "pictures": pictures_of(found, partnership.name)}
    return render(request, "expertise/list.html", context, status=422 if form and form.errors else 200)


def _form(request: HttpRequest, desk: selectors.Desk) -> ExpertiseForm | None:
    if not desk.writes:
        if request.method == "POST":
            raise PermissionDenied(_("Dit noteert wie een zetel heeft, of coördineert."))
        return None
    asked = {"area": request.GET.get("gebied", ""), "kind": request.GET.get("soort", "brings")}
    return ExpertiseForm(request.POST or None, desk=desk, person=cast(Person, request.user), asked=asked)


def _spot(partnership: Partnership, one: Expertise) -> str:
    return f"{reverse('expertise:list', args=[partnership.slug])}#stof-{one.area}"


def outside_of(
    partnership: Partnership, found: selectors.Directory
) -> list[tuple[Any, list[selectors.Elsewhere]]]:
    """What nobody here brings, each with who brings it elsewhere: one query."""
    lacking = [one.nutrient.id for one in found.missing]
    elsewhere = selectors.opened_elsewhere(partnership, lacking)
    return [(one, elsewhere.get(one.nutrient.id, [])) for one in found.missing]


@in_partnership("expertise.share", each="expertise.tend")
def change(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    one = _row(request, partnership, pk)
    desk = selectors.directory_of(partnership, request.user).desk
    form = ExpertiseForm(request.POST or None, desk=desk, person=cast(Person, request.user), of=one)
    if request.method == "POST" and form.is_valid():
        try:
            services.change(one=one, said=form.said(), actor=cast(Person, request.user))
            messages.success(request, _("Gewijzigd."))
            return redirect(_spot(partnership, one))
        except ValidationError as error:
            form.add_error(None, error.messages)
    context = {"partnership": partnership, "one": one, "form": form}
    return render(request, "expertise/change.html", context, status=422 if form.errors else 200)


@in_partnership("expertise.share", each="expertise.tend")
def remove(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Asks first; removes on POST."""
    one = _row(request, partnership, pk)
    if request.method == "POST":
        services.remove(one=one, actor=cast(Person, request.user))
        messages.success(request, _("Weggehaald."))
        return redirect("expertise:list", partnership.slug)
    area = next((known.name for known in nutrients() if known.id == one.area), one.area)
    return render(request, "expertise/remove.html", {"partnership": partnership, "one": one, "area": area})


def _row(request: HttpRequest, partnership: Partnership, pk: int) -> Expertise:
    rows = Expertise.objects.select_related("person", "municipality", "partnership")
    one = get_object_or_404(rows, partnership=partnership, pk=pk)
    if not request.user.has_perm("expertise.tend", one):
        raise PermissionDenied(_("Je verandert enkel wat van jou of van je gemeente is."))
    return one
