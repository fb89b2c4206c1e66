"""Questions that other partnerships opened, for everybody who is signed in."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django_scopes import scope

from groeimodel.content.nutrients import nutrients
from groeimodel.foundation.doors import needs
from groeimodel.foundation.people.models import Person
from groeimodel.soil.questions import selectors
from groeimodel.soil.questions.forms import AnswerForm
from groeimodel.soil.questions.views.answering import keep


@require_safe
@needs("questions.help")
def open_board(request: HttpRequest) -> HttpResponse:
    """Of all partnerships: the municipality of the asker, and a name only where the asker agreed."""
    names = {one.id: one.name for one in nutrients()}
    rows = [(one, names.get(one.area, "")) for one in selectors.open_questions()]
    return render(request, "questions/open.html", {"rows": rows})


@needs("questions.help")
def open_question(request: HttpRequest, pk: int) -> HttpResponse:
    """One question of another partnership; whoever takes part in a partnership may answer. Other answers are not shown."""
    found, person = selectors.open_question(pk), cast(Person, request.user)
    if found is None:
        raise Http404
    with scope(partnership=found.partnership):
        if person.has_perm("partners.see_inside", found.partnership) and request.method == "GET":
            return redirect(found)
        may_answer = found.closed_at is None and selectors.home_elsewhere(person) is not None
        form = AnswerForm(request.POST or None)
        if request.method == "POST" and may_answer and form.is_valid():
            try:
                if keep(found, form, person):
                    messages.success(request, _("Verstuurd. Dank je wel: zo helpen samenwerkingen elkaar."))
                    return redirect("questions:open")
            except PermissionDenied as error:
                form.add_error("text", str(error))
        own = [one for one in selectors.answers_of(found) if one.person_id == person.pk]
        context = {"question": found, "form": form, "may_answer": may_answer, "answered": own}
        return render(request, "questions/open_question.html", context, status=422 if form.errors else 200)
