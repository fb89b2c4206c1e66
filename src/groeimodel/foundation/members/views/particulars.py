"""The particulars of a partnership, and its logo."""

from typing import cast

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from groeimodel.foundation.members.forms import ParticularsForm
from groeimodel.foundation.partners import services as partners
from groeimodel.foundation.partners.models import Logo, Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.foundation.people.models import Person


@in_partnership("partners.steer")
def particulars(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """Name, legal form, region, colour, logo, and who may see the garden."""
    stored = Partnership.objects.get(pk=partnership.pk)
    form = ParticularsForm(request.POST or None, request.FILES or None, instance=stored)
    if request.method == "POST" and form.is_valid():
        keep(partnership, form, cast(Person, request.user))
        messages.success(request, _("Bewaard."))
        return redirect("members:particulars", partnership.slug)
    has_logo = Logo.objects.filter(partnership=partnership).exists()
    context = {"partnership": partnership, "form": form, "has_logo": has_logo}
    return render(request, "members/particulars.html", context, status=422 if form.errors else 200)


def keep(partnership: Partnership, form: ParticularsForm, actor: Person) -> None:
    partners.change_partnership(partnership=partnership, particulars=form.particulars(), actor=actor)
    if form.cleaned_data["logo"]:
        partners.set_logo(partnership=partnership, png=form.cleaned_data["logo"], actor=actor)
    elif form.cleaned_data["remove_logo"]:
        partners.set_logo(partnership=partnership, png=None, actor=actor)


@require_safe
@in_partnership("partners.see_partnership")
def logo(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    found = Logo.objects.filter(partnership=partnership).first()
    if found is None:
        raise Http404
    response = HttpResponse(bytes(found.png), content_type="image/png")
    response["Cache-Control"] = "public, max-age=300" if partnership.public else "private, max-age=300"
    return response
