"""What the pages of this room share: find the action, know what the reader may, try a deed and say all that is wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from groeimodel.foundation.files.services import too_large
from groeimodel.foundation.partners.access import standing_with
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import About, what_is
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.tending import selectors
from groeimodel.meadow.tending.services import answering
from groeimodel.rules.rights import may


@dataclass(frozen=True)
class Desk:
    """An action, with what this reader may do here; worked out without a query."""

    request: HttpRequest
    action: Action
    members: list[Municipality] = field(default_factory=list)

    @property
    def me(self) -> Person:
        return cast(Person, self.request.user)

    def may(self, right: str, about: About | None = None) -> bool:
        parts = self.request.parts  # type: ignore[attr-defined]
        return may(right, standing_with(self.request.user, parts, about or what_is(self.action)))

    @property
    def tends(self) -> bool:
        return self.may("actions.tend")

    @property
    def answers(self) -> bool:
        return self.may(answering(self.action))

    def tells_for(self, municipality: Municipality | None, *people: int | None) -> bool:
        where = municipality.pk if municipality else None
        return self.may("tending.tell", About(self.action.partnership, where, frozenset(people)))

    @property
    def hour_places(self) -> list[Municipality]:
        return [one for one in self.members if self.tells_for(one)]

    @property
    def result_places(self) -> list[Municipality]:
        return [one for one in self.members if self.tells_for(one, self.action.gardener_id)]

    @property
    def page(self) -> str:
        return reverse("tending:action", args=[self.action.partnership.slug, self.action.pk])


def desk_of(request: HttpRequest, partnership: Partnership, pk: int, *, members: bool = False) -> Desk:
    """One query, two with the members."""
    action = get_object_or_404(selectors.tended(partnership), pk=pk)
    if action.plot is not None:  # that municipality does it alone
        return Desk(request, action, [action.plot.merged_into or action.plot])
    return Desk(request, action, selectors.members_of(partnership) if members else [])


def insist(allowed: bool) -> None:
    """Raises PermissionDenied with words that say who may."""
    if not allowed:
        raise PermissionDenied(_("Dit kan wie de actie trekt, wiens perceel het is, of wie coördineert."))


@dataclass(frozen=True)
class Sheet:
    """What a page with one form says."""

    title: str
    button: str
    done: str
    anchor: str
    files: bool = False


def write(desk: Desk, form: forms.Form, deed: Callable[[], Any], sheet: Sheet, **more: Any) -> HttpResponse:
    """A page with one form; on POST the deed is done, and the reader is back where the form stood."""
    if desk.request.META.get("groeimodel.file_too_large") and "picture" in form.fields:
        form.add_error("picture", too_large())
    if desk.request.method == "POST" and form.is_valid():
        try:
            said = deed()
            messages.success(desk.request, said if isinstance(said, str) else sheet.done)
            return redirect(f"{desk.page}#{sheet.anchor}")
        except ValidationError as error:
            form.add_error(None, error.messages)
    context = {"partnership": desk.action.partnership, "action": desk.action, "form": form, "sheet": sheet}
    status = 422 if form.errors else 200
    return render(desk.request, "tending/form.html", {**context, **more}, status=status)


def tap(desk: Desk, deed: Callable[[], Any], done: str, anchor: str) -> HttpResponse:
    """A button that does one thing, and says so, or says why it could not be done."""
    try:
        deed()
        messages.success(desk.request, done)
    except ValidationError as error:
        messages.error(desk.request, " ".join(error.messages))
    return redirect(f"{desk.page}#{anchor}")


def sent(request: HttpRequest) -> tuple[Any, ...]:
    return (request.POST,) if request.method == "POST" else ()
