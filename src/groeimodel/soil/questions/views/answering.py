"""One question with its answers; answering without signing in; thanks; and what it became."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django_scopes import scope

from groeimodel.content.nutrients import nutrients
from groeimodel.foundation import links
from groeimodel.foundation.doors import open_to_all
from groeimodel.foundation.panels import panels_of
from groeimodel.foundation.partners.keeping import kept
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership, may_here
from groeimodel.foundation.people.models import Person
from groeimodel.soil.harvest.forms import HarvestForm
from groeimodel.soil.harvest.selectors import Desk, desk_of
from groeimodel.soil.questions import letters, selectors, services
from groeimodel.soil.questions.forms import AnswerForm
from groeimodel.soil.questions.models import Answer, Question


@in_partnership("partners.see_inside", post="questions.answer")
@kept
def question(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """A question with its answers, and a form to answer."""
    found, person = get_object_or_404(selectors.questions_of(partnership), pk=pk), cast(Person, request.user)
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and keep(found, form, person):
        messages.success(request, _("Verstuurd. Wie het vroeg, krijgt je antwoord per mail."))
        return redirect(found)
    context = shown_of(found) | {"partnership": partnership, "form": form}
    context["mine"] = found.asker_id == person.pk
    context["may_answer"] = (
        not context["mine"] and found.closed_at is None and person.has_perm("questions.answer", found)
    )
    context["may_tend"] = person.has_perm("questions.tend", found)
    context["panels"] = panels_of("questions.question", found, may=may_here(request, partnership))
    context["may_harvest"] = person.has_perm("harvest.record", partnership)
    return render(request, "questions/question.html", context, status=422 if form.errors else 200)


def shown_of(found: Question) -> dict[str, Any]:
    names = {one.id: one.name for one in nutrients()}
    told = found.told.count()
    return {
        "question": found,
        "answers": selectors.answers_of(found),
        "area": names.get(found.area, ""),
        "told": told,
    }


def keep(found: Question, form: AnswerForm, person: Person) -> bool:
    """Whether the answer was kept; what is wrong stands in the form."""
    try:
        services.answer(question=found, text=form.cleaned_data["text"], actor=person)
    except ValidationError as error:
        form.add_error("text", error.messages)
        return False
    return True


@open_to_all("the link in the mail is the right: it names the question and the person")
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """Behind the button of a mail: answer without signing in. Opening it changes nothing."""
    try:
        opened = letters.open_link(token)
    except links.Invalid:
        return render(request, "questions/link_over.html", status=404)
    found, person = opened.question, opened.person
    with scope(partnership=found.partnership):
        if not person.has_perm("questions.answer", found):
            return render(request, "questions/link_over.html", status=404)
        form = AnswerForm(request.POST or None)
        if request.method == "POST" and form.is_valid() and keep(found, form, person):
            return redirect(request.path)
        answers = selectors.answers_of(found)
        context = {"question": found, "partnership": found.partnership, "person": person, "form": form}
        context |= {"answers": answers, "answered": [one for one in answers if one.person_id == person.pk]}
        return render(request, "questions/by_link.html", context, status=422 if form.errors else 200)


@require_POST
@in_partnership("questions.ask", each="questions.thank")
def thank(request: HttpRequest, partnership: Partnership, pk: int, answer: int) -> HttpResponse:
    """One button of the asker."""
    found = get_object_or_404(selectors.questions_of(partnership), pk=pk)
    if not request.user.has_perm("questions.thank", found):
        raise PermissionDenied(_("Bedanken doet wie de vraag stelde."))
    row = get_object_or_404(
        Answer.objects.select_related("question__partnership", "person"), question=found, pk=answer
    )
    services.thank(answer=row, actor=cast(Person, request.user))
    messages.success(request, _("Bedankt. We laten het weten."))
    return redirect(found)


@in_partnership("harvest.record")
def harvest(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """'This became harvest': the form of the harvest, filled in from the question."""
    found = get_object_or_404(selectors.questions_of(partnership), pk=pk)
    desk = desk_of(partnership, request.user)
    if not desk.own:
        raise PermissionDenied(_("Oogst optekenen kan wie een zetel heeft, of coördineert."))
    form = filled_form(request, found, desk)
    if request.method == "POST" and form.is_valid():
        gain = services.with_source(form.gain(), found)
        services.harvested(question=found, gain=gain, actor=cast(Person, request.user))
        messages.success(request, _("Opgetekend bij de oogst. Zo zie je wat vragen oplevert."))
        return redirect(found)
    context = {"partnership": partnership, "question": found, "form": form}
    return render(request, "questions/harvest.html", context, status=422 if form.errors else 200)


def filled_form(request: HttpRequest, found: Question, desk: Desk) -> HarvestForm:
    form = HarvestForm(request.POST or None, desk=desk, today=timezone.localdate())
    given = {one.municipality_id for one in selectors.answers_of(found) if not one.outside}
    source = _("Vraag aan de groep: %(title)s") % {"title": found.title}
    form.initial.update(title=found.title[:120], source=source[:160])
    if len(given) == 1 and not given & {one.pk for one in desk.own}:
        form.initial["from_municipality"] = given.pop()
    return form
