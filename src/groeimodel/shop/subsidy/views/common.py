"""Rows that pages of a subsidy file are about, and one way to say what a service refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.shop.subsidy.models import Dossier, Paper
from groeimodel.shop.subsidy.selectors import Standing, dossiers_of, papers_of, standing_of


def me(request: HttpRequest) -> Person:
    return cast(Person, request.user)


def dossier_here(partnership: Partnership, pk: int) -> Dossier:
    return get_object_or_404(dossiers_of(partnership), pk=pk)


def paper_here(partnership: Partnership, pk: int) -> Paper:
    return get_object_or_404(papers_of(partnership), pk=pk)


def standing_or_404(dossier: Dossier) -> Standing:
    found = standing_of(dossier, timezone.localdate())
    if found is None:
        raise Http404
    return found


def done(form: forms.Form, deed: Callable[[], Any]) -> bool:
    """Do it when the form holds; what the service refuses stands in the form, beside all the rest."""
    if not form.is_valid():
        return False
    try:
        deed()
    except ValidationError as error:
        form.add_error(None, error)
        return False
    return True
