"""What holds for every page, found by following every link as a visitor and as each example person."""

from __future__ import annotations

import re
from typing import Literal
from urllib.parse import urljoin, urlsplit

import pytest
from axe_playwright_python.base import AXE_SCRIPT as AXE
from playwright.sync_api import Page

from tests.journeys.conftest import Become, NewPage

MOST_PAGES = 150
MAX_HTML = 100_000
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
PERSONS = ("visitor", "Amina", "Bram", "Finn", "Els")


def without_pictures(html: str) -> str:
    return re.sub(r"<svg\b.*?</svg>", "", html, flags=re.S)


def pattern(path: str) -> str:
    """Pages of the same kind look alike: numbers and tokens do not make another page."""
    return re.sub(r"/(\d+|[\w.:-]{20,})(?=/|$)", "/*", path)


def links_of(html: str, base: str) -> set[str]:
    found = set()
    for link in re.findall(r'href="([^"#?]+)', html):
        parts = urlsplit(urljoin(base, link))
        if (
            parts.scheme in {"http", "https"}
            and parts.netloc == urlsplit(base).netloc
            and "/static/" not in parts.path
        ):
            found.add(parts.path)
    return found


def followed(path: str, html: str, base: str) -> set[str]:
    """The links to go on with. A mail of somebody else leads to the pages of that person, so not those.

    What only programs ask, with a question behind it, is no page.
    """
    return set() if re.match(r"/postvak/\d+/", path) else links_of(html, base) - {"/oembed/"}


def sign_in(page: Page, become: Become, person: str) -> None:
    if person != "visitor":
        become(page, person)


@pytest.mark.journey
@pytest.mark.parametrize("person", PERSONS)
def test_every_link_leads_somewhere(new_page: NewPage, become: Become, site: str, person: str) -> None:
    """And every page weighs less than 100 kB without pictures."""
    page = new_page()
    sign_in(page, become, person)
    seen: set[str] = set()
    todo = ["/", "/stijl/", "/over/"]
    broken, heavy = [], []
    while todo and len(seen) < MOST_PAGES:
        path = todo.pop(0)
        if pattern(path) in seen:
            continue
        seen.add(pattern(path))
        answer = page.request.get(site + path)
        if answer.status >= 400:
            broken.append(f"{path}: {answer.status}")
        elif "text/html" in answer.headers.get("content-type", ""):
            html = answer.text()
            if len(without_pictures(html).encode()) > MAX_HTML:
                heavy.append(f"{path}: {len(html)} bytes")
            todo += sorted(followed(path, html, answer.url))
    assert len(seen) > 8
    assert not broken + heavy


@pytest.mark.journey
@pytest.mark.parametrize("person", ["visitor", "Finn", "Bram"])
def test_every_page_is_accessible(new_page: NewPage, become: Become, site: str, person: str) -> None:
    """By day and by night axe finds nothing serious, no page scrolls sideways on a phone, no rule of the CSP is broken."""
    page = new_page(viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    sign_in(page, become, person)
    seen: set[str] = set()
    todo = ["/", "/stijl/", "/over/"]
    complaints = []
    while todo and len(seen) < MOST_PAGES:
        path = todo.pop(0)
        if pattern(path) in seen or re.search(
            r"\.(pdf|svg|json|csv|xlsx|docx|pptx|png|webp|ics|rq|ttl|zip|pb|xml)$|/beheer/", path
        ):
            continue
        seen.add(pattern(path))
        answer = page.goto(path)
        if answer and "text/html" not in answer.headers.get("content-type", ""):
            continue  # a picture or a document: no page, and the browser lets no script look at it
        todo += sorted(followed(path, page.content(), page.url))
        for scheme in SCHEMES:
            turn(page, scheme)
            complaints += [f"{path} ({scheme}): {line}" for line in serious(page)]
            wide = page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            )
            if wide > 1:
                complaints.append(f"{path} ({scheme}): scrolls sideways by {wide} px on a phone")
    assert not complaints, "\n".join(complaints)


def turn(page: Page, scheme: Scheme) -> None:
    """Day or night, at once: no colour is on its way."""
    page.emulate_media(color_scheme=scheme)
    page.evaluate("document.getAnimations().forEach((one) => one instanceof CSSTransition && one.finish())")


def serious(page: Page) -> list[str]:
    if not page.evaluate("'axe' in window"):  # what is looked at twice has it already
        page.evaluate(AXE)
    violations = page.evaluate("axe.run({resultTypes: ['violations']}).then((found) => found.violations)")
    return [
        f"{rule['id']} ({rule['impact']}): {rule['nodes'][0]['target']} {rule['nodes'][0]['failureSummary'][:200]}"
        for rule in violations
        if rule["impact"] in {"serious", "critical"}
    ]
