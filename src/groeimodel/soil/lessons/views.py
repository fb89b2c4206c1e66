"""The lessons of a partnership, and the library of what all of them shared (claim G3)."""

from typing import cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django_scopes import scopes_disabled

from groeimodel.foundation.doors import needs
from groeimodel.foundation.journal.models import LIBRARY
from groeimodel.foundation.journal.selectors import version_of_verbs
from groeimodel.foundation.partners.keeping import keep_page, kept
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.foundation.partners.selectors import keys_of
from groeimodel.foundation.people.models import Person
from groeimodel.soil.lessons import checking, selectors, services
from groeimodel.soil.lessons.forms import LessonForm, ShareForm
from groeimodel.soil.lessons.models import Lesson


def person_of(request: HttpRequest) -> Person:
    return cast(Person, request.user)


@in_partnership("partners.see_inside", post="lessons.write")
@kept
def lesson_list(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """What this partnership learned, and a form to add to it."""
    may_write = request.user.has_perm("lessons.write", partnership)
    words = selectors.suggestions(partnership) if may_write else []
    start = {"source": request.GET.get("bron", "")[:160], "source_path": request.GET.get("van", "")[:300]}
    form = LessonForm(request.POST or None, words=words, initial=start)
    if request.method == "POST" and form.is_valid():
        services.write_lesson(partnership=partnership, learned=form.learned(), actor=person_of(request))
        messages.success(request, _("Opgeschreven. Nu moet niemand het nog eens zelf ontdekken."))
        return redirect("lessons:list", partnership.slug)
    context = {
        "partnership": partnership,
        "lessons": list(selectors.lessons_of(partnership)),
        "form": form if may_write else None,
        "open": bool(form.errors or start["source"]),
    }
    return render(request, "lessons/list.html", context, status=422 if form.errors else 200)


def found(request: HttpRequest, partnership: Partnership, pk: int, right: str = "") -> Lesson:
    one = get_object_or_404(selectors.lessons_of(partnership), pk=pk)
    if right and not request.user.has_perm(right, one):
        raise PermissionDenied(_("Een les veranderen kan wie ze schreef, of wie coördineert."))
    return one


@require_safe
@in_partnership("partners.see_inside")
@kept
def lesson(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    one = found(request, partnership, pk)
    may = {right: request.user.has_perm(f"lessons.{right}", one) for right in ("tend", "share")}
    return render(request, "lessons/lesson.html", {"partnership": partnership, "lesson": one, "may": may})


@in_partnership("partners.see_inside", each="lessons.tend")
def change(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    one = found(request, partnership, pk, "lessons.tend")
    shared = one.shared_at is not None
    form = LessonForm(request.POST or None, instance=one, words=selectors.suggestions(partnership))
    if request.method == "POST" and form.is_valid():
        fresh = get_object_or_404(Lesson, pk=pk)
        services.change_lesson(lesson=fresh, learned=form.learned(), actor=person_of(request))
        messages.success(
            request,
            _("Gewijzigd. De les is uit de bibliotheek tot ze opnieuw gedeeld wordt.")
            if shared
            else _("Gewijzigd."),
        )
        return redirect(fresh.get_absolute_url())
    context = {"partnership": partnership, "lesson": one, "form": form, "shared": shared}
    return render(request, "lessons/change.html", context, status=422 if form.errors else 200)


@in_partnership("partners.see_inside", each="lessons.tend")
def remove(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Asks first; removes on POST."""
    one = found(request, partnership, pk, "lessons.tend")
    if request.method == "POST":
        services.remove_lesson(lesson=one, actor=person_of(request))
        messages.success(request, _("De les is weg."))
        return redirect("lessons:list", partnership.slug)
    return render(request, "lessons/remove.html", {"partnership": partnership, "lesson": one})


@in_partnership("lessons.share")
def share(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Shows exactly what others will see, and what must go first; shares on POST."""
    one = found(request, partnership, pk)
    remarks, form = checking.remarks_on(one), ShareForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and not remarks and form.is_valid():
        services.share(lesson=one, actor=person_of(request))
        messages.success(request, _("Gedeeld. De les staat in de bibliotheek, zonder namen."))
        return redirect(one.get_absolute_url())
    context = {
        "partnership": partnership,
        "lesson": one,
        "shown": selectors.as_others_see(one),
        "remarks": remarks,
        "form": form,
    }
    return render(request, "lessons/share.html", context, status=422 if form.errors else 200)


@in_partnership("lessons.share")
def withdraw(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Asks first; withdraws on POST."""
    one = found(request, partnership, pk)
    if request.method == "POST":
        services.withdraw(lesson=one, actor=person_of(request))
        messages.success(request, _("De les staat niet meer in de bibliotheek. Bij jullie blijft ze staan."))
        return redirect(one.get_absolute_url())
    return render(request, "lessons/withdraw.html", {"partnership": partnership, "lesson": one})


@require_safe
@needs("lessons.see_library")
def library(request: HttpRequest) -> HttpResponse:
    """What partnerships shared: to search, and to thank for."""
    query, word = (request.GET.get(key, "").replace("\x00", "").strip()[:100] for key in ("q", "woord"))
    page = request.GET.get("bladzijde", "1")

    def make() -> HttpResponse:
        found = selectors.library(person_of(request), query=query, word=word, page=page)
        return render(request, "lessons/library.html", {"library": found, "query": query, "word": word})

    if query:  # the index follows a deed a little later
        return make()
    return keep_page(request, lambda: f"{version_of_verbs(LIBRARY)} {keys_of(request.user)}", make)


@require_POST
@needs("lessons.thank")
def thank(request: HttpRequest, pk: int) -> HttpResponse:
    with scopes_disabled():
        one = get_object_or_404(selectors.in_library(pk))
    try:
        services.thank(lesson=one, actor=person_of(request))
        messages.success(request, _("Dank doorgegeven, zonder je naam."))
    except ValidationError as error:
        messages.warning(request, " ".join(error.messages))
    return redirect("lessons:library")
