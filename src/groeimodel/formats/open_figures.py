"""The open figures of partnerships as CSV and as JSON-LD that describes itself (schema.org Dataset, DCAT). No Django."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

LICENCE = "https://creativecommons.org/publicdomain/zero/1.0/"
HEAD = (
    "jaar", "cijfer", "titel", "eenheid", "soort groep", "groep", "van", "tot en met", "minstens samenwerkingen", "verzonnen",
)  # fmt: skip
CONTEXT = {
    "@vocab": "https://schema.org/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "license": {"@type": "@id"},
    "dct:license": {"@type": "@id"},
    "contentUrl": {"@type": "@id"},
    "dcat:downloadURL": {"@type": "@id"},
    "url": {"@type": "@id"},
    # The rows are for programmes, not for the graph.
    "figures": None,
    "checksums": None,
}


@dataclass(frozen=True, slots=True)
class OpenRow:
    """One cell of one year; no numbers where it stays away."""

    year: int
    figure: str
    title: str
    unit: str
    dimension: str
    """'' for all together, 'model' or 'province'."""
    group: str
    low: int | None
    high: int | None
    partnerships: int | None
    invented: bool


@dataclass(frozen=True, slots=True)
class Dataset:
    """What the description says of the whole."""

    name: str
    description: str
    publisher: str
    url: str
    """Of the page; those of the files follow."""
    csv_url: str
    json_url: str
    modified: str
    """ISO date; empty while there is nothing."""
    checksums: Sequence[tuple[int, str]]
    """Year and SHA-256."""


def csv_of(rows: Iterable[OpenRow]) -> bytes:
    """With semicolons, as a Belgian spreadsheet opens it; empty where a cell stays away."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";")
    writer.writerow(HEAD)
    for one in rows:
        numbers = ["" if value is None else value for value in (one.low, one.high, one.partnerships)]
        texts = [one.year, one.figure, one.title, one.unit, one.dimension, one.group]
        writer.writerow([*texts, *numbers, "ja" if one.invented else "nee"])
    return out.getvalue().encode("utf-8-sig")


def json_of(dataset: Dataset, rows: Sequence[OpenRow]) -> bytes:
    """One document: the description as linked data, and every cell."""
    years = sorted({one.year for one in rows})
    files = [("CSV", "text/csv", dataset.csv_url), ("JSON", "application/ld+json", dataset.json_url)]
    told = {
        "@context": CONTEXT,
        "@id": dataset.url,
        "@type": ["Dataset", "dcat:Dataset"],
        "name": dataset.name,
        "dct:title": dataset.name,
        "description": dataset.description,
        "dct:description": dataset.description,
        "publisher": {"@type": "Organization", "name": dataset.publisher},
        "inLanguage": "nl-BE",
        "isAccessibleForFree": True,
        "license": LICENCE,
        "dct:license": LICENCE,
        "url": dataset.url,
        "distribution": [
            {
                "@type": ["DataDownload", "dcat:Distribution"],
                "name": name,
                "encodingFormat": media,
                "contentUrl": url,
                "dcat:downloadURL": url,
            }
            for name, media, url in files
        ],
        "checksums": {str(year): value for year, value in dataset.checksums},
        "figures": [_cell(one) for one in rows],
    }
    if years:
        told |= {"temporalCoverage": f"{years[0]}/{years[-1]}", "dateModified": dataset.modified}
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def _cell(one: OpenRow) -> dict[str, object]:
    return {
        "year": one.year,
        "figure": one.figure,
        "title": one.title,
        "unit": one.unit,
        "dimension": one.dimension,
        "group": one.group,
        "low": one.low,
        "high": one.high,
        "partnerships": one.partnerships,
        "invented": one.invented,
    }
