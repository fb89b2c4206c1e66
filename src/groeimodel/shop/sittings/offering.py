"""What this room offers to others: pages of what decisions are about, pieces beside points, and how sittings are found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.files import subjects
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.search import kinds
from groeimodel.foundation.search.kinds import Entry, Kind
from groeimodel.shop.sittings.models import AgendaItem, Sitting


def pages_of_sittings(partnership: Partnership, keys: Sequence[int]) -> Mapping[int, str]:
    rows = Sitting.objects.filter(partnership=partnership, pk__in=keys).select_related("partnership")
    return {one.pk: one.get_absolute_url() for one in rows}


def pages_of_items(partnership: Partnership, keys: Sequence[int]) -> Mapping[int, str]:
    rows = AgendaItem.objects.filter(sitting__partnership=partnership, pk__in=keys)
    return {one.pk: one.get_absolute_url() for one in rows.select_related("sitting__partnership")}


def entry_of(sitting: Sitting) -> Entry:
    titles = " ".join(one.title for one in sitting.items.all())
    title = f"{sitting.organ.name}, {date_format(sitting.day, 'j F Y')}"
    return Entry(sitting.partnership, title, sitting.get_absolute_url(), titles)


def rows(partnership: Partnership) -> Iterable[Sitting]:
    found = Sitting.objects.filter(Q(partnership=partnership))
    return found.select_related("partnership", "organ__partnership").prefetch_related("items")


SITTINGS = Kind(Sitting, _("Zittingen"), entry_of, rows)


def offer_all() -> None:
    """Called once, when the room is ready."""
    kinds.register(SITTINGS)
    subjects.accept(
        AgendaItem,
        see="partners.see_inside",
        add="sittings.run",
        page=AgendaItem.get_absolute_url,
        rows=lambda: AgendaItem.objects.select_related("sitting__partnership"),
        removed="sittings.item_removed",
    )
