"""A file of a bank, recognised by what is in it. No Django."""

from __future__ import annotations

import re

from groeimodel.formats.camt_file import read_camt
from groeimodel.formats.coda_file import read_coda
from groeimodel.formats.statement import MOST_BYTES, BadStatement, StatementFile

_ASK = "Vraag bij je bank een bestand in CODA of CAMT.053."
_OTHERS = (
    (re.compile(rb"PK\x03\x04"), "Dit is een zip. Pak het uit en kies het bestand dat erin zit."),
    (re.compile(rb"%PDF"), f"Dit is een pdf. {_ASK}"),
    (re.compile(rb"\s*(\{1:|:20:)"), f"Dit is een bestand in MT940. {_ASK}"),
    (
        re.compile(rb"\x1f\x8b"),
        "Dit bestand is samengeperst (gz). Pak het uit en kies het bestand dat erin zit.",
    ),
)


def read_statement(data: bytes) -> StatementFile:
    """The statements of a CODA or CAMT.053 file.

    Raises:
        BadStatement: with everything that is wrong; one sentence when it is something else altogether.
    """
    if len(data) > MOST_BYTES:
        raise BadStatement(
            [f"Het bestand is groter dan {MOST_BYTES // 1_000_000} MB. Kies een kortere periode."]
        )
    if not data.strip():
        raise BadStatement(["Het bestand is leeg."])
    for look, words in _OTHERS:
        if look.match(data):
            raise BadStatement([words])
    start = data.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"<") or data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return read_camt(data)
    if re.match(rb"[0-9][0-9A-Za-z ]{20}", start) and b"\x00" not in data:
        return read_coda(data)
    raise BadStatement([f"Dit is geen bestand in CODA of CAMT.053. {_ASK}"])
