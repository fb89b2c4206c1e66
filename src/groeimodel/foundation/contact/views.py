"""Asking the regional supporter from any page, and the supporter's questions (claim I4)."""

import re
from typing import cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django_scopes import scope

from groeimodel.foundation.contact import selectors, services
from groeimodel.foundation.contact.forms import AnswerForm, PassForm, QuestionForm
from groeimodel.foundation.contact.models import Question
from groeimodel.foundation.contact.promising import PROMISED
from groeimodel.foundation.doors import needs
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.foundation.people.models import Person


@needs("contact.ask")
def ask(request: HttpRequest) -> HttpResponse:
    """One field; where the question came from goes along by itself."""
    person, page = cast(Person, request.user), page_before(request)
    own = selectors.own_partnerships(person)
    slug = next(iter(re.findall(r"/igs/([\w-]+)/", page)), "")
    form = QuestionForm(request.POST or None, partnerships=own, slug=slug)
    if own and request.method == "POST" and form.is_valid():
        try:
            with scope(partnership=form.chosen()):
                services.ask(
                    partnership=form.chosen(), text=form.cleaned_data["text"], page=page, actor=person
                )
            messages.success(request, _("Verstuurd. Je krijgt het antwoord per mail, en het staat ook hier."))
            return redirect("contact:inbox")
        except ValidationError as error:
            form.add_error("text", error.messages)
    answering = [(one, selectors.who_answers(one)) for one in own[:6]]
    context = {"form": form, "own": own, "answering": answering, "page": page, "promised": PROMISED}
    return render(request, "contact/ask.html", context, status=422 if form.errors else 200)


def page_before(request: HttpRequest) -> str:
    """The page inside this site that the question is about; without tokens of links."""
    page = (request.POST.get("van") or request.GET.get("van", ""))[:300]
    safe = page.startswith("/") and url_has_allowed_host_and_scheme(page, allowed_hosts=None)
    # Neither secrets of links nor signs that a database does not keep.
    return re.sub(r"[\w:-]{20,}", "…", re.sub(r"[\x00-\x1f]", "", page)) if safe else ""


@require_safe
@needs("contact.ask")
def inbox(request: HttpRequest) -> HttpResponse:
    """My questions, and those that wait for my answer."""
    person = cast(Person, request.user)
    context = {
        "asked": selectors.asked_by(person),
        "inbox": selectors.inbox(person),
        "answering": selectors.answering_of(person, timezone.localdate()),
        "promised": PROMISED,
    }
    return render(request, "contact/inbox.html", context)


@in_partnership("partners.see_inside", each="contact.see", each_post="contact.answer")
def question(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """One question with its answer; who supports answers here."""
    found, may_answer = find(request, partnership, pk)
    form = AnswerForm(request.POST or None, initial={"text": found.answer})
    if request.method == "POST" and form.is_valid():
        services.answer(question=found, text=form.cleaned_data["text"], actor=cast(Person, request.user))
        messages.success(request, _("Verstuurd. Wie het vroeg, krijgt je antwoord per mail."))
        return redirect("contact:inbox")
    return show(request, found, form, PassForm(), may_answer)


@require_POST
@in_partnership("partners.see_inside", each_post="contact.answer")
def pass_on(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Somebody else answers."""
    found, may_answer = find(request, partnership, pk)
    form = PassForm(request.POST)
    if form.is_valid():
        try:
            services.pass_on(question=found, to=form.cleaned_data["to"], actor=cast(Person, request.user))
            messages.success(request, _("Doorgegeven. Wie het vroeg, weet van wie het antwoord komt."))
            return redirect("contact:inbox")
        except ValidationError as error:
            form.add_error(None, error)
    return show(request, found, AnswerForm(initial={"text": found.answer}), form, may_answer)


def find(request: HttpRequest, partnership: Partnership, pk: int) -> tuple[Question, bool]:
    """A question that the reader may read, and whether the reader may answer it."""
    found = get_object_or_404(selectors.with_people(partnership), pk=pk)
    may_answer = request.user.has_perm("contact.answer", found)
    if not request.user.has_perm("contact.see", found) or (request.method == "POST" and not may_answer):
        raise PermissionDenied(_("Deze vraag is voor wie ze stelde en voor wie antwoordt."))
    return found, may_answer


def show(
    request: HttpRequest, found: Question, form: AnswerForm, passing: PassForm, may_answer: bool
) -> HttpResponse:
    context = {
        "partnership": found.partnership,
        "question": found,
        "form": form,
        "passing": passing,
        "may_answer": may_answer,
    }
    wrong = form.errors or passing.errors
    return render(request, "contact/question.html", context, status=422 if wrong else 200)
