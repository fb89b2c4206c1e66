"""Which partnerships stand on the map: those that show themselves, and those that are known from public sources."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.urls import reverse
from django_scopes import scopes_disabled

from groeimodel.content.municipalities import municipalities
from groeimodel.content.outlines import outlines
from groeimodel.foundation.partners.models import Membership, Municipality, Partnership
from groeimodel.showcase.atlas.drawing import Area
from groeimodel.showcase.sharing.models import Kind, Opening

PALETTE = ("poppy", "cornflower", "sunflower", "mallow", "leaf", "water")
"""In turn; a neighbour may get the same, the number tells them apart."""


OTHERS = 24
"""Partnerships beside the map that have no municipality on it."""


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
    more: bool = False
    """There are others, that have no municipality on the map."""

    @property
    def areas(self) -> tuple[Area, ...]:
        return tuple(row.area for row in self.rows if row.area)


def atlas(search: str = "") -> Atlas:
    """Eight queries, however many partnerships; in other countries there may be thousands, so only a few of those."""
    with scopes_disabled():
        keys, more = _keys()
        online = set(_online().filter(partnership__in=keys).values_list("partnership", flat=True))
    members = Membership.objects.filter(ends=None).select_related("municipality")
    shown = (
        Partnership.objects.filter(pk__in=keys)
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
        more,
    )


def _online() -> QuerySet[Opening]:
    """That they have a page for everybody, of those that are not only listed."""
    return Opening.objects.filter(kind=Kind.PAGE, closed_at=None, partnership__listed_only=False)


def _keys() -> tuple[list[int], bool]:
    """Who stands on this page, and whether there are more without a place on the map: four queries."""
    page = Exists(_online().filter(partnership=OuterRef("pk")))
    shown = Partnership.objects.filter(Q(public=True) | Q(listed_only=True) | page)
    here = Membership.objects.filter(ends=None, municipality__nis__in=list(outlines().of))
    # By the few municipalities of the map, and not by all partnerships there are.
    around = set(here.values_list("partnership", flat=True))
    drawn = list(shown.filter(pk__in=around, example=False).values_list("pk", flat=True))
    examples = list(shown.filter(example=True).order_by("name").values_list("pk", flat=True)[:OTHERS])
    others = shown.filter(example=False).exclude(pk__in=drawn).order_by("name")
    rest = list(others.values_list("pk", flat=True)[: OTHERS + 1])
    return [*drawn, *examples, *rest[:OTHERS]], len(rest) > OTHERS


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
