"""A file of mandates, whichever of the two kinds it is."""

from __future__ import annotations

from groeimodel.formats.mandates.records import Reading, reading_of
from groeimodel.formats.mandates.sparql_json import loose_of_results
from groeimodel.formats.mandates.turtle import loose_of_turtle
from groeimodel.formats.questionnaire.problems import fail

MAX_BYTES = 5_000_000
KINDS = "Kies een bestand in Turtle (.ttl) of de uitkomst van een SPARQL-vraag in JSON (.json, .srj)."


def read_mandates(data: bytes) -> Reading:
    """The mandates with competence for youth.

    Raises:
        BadInput: this is no file of mandates, or nothing in it can be one.
    """
    if len(data) > MAX_BYTES:
        raise fail(
            f"Het bestand is groter dan {MAX_BYTES // 1_000_000} MB.",
            "Vraag enkel de mandaten voor Jeugd op.",
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise fail("Dit is geen tekst in UTF-8.", KINDS) from None
    if not text.strip() or "\x00" in text:
        raise fail("Het bestand is leeg of is geen tekst.", KINDS)
    start = text.lstrip()
    if start.startswith(("<!", "<html", "<?xml")):
        raise fail("Dit is een webpagina of XML.", KINDS)
    is_json = start.startswith("{") or (start.startswith("[") and start[1:].lstrip().startswith(("{", "]")))
    loose = loose_of_results(text) if is_json else loose_of_turtle(text)
    reading = reading_of(loose)
    if not (reading.mandates or reading.problems):
        hint = "Kijk na of het bestand ook beleidsdomeinen en functies bevat."
        raise fail("Er staat geen enkele schepen met bevoegdheid Jeugd in dit bestand.", hint)
    return reading
