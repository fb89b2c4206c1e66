"""What all pages of this room do: find the action, ask the right, try a deed and say everything that is wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from groeimodel.foundation.partners.access import may_for
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.partners.scoping import may_here
from groeimodel.foundation.people.models import Person
from groeimodel.meadow.actions import selectors
from groeimodel.meadow.actions.models import Action
from groeimodel.rules.rights import Role


def find(request: HttpRequest, partnership: Partnership, pk: int, right: str = "") -> Action:
    """An action of this partnership that the reader may do this with.

    Raises:
        PermissionDenied: it is there, but not for this reader.
    """
    found = get_object_or_404(selectors.whole(partnership), pk=pk)
    if right and not may_here(request, found)(right):
        raise PermissionDenied(_("Dit kan wie de actie trekt, wiens perceel het is, of wie coördineert."))
    return found


def me(request: HttpRequest) -> Person:
    """Whoever asks; the door let no visitor in."""
    return cast(Person, request.user)


def sent(request: HttpRequest) -> QueryDict | None:
    """What a form sent, also when it is empty; None for who only looks."""
    return request.POST if request.method == "POST" else None


def parts(request: HttpRequest) -> frozenset[tuple[Role, int | None]]:
    found: frozenset[tuple[Role, int | None]] = getattr(request, "parts", frozenset())
    return found


def places(request: HttpRequest, members: list[Municipality], right: str) -> list[Municipality]:
    """Of these, the ones that this reader has the right for; no query."""
    return [one for one in members if may_for(request.user, parts(request), right, one.pk)]


def done(form: forms.Form, deed: Callable[[], Any]) -> bool:
    """Whether a deed was done with what the form holds; what is wrong stands in the form, all of it."""
    if not form.is_valid():
        return False
    try:
        deed()
    except ValidationError as error:
        form.add_error(None, error.messages)
        return False
    return True


def shown(request: HttpRequest, template: str, action: Action, form: forms.Form, **more: Any) -> HttpResponse:
    """A page with one form about one action."""
    context = {"partnership": action.partnership, "action": action, "form": form, **more}
    return render(request, template, context, status=422 if form.errors else 200)
