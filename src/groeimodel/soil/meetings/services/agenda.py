"""What is on the agenda of a meeting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max, ProtectedError

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.soil.meetings.models import Item, Meeting
from groeimodel.soil.themes.models import Theme
from groeimodel.soil.themes.selectors import themes_of


@dataclass(frozen=True, slots=True)
class NewItem:
    """A point as somebody fills it in; with a theme, title and question may stay empty and are the theme's."""

    title: str = ""
    asked: str = ""
    minutes: int | None = None
    theme: Theme | None = None


@transaction.atomic
def add_item(
    *, meeting: Meeting, new: NewItem, actor: Person | None = None, at: datetime | None = None
) -> Item:
    """Put a point at the end of the agenda.

    Raises:
        ValidationError: no title, the theme is on it already, or of another partnership.
    """
    require(actor, "meetings.plan", meeting)
    theme = new.theme
    if theme is not None and theme.partnership_id != meeting.partnership_id:
        raise ValidationError("Dit thema is van een andere samenwerking.")
    if theme is not None and meeting.items.filter(theme=theme).exists():
        raise ValidationError("Dit thema staat al op de agenda.")
    title = new.title or (theme.title if theme else "")
    if not title:
        raise ValidationError("Geef het punt een naam, of kies een thema.")
    last = meeting.items.aggregate(last=Max("place"))["last"]
    item = Item.objects.create(
        meeting=meeting,
        theme=theme,
        title=title,
        asked=new.asked or (theme.asked if theme else ""),
        minutes=new.minutes,
        place=0 if last is None else last + 1,
    )
    _note("meetings.agenda_made", item, actor=actor, at=at)
    return item


@transaction.atomic
def add_themes(
    *, meeting: Meeting, most: int = 3, actor: Person | None = None, at: datetime | None = None
) -> list[Item]:
    """Put the most carried themes on the agenda that are not on one that is still to come."""
    require(actor, "meetings.plan", meeting)
    taken = Item.objects.filter(
        meeting__partnership=meeting.partnership, meeting__cancelled_at=None, theme__isnull=False
    ).values("theme")
    free = themes_of(meeting.partnership).filter(rested_at=None).exclude(pk__in=taken)[:most]
    return [add_item(meeting=meeting, new=NewItem(theme=one), actor=actor, at=at) for one in free]


@transaction.atomic
def change_item(*, item: Item, new: NewItem, actor: Person | None = None) -> Item:
    require(actor, "meetings.plan", item)
    item.title, item.asked, item.minutes = new.title or item.title, new.asked, new.minutes
    item.save()
    _note("meetings.agenda_changed", item, actor=actor)
    return item


@transaction.atomic
def move_item(*, item: Item, up: bool, actor: Person | None = None) -> None:
    """One place up or down; at the end of the list nothing happens."""
    require(actor, "meetings.plan", item)
    items = list(item.meeting.items.select_for_update())
    here = next(number for number, one in enumerate(items) if one.pk == item.pk)
    there = here - 1 if up else here + 1
    if 0 <= there < len(items):
        items[here], items[there] = items[there], items[here]
        for place, one in enumerate(items):
            one.place = place
        Item.objects.bulk_update(items, ["place"])
        _note("meetings.agenda_changed", item, actor=actor)


@transaction.atomic
def remove_item(*, item: Item, actor: Person | None = None) -> None:
    """Take a point off the agenda.

    Raises:
        ValidationError: something was said or written on it already.
    """
    require(actor, "meetings.plan", item)
    said = item.steers.exists()
    try:
        if not said:
            _note("meetings.agenda_changed", item, actor=actor)
            item.delete()
    except ProtectedError:
        said = True
    if said:
        raise ValidationError(
            "Bij dit punt is al iets gezegd of geschreven. Verander de titel, of laat het staan."
        )


def _note(verb: str, item: Item, *, actor: Person | None, at: datetime | None = None) -> None:
    record(
        verb,
        partnership=item.meeting.partnership,
        actor=actor,
        subject=item.meeting,
        data={"meeting": item.meeting_id},
        at=at,
    )
