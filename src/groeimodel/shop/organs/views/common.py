"""What all views of this room need."""

from __future__ import annotations

from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.shop.organs import selectors
from groeimodel.shop.organs.models import Organ, OrganSeat

SEE, BUILD = "partners.see_inside", "organs.build"


def me(request: HttpRequest) -> Person:
    return cast(Person, request.user)


def organ_or_404(partnership: Partnership, pk: int) -> Organ:
    return get_object_or_404(selectors.all_organs(partnership), pk=pk)


def seat_or_404(partnership: Partnership, organ: int, pk: int) -> OrganSeat:
    rows = OrganSeat.objects.filter(organ__partnership=partnership, organ=organ)
    related = rows.select_related("organ__partnership", "municipality", "substitute", "replaces")
    return get_object_or_404(related, pk=pk)


def show(
    request: HttpRequest, partnership: Partnership, template: str, form: Any = None, **context: Any
) -> HttpResponse:
    """A page of the shop; 422 when what was sent is not right."""
    wrong = form is not None and bool(form.errors)
    context |= {"partnership": partnership, "form": form}
    return render(request, f"organs/{template}.html", context, status=422 if wrong else 200)
