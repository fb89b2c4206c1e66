"""The pulse: three taps, by the link of a mail or signed in; and trust and involvement over time."""

from __future__ import annotations

from typing import cast

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from groeimodel.content.pulse import pulse_questions
from groeimodel.foundation import links
from groeimodel.foundation.doors import open_to_all
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.foundation.people.models import Person
from groeimodel.gauge.pulse import letters, selectors, services
from groeimodel.gauge.pulse.models import Asked, Pulse
from groeimodel.gauge.pulse.presenting import picture_of, sentence_of
from groeimodel.gauge.pulse.services import AnsweredAlready, PulseIsClosed


@in_partnership("pulse.see")
def page(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """Trust and involvement in one picture, and what is behind it."""
    course = selectors.course_of(partnership, timezone.localdate())
    context = {
        "partnership": partnership,
        "course": course,
        "picture": picture_of(course),
        "sentence": sentence_of(course),
        "questions": pulse_questions(),
        "open": selectors.open_for(cast(Person, request.user).pk, partnership),
    }
    return render(request, "pulse/page.html", context)


@never_cache
@in_partnership("pulse.see", each="pulse.answer")
def answer(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """The three questions, for who is signed in."""
    pulse = get_object_or_404(Pulse.objects.select_related("partnership", "meeting"), pk=pk)
    person = cast(Person, request.user)
    asked = Asked.objects.select_related("pulse__partnership").filter(pulse=pulse, person=person).first()
    if pulse.is_open and (asked is None or not person.has_perm("pulse.answer", asked)):
        raise PermissionDenied("Deze polsslag is voor wie op de ontmoeting was.")
    return _three(request, pulse, person)


@never_cache
@open_to_all("whoever has the signed link of the mail")
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """The same from the mail. Opening it changes nothing: programs that guard mailboxes open every link."""
    try:
        opened = letters.open_link(token)
    except links.Expired:
        return render(request, "pulse/done.html", {"state": "over"}, status=410)
    except links.Invalid as error:
        raise Http404("Deze link bestaat niet (meer).") from error
    return _three(request, opened.pulse, opened.person)


def _three(request: HttpRequest, pulse: Pulse, person: Person) -> HttpResponse:
    if not pulse.is_open:
        return render(request, "pulse/done.html", {"state": "over", "pulse": pulse}, status=410)
    if Asked.objects.filter(pulse=pulse, person=person, answered=True).exists():
        return render(request, "pulse/done.html", {"state": "before", "pulse": pulse})
    problem, given = "", [request.POST.get(one.id, "") for one in pulse_questions()]
    if request.method == "POST":
        try:
            marks = [int(one) if one.isdecimal() else 0 for one in given]
            services.answer(pulse=pulse, person=person, marks=marks)
            return render(request, "pulse/done.html", {"state": "thanks", "pulse": pulse})
        except (PulseIsClosed, AnsweredAlready) as late:
            state = "over" if isinstance(late, PulseIsClosed) else "before"
            return render(request, "pulse/done.html", {"state": state, "pulse": pulse}, status=409)
        except ValidationError as error:
            problem = " ".join(error.messages)
    rows = [(one, chosen) for one, chosen in zip(pulse_questions(), given, strict=True)]
    context = {"pulse": pulse, "rows": rows, "values": "12345", "problem": problem}
    return render(request, "pulse/answer.html", context, status=422 if problem else 200)
