"""Signing in as one of the example persons, where the demonstration is on."""

from django.conf import settings
from django.contrib.auth import login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from groeimodel.foundation.people.models import Person


def become(request: HttpRequest, *, person: Person) -> None:
    """Sign in as an example person; refused outside the demonstration and for any real person."""
    if not (settings.DEMO and person.example and person.is_active):
        raise PermissionDenied("Alleen in de demonstratie kun je een voorbeeldpersoon worden.")
    login(request, person, backend="django.contrib.auth.backends.ModelBackend")
