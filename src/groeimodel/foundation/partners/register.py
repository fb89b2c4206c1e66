"""The Flemish municipalities in the database: what a list changes, and changing it.

A list is compared first (`changes_of`), and applied as it was shown (`apply`): new ones, other names and figures, and
mergers with all their consequences.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction

from groeimodel.content.municipality_list import Listed, shipped
from groeimodel.foundation.partners.models import Municipality
from groeimodel.foundation.partners.services.mergers import Consequence, consequences, merge
from groeimodel.foundation.people.models import Person

FIELDS = ("name", "name_fr", "province", "inhabitants", "inhabitants_year", "inhabitants_under_25")


@dataclass(frozen=True, slots=True)
class Changed:
    """One field of one municipality."""

    name: str
    field: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class Merger:
    """Municipalities that become one on a day."""

    into: Listed
    parts: tuple[str, ...]
    on: date
    touched: tuple[Consequence, ...]
    """What it means for each partnership that one of the parts belongs to."""


@dataclass(frozen=True, slots=True)
class Changes:
    new: tuple[Listed, ...] = ()
    former: tuple[Listed, ...] = ()
    """Not known here yet, and merged already: only to be found by their old name."""
    changed: tuple[Changed, ...] = ()
    mergers: tuple[Merger, ...] = ()
    absent: tuple[str, ...] = field(default=())
    """Known here, but not in the list: they stay as they are."""

    @property
    def none(self) -> bool:
        return not (self.new or self.former or self.changed or self.mergers)


def changes_of(rows: Sequence[Listed]) -> Changes:
    """What a list would change; changes nothing itself."""
    known = {one.nis: one for one in Municipality.objects.exclude(nis=None).select_related("merged_into")}
    today = [row for row in rows if not row.merged_into]
    gone = [row for row in rows if row.merged_into]
    merging = [row for row in gone if row.nis in known and known[row.nis].merged_into is None]
    return Changes(
        new=tuple(row for row in today if row.nis not in known),
        former=tuple(row for row in gone if row.nis not in known),
        changed=tuple(change for row in rows if row.nis in known for change in _changed(known[row.nis], row)),
        mergers=_mergers(merging, today, known),
        absent=tuple(sorted(str(one) for nis, one in known.items() if nis not in {row.nis for row in rows})),
    )


def _changed(one: Municipality, row: Listed) -> list[Changed]:
    """What the list says otherwise; an empty cell says nothing."""
    return [
        Changed(one.name, name, getattr(one, name), getattr(row, name))
        for name in FIELDS
        if getattr(row, name) not in ("", None) and getattr(row, name) != getattr(one, name)
    ]


def _mergers(
    merging: Sequence[Listed], today: Sequence[Listed], known: dict[str | None, Municipality]
) -> tuple[Merger, ...]:
    found = []
    for key in sorted({(row.merged_into, row.merged_on) for row in merging}, key=str):
        into, on = key
        rows = [row for row in merging if (row.merged_into, row.merged_on) == key]
        target = next(row for row in today if row.nis == into)
        parts = [known[row.nis] for row in rows]
        touched = consequences(into=known.get(into), parts=parts)
        found.append(Merger(target, tuple(row.nis for row in rows), on or date.min, tuple(touched)))
    return tuple(found)


@transaction.atomic
def apply(rows: Sequence[Listed], *, actor: Person | None = None) -> Changes:
    """Do what the list changes, all or nothing; says what was done."""
    changes = changes_of(rows)
    Municipality.objects.bulk_create([Municipality(nis=row.nis, **_fields(row)) for row in changes.new])
    by_nis = {one.nis: one for one in Municipality.objects.exclude(nis=None)}
    for row in changes.former:
        Municipality.objects.create(
            nis=row.nis, **_fields(row), merged_into=by_nis[row.merged_into], ended_on=row.merged_on
        )
    for row in rows:
        one = by_nis.get(row.nis)
        if one is not None and (wrong := _changed(one, row)):
            for change in wrong:
                setattr(one, change.field, change.after)
            one.save(update_fields=[change.field for change in wrong])
    for merger in changes.mergers:
        parts = [by_nis[nis] for nis in merger.parts]
        merge(into=by_nis[merger.into.nis], parts=parts, on=merger.on, actor=actor)
    return changes


def _fields(row: Listed) -> dict[str, object]:
    return {name: getattr(row, name) for name in FIELDS}


def load_municipalities() -> int:
    """Add the shipped municipalities that are not there yet; says how many. Changes none that is there."""
    known = set(Municipality.objects.exclude(nis=None).values_list("nis", flat=True))
    return len(apply([row for row in shipped() if row.nis not in known]).new)
