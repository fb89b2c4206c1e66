"""What the pages of this room share."""

from typing import cast

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.soil.meetings.models import Meeting
from groeimodel.soil.meetings.selectors import meetings_of


def find(partnership: Partnership, pk: int) -> Meeting:
    return get_object_or_404(meetings_of(partnership), pk=pk)


def me(request: HttpRequest) -> Person:
    """Whoever asks; the door let no visitor in."""
    return cast(Person, request.user)


def say(request: HttpRequest, error: ValidationError) -> None:
    """Why something could not be done, above the next page."""
    messages.error(request, " ".join(error.messages))
