"""A document in the house style as PDF: tagged, checked against PDF/UA-1, with our own letters only.

pdf_of(Document(title="Terugblik", parts=(Part("Wat het opbracht", points=("Twee kampen.",)),)))
"""

from __future__ import annotations

from dataclasses import asdict
from textwrap import shorten
from typing import Any

from groeimodel.formats.document import Document, Grid, TooLong
from groeimodel.formats.document_parts import (
    LONG_CELL,
    byline_of,
    column_weights,
    figure_columns,
    per_row,
    tidied,
    whole_figures,
)
from groeimodel.formats.one_page import render

MIME = "application/pdf"
_CONTENTS = {"nl": "Inhoud", "fr": "Sommaire", "en": "Contents"}
_MANY_PARTS = 4
"""With more, a list of them stands in front."""
_FOOTER_ROW = 95
"""Letters."""
_LONG = 9_000
"""Letters: from about four pages on, the first page is a cover of its own."""


def pdf_of(document: Document) -> bytes:
    """The same document gives the same bytes. Raises `TooLong` when it was to be one page and does not fit on it."""
    import typst

    try:
        return render("document.typ", page_data(document))
    except typst.TypstError as error:
        if document.one_page and "too long for one page" in str(error):
            raise TooLong("this document does not fit on one page") from error
        raise


def page_data(document: Document) -> dict[str, Any]:
    """Everything that the pages show, as JSON values."""
    shown = tidied(document)
    language = shown.language.split("-")[0] or "nl"
    listed = not shown.one_page and sum(bool(one.title) for one in shown.parts) > _MANY_PARTS
    return {
        **asdict(shown),
        "language": language,
        "byline": byline_of(shown),
        "running": shorten(shown.title, 90, placeholder=" …"),
        "footer_rows": max(1, -(-len(shown.footer) // _FOOTER_ROW)),
        "contents": _CONTENTS.get(language, _CONTENTS["nl"]) if listed else "",
        "cover": listed and _length(shown) > _LONG,
        "parts": [
            {
                **asdict(one),
                "per_row": per_row(len(one.figures)),
                "grid": _table(one.grid) if one.grid is not None else None,
            }
            for one in shown.parts
        ],
    }


def _table(grid: Grid) -> dict[str, Any]:
    return {
        **asdict(grid),
        "rows": whole_figures(grid),
        "right": figure_columns(grid),
        "weights": column_weights(grid),
        "whole_rows": max((len(cell) for row in grid.rows for cell in row), default=0) < LONG_CELL,
    }


def _length(document: Document) -> int:
    """In letters; a row of a table or a figure counts as the place that it takes."""
    return sum(
        sum(map(len, (*one.paragraphs, *one.points, one.note)))
        + 90 * (len(one.grid.rows) + 2 if one.grid is not None else 0)
        + 120 * len(one.figures)
        for one in document.parts
    )
