"""What the pages of this room share."""

from __future__ import annotations

from datetime import timedelta
from typing import cast

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.shop.sittings import selectors
from groeimodel.shop.sittings.models import AgendaItem, Sitting


def find(partnership: Partnership, pk: int) -> Sitting:
    return get_object_or_404(selectors.whole(partnership), pk=pk)


def find_item(sitting: Sitting, point: int) -> AgendaItem:
    """No query: the items were fetched along."""
    found = next((one for one in sitting.items.all() if one.pk == point), None)
    if found is None:
        return get_object_or_404(AgendaItem, pk=0)
    found.sitting = sitting
    return found


def me(request: HttpRequest) -> Person:
    return cast(Person, request.user)


class Told:
    """`with Told(request, "Bewaard."): ...` says what went well, or everything that did not."""

    def __init__(self, request: HttpRequest, done: str = "") -> None:
        self.request, self.done = request, done

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _trace: object) -> bool:
        if error is None:
            if self.done:
                messages.success(self.request, self.done)
            return True
        if not isinstance(error, ValidationError):
            return False
        for one in error.messages:
            messages.error(self.request, one)
        return True


def proposed_day(sitting: Sitting, days: int) -> dict[str, object]:
    """For the form of a second call: as many days later as an invitation needs, and a week at least."""
    local = timezone.localtime(sitting.starts)
    later = max(timezone.localdate(), local.date()) + timedelta(days=max(days + 1, 7))
    return {"day": later, "at": local.time(), "place": sitting.place}
