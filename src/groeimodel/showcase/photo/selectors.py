"""Reads of photos: the own links inside the scope of a partnership, what a link shows outside any scope."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from django_scopes import scope, scopes_disabled

from groeimodel.foundation.partners.access import Visitor
from groeimodel.foundation.partners.models import Partnership
from groeimodel.meadow.actions.meadow import SHARED
from groeimodel.meadow.actions.models import Action
from groeimodel.rules.picture.garden import Garden
from groeimodel.showcase.garden.selectors import garden_of, home_of
from groeimodel.showcase.photo.models import Photo
from groeimodel.showcase.photo.safe import shareable

YEAR = timedelta(days=365)
RUNNING, PICKED = 6, 4
"""So many are named; the others are counted."""


def photos_of(
    partnership: Partnership, person: Visitor, today: date, *, all_of_them: bool
) -> QuerySet[Photo]:
    """The links that did not end yet: those of one person, or of everybody. One query."""
    rows = Photo.objects.filter(partnership=partnership, ends_on__gte=today).select_related(
        "made_by", "partnership"
    )
    return rows if all_of_them else rows.filter(made_by=person.pk)


def live_link_of(partnership: Partnership, person: Visitor, today: date) -> Photo | None:
    """The link of this person that lasts longest, if any: one query."""
    rows = photos_of(partnership, person, today, all_of_them=False).filter(withdrawn_at=None)
    return rows.order_by("-ends_on", "-pk").first()


def photo_by_token(token: str) -> Photo:
    """Raises Photo.DoesNotExist. Whoever has the link may look: no scope is asked."""
    with scopes_disabled():
        return Photo.objects.select_related("partnership").get(token=token)


@dataclass(frozen=True, slots=True)
class View:
    """What a link shows today: nothing that names a person."""

    partnership: Partnership
    today: date
    garden: Garden
    members: tuple[str, ...]
    running: tuple[Action, ...]
    """The first of the shared actions."""
    running_total: int
    picked: tuple[Action, ...]
    """The last of the shared actions that are over since less than a year."""
    picked_total: int
    exchanged: int
    """How often a municipality used something of another in the last year."""

    @property
    def running_more(self) -> int:
        return self.running_total - len(self.running)

    @property
    def picked_more(self) -> int:
        return self.picked_total - len(self.picked)


def view_of(partnership: Partnership, today: date) -> View:
    """Reads the garden as a visitor from outside: the queries of a home, and two."""
    with scope(partnership=partnership):
        home = home_of(partnership, person=AnonymousUser(), today=today)
        over = Action.objects.filter(
            partnership=partnership, stage=Action.Stage.HARVEST, plot=None, ends__gte=today - YEAR
        )
        picked, picked_total = tuple(over.order_by("-ends", "-pk")[:PICKED]), over.count()
    return View(
        partnership=partnership,
        today=today,
        garden=shareable(garden_of(home), public=partnership.public),
        members=tuple(one.municipality.name for one in home.seats),
        running=home.meadow.shared_flowers[:RUNNING],
        running_total=home.meadow.counts.get(SHARED, 0),
        picked=picked,
        picked_total=picked_total,
        exchanged=sum(
            one.from_municipality_id is not None and one.gained_on >= today - YEAR for one in home.harvests
        ),
    )
