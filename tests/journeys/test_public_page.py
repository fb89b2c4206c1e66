"""A resident finds the public page of a shop on a phone, reads, searches and shares it (claims W25, B17)."""

from __future__ import annotations

import re
from typing import Any, Literal

import pytest
from axe_playwright_python.base import AXE_SCRIPT as AXE
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Become, NewPage

pytestmark = pytest.mark.journey
PAGE = "/samen/jeugdwinkel-drie-beken/"
CHOOSE = "/igs/jeugdwinkel-drie-beken/publieke-pagina/"
MOST_HTML, MOST_BYTES, MOST_REQUESTS = 100_000, 900_000, 25
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def violations(page: Page) -> list[str]:
    page.evaluate(AXE)
    found = page.evaluate(
        "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})"
    )
    return [f"{one['id']}: {one['nodes'][0]['html'][:160]}" for one in found["violations"]]


@pytest.mark.parametrize("address", [PAGE, f"{PAGE}?taal=fr", f"{PAGE}?zoek=fuif", f"{PAGE}kader/"])
def test_everybody_can_read_it(new_page: NewPage, address: str) -> None:
    for width in (1280, 390):
        for scheme in SCHEMES:
            page = new_page(viewport={"width": width, "height": 844}, color_scheme=scheme)
            page.goto(address)
            assert not violations(page), (width, scheme)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
            assert not page.context.cookies()


@pytest.mark.claim("W25")
@pytest.mark.claim("B17")
def test_a_resident_finds_reads_and_shares(new_page: NewPage, site: str) -> None:
    page = new_page(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    page.goto(PAGE)
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("Jeugdwinkel Drie Beken"))
    page.get_by_label("Waar zoek je naar?").fill("fuif")
    page.get_by_role("button", name="Zoek", exact=True).click()
    expect(page.get_by_text(re.compile("gevonden voor ‘fuif’"))).to_be_visible()
    expect(page.get_by_role("heading", name="Fuifpakket")).to_be_visible()
    page.get_by_role("link", name="Toon alles").click()
    page.get_by_role("link", name="Français").click()
    expect(page.locator("html")).to_have_attribute("lang", "fr-BE")
    expect(page.get_by_role("heading", name="Qui décide ?")).to_be_visible()
    page.get_by_role("link", name="Nederlands").click()
    assert page.get_by_label("Kopieer dit adres").input_value().endswith(PAGE)
    page.get_by_role("link", name=re.compile(r"^Vraag dit aan\s*: Fuifpakket")).click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


@pytest.mark.claim("W25")
def test_it_is_light_on_a_slow_phone(new_page: NewPage) -> None:
    """Measured with a network of 1,6 Mbps and 150 ms, and a processor four times as slow; shown with `pytest -rP`."""
    page = new_page(viewport={"width": 390, "height": 844}, device_scale_factor=3, has_touch=True)
    page.goto(PAGE)  # the server made everything once
    slow = new_page(viewport={"width": 390, "height": 844}, device_scale_factor=3, has_touch=True)
    talk = slow.context.new_cdp_session(slow)
    talk.send("Network.enable")
    rate = 1_600_000 / 8
    talk.send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": 150, "downloadThroughput": rate, "uploadThroughput": rate / 2},
    )
    talk.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    sizes: list[float] = []
    talk.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    answer = slow.goto(PAGE, wait_until="networkidle")
    assert answer is not None
    painted: dict[str, Any] = slow.evaluate(
        """() => new Promise((done) => new PerformanceObserver((list) => {
            const last = list.getEntries().at(-1);
            done({time: Math.round(last.startTime), what: last.element ? last.element.tagName : ''});
        }).observe({type: "largest-contentful-paint", buffered: true}))"""
    )
    html = re.sub(r"<svg\b.*?</svg>", "", answer.text(), flags=re.S)
    total = round(sum(sizes))
    print(
        f"html {len(html.encode())} bytes without pictures; {total} bytes in {len(sizes)} requests; "
        f"largest paint after {painted['time']} ms ({painted['what']})"
    )
    assert len(html.encode()) < MOST_HTML
    assert total < MOST_BYTES
    assert len(sizes) <= MOST_REQUESTS


def test_the_coordinator_looks_before_it_goes_online(new_page: NewPage, become: Become) -> None:
    page = new_page()
    become(page, "Hanne Wouters")
    page.goto(CHOOSE)
    assert not violations(page)
    page.get_by_label("Wie zijn jullie, en wat doen jullie?").fill("Een nieuwe zin voor iedereen.")
    page.get_by_role("button", name="Bewaar en bekijk eerst").click()
    frame = page.frame_locator("iframe")
    expect(frame.get_by_text("Een nieuwe zin voor iedereen.")).to_be_visible()
    assert not violations(page)
    visitor = new_page()
    visitor.goto(PAGE)
    expect(visitor.get_by_text("Een nieuwe zin voor iedereen.")).to_have_count(0)
    page.get_by_role("button", name="Zet deze versie online").click()
    expect(page.get_by_role("status")).to_contain_text("De pagina staat online")
    visitor.goto(f"{PAGE}?vers")
    expect(visitor.get_by_text("Een nieuwe zin voor iedereen.")).to_be_visible()
    page.get_by_role("button", name="Zet terug zoals het voordien was").click()
    visitor.goto(f"{PAGE}?terug")
    expect(visitor.get_by_text("Een nieuwe zin voor iedereen.")).to_have_count(0)
