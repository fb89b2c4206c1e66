"""Making the agenda."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from groeimodel.foundation.decisions.models import Decision
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.shop.sittings.models import AgendaItem, Sitting
from groeimodel.shop.sittings.seating import on_first_call, statute_for
from groeimodel.shop.sittings.services.gate import RUN, _note, ask_waiting, locked, locked_item


@transaction.atomic
def put_on_agenda(
    *,
    sitting: Sitting,
    title: str,
    text: str = "",
    kind: str = "ordinary",
    subject: str = "",
    replaces: Decision | None = None,
    actor: Person | None = None,
    at: datetime | None = None,
) -> AgendaItem:
    """Add a point at the end. `subject` names what it is about in a room above: 'plan.plan:5'.

    Raises:
        ValidationError: the agenda is closed, the statutes know no such kind, or the subject stands on it already.
    """
    require(actor, RUN, sitting)
    now = locked(sitting)
    if not now.agenda_open:
        raise ValidationError(_("De agenda van deze zitting is gesloten."))
    if subject and now.items.filter(subject=subject, state=AgendaItem.State.WAITING).exists():
        raise ValidationError(_("Dit staat al op de agenda van deze zitting."))
    item = AgendaItem(
        sitting=now,
        order=_last(now) + 1,
        title=title.strip(),
        text=text.strip(),
        kind=_known(now, kind),
        subject=subject,
        replaces=replaces,
    )
    item.full_clean()
    item.save()
    _note("sittings.put_on_agenda", now, actor=actor, at=at)  # about the sitting: it is found by its points
    return item


@transaction.atomic
def change_item(
    *,
    item: AgendaItem,
    title: str,
    text: str = "",
    kind: str = "ordinary",
    replaces: Decision | None = None,
    actor: Person | None = None,
) -> AgendaItem:
    """Another wording or kind, until it is decided. Votes stay only where the kind does.

    Raises:
        ValidationError: it is decided, or a second call decides on it as it stood on the first.
    """
    require(actor, RUN, item)
    now = _open_item(item)
    if now.sitting.is_second and on_first_call(now.sitting, now):
        raise ValidationError(
            _("Dit punt stond op de eerste oproep, en blijft zoals het was. Zet er een ander punt bij.")
        )
    if now.kind != kind:
        now.seat_votes.all().delete()
        now.papers = {}
    now.title, now.text, now.kind, now.replaces = (
        title.strip(), text.strip(), _known(now.sitting, kind), replaces
    )  # fmt: skip
    now.full_clean()
    now.save()
    _note("sittings.item_changed", now.sitting, actor=actor)
    return now


@transaction.atomic
def move_up(*, item: AgendaItem, actor: Person | None = None) -> None:
    """One place up; the first stays."""
    require(actor, RUN, item)
    now = _open_item(item)
    rows = list(now.sitting.items.all())
    place = next(place for place, one in enumerate(rows) if one.pk == now.pk)
    if place:
        rows[place - 1], rows[place] = rows[place], rows[place - 1]
        for order, one in enumerate(rows, start=1):
            one.order = order
        AgendaItem.objects.bulk_update(rows, ["order"])
        _note("sittings.item_changed", now.sitting, item=now, actor=actor)


@transaction.atomic
def remove_item(*, item: AgendaItem, actor: Person | None = None) -> None:
    """Take a point off while nobody was invited; later it is withdrawn, so that everybody sees what became of it."""
    require(actor, RUN, item)
    now = _open_item(item)
    if now.sitting.invited_at is not None or now.carried_from_id is not None:
        raise ValidationError(_("De uitnodiging is al weg. Trek het punt in op de zitting zelf."))
    _note("sittings.item_removed", now.sitting, item=now, actor=actor)
    now.delete()


def _open_item(item: AgendaItem) -> AgendaItem:
    now = locked_item(item)
    if not now.sitting.agenda_open:
        raise ValidationError(_("De agenda van deze zitting is gesloten."))
    ask_waiting(now)
    return now


def _last(sitting: Sitting) -> int:
    return max((one.order for one in sitting.items.all()), default=0)


def _known(sitting: Sitting, kind: str) -> str:
    if kind != AgendaItem.NOTE and kind not in statute_for(sitting).kinds:
        raise ValidationError(_("De statuten kennen deze soort beslissing niet."))
    return kind
