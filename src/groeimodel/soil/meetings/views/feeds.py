"""Calendars: the file of one meeting, and feeds that a calendar program follows."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from django_scopes import scopes_disabled

from groeimodel.foundation.doors import open_to_all
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.soil.meetings import calendars, feeding, selectors, services
from groeimodel.soil.meetings.models import FeedKey
from groeimodel.soil.meetings.views.finding import find, me


@require_safe
@in_partnership("partners.see_inside")
def file(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """One meeting for in a calendar."""
    found = find(partnership, pk)
    if found.starts is None:
        raise Http404
    return _calendar(calendars.file_of(found), f"ontmoeting-{found.pk}.ics")


@in_partnership("meetings.see_feed")
def follow(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """The addresses to follow, and a new one when an old one got into the wrong hands."""
    if request.method == "POST":
        of_all = request.POST.get("welke") == "samenwerking"
        if of_all and not request.user.has_perm("meetings.plan", partnership):
            raise PermissionDenied
        services.renew_feed_key(partnership=partnership if of_all else None, actor=me(request))
        messages.success(
            request, _("Er is een nieuw adres. Zet het in je agenda; het oude toont niets meer.")
        )
        return redirect("meetings:follow", partnership.slug)
    context: dict[str, Any] = {
        "partnership": partnership,
        "mine": address_of(services.feed_key(actor=me(request))),
        "ours": address_of(services.feed_key(partnership=partnership, actor=me(request))),
        "may_renew": request.user.has_perm("meetings.plan", partnership),
    }
    return render(request, "meetings/follow.html", context)


def address_of(key: str) -> str:
    return settings.PUBLIC_URL + reverse("meetings:feed", args=[key])


@require_safe
@cache_control(private=True, max_age=900)
@open_to_all("the secret in the address is the right: calendar programs cannot sign in")
def feed(request: HttpRequest, key: str) -> HttpResponse:
    """A feed, for calendar programs. A person's feed shows nothing of a partnership that the person left."""
    found = FeedKey.objects.select_related("person", "partnership").filter(key=key).first()
    if found is None or (found.person and not found.person.is_active):
        raise Http404
    now = timezone.now()
    with scopes_disabled():
        if found.person:
            meetings, name = selectors.feed_of_person(found.person, now), _("Ontmoetingen jeugd")
            ours = list(selectors.looked_after_by(found.person, "coordinator").distinct())
        else:
            assert found.partnership is not None
            meetings = selectors.feed_of_partnership(found.partnership, now)
            name, ours = found.partnership.name, [found.partnership]
        others = feeding.events_of(found.person, found.partnership, now)
    text = calendars.feed_of(meetings, name, calendars.days_of(ours, now), others)
    return _calendar(text, "ontmoetingen.ics")


def _calendar(text: str, name: str) -> HttpResponse:
    answer = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'inline; filename="{name}"'
    return answer
