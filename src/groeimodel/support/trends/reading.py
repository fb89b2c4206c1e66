"""Reads of the open figures: what was published, as page, CSV and JSON show it. One query, no scope: it is about nobody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from groeimodel.formats.chart_ranges import Range, ranges
from groeimodel.formats.open_figures import Dataset, OpenRow
from groeimodel.support.trends import words
from groeimodel.support.trends.figures import MODELS, PUBLISHED, Published
from groeimodel.support.trends.models import Snapshot
from groeimodel.support.trends.publishing import GROUPS, Row


@dataclass(frozen=True, slots=True)
class Shown:
    """One cell in words."""

    text: str
    known: bool
    label: str = ""


@dataclass(frozen=True, slots=True)
class YearLine:
    year: int
    total: Shown
    partnerships: int | None
    cells: tuple[Shown, ...]
    """One for each model of the table, in its order."""


@dataclass(frozen=True, slots=True)
class Block:
    """One figure over the years."""

    figure: Published
    picture: SafeString
    latest: Shown
    lines: tuple[YearLine, ...]
    models: tuple[str, ...]
    provinces: tuple[tuple[int, str, Shown], ...]
    """Only what may be known: year, province, figure."""


def snapshots() -> list[Snapshot]:
    """What was published, oldest first; invented examples only where nothing real is. One query."""
    rows = list(Snapshot.objects.order_by("year"))
    real = [one for one in rows if not one.invented]
    return real or rows


def blocks_of(years: Sequence[Snapshot]) -> list[Block]:
    return [_block(one, years) for one in PUBLISHED]


def _block(figure: Published, years: Sequence[Snapshot]) -> Block:
    found: dict[tuple[int, str, str], Row] = {
        (year.year, row["dimension"], row["group"]): row
        for year in years
        for row in year.rows
        if row["figure"] == figure.key
    }

    def cell(year: int, dimension: str = "", group: str = "", label: str = "") -> Shown:
        row = found.get((year, dimension, group))
        low, high = (row["low"], row["high"]) if row else (None, None)
        return Shown(words.between(low, high), low is not None, label)

    newest = years[-1].year
    models = [key for key in MODELS if any(cell(one.year, "model", key).known for one in years)]
    bars = []
    for one in years:
        row = found.get((one.year, "", ""))
        low, high = (row["low"], row["high"]) if row else (None, None)
        text = words.between(low, high)
        bars.append(Range(str(one.year), low, high, text if low is None else text.replace(_(" tot "), "–")))
    title = _("%(what)s per jaar, tussen welke twee cijfers het totaal ligt") % {"what": figure.title}
    lines = []
    for one in reversed(years):
        total = found.get((one.year, "", ""))
        cells = tuple(cell(one.year, "model", key, str(MODELS[key])) for key in models)
        lines.append(YearLine(one.year, cell(one.year), total["partnerships"] if total else None, cells))
    return Block(
        figure=figure,
        picture=mark_safe(ranges(bars, layer=figure.layer, title=title, key=f"cijfer-{figure.key}")),  # noqa: S308 (made by us, escaped)
        latest=cell(newest),
        lines=tuple(lines),
        models=tuple(str(MODELS[key]) for key in models),
        provinces=tuple(
            (one.year, name, shown)
            for one in reversed(years)
            for name in GROUPS["province"]
            if (shown := cell(one.year, "province", name)).known
        ),
    )


def open_rows(years: Sequence[Snapshot]) -> list[OpenRow]:
    """Every cell of every year, for files."""
    names = {one.key: one for one in PUBLISHED}
    return [
        OpenRow(
            year=year.year,
            figure=row["figure"],
            title=str(names[row["figure"]].title),
            unit=str(names[row["figure"]].unit),
            dimension=row["dimension"],
            group=str(MODELS.get(row["group"], row["group"])),
            low=row["low"],
            high=row["high"],
            partnerships=row["partnerships"],
            invented=year.invented,
        )
        for year in years
        for row in year.rows
    ]


def dataset_of(years: Sequence[Snapshot]) -> Dataset:
    """The description, with whole addresses."""

    def url(name: str) -> str:
        return settings.PUBLIC_URL.rstrip("/") + reverse(name)

    return Dataset(
        name=_("Intergemeentelijke samenwerking rond jeugd in Vlaanderen: cijfers per jaar"),
        description=_(
            "Totalen per jaar van samenwerkingen die dat willen, tussen twee cijfers. Wat op minder dan vijf samenwerkingen"
            " steunt, of waar één te zwaar doorweegt, blijft weg."
        ),
        publisher="Groeimodel",
        url=url("trends:open"),
        csv_url=url("trends:open_csv"),
        json_url=url("trends:open_json"),
        modified=max((timezone.localdate(one.made_at).isoformat() for one in years), default=""),
        checksums=[(one.year, one.checksum) for one in years],
    )
