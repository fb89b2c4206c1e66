"""The texts of the model, and what can be found."""

from __future__ import annotations

from collections.abc import Iterator

from django_scopes import scopes_disabled

from groeimodel.content import ContentError, in_force, whole
from groeimodel.foundation.doctor.findings import SEARCH, Check, Said, Wishes, look, mend, ok
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.search import selectors as search

SAMPLE = 20
"""Partnerships whose index is compared, unless all are asked for."""


def files(wishes: Wishes) -> Iterator[Said]:
    try:
        found = whole.read_all(in_force.FOLDER)
    except ContentError as error:
        first = str(error).splitlines()[0]
        yield mend(
            f"De teksten van het model kloppen niet: {first}",
            "Doe: python -m groeimodel.content. Dat toont alle fouten.",
            "docs/content.md",
        )
    else:
        yield ok(f"De teksten van het model kloppen: versie {found.version}.")


def published(wishes: Wishes) -> Iterator[Said]:
    if (found := in_force.published()) is None:
        yield ok("De teksten zijn die van het product.")
        return
    try:
        in_force.made_of(found)
    except ContentError:
        words = f"De gepubliceerde teksten ({found.version}) passen niet bij deze versie: die van het product gelden."
        yield mend(words, "Open de tekstredactie en publiceer opnieuw.", "docs/content.md")
    else:
        yield ok(f"De gepubliceerde teksten gelden: {found.version}.")


def index(wishes: Wishes) -> Iterator[Said]:
    """What changed without a trace waits for the night; what is missing or should be gone does not."""
    with scopes_disabled():
        of = Partnership.objects.filter(listed_only=False).order_by("-pk")
        behind = [one for one in (of if wishes.whole else of[:SAMPLE]) if search.out_of_step(one)]
    if behind or search.words_missing():
        words = (
            f"Het zoeken loopt achter bij {len(behind)} samenwerkingen."
            if behind
            else "Het zoeken mist woorden."
        )
        yield look(words, "Doe: groeimodel manage reindex", SEARCH)
    else:
        yield ok("Het zoeken is bij.")


CHECKS = (
    Check("texts.files", files),
    Check("texts.published", published, needs="tables"),
    Check("search.index", index, needs="tables"),
)
