"""'Mijn tuin', where a signed-in person lands, and the page for who is new on a seat."""

import re
from datetime import datetime
from functools import cache
from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.html import strip_tags
from django.views.decorators.http import require_safe
from django_scopes import scope

from groeimodel import content as texts
from groeimodel.foundation.doors import needs
from groeimodel.foundation.journal.selectors import page_state, version_of_all
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.foundation.people import services as people
from groeimodel.foundation.people.models import Person
from groeimodel.rules.picture import draw
from groeimodel.rules.picture.garden import Garden
from groeimodel.showcase.garden import selectors as garden
from groeimodel.showcase.mine import selectors

SINCE = "mine_since"


@require_safe
@needs("people.see_self")
def mine(request: HttpRequest) -> HttpResponse:
    """The garden, the three things that are asked now, and what happened since the last visit."""
    person, today = cast(Person, request.user), timezone.localdate()
    since, own = last_visit(request, person), selectors.own_of(person)
    if not own:
        return render(request, "mine/nowhere.html")
    shown = next((one for one in own if one.slug == request.GET.get("igs")), own[0])
    oldest = timezone.now() - selectors.OLDEST_NEWS
    # Lazy: while nothing was done since, the body of the page is kept and none of this is worked out.
    page = SimpleLazyObject(lambda: selectors.mine_of(person, own, shown, since=since or oldest, today=today))
    version = version_of_all([one.pk for one in own])
    state = f"{shown.pk} {version} {today}"
    context = {"page": page, "since": since, "pictures": Pictures(shown, person), "state": state}
    return render(request, "mine/mine.html", context | {"own_state": f"{state} {person.pk} {since}"})


class Pictures:
    """The garden in both shapes, drawn only when the kept ones are too old."""

    def __init__(self, partnership: Partnership, person: Person) -> None:
        self.partnership, self.person = partnership, person
        self._garden = cache(self._read)

    def _read(self) -> Garden:
        with scope(partnership=self.partnership):
            home = garden.home_of(self.partnership, person=self.person, today=timezone.localdate())
            return garden.garden_of(home, page=f"/igs/{self.partnership.slug}/")

    def wide(self) -> str:
        return draw(self._garden(), standalone=False)

    def tall(self) -> str:
        return draw(self._garden(), standalone=False, shape="tall", id_prefix="tall")


def last_visit(request: HttpRequest, person: Person) -> datetime | None:
    """When this person was here before this visit; it stays the same as long as the session's visit lasts."""
    kept = request.session.get(SINCE)
    if people.begin_visit(person=person) or kept is None:
        kept = person.seen_before.isoformat() if person.seen_before else ""
        request.session[SINCE] = kept
    return datetime.fromisoformat(kept) if kept else None


@require_safe
@in_partnership("partners.see_inside")
def newcomer(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """In ten minutes: what this is, what was agreed, what is asked of me, what was left open."""

    # Lazy: while nothing was done since, the body of the page is kept and none of this is worked out.
    @cache
    def read() -> dict[str, Any]:
        person, today = cast(Person, request.user), timezone.localdate()
        home = garden.home_of(partnership, person=person, today=today)
        shown = {"partnership": partnership, "new": selectors.newcomer_of(person, home, today)}
        text = render_to_string("mine/_newcomer.html", shown, request)
        return {"text": text, "minutes": selectors.minutes([len(re.findall(r"\w+", strip_tags(text)))])}

    state = f"{page_state(request, partnership.pk)} {texts.load().version}"
    context = {"partnership": partnership, "shown": read, "state": state}
    return render(request, "mine/newcomer.html", context)
