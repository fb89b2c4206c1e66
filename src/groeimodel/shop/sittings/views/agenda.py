"""Making the agenda of a sitting."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.shop.sittings import seating, services
from groeimodel.shop.sittings.forms import ItemForm
from groeimodel.shop.sittings.views.finding import Told, find, find_item, me
from groeimodel.shop.sittings.views.sittings import page_of


@require_POST
@in_partnership("sittings.run")
def add(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    found = find(partnership, pk)
    kinds = list(seating.statute_for(found).kinds)
    form = ItemForm(request.POST, partnership=partnership, kinds=kinds)
    if not form.is_valid():
        return render(request, "sittings/sitting.html", page_of(request, found, form), status=422)
    with Told(request, _("Het punt staat op de agenda.")):
        services.put_on_agenda(sitting=found, actor=me(request), **form.cleaned_data)
    return redirect(f"{found.get_absolute_url()}#agenda")


@in_partnership("sittings.run")
def change(request: HttpRequest, partnership: Partnership, pk: int, point: int) -> HttpResponse:
    found = find(partnership, pk)
    item = find_item(found, point)
    kinds = list(seating.statute_for(found).kinds)
    form = ItemForm(request.POST or None, partnership=partnership, kinds=kinds, item=item)
    if request.method == "POST" and form.is_valid():
        try:
            services.change_item(item=item, actor=me(request), **form.cleaned_data)
            return redirect(item)
        except ValidationError as error:
            form.add_error(None, error)
    context = {"partnership": partnership, "sitting": found, "item": item, "form": form}
    return render(request, "sittings/change_item.html", context, status=422 if form.errors else 200)


@require_POST
@in_partnership("sittings.run")
def move(request: HttpRequest, partnership: Partnership, pk: int, point: int) -> HttpResponse:
    found = find(partnership, pk)
    with Told(request):
        services.move_up(item=find_item(found, point), actor=me(request))
    return redirect(f"{found.get_absolute_url()}#agenda")


@in_partnership("sittings.run")
def remove(request: HttpRequest, partnership: Partnership, pk: int, point: int) -> HttpResponse:
    """Asks first: the point and the pieces beside it go."""
    found = find(partnership, pk)
    item = find_item(found, point)
    if request.method == "POST":
        with Told(request, _("Het punt is van de agenda.")):
            services.remove_item(item=item, actor=me(request))
        return redirect(f"{found.get_absolute_url()}#agenda")
    return render(
        request, "sittings/remove_item.html", {"partnership": partnership, "sitting": found, "item": item}
    )
