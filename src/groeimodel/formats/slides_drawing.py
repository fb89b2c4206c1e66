"""Draws the slides of a deck into a presentation: what goes on which slide, how large, and where."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace
from io import BytesIO
from typing import TYPE_CHECKING, Any

from pptx.util import Emu, Pt

from groeimodel.formats import slides_template as look
from groeimodel.formats.document import Figure
from groeimodel.formats.slides_cards import MOST, add_cards, row_of
from groeimodel.formats.slides_measure import cut, largest, lines_of
from groeimodel.formats.slides_paging import INDENT, SIZES, Line, Table, gap, pages_of, tables_of, tall
from groeimodel.formats.slides_table import add_table

if TYPE_CHECKING:
    from groeimodel.formats.slides_pptx import Deck, Slide

TITLES = (36, 34, 32, 30, 28, 26, 24)
LEADS = (24, 22, 20, 18)
TITLE_LINE = 1.16
"""Height of a line of a title, which is set a little closer."""
SMALL, SOURCE_LINES = 12, 3
NAMES = {
    0: "Titel",
    1: "Tekst",
    11: "Voettekst",
    12: "Nummer",
    look.SOURCE_AT: "Bron",
    look.PICTURE_AT: "Tuin",
}
"""Of places, by number: as who edits or hears the slide meets them."""
MARKS = "¹²³⁴⁵⁶"


@dataclass(frozen=True, slots=True)
class Page:
    """One slide as it is drawn; a `Slide` becomes one or more."""

    lines: tuple[Line, ...] = ()
    size: int = SIZES[-1]
    box: look.Box = look.BODY
    """Of the text."""
    figures: tuple[Figure, ...] = ()
    cards: look.Box = look.BODY
    table: Table | None = None
    beside: bool = False
    """The picture stands beside the text."""
    sources: tuple[str, ...] = field(default=())


def pages(slide: Slide) -> list[Page]:
    """What stands on which page of a slide that is no cover and no closing."""
    lines = _lines(slide)
    made: list[Page] = []
    figures = list(slide.figures)
    if slide.picture is not None:
        made += _beside(lines, replace_box=True)
    elif figures and slide.points:
        here = row_of(figures, 4)
        made += _beside(lines, replace_box=False)
        made[0] = replace(made[0], figures=tuple(here), cards=_right())
        figures = figures[len(here) :]
    elif slide.points or not (figures or slide.grid):
        made += _written(lines)
    lead = [] if made else lines
    while figures:
        here = row_of(figures, MOST)
        figures = figures[len(here) :]
        page, rest = _under(lead)
        made += [*page[:-1], replace(page[-1], figures=tuple(here), cards=rest)]
        lead = []
    if slide.grid is not None:
        page, rest = _under(lead)
        tables = tables_of(slide.grid, rest[2], rest[3])
        made += [*page[:-1], replace(page[-1], table=tables[0], cards=rest)]
        made += [Page(table=one) for one in tables[1:]]
    return [_sourced(one, slide) for one in made]


def _lines(slide: Slide) -> list[Line]:
    lead = [Line(slide.lead, point=False)] if slide.lead else []
    return [*lead, *(Line(one) for one in slide.points)]


def _right() -> look.Box:
    x, y, wide, _ = look.PICTURE
    return (x, y, wide, look.BOTTOM - y)


def _beside(lines: Sequence[Line], *, replace_box: bool) -> list[Page]:
    """Text beside something else; what does not fit there goes on full slides."""
    box = look.BESIDE
    size, found = pages_of(lines, box[2], box[3])
    here = found[0] if found else []
    if len(found) > 1:
        here = []
        for one in (piece for page in found for piece in page):
            if here and tall([*here, one], size, box[2]) > box[3]:
                break
            here.append(one)
    rest = [piece for page in found for piece in page][len(here) :]
    first = Page(tuple(here), size, box, beside=replace_box)
    return [first, *(_written(rest) if rest else [])]


def _written(lines: Sequence[Line]) -> list[Page]:
    x, y, wide, high = look.BODY
    if not lines:
        return [Page()]
    size, found = pages_of(lines, wide, high)
    return [Page(tuple(one), size, (x, y, wide, high)) for one in found]


def _under(lead: Sequence[Line]) -> tuple[list[Page], look.Box]:
    """Pages, and the room that is left on the last one under the lead. A lead that is long has its own page."""
    x, y, wide, high = look.BODY
    if not lead:
        return [Page()], (x, y + 6, wide, high - 6)
    for size in LEADS:
        taken = tall(lead, size, wide)
        if taken <= size * 3.2 + gap(size):
            page = Page(tuple(lead), size, (x, y, wide, taken))
            return [page], (x, y + taken + 14, wide, high - taken - 14)
    return [*_written(lead), Page()], (x, y + 6, wide, high - 6)


def _sourced(page: Page, slide: Slide) -> Page:
    """Sources stand at the foot, each with a mark that its figures have too; on the cards when they are too long."""
    found = list(dict.fromkeys(one.source for one in page.figures if one.source))
    table = [slide.grid.source] if page.table is not None and slide.grid is not None else []
    rest = [one for one in (*table, slide.source) if one]
    alone = len(found) == 1 and all(one.source for one in page.figures)
    marks = {one: "" if alone else MARKS[n] for n, one in enumerate(found)}
    foot = [f"{mark}\N{NO-BREAK SPACE}{one}".strip() for one, mark in marks.items()]
    if len(lines_of(" · ".join([*foot, *rest]), SMALL, look.SOURCE[2] - 40)) > SOURCE_LINES:
        return replace(page, sources=tuple(dict.fromkeys(rest)))
    figures = tuple(
        replace(
            one,
            words=f"{one.words}{marks[one.source]}" if marks[one.source] else one.words,
            source="",
        )
        if one.source
        else one
        for one in page.figures
    )
    return replace(page, figures=figures, sources=tuple(dict.fromkeys([*foot, *rest])))


def _title(title: str, end: str, sizes: Sequence[int], box: look.Box) -> tuple[int, str]:
    """The largest size in which it fits its box; in the smallest it is cut, and keeps its end."""
    rows = {one: int(box[3] / (one * TITLE_LINE)) for one in sizes}
    for size in sizes:
        if len(lines_of(title + end, size, box[2], "head")) <= rows[size]:
            return size, title + end
    return sizes[-1], cut(title, sizes[-1], box[2], rows[sizes[-1]], "head", end=end)


class Pen:
    """Adds slides to one presentation."""

    def __init__(self, file: Any, deck: Deck) -> None:
        self.file, self.deck = file, deck
        self.used: set[str] = set()
        """Titles that stand on a slide."""

    def draw(self, slide: Slide) -> None:
        if slide.kind == "title" or (slide.kind == "closing" and slide.picture is not None):
            self._cover(slide)
        elif slide.kind == "closing":
            self._closing(slide)
        else:
            for n, page in enumerate(pages(slide)):
                self._page(slide, page, n)

    def _cover(self, slide: Slide) -> None:
        made = self._new(look.COVERED, slide.title, "", look.NAME, look.CREAM)
        places = _places(made)
        under = slide.lead or self.deck.subtitle
        _, _, wide, _ = look.UNDER
        if under:
            size, words = largest(under, (20, 18, 16, 14), wide, 2)
            self._say(places[1], [Line(words, point=False)], size, "F3EBD6")
        else:
            _remove(places[1])
        if slide.picture is not None:
            picture = places[look.PICTURE_AT].insert_picture(BytesIO(slide.picture))
            wide_px, high_px = picture.image.size
            shown = (look.COVER[3] / look.COVER[2]) / (high_px / wide_px)
            if shown < 1:  # from the sky down, and the deeper soil not
                picture.crop_top, picture.crop_bottom = 0, 1 - shown
            _describe(picture, slide.says)
        else:
            _remove(places[look.PICTURE_AT])
        self._finish(made, slide.notes, slide.title)

    def _closing(self, slide: Slide) -> None:
        _, _, wide, high = look.ASK
        lines = _lines(slide)
        size, found = pages_of(lines, wide, high) if lines else (SIZES[0], [[]])
        for n, here in enumerate(found):
            made = self._new(look.CLOSED, slide.title, self._goes_on(n), look.LAST, look.CREAM)
            self._text(_places(made), Page(tuple(here), size, look.ASK), look.CREAM)
            self._finish(made, self._notes(slide, n), slide.title)

    def _page(self, slide: Slide, page: Page, n: int) -> None:
        layout = look.BESIDES if page.beside else look.WRITTEN if page.lines else look.BARE
        made = self._new(layout, slide.title, self._goes_on(n), look.TITLE, look.DEEP)
        places = _places(made)
        if layout != look.BARE:
            self._text(places, page, look.INK)
        if page.beside and slide.picture is not None:
            picture = places[look.PICTURE_AT].insert_picture(BytesIO(slide.picture))
            _describe(picture, slide.says)
            if not page.lines:
                _enlarge(picture)
        if page.figures:
            add_cards(made, page.figures, page.cards, self.deck.colour, self.deck.language)
        if page.table is not None:
            frame = add_table(made, page.table, page.cards, self.deck.language)
            _describe(frame, slide.title)
        self._source(made, places[look.SOURCE_AT], page.sources)
        self._finish(made, self._notes(slide, n), slide.title)

    def _goes_on(self, n: int) -> str:
        """Behind the title of what follows."""
        if not n:
            return ""
        return f" ({self.deck.goes_on})" if n == 1 else f" ({self.deck.goes_on}\N{NO-BREAK SPACE}{n})"

    def _notes(self, slide: Slide, n: int) -> str:
        """What follows is said on the slide where it began."""
        return slide.notes if not n else f"{self.deck.goes_on.capitalize()}: {slide.title}"

    def _new(self, layout: int, title: str, end: str, box: look.Box, ink: str) -> Any:
        made = self.file.slides.add_slide(self.file.slide_layouts[layout])
        sizes = (44, 40, *TITLES) if layout in {look.COVERED, look.CLOSED} else TITLES
        found, words = _title(title, end, sizes, box)
        again = 1
        while words in self.used:  # a list of slides is read by their titles
            again += 1
            found, words = _title(title, f"{end} ({again})", sizes, box)
        self.used.add(words)
        self._write(made.shapes.title.text_frame.paragraphs[0], words, found, ink)
        return made

    def _text(self, places: dict[int, Any], page: Page, ink: str) -> None:
        if not page.lines:
            _remove(places[1])
            return
        place = places[1]
        place.left, place.top, place.width, place.height = (Emu(int(Pt(1) * one)) for one in page.box)
        self._say(place, page.lines, page.size, ink)

    def _say(self, place: Any, lines: Sequence[Line], size: int, ink: str) -> None:
        frame = place.text_frame
        for n, line in enumerate(lines):
            paragraph = frame.paragraphs[0] if n == 0 else frame.add_paragraph()
            paragraph.space_before = Pt(gap(size) if n else 0)
            style = paragraph._p.get_or_add_pPr()
            room = int(Pt(1) * INDENT * size) * line.point
            style.set("marL", str(room))
            style.set("indent", str(-room))
            if not line.point:
                style.insert_element_before(
                    style.makeelement(_NO_MARK, {}), "a:tabLst", "a:defRPr", "a:extLst"
                )
            self._write(paragraph, line.text, size, ink)

    def _write(self, paragraph: Any, words: str, size: int, ink: str) -> None:
        run = paragraph.add_run()
        run.text = words
        run.font.size, run.font.color.rgb = Pt(size), look.rgb(ink)
        run._r.get_or_add_rPr().set("lang", self.deck.language)

    def _source(self, made: Any, place: Any, sources: Sequence[str]) -> None:
        """At the foot, and read after what it is the source of."""
        if not sources:
            _remove(place)
            return
        told = f"{self.deck.source_word}: {' · '.join(sources)}"
        words = cut(told, SMALL, look.SOURCE[2], SOURCE_LINES)
        self._say(place, [Line(words, point=False)], SMALL, look.SOFT)
        made.shapes._spTree.append(place._element)

    def _finish(self, made: Any, notes: str, title: str) -> None:
        """Foot, number and notes."""
        for layout in made.slide_layout.placeholders:
            if layout.placeholder_format.idx in {11, 12}:
                made.shapes._spTree.append(_copied(layout._element))
        foot = " · ".join(one for one in (self.deck.author, self.deck.example) if one)
        for one in list(made.placeholders):
            if one.placeholder_format.idx == 11:
                if foot:
                    paragraph = one.text_frame.paragraphs[0]
                    self._write(paragraph, cut(foot, SMALL, 640, 1), SMALL, look.CREAM)
                else:
                    _remove(one)
        for one in made.placeholders:
            one.name = NAMES.get(one.placeholder_format.idx, one.name)
        _number(made, len(self.file.slides))
        told = notes if made.shapes.title.text_frame.text.startswith(title) else f"{title}\n{notes}".strip()
        if told:
            frame = made.notes_slide.notes_text_frame
            frame.text = told
            for run in frame._txBody.iter(_RUN):
                run.get_or_add_rPr().set("lang", self.deck.language)


_SPACE = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_NO_MARK, _RUN = f"{_SPACE}buNone", f"{_SPACE}r"


def _copied(element: Any) -> Any:
    """A place of the layout on the slide itself: its box stays that of the layout."""
    fresh = deepcopy(element)
    for old in list(fresh.spPr):
        fresh.spPr.remove(old)
    return fresh


def _number(made: Any, place: int) -> None:
    """The number of the slide; and keys of shapes that no other shape of the slide has."""
    for one in made.shapes._spTree.iter(f"{_SPACE}fld"):
        one.find(f"{_SPACE}t").text = str(place)
    for n, one in enumerate(made.shapes._spTree.iter("{*}cNvPr"), start=1):
        one.set("id", str(n))


def _places(made: Any) -> dict[int, Any]:
    return {one.placeholder_format.idx: one for one in made.placeholders}


def _remove(place: Any) -> None:
    place._element.getparent().remove(place._element)


def _describe(shape: Any, says: str) -> None:
    """For who does not see it."""
    properties = shape._element.xpath(".//p:cNvPr")[0]
    properties.set("descr", says)


def _enlarge(picture: Any) -> None:
    """Without text beside it, a picture takes the whole height."""
    high = look.BOTTOM - look.TOP - 4
    wide = high * 16 / 9
    box = ((look.WIDE - wide) / 2, look.TOP, wide, high)
    picture.left, picture.top, picture.width, picture.height = (Emu(int(Pt(1) * one)) for one in box)
