"""The draft as a whole: look at it, check it, try it, publish it, or throw it away."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from groeimodel.content.errors import ContentError
from groeimodel.content.in_force import made_of, shown_as
from groeimodel.foundation.doors import needs
from groeimodel.foundation.people.models import Person
from groeimodel.support.texts import checking, selectors, services, showing
from groeimodel.support.texts.forms import NoteForm
from groeimodel.support.texts.models import Change


@needs("texts.edit")
def draft(request: HttpRequest) -> HttpResponse:
    """What changed, what is wrong with it, how it looks; and the button that publishes it."""
    work = selectors.working()
    form = NoteForm(request.POST or None, initial={"seen": selectors.digest_of(work.values)})
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            said = form.cleaned_data
            version = services.publish(note=said["note"], seen=said["seen"], actor=cast(Person, request.user))
            messages.success(
                request,
                _("Uitgegeven als versie %(number)s. Iedereen leest nu deze teksten.")
                % {"number": version.number},
            )
            return redirect("texts:versions")
        except services.Stale:
            messages.warning(
                request, _("Een andere redacteur veranderde intussen iets. Kijk het ontwerp opnieuw na.")
            )
            return redirect("texts:draft")
        except ValidationError as error:
            form.add_error(None, error)
    problems = checking.problems_of(work) if work.changes or selectors.unusable(work.now) else []
    context = {
        "work": work,
        "form": form,
        "changes": showing.changes_as_differences(work),
        "problems": showing.remarks(problems, work.now.values),
        "warnings": showing.remarks(checking.warnings_of(work), work.now.values),
        "previews": [(slug, name) for slug, (name, _view) in showing.PREVIEWS.items()],
        "next": selectors.next_number(work.now.number),
    }
    return render(request, "texts/draft.html", context, status=422 if form.errors else status)


@require_POST
@needs("texts.edit")
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """One change less."""
    change = get_object_or_404(Change, pk=pk, draft__closed_at=None)
    try:
        services.take_back(change=change, actor=cast(Person, request.user))
        messages.success(request, _("Teruggenomen: hier blijft gelden wat er stond."))
    except ValidationError as error:  # the draft was published or thrown away meanwhile
        messages.warning(request, " ".join(error.messages))
    return redirect("texts:draft")


@needs("texts.edit")
def discard(request: HttpRequest) -> HttpResponse:
    """Throw the whole draft away, after asking once."""
    if request.method == "POST":
        services.discard(actor=cast(Person, request.user))
        messages.success(request, _("Het ontwerp is weg. Wat geldt, bleef zoals het was."))
        return redirect("texts:desk")
    return render(request, "texts/discard.html", {"work": selectors.working()})


@require_safe
@needs("texts.edit")
def preview(request: HttpRequest, what: str) -> HttpResponse:
    """A page as it would be with the draft, for the editor who asks alone."""
    if what not in showing.PREVIEWS:
        raise Http404("Dit voorbeeld bestaat niet.")
    published = selectors.working().as_published()
    try:
        made_of(published)
    except ContentError:
        messages.error(request, _("Met deze fouten kan het voorbeeld niet getoond worden. Los ze eerst op."))
        return redirect("texts:draft")
    with shown_as(published):
        return showing.preview(request, what)
