# mypy: disable-error-code="type-arg"
from typing import cast

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest

from groeimodel.foundation.people.admin import PersonAdmin
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.privacy import services
from groeimodel.foundation.privacy.models import Erasure
from groeimodel.foundation.readonly import ReadOnly


@admin.action(description="Laat de gegevens wissen, over zeven dagen", permissions=["change"])
def ask_erasure(modeladmin: PersonAdmin, request: HttpRequest, queryset: QuerySet[Person]) -> None:
    """On a lawful request. Each gets a mail with which it can be stopped."""
    for person in queryset.filter(erased_at=None):
        try:
            services.ask_erasure(person=person, actor=cast(Person, request.user))
        except ValidationError as error:
            modeladmin.message_user(request, error.messages[0], messages.WARNING)
        else:
            modeladmin.message_user(request, f"Gevraagd voor nummer {person.pk}.")


# The list of people lies in a room below this one, so the action is brought there from here.
PersonAdmin.actions = [ask_erasure]  # type: ignore[misc]


@admin.register(Erasure)
class ErasureAdmin(ReadOnly):
    """Who is to be erased, and who was: to look at only. `groeimodel manage erase_person` asks for it."""

    list_display = ["person", "why", "asked_at", "due_at", "stopped_at", "done_at"]
    list_filter = ["why"]
