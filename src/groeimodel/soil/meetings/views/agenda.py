"""Making the agenda, and sending its themes to the aldermen."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.soil.meetings import selectors, services
from groeimodel.soil.meetings.forms import ItemForm
from groeimodel.soil.meetings.models import Item, Meeting
from groeimodel.soil.meetings.views.finding import find, me, say
from groeimodel.soil.themes.selectors import themes_of


@in_partnership("meetings.plan")
def agenda(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """The points in order, the most carried themes to choose from, and a form for anything else."""
    found = find(partnership, pk)
    items = selectors.agenda_of(found)
    taken = {one.theme_id for one in items}
    themes = [one for one in themes_of(partnership).filter(rested_at=None) if one.pk not in taken]
    form = ItemForm(request.POST or None, themes=themes)
    if request.method == "POST" and form.is_valid():
        try:
            services.add_item(meeting=found, new=form.new(), actor=me(request))
            return back(found)
        except ValidationError as error:
            form.add_error(None, error)
    minutes = sum(one.minutes or 0 for one in items)
    context = {"partnership": partnership, "meeting": found, "items": items, "themes": themes[:6]}
    context |= {"form": form, "minutes": minutes, "room": room_of(found)}
    return render(request, "meetings/agenda.html", context, status=422 if form.errors else 200)


def room_of(found: Meeting) -> int | None:
    """Minutes from begin to end."""
    if found.starts is None or found.ends is None:
        return None
    return int((found.ends - found.starts).total_seconds() // 60)


@require_POST
@in_partnership("meetings.plan")
def add_themes(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """The three most carried themes, in one tap."""
    found = find(partnership, pk)
    if not services.add_themes(meeting=found, actor=me(request)):
        messages.error(request, _("Er zijn geen thema's meer die nog niet op een agenda staan."))
    return back(found)


@require_POST
@in_partnership("meetings.plan")
def send_brief(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Now, instead of ten days before; or once more."""
    found = find(partnership, pk)
    try:
        told = services.send_brief(meeting=found, actor=me(request))
        done = ngettext("%(n)s schepen kreeg de thema's.", "%(n)s schepenen kregen de thema's.", told)
        messages.success(request, done % {"n": told})
    except ValidationError as error:
        say(request, error)
    return back(found)


@in_partnership("meetings.plan")
def change_item(request: HttpRequest, partnership: Partnership, pk: int, item: int) -> HttpResponse:
    found = find(partnership, pk)
    point = item_of(found, item)
    form = ItemForm(request.POST or None, instance=point)
    if request.method == "POST" and form.is_valid():
        services.change_item(item=item_of(found, item), new=form.new(), actor=me(request))
        return back(found)
    context = {"partnership": partnership, "meeting": found, "item": point, "form": form}
    return render(request, "meetings/item.html", context, status=422 if form.errors else 200)


@require_POST
@in_partnership("meetings.plan")
def move_item(request: HttpRequest, partnership: Partnership, pk: int, item: int) -> HttpResponse:
    found = find(partnership, pk)
    services.move_item(item=item_of(found, item), up=request.POST.get("up") == "ja", actor=me(request))
    return back(found)


@require_POST
@in_partnership("meetings.plan")
def remove_item(request: HttpRequest, partnership: Partnership, pk: int, item: int) -> HttpResponse:
    found = find(partnership, pk)
    try:
        services.remove_item(item=item_of(found, item), actor=me(request))
    except ValidationError as error:
        say(request, error)
    return back(found)


def item_of(found: Meeting, item: int) -> Item:
    return get_object_or_404(Item.objects.select_related("meeting__partnership"), pk=item, meeting=found)


def back(found: Meeting) -> HttpResponse:
    return redirect("meetings:agenda", found.partnership.slug, found.pk)
