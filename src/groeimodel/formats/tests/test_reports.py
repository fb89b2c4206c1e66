"""The three written reports: the same story for a terminal, a browser and paper."""

import re
import zlib
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from groeimodel.formats.report import Report
from groeimodel.formats.report_html import render_html
from groeimodel.formats.report_pdf import render_pdf
from groeimodel.formats.report_text import render_text
from groeimodel.rules.growth.diagnosis import Change
from groeimodel.rules.growth.phase import VERDICTS
from groeimodel.rules.growth.story import Story, tell
from groeimodel.rules.growth.tests.told import ALL_EXAMPLES, CONTENT, all_hidden, diagnosis, nothing, steady

GARDEN = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 90" role="img"><title>Tuin</title>'
    '<rect width="160" height="90" fill="#cfe5e8"/><text x="9" y="20">Tuin</text></svg>'
)
STORY = tell(diagnosis(aim="meadow"), CONTENT, role="alderman", title="Kempendal")
STEADY = tell(diagnosis(aim="meadow"), steady(), role="alderman", title="Kempendal")
CHANGE = Change("soil", "layer", 51.0, 62.4, 11.4, 3.0, 19.0, 5, True)
STORIES = {
    "full": replace(STORY, changes=tell(diagnosis(), CONTENT, changes=(CHANGE,)).changes),
    "nothing": tell(nothing(), CONTENT),
    "hidden": tell(all_hidden(), CONTENT, language="en"),
    "nasty": tell(diagnosis(), CONTENT, title='#set page(fill: red) <script>"&</script> \\ $x$ @y'),
} | {key: tell(one, CONTENT) for key, one in ALL_EXAMPLES.items()}


def report(story: Story, *, example: bool = False) -> Report:
    return Report(story, GARDEN, GARDEN, "23 november 2026", example, story.language)


# --- Terminal ---


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("name", STORIES)
def test_no_line_is_wider_than_the_terminal(name: str, width: int) -> None:
    text = render_text(STORIES[name], width)
    too_wide = [line for line in text.splitlines() if len(line) > width]
    assert not too_wide
    assert text.endswith("\n")
    assert "\x1b" not in text


def test_a_terminal_that_knows_only_ascii_gets_ascii_drawings() -> None:
    signs = set(render_text(STORY, plain=True)) - set("‘’\u00a0")
    assert all(ord(sign) < 128 or sign.isalpha() for sign in signs)


def test_the_text_of_an_example_is_as_it_was_looked_at() -> None:
    """Written anew with: python -m groeimodel.formats.tests.test_reports"""
    assert render_text(STEADY) == SNAPSHOT.read_text(encoding="utf-8")


SNAPSHOT = Path(__file__).parent / "report_example.txt"


# --- Browser ---


class Outline(HTMLParser):
    """Checks that elements close in order, and gathers headings, ids and links."""

    VOID = frozenset({"meta", "link", "br", "img", "hr", "path", "rect", "circle", "line"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.headings: list[int] = []
        self.ids: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        self.ids += [value or "" for name, value in attrs if name == "id"]
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.ids += [value or "" for name, value in attrs if name == "id"]
        self.attributes += attrs

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def outline(html: str) -> Outline:
    parser = Outline()
    parser.feed(html)
    parser.close()
    assert not parser.open
    return parser


@pytest.mark.parametrize("name", STORIES)
def test_the_page_is_well_formed_with_headings_in_order(name: str) -> None:
    page = outline(render_html(report(STORIES[name])))
    assert page.headings[0] == 1
    assert page.headings.count(1) == 1
    assert all(after - before <= 1 for before, after in zip(page.headings, page.headings[1:], strict=False))
    assert len(page.ids) == len(set(page.ids))
    assert {"header", "main", "footer"} <= set(page.tags)
    assert page.tags.count("caption") == page.tags.count("table")


def test_the_page_stands_alone() -> None:
    html = render_html(report(STORIES["nasty"]))
    page = outline(html)
    assert "script" not in page.tags
    assert not [value for name, value in page.attributes if name in ("src", "href")]
    assert not [
        target
        for target in re.findall(r"url\(([^)]{0,40})", html)
        if not target.startswith("data:font/woff2")
    ]
    assert len(html.encode()) < 250_000


def test_the_page_says_its_language_and_that_it_is_an_example() -> None:
    html = render_html(report(STORY, example=True))
    assert '<html lang="nl-BE">' in html
    assert STORY.labels["example"] in html
    assert STORY.labels["example"] not in render_html(report(STORY))


# --- Paper ---


def plain(pdf: bytes) -> bytes:
    """The bytes of a PDF with its compressed parts laid open."""
    packed = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)
    opened = [zlib.decompressobj().decompress(part) for part in packed if part[:1] == b"\x78"]
    return b"\n".join([pdf, *opened])


@pytest.mark.parametrize("name", ["full", "nothing", "hidden", "nasty", *VERDICTS[::5]])
def test_the_pdf_is_tagged_checked_and_short(name: str) -> None:
    """Made with the rules of PDF/UA-1 switched on: typst refuses a document that breaks them."""
    pdf = render_pdf(report(STORIES[name]))
    assert pdf.startswith(b"%PDF-")
    for sign in (b"/StructTreeRoot", b"/MarkInfo", b"pdfuaid"):
        assert sign in plain(pdf)
    pages = max(int(count) for count in re.findall(rb"/Count (\d+)", plain(pdf)))
    assert 3 <= pages <= 6


def test_the_same_report_gives_the_same_bytes() -> None:
    assert render_pdf(report(STORY)) == render_pdf(report(STORY))


def test_letters_that_are_not_in_the_font_do_not_stop_the_pdf() -> None:
    odd = tell(diagnosis(), CONTENT, title="Łódź ≥ 中 😀 \u202f \x07")
    assert render_pdf(report(odd)).startswith(b"%PDF-")


if __name__ == "__main__":
    SNAPSHOT.write_text(render_text(STEADY), encoding="utf-8")
