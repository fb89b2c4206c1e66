"""Rows that pages of money are about, and one way to say what a service refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.shop.money.models import BookYear
from groeimodel.shop.money.selectors import book_year_of


def me(request: HttpRequest) -> Person:
    return cast(Person, request.user)


def year_or_404(partnership: Partnership, year: int) -> BookYear:
    found = book_year_of(partnership, year)
    if found is None:
        raise Http404
    return found


def done(form: forms.Form, deed: Callable[[], Any]) -> bool:
    """Do it when the form holds; what the service refuses stands above the form, beside all the rest."""
    if not form.is_valid():
        return False
    try:
        deed()
    except ValidationError as error:
        form.add_error(None, error)
        return False
    return True
