"""Slides as a PPTX file, for PowerPoint, Keynote and LibreOffice: titles, notes, alt text, sources at the foot.

pptx_of(Deck("Samen voor de jeugd", slides=(Slide("Wat we deden", "points", points=("Twee kampen.",)),)))
"""

from __future__ import annotations

import zipfile
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from io import BytesIO
from typing import Literal

from groeimodel.formats.document import Figure, Grid
from groeimodel.formats.slides_measure import clean

MIME = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
Kind = Literal["title", "picture", "figures", "points", "grid", "closing"]


@dataclass(frozen=True, slots=True)
class Slide:
    """What does not fit goes on a slide that follows, with the same title."""

    title: str
    kind: Kind = "points"
    """title: the garden with the title and the lead in its soil, as a closing with a picture; a closing without one is
    dark, and may have points. The others follow from what they hold."""
    lead: str = ""
    points: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    grid: Grid | None = None
    picture: bytes | None = None
    """A PNG of 16:9."""
    says: str = ""
    """The picture in words."""
    source: str = ""
    notes: str = ""
    """What the presenter says, one paragraph a line."""


@dataclass(frozen=True, slots=True)
class Deck:
    title: str
    subtitle: str = ""
    author: str = ""
    """The partnership: of the properties of the file, and at the foot."""
    language: str = "nl-BE"
    slides: tuple[Slide, ...] = ()
    example: str = ""
    """'verzonnen voorbeeld'; empty for what is real."""
    colour: str = "#2f6b45"
    """Of the partnership, as '#rrggbb'."""
    goes_on: str = "vervolg"
    """Behind the title of a slide that follows because not everything fitted."""
    source_word: str = "Bron"
    made_on: date = date(2000, 1, 1)


def pptx_of(deck: Deck) -> bytes:
    """The same deck always gives the same bytes. A deck without slides becomes one with its title."""
    # python-pptx is heavy: loaded when the first presentation is made.
    from groeimodel.formats.slides_drawing import Pen
    from groeimodel.formats.slides_template import blank, name_notes

    deck = _clean(deck)
    file = blank(deck.colour, deck.language)
    pen = Pen(file, deck)
    for slide in deck.slides:
        pen.draw(slide)
    name_notes(file)
    about = file.core_properties
    about.title, about.subject = deck.title[:255], deck.subtitle[:255]
    about.author = about.last_modified_by = deck.author[:255]
    about.language, about.comments, about.keywords, about.category = deck.language, "", "", ""
    about.created = about.modified = datetime.combine(deck.made_on, time(12), UTC).replace(tzinfo=None)
    about.revision = 1
    out = BytesIO()
    file.save(out)
    return _same_bytes(out.getvalue())


def _clean(deck: Deck) -> Deck:
    """Texts that any file can hold, and a title on each slide."""
    title = clean(deck.title) or clean(deck.author) or "…"
    slides = deck.slides or (Slide(title, "title"),)
    return replace(
        deck,
        title=title,
        subtitle=clean(deck.subtitle),
        author=clean(deck.author),
        example=clean(deck.example),
        slides=tuple(_clean_slide(one, clean(one.title) or title) for one in slides),
    )


def _clean_slide(slide: Slide, title: str) -> Slide:
    grid = slide.grid
    if grid is not None:
        rows = tuple(tuple(clean(cell) for cell in row) for row in grid.rows)
        grid = Grid(tuple(clean(one) for one in grid.head), rows, clean(grid.source))
    return replace(
        slide,
        title=title,
        lead=clean(slide.lead),
        points=tuple(found for one in slide.points if (found := clean(one))),
        figures=tuple(Figure(clean(f.number), clean(f.words), clean(f.source)) for f in slide.figures),
        grid=grid if grid is not None and grid.head and grid.rows else None,
        says=clean(slide.says),
        source=clean(slide.source),
        notes="\n".join(found for one in slide.notes.splitlines() if (found := clean(one))),
    )


def _same_bytes(made: bytes) -> bytes:
    """Without the hour at which it was packed."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(made)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for one in old.infolist():
            entry = zipfile.ZipInfo(one.filename, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(one.filename), compresslevel=9)
    return out.getvalue()
