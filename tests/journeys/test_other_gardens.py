"""Who sees what: the coordinator opens the gate, and an officer strolls through another garden and sows what fits."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Become, NewPage
from tests.journeys.test_every_page import serious

MEADOW, SHOP = "bloemenweide-klaverland", "jeugdwinkel-drie-beken"


@pytest.mark.journey
@pytest.mark.claim("W13")
def test_open_the_gate_stroll_and_sow(new_page: NewPage, become: Become) -> None:
    desk = new_page(viewport={"width": 1280, "height": 900})
    become(desk, "Finn Claes")
    desk.goto(f"/igs/{MEADOW}/wie-ziet-wat/")
    gate = desk.get_by_role("checkbox", name=re.compile("kijken rond"))
    gate.uncheck()
    desk.get_by_role("button", name="Bewaar").click()
    assert not serious(desk)

    hand = new_page(viewport={"width": 390, "height": 844}, has_touch=True)
    become(hand, "Bram Verhulst")
    hand.goto(f"/igs/{MEADOW}/rondkijken/?tuin={SHOP}")
    expect(hand.get_by_role("heading", name="Open eerst jullie eigen poort")).to_be_visible()
    assert not serious(hand)

    gate.check()
    desk.get_by_role("button", name="Bewaar").click()
    hand.goto(f"/igs/{MEADOW}/rondkijken/")
    hand.get_by_role("link", name=re.compile("Drie Beken")).click()
    assert not serious(hand)
    assert hand.evaluate("document.documentElement.scrollWidth <= innerWidth")
    first = hand.locator(".stroll li").first
    title = first.get_by_role("heading").inner_text()
    first.get_by_role("button", name=re.compile("Dit kan ook bij ons")).click()
    expect(hand.get_by_role("status")).to_contain_text("ligt nu als zaadje")
    seen = hand.locator(".stroll li").filter(has_text=title)
    expect(seen).to_contain_text("Ligt al bij jullie")
    # And what is done by mistake, is undone with one button.
    hand.get_by_role("status").get_by_role("button", name="Haal weg").click()
    expect(hand.get_by_role("status")).to_contain_text("Het zaadje is weg")


@pytest.mark.journey
def test_the_map_says_with_whom_a_municipality_works(new_page: NewPage) -> None:
    for options in ({"width": 1280, "height": 900}, {"width": 390, "height": 844}):
        page = new_page(viewport=options)
        page.goto("/kaart/")
        page.get_by_role("searchbox", name="Zoek je gemeente").fill("Kalmthout")
        page.get_by_role("button", name="Zoek").click()
        expect(page.get_by_role("status")).to_contain_text("Jeugdregio Noorderkempen")
        assert not serious(page)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.locator(".atlas__number").first.focus()
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile("/igs/"))
