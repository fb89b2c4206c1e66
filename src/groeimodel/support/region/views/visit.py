"""One partnership, to prepare a visit: what happened since, what asks attention, own notes, lessons to send on."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.foundation.people.models import Person
from groeimodel.soil.lessons.selectors import shared_lately
from groeimodel.support.region import selectors, services
from groeimodel.support.region.consent import with_consent
from groeimodel.support.region.forms import NoteForm

SEE, NOTE = "region.see", "region.note"


@require_safe
@in_partnership(SEE)
def partnership(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    return show(request, partnership, NoteForm(initial={"day": timezone.localdate()}))


def show(request: HttpRequest, partnership: Partnership, form: NoteForm) -> HttpResponse:
    visit = selectors.visit_of(partnership, timezone.now())
    context = {"partnership": partnership, "visit": visit, "form": form}
    return render(request, "region/partnership.html", context, status=422 if form.errors else 200)


@require_POST
@in_partnership(NOTE)
@with_consent
def note(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """Write a note down."""
    form = NoteForm(request.POST)
    if form.is_valid():
        try:
            services.note(partnership=partnership, actor=cast(Person, request.user), **form.cleaned_data)
            messages.success(
                request, _("Genoteerd. Enkel regio-ondersteuners van deze samenwerking lezen het.")
            )
            return redirect(f"{reverse('region:partnership', args=[partnership.slug])}#notities")
        except ValidationError as error:
            form.add_error(None, error)
    return show(request, partnership, form)


@in_partnership(NOTE)
@with_consent
def change_note(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Other words, or take it away: that asks first, on this page."""
    found = get_object_or_404(selectors.notes_of(partnership), pk=pk)
    back = f"{reverse('region:partnership', args=[partnership.slug])}#notities"
    actor = cast(Person, request.user)
    if request.method == "POST" and request.POST.get("do") == "remove":
        services.remove_note(note=found, actor=actor)
        messages.success(request, _("De notitie is weg."))
        return redirect(back)
    form = NoteForm(request.POST or None, initial={"day": found.day, "text": found.text})
    if request.method == "POST" and form.is_valid():
        try:
            services.change_note(note=found, actor=actor, **form.cleaned_data)
            messages.success(request, _("Bewaard."))
            return redirect(back)
        except ValidationError as error:
            form.add_error(None, error)
    context = {"partnership": partnership, "note": found, "form": form}
    return render(request, "region/note.html", context, status=422 if form.errors else 200)


@require_POST
@in_partnership(SEE)
@with_consent
def send_lesson(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Send a lesson of the library on to who coordinates."""
    lesson = selectors.lesson_in(shared_lately(), pk)
    if lesson is None:
        raise Http404("Deze les staat niet (meer) in de bibliotheek.")
    try:
        services.send_lesson(partnership=partnership, lesson=lesson, actor=cast(Person, request.user))
        messages.success(request, _("Doorgestuurd aan wie coördineert."))
    except ValidationError as error:
        messages.warning(request, " ".join(error.messages))
    return redirect(f"{reverse('region:partnership', args=[partnership.slug])}#lessen")
