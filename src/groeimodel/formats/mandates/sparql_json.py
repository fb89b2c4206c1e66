"""The JSON results of a SPARQL question (W3C, SPARQL 1.1 Query Results JSON Format); the question is `aldermen.rq`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from groeimodel.formats.mandates.records import Loose, Value
from groeimodel.formats.questionnaire.problems import Problems, fail

QUESTION = Path(__file__).parent / "aldermen.rq"
FIELDS = {
    "persoon": "person",
    "voornaam": "given",
    "familienaam": "family",
    "gemeente": "municipality",
    "functie": "function",
    "beleidsdomein": "domain",
    "start": "start",
    "einde": "end",
    "status": "status",
}
OPTIONAL = {"einde", "status"}
HINT = "Stel de vraag zoals ze in onze uitleg staat: de namen van de kolommen tellen."


def loose_of_results(text: str) -> list[Loose]:
    """One for each mandate; rows about the same mandate are taken together.

    Raises:
        BadInput: it is no JSON, or not the result of our question.
    """
    try:
        content = json.loads(text)
        names, rows = content["head"]["vars"], content["results"]["bindings"]
    except (ValueError, RecursionError):
        raise fail("Dit JSON-bestand is beschadigd of niet volledig.", "Haal het opnieuw op.") from None
    except (KeyError, TypeError):
        raise fail("Dit JSON-bestand is niet de uitkomst van een SPARQL-vraag.", HINT) from None
    if not isinstance(names, list) or not isinstance(rows, list):
        raise fail("Dit JSON-bestand is niet de uitkomst van een SPARQL-vraag.", HINT)
    problems = Problems()
    for name in ("mandataris", *(one for one in FIELDS if one not in OPTIONAL)):
        if name not in names:
            problems.add("kolom", f"De kolom ‘{name}’ ontbreekt.", HINT)
    problems.stop()
    found: dict[str, Loose] = {}
    for row in rows:
        source = _value(row, "mandataris")
        if source is None:
            raise fail("Een rij noemt geen mandataris.", HINT)
        loose = found.setdefault(source.text, Loose(source.text))
        for name, field in FIELDS.items():
            if (value := _value(row, name)) is not None:
                loose.add(field, value)
    return list(found.values())


def _value(row: Any, name: str) -> Value | None:
    cell = row.get(name) if isinstance(row, dict) else None
    if not isinstance(cell, dict) or not isinstance(cell.get("value"), str) or not cell["value"]:
        return None
    language = cell.get("xml:lang", "")
    return Value(cell["value"], language if isinstance(language, str) else "")
