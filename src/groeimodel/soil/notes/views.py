"""Writing the notes of a meeting together, and taking down what came out of it."""

from __future__ import annotations

import secrets
from typing import Any, cast

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from groeimodel.foundation.journal.selectors import page_state
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.partners.scoping import in_partnership, may_here
from groeimodel.foundation.people.models import Person
from groeimodel.soil.harvest.selectors import desk_of
from groeimodel.soil.meetings import inviting
from groeimodel.soil.meetings.models import Item, Meeting
from groeimodel.soil.meetings.services import NewItem, add_item
from groeimodel.soil.notes import selectors, services
from groeimodel.soil.notes.forms import NoteForm, OutcomeForm
from groeimodel.soil.notes.models import LONGEST, Outcome

TOO_LONG = 422


@never_cache
@require_safe
@in_partnership("partners.see_inside")
def notes(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """All points with their texts: to write for who may, to read for the others."""
    meeting = find(partnership, pk)
    may_write = may_here(request, meeting)("notes.write")
    context = {
        "partnership": partnership,
        "meeting": meeting,
        "points": selectors.points_of(meeting),
        "may_write": may_write,
        "writer": secrets.token_urlsafe(12),
        "longest": LONGEST,
    }
    if may_write:
        # Texts are always the newest; the small forms below them are kept while nothing was done.
        context["state"] = page_state(request, partnership.pk)
        context["forms"] = SimpleLazyObject(lambda: forms_of(request, partnership))
    return render(request, "notes/notes.html", context)


def forms_of(request: HttpRequest, partnership: Partnership) -> list[tuple[str, str, OutcomeForm]]:
    """A small form for each kind; the same for each point."""
    people, places = choices_of(request, partnership)
    today = timezone.localdate()
    return [
        (kind, label, OutcomeForm(kind=kind, people=people, places=places, today=today))
        for kind, label in Outcome.Kind.choices
        if kind != Outcome.Kind.HARVEST or places
    ]


def choices_of(request: HttpRequest, partnership: Partnership) -> tuple[list[Person], list[Municipality]]:
    """Who can take a task, and for which municipalities this person takes down harvest."""
    people = [one.person for one in inviting.everybody(partnership)]
    return people, list(desk_of(partnership, request.user).own)


@never_cache
@require_POST
@in_partnership("notes.write")
def write(request: HttpRequest, partnership: Partnership, pk: int, item: int) -> HttpResponse:
    """Take in what somebody wrote. A page with a script gets what to change; one without is shown again."""
    meeting = find(partnership, pk)
    point = get_object_or_404(Item, pk=item, meeting=meeting)
    script = request.headers.get("Accept") == "application/json"
    form = NoteForm(request.POST)
    try:
        if not form.is_valid():
            raise ValidationError([str(error) for errors in form.errors.values() for error in errors])
        written = services.write(item=point, sent=form.sent(), actor=cast(Person, request.user))
    except ValidationError as error:
        if script:
            return JsonResponse({"error": " ".join(error.messages)}, status=TOO_LONG)
        messages.error(request, " ".join(error.messages))
        return shown_again(request, partnership, meeting, point)
    if script:
        changes = selectors.as_lists(form.cleaned_data["text"].replace("\r\n", "\n"), written.text)
        return JsonResponse(
            {"own": written.own, "head": written.head, "text": written.text, "splices": changes}
        )
    messages.success(request, _("Bewaard."))
    return redirect(f"{page_of(meeting)}#punt-{point.pk}")


def shown_again(
    request: HttpRequest, partnership: Partnership, meeting: Meeting, point: Item
) -> HttpResponse:
    """The page with what was typed still in it: nothing is lost because it could not be kept."""
    context: dict[str, Any] = {"partnership": partnership, "meeting": meeting, "point": point}
    context["typed"] = request.POST.get("text", "")
    return render(request, "notes/not_kept.html", context, status=422)


@never_cache
@require_safe
@in_partnership("partners.see_inside")
def news(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """What others wrote since: for the script, every few seconds."""
    meeting = find(partnership, pk)
    known = {
        int(key): int(value)
        for key, value in request.GET.dict().items()
        if key.isdecimal() and value.isdecimal() and len(key) < 10 and len(value) < 10
    }
    return JsonResponse(
        {
            "notes": selectors.news(meeting, known),
            "writing": selectors.writing_now(meeting, request.user.pk),
        }
    )


@never_cache
@require_safe
@in_partnership("partners.see_inside")
def outcomes(request: HttpRequest, partnership: Partnership, pk: int, item: int) -> HttpResponse:
    """What came out of one point: the part of the page that refreshes by itself."""
    meeting = find(partnership, pk)
    rows = [one for one in selectors.outcomes_of(meeting) if one.item_id == item]
    may_write = request.user.has_perm("notes.write", meeting)
    context = {"partnership": partnership, "outcomes": rows, "may_write": may_write, "meeting": meeting}
    return render(request, "notes/_outcomes.html", context)


@require_POST
@in_partnership("notes.write")
def note_outcome(
    request: HttpRequest, partnership: Partnership, pk: int, item: int, kind: str
) -> HttpResponse:
    meeting = find(partnership, pk)
    point = get_object_or_404(Item, pk=item, meeting=meeting)
    if kind not in Outcome.Kind.values:
        raise Http404
    people, places = choices_of(request, partnership)
    form = OutcomeForm(request.POST, kind=kind, people=people, places=places, today=timezone.localdate())
    if form.is_valid():
        services.note_outcome(
            meeting=meeting, found=form.found(), item=point, actor=cast(Person, request.user)
        )
        messages.success(request, _("Genoteerd."))
        return redirect(f"{page_of(meeting)}#punt-{point.pk}")
    context = {"partnership": partnership, "meeting": meeting, "point": point, "form": form}
    return render(request, "notes/outcome.html", context, status=422)


@require_POST
@in_partnership("notes.write")
def tick(request: HttpRequest, partnership: Partnership, outcome: int) -> HttpResponse:
    found = outcome_of(partnership, outcome)
    services.tick(outcome=found, done=request.POST.get("klaar") == "ja", actor=cast(Person, request.user))
    if request.POST.get("van") == "taken":
        return redirect("notes:tasks", partnership.slug)
    return redirect(f"{page_of(found.meeting)}#punt-{found.item_id}")


@in_partnership("notes.write")
def remove(request: HttpRequest, partnership: Partnership, outcome: int) -> HttpResponse:
    """Asks first; removes on POST."""
    found = outcome_of(partnership, outcome)
    if request.method == "POST":
        services.remove_outcome(outcome=found, actor=cast(Person, request.user))
        messages.success(request, _("Weg."))
        return redirect(page_of(found.meeting))
    return render(request, "notes/remove.html", {"partnership": partnership, "outcome": found})


@require_safe
@in_partnership("partners.see_inside")
def tasks(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """What still has to be done, over all meetings."""
    context = {
        "partnership": partnership,
        "tasks": selectors.open_tasks(partnership),
        "today": timezone.localdate(),
    }
    context["may_write"] = request.user.has_perm("notes.write", partnership)
    return render(request, "notes/tasks.html", context)


@require_POST
@in_partnership("notes.write")
def begin(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Write without an agenda: one point for everything."""
    meeting = find(partnership, pk)
    if not meeting.items.exists():
        add_item(meeting=meeting, new=NewItem(_("Verslag")), actor=cast(Person, request.user))
    return redirect(page_of(meeting))


def find(partnership: Partnership, pk: int) -> Meeting:
    return get_object_or_404(Meeting.objects.select_related("partnership"), pk=pk, partnership=partnership)


def outcome_of(partnership: Partnership, pk: int) -> Outcome:
    rows = Outcome.objects.select_related(
        "partnership", "meeting__partnership", "harvest__partnership", "municipality"
    )
    return get_object_or_404(rows, pk=pk, partnership=partnership)


def page_of(meeting: Meeting) -> str:
    return reverse("notes:notes", args=[meeting.partnership.slug, meeting.pk])
