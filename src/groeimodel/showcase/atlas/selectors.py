"""Which partnerships stand on the map: those that show themselves, and those that are known from public sources."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Prefetch, Q
from django.urls import reverse

from groeimodel.content.municipalities import municipalities
from groeimodel.content.outlines import outlines
from groeimodel.foundation.partners.models import Membership, Municipality, Partnership
from groeimodel.showcase.atlas.drawing import Area
from groeimodel.showcase.sharing.models import Kind
from groeimodel.showcase.sharing.selectors import partnerships_showing

PALETTE = ("poppy", "cornflower", "sunflower", "mallow", "leaf", "water")
"""In turn; a neighbour may get the same, the number tells them apart."""


@dataclass(frozen=True, slots=True)
class Row:
    """A partnership in the list beside the map."""

    partnership: Partnership
    area: Area | None
    """None when nothing of it lies on the map: an invented example."""
    members: tuple[str, ...]
    url: str
    state: str
    """'page' has a page for everybody, 'garden' shows its garden, 'listed' is only known by name."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was searched for: a municipality, and who it works with."""

    name: str
    """As it is called; as it was typed when nobody knows it."""
    known: bool
    partnerships: tuple[str, ...]
    near: tuple[str, ...]
    """Names that look like it."""


@dataclass(frozen=True, slots=True)
class Atlas:
    rows: tuple[Row, ...]
    examples: tuple[Row, ...]
    found: Found | None

    @property
    def areas(self) -> tuple[Area, ...]:
        return tuple(row.area for row in self.rows if row.area)


def atlas(search: str = "") -> Atlas:
    """Four queries, however many partnerships."""
    online = set(partnerships_showing(Kind.PAGE).values_list("pk", flat=True))
    members = Membership.objects.filter(ends=None).select_related("municipality")
    shown = (
        Partnership.objects.filter(Q(public=True) | Q(listed_only=True) | Q(pk__in=online))
        .order_by("name", "pk")
        .prefetch_related(Prefetch("memberships", members.order_by("municipality__name"), "today"))
    )
    where = _place(search)
    rows = [_row(one, online, where) for one in shown]
    real = [one for one in rows if not one[0].partnership.example]
    numbered = tuple(
        Row(
            row.partnership,
            Area(n, row.partnership.name, row.url, PALETTE[(n - 1) % len(PALETTE)], places, found)
            if places
            else None,
            row.members,
            row.url,
            row.state,
        )
        for n, (row, places, found) in enumerate(real, start=1)
    )
    return Atlas(
        numbered,
        tuple(row for row, _places, _found in rows if row.partnership.example),
        _found(search, where, numbered),
    )


def _row(one: Partnership, online: set[int], where: Municipality | None) -> tuple[Row, tuple[str, ...], bool]:
    today: list[Membership] = vars(one)["today"]
    state = "listed" if one.listed_only else "page" if one.pk in online else "garden"
    url = reverse("public:page" if state == "page" else "garden:home", args=[one.slug])
    places = tuple(member.municipality.nis for member in today if member.municipality.nis in outlines().of)
    found = where is not None and any(member.municipality_id == where.pk for member in today)
    names = tuple(member.municipality.name for member in today)
    return Row(one, None, names, url, state), tuple(filter(None, places)), found


def _place(search: str) -> Municipality | None:
    """The municipality of today that goes by a name, an old name or a French one: at most one query."""
    known = municipalities().find(search) if search else None
    if known is None:
        return None
    return Municipality.objects.filter(nis=known.nis).first()


def _found(search: str, where: Municipality | None, rows: tuple[Row, ...]) -> Found | None:
    if not search:
        return None
    if where is None:
        known = municipalities().find(search)
        near = () if known else municipalities().nearest(search)
        return Found(known.name if known else search, known is not None, (), near)
    with_it = tuple(row.partnership.name for row in rows if row.area and row.area.found)
    return Found(where.name, True, with_it, ())
