"""Presenting: a page for each slide, its notes in a second window, and all of them on paper."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from groeimodel.foundation.doors import open_to_all
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.support.presentation.slides import Deck, deck_of, deck_of_model

SEE = "presentation.see"


@open_to_all("the growth model is for everybody")
def of_model(request: HttpRequest, number: int = 1, view: str = "slide") -> HttpResponse:
    """The model alone."""
    return _show(request, deck_of_model(), number, view, None)


@in_partnership(SEE)
def of_partnership(
    request: HttpRequest, partnership: Partnership, number: int = 1, view: str = "slide"
) -> HttpResponse:
    """From the model to this partnership's own result."""
    return _show(request, deck_of(partnership, request.user), number, view, partnership)


def _show(
    request: HttpRequest, deck: Deck, number: int, view: str, partnership: Partnership | None
) -> HttpResponse:
    """`view` is slide, notes or paper."""
    if not 1 <= number <= len(deck.slides):
        raise Http404("Deze dia bestaat niet.")
    slides, last = _addresses(deck, "slide", partnership), len(deck.slides)
    notes = _addresses(deck, "notes", partnership)
    context: dict[str, Any] = {
        "partnership": partnership,
        "deck": deck,
        "slide": deck.slides[number - 1],
        "number": number,
        "total": last,
        "slide_address": slides[number],
        "previous": slides.get(number - 1, ""),
        "next": slides.get(number + 1, ""),
        "following": deck.slides[number] if number < last else None,
        "notes_address": notes[number],
        "previous_notes": notes.get(number - 1, ""),
        "next_notes": notes.get(number + 1, ""),
        "paper": slides[1].removesuffix("1/") + "afdrukken/",
        "all": [(n, one.title, slides[n]) for n, one in enumerate(deck.slides, start=1)],
    }
    return render(request, f"presentation/{view}.html", context)


def _addresses(deck: Deck, what: str, partnership: Partnership | None) -> dict[int, str]:
    """Of every slide, or of its notes, by number."""
    name = f"presentation:{what}" if partnership is None else f"presentation:own_{what}"
    where = [] if partnership is None else [partnership.slug]
    return {n: reverse(name, args=[*where, n]) for n in range(1, len(deck.slides) + 1)}
