"""Presenting: a page for each slide, its notes in a second window, and all of them on paper."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from hashlib import sha256
from typing import Any

from django.core.cache import caches
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from groeimodel import content
from groeimodel.foundation.doors import open_to_all
from groeimodel.foundation.journal.selectors import page_state
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.support.presentation.slides import Deck, deck_of, deck_of_model

SEE = "presentation.see"
KEEP_SECONDS = 300


@open_to_all("the growth model is for everybody")
def of_model(request: HttpRequest, number: int = 1, view: str = "slide") -> HttpResponse:
    """The model alone."""
    return _show(request, deck_of_model, number, view, None)


@in_partnership(SEE)
def of_partnership(
    request: HttpRequest, partnership: Partnership, number: int = 1, view: str = "slide"
) -> HttpResponse:
    """From the model to this partnership's own result."""
    return _show(request, lambda: deck_of(partnership, request.user), number, view, partnership)


NAMES = (
    *("deck", "slide", "following", "previous", "next", "all"),
    *("notes_address", "previous_notes", "next_notes", "slide_address", "paper"),
)


def _show(
    request: HttpRequest, make: Callable[[], Deck], number: int, view: str, partnership: Partnership | None
) -> HttpResponse:
    """`view` is slide, notes or paper. While nothing was done since, a slide is kept and no deck is made for it."""
    deck = cache(make)
    state = f"{page_state(request, partnership.pk) if partnership else ''} {request.path} {content.load().version}"
    total = _kept(state, lambda: len(deck().slides) if number <= len(deck().slides) else 0)
    if not 1 <= number <= total:
        raise Http404("Deze dia bestaat niet.")
    read = cache(lambda: _context(deck(), number, partnership))
    shown = {name: partial(lambda name: read()[name], name) for name in NAMES}
    always = {"partnership": partnership, "number": number, "total": total, "state": state}
    return render(request, f"presentation/{view}.html", {**shown, **always})


def _kept(state: str, count: Callable[[], int]) -> int:
    """How many slides there are, from memory while nothing was done since; 0 for a slide that does not exist."""
    key = f"deck-{sha256(state.encode()).hexdigest()}"
    found: int | None = caches["pages"].get(key)
    if found is None:
        found = count()
        caches["pages"].set(key, found, KEEP_SECONDS)
    return found


def _context(deck: Deck, number: int, partnership: Partnership | None) -> dict[str, Any]:
    slides, notes = _addresses(deck, "slide", partnership), _addresses(deck, "notes", partnership)
    return {
        "deck": deck,
        "slide": deck.slides[number - 1],
        "slide_address": slides[number],
        "previous": slides.get(number - 1, ""),
        "next": slides.get(number + 1, ""),
        "following": deck.slides[number] if number < len(deck.slides) else None,
        "notes_address": notes[number],
        "previous_notes": notes.get(number - 1, ""),
        "next_notes": notes.get(number + 1, ""),
        "paper": slides[1].removesuffix("1/") + "afdrukken/",
        "all": [(n, one.title, slides[n]) for n, one in enumerate(deck.slides, start=1)],
    }


def _addresses(deck: Deck, what: str, partnership: Partnership | None) -> dict[int, str]:
    """Of every slide, or of its notes, by number."""
    name = f"presentation:{what}" if partnership is None else f"presentation:own_{what}"
    where = [] if partnership is None else [partnership.slug]
    return {n: reverse(name, args=[*where, n]) for n in range(1, len(deck.slides) + 1)}
