"""What kind of file this is, by its first bytes: its name may say anything, and standard input has none."""

from __future__ import annotations

from groeimodel.formats.questionnaire.csv_files import csv_table
from groeimodel.formats.questionnaire.problems import fail
from groeimodel.formats.questionnaire.tables import Score, Table

MAX_BYTES = 100_000_000
ZIP, OLD_OFFICE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


def table_of(data: bytes, score: Score) -> Table:
    """`score` says how well a row reads as a header: it chooses header row, delimiter and sheet.

    Raises BadInput for what is no table at all, while reading the rows too.
    """
    if len(data) > MAX_BYTES:
        raise fail(
            f"Het bestand is groter dan {MAX_BYTES // 1_000_000} MB.",
            "Een groeiscan is veel kleiner. Kijk na of dit het juiste bestand is, of splits het.",
        )
    if not data.strip():
        raise fail("Het bestand is leeg.", "Kies het bestand met de antwoorden.")
    if data.startswith(OLD_OFFICE):
        raise fail(
            "Dit is een oud Excel-bestand (.xls) of een bestand met een wachtwoord.",
            "Bewaar het in Excel als .xlsx zonder wachtwoord, of als CSV.",
        )
    if data.startswith(ZIP):
        from groeimodel.formats.questionnaire.sheets import xlsx_table

        return xlsx_table(data, score)
    return csv_table(data, score)
