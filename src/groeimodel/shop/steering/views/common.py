"""What all views of this room need."""

from __future__ import annotations

from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.shop.steering import selectors
from groeimodel.shop.steering.models import ProcessMandate

SEE, TEND, SAY, COVER = "partners.see_inside", "steering.tend", "steering.say", "steering.cover"


def me(request: HttpRequest) -> Person:
    return cast(Person, request.user)


def mandate_or_404(partnership: Partnership, pk: int) -> ProcessMandate:
    return get_object_or_404(selectors.mandates_of(partnership), pk=pk)


def show(
    request: HttpRequest, partnership: Partnership, template: str, form: Any = None, **context: Any
) -> HttpResponse:
    """A page of the shop; 422 when what was sent is not right."""
    wrong = form is not None and bool(form.errors)
    context |= {"partnership": partnership, "form": form}
    return render(request, f"steering/{template}.html", context, status=422 if wrong else 200)
