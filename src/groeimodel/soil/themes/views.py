from typing import Any, cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from groeimodel.foundation.journal.selectors import page_state
from groeimodel.foundation.panels import panels_of
from groeimodel.foundation.partners.keeping import kept
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership, may_here
from groeimodel.foundation.people.models import Person
from groeimodel.soil.themes import selectors, services
from groeimodel.soil.themes.forms import LinkForm, ThemeForm
from groeimodel.soil.themes.models import Link, Theme


@in_partnership("partners.see_inside", post="themes.propose")
def themes(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """What the group wants to talk about, the most carried first, and a form to add to it."""
    form = ThemeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = services.propose(partnership=partnership, proposal=form.proposal(), actor=me(request))
        messages.success(request, _("Voorgesteld. De anderen kunnen het nu steunen."))
        return redirect("themes:theme", partnership.slug, made.pk)
    # Lazy: while nothing was done since, the body of the page is kept and none of this is worked out.
    shown = SimpleLazyObject(lambda: shown_of(request, partnership))
    keep = 0 if form.errors else 300
    context = {"partnership": partnership, "shown": shown, "form": form, "keep_seconds": keep}
    context["state"] = page_state(request, partnership.pk)
    return render(request, "themes/list.html", context, status=422 if form.errors else 200)


def shown_of(request: HttpRequest, partnership: Partnership) -> dict[str, Any]:
    rows = list(selectors.themes_of(partnership, me(request)))
    return {
        "awake": [one for one in rows if one.rested_at is None],
        "resting": [one for one in rows if one.rested_at is not None],
        "may": {name: request.user.has_perm(f"themes.{name}", partnership) for name in ("propose", "back")},
    }


@in_partnership("partners.see_inside")
@kept
def theme(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """All that was ever said of it."""
    return page_of(request, find(request, partnership, pk), LinkForm())


def page_of(request: HttpRequest, found: Theme, form: LinkForm) -> HttpResponse:
    may = {name: request.user.has_perm(f"themes.{name}", found) for name in ("propose", "back", "tend")}
    context = {
        "partnership": found.partnership,
        "theme": found,
        "carriers": selectors.carriers_of(found),
        "links": found.links.select_related("added_by"),
        "panels": panels_of("themes.theme", found, may=may_here(request, found.partnership)),
        "form": form,
        "may": may,
    }
    return render(request, "themes/theme.html", context, status=422 if form.errors else 200)


@in_partnership("partners.see_inside", each="themes.tend")
def change(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    found = find(request, partnership, pk)
    if not request.user.has_perm("themes.tend", found):
        raise PermissionDenied(_("Een thema verbeteren kan wie het voorstelde, of de coördinator."))
    form = ThemeForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        services.change(theme=find(request, partnership, pk), proposal=form.proposal(), actor=me(request))
        messages.success(request, _("Bewaard."))
        return redirect("themes:theme", partnership.slug, pk)
    context = {"partnership": partnership, "theme": found, "form": form}
    return render(request, "themes/change.html", context, status=422 if form.errors else 200)


@require_POST
@in_partnership("themes.back")
def back(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """One button: I want to talk about it too; once more takes it back."""
    found = find(request, partnership, pk)
    if found.mine:  # type: ignore[attr-defined]
        services.take_back(theme=found, actor=me(request))
    else:
        services.back(theme=found, actor=me(request))
    if request.POST.get("van") == "thema":
        return redirect("themes:theme", partnership.slug, pk)
    return redirect("themes:list", partnership.slug)


@require_POST
@in_partnership("partners.see_inside", each="themes.tend")
def rest(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Let a theme rest, or take it up again."""
    found = find(request, partnership, pk)
    if found.rested_at:
        services.wake(theme=found, actor=me(request))
        messages.success(request, _("Het thema staat weer bij de andere."))
    else:
        services.rest(theme=found, actor=me(request))
        messages.success(request, _("Het thema rust. Je kunt het altijd weer opnemen."))
    return redirect("themes:theme", partnership.slug, pk)


@require_POST
@in_partnership("themes.propose")
def add_link(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    found, form = find(request, partnership, pk), LinkForm(request.POST)
    if not form.is_valid():
        return page_of(request, found, form)
    services.add_link(theme=found, actor=me(request), **form.cleaned_data)
    messages.success(request, _("De link staat erbij."))
    return redirect("themes:theme", partnership.slug, pk)


@require_POST
@in_partnership("partners.see_inside", each="themes.tend")
def remove_link(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    link = get_object_or_404(
        Link.objects.select_related("theme__partnership"), pk=pk, theme__partnership=partnership
    )
    services.remove_link(link=link, actor=me(request))
    messages.success(request, _("De link is weg."))
    return redirect("themes:theme", partnership.slug, link.theme_id)


def find(request: HttpRequest, partnership: Partnership, pk: int) -> Theme:
    return get_object_or_404(
        selectors.themes_of(partnership, me(request)).select_related("partnership"), pk=pk
    )


def me(request: HttpRequest) -> Person:
    """Whoever asks; the door let no visitor in."""
    return cast(Person, request.user)
