"""What somebody may send who wants to break a site, or who pastes without looking."""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import HealthCheck, Phase, seed
from hypothesis import settings as hypothesis
from hypothesis import strategies as st

from tests.security.forms import Form

TIMES = int(os.environ.get("FUZZ", "1"))
"""How many times as many examples as in `make test`; from 2 on every run tries others (see CONTRIBUTING.md)."""

TAG, ATTRIBUTE = "<zq>", 'zq" onzq="1'
LEAKED = (TAG, ATTRIBUTE)
"""Signs that stand on no page unless somebody's text came out as markup."""

NUMBERS = (
    *(
        "0",
        "-1",
        "1",
        "-0",
        "007",
        "1,5",
        "1.5",
        "1e400",
        "-1e400",
        "1e-400",
        "NaN",
        "sNaN",
        "-Infinity",
        "1_000",
    ),
    *(
        "²",
        "٣",
        "½",
        "0x10",
        "2147483648",
        "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775809",
    ),
    *("9" * 40, "-" + "9" * 40, "0." + "1" * 40, "9" * 4301, "1" + "0" * 400, "999999999999.99"),
)
DATES = (
    *(
        "0001-01-01",
        "1582-10-04",
        "1899-12-31",
        "9999-12-31",
        "10000-01-01",
        "2026-02-30",
        "2026-13-01",
        "0000-00-00",
    ),
    *(
        "9999-12-31T23:59",
        "0001-01-01T00:00",
        "2026-03-29T02:30",
        "2026-10-25T02:30",
        "24:00",
        "99:99",
        "23:59:60",
    ),
    *("9999-12", "0001-W01", "9999", "1", "31/12/9999"),
)
TEXTS = (
    *(
        "",
        " ",
        "\x00",
        "a\x00b",
        "\ud800",
        "\udfff\ud800",
        "\ufffe",
        "\u202efnp.exe\u202c",
        "\u200b",
        "e" + "\u0301" * 300,
    ),
    *("👩‍👩‍👧‍👦🌻", "مرحبا بالعالم", "ﷺ", "İıßẞ", "\r\n\t\v\f\x1b[31m", "x" * 300, "x" * 10_001, "y " * 3000),
    *(
        TAG,
        f"<script>zq</script>{TAG}",
        f"</script></textarea></title>{TAG}",
        ATTRIBUTE,
        f"'{ATTRIBUTE}<!--",
        "javascript:zq()",
    ),
    *(
        "' OR 1=1 --",
        '"; DROP TABLE people_person; --',
        "%s %(a)s %d {0} {a.b} {{ 7|add:7 }} {% load x %}",
        "\\",
        "%00",
        "%",
    ),
    *(
        "../../../etc/passwd",
        "C:\\nul",
        "http://[::1",
        "https://a.test:99999/",
        "//elders.test/",
        "https://elders.test/",
    ),
    *(
        "a@b",
        "a@voorbeeld.test\nBcc: b@voorbeeld.test",
        "@voorbeeld.test",
        "=1+1",
        "null",
        "on",
        "true",
        "[]",
        "{}",
        "-",
    ),
)
VALUES = (*TEXTS, *NUMBERS, *DATES)
FILES = (
    ("x.csv", b""),
    ("x.csv", b"\x00\xff junk;;\n"),
    ("x.xlsx", b"PK\x03\x04" + b"\x00" * 60),
    ("../../\u202ex.svg", f"<svg xmlns='http://www.w3.org/2000/svg' onload='zq()'>{TAG}</svg>".encode()),
    ("x" * 300 + ".png", b"\x89PNG\r\n\x1a\n" + b"\x00" * 60),
    (f"{TAG}.txt", TAG.encode()),
    ("x.xml", b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"),
    ("x.pdf", b"%PDF-1.7\n"),
    ("x.coda", b"0" * 128 + b"\r\n" + b"\xff" * 128),
)

value = st.one_of(
    st.sampled_from(TEXTS), st.sampled_from(NUMBERS), st.sampled_from(DATES), st.text(max_size=40)
)


def upload(which: tuple[str, bytes]) -> SimpleUploadedFile:
    """Anew each time: one that was read is empty."""
    return SimpleUploadedFile(*which)


@st.composite
def filled_in(draw: st.DrawFn, form: Form) -> dict[str, list[Any]]:
    """A form as somebody sends it: as it stands, or with a few fields or all of them wrong, gone, twice or a file."""
    sent: dict[str, list[Any]] = {name: list(values) for name, values in form.fields.items()}
    names = sorted({*form.fields, *form.files})
    if not names:
        return sent
    how = draw(st.sampled_from(("as it stands", "one", "one", "few", "all", "extra")))
    if how == "as it stands":
        return sent
    if how == "extra":
        sent[draw(value)] = [draw(value)]
    most = {"one": 1, "few": 3}.get(how, len(names))
    touched = draw(st.permutations(names))[:most] if most < len(names) else names
    for name in touched:
        kind = draw(st.sampled_from(("value", "value", "value", "value", "gone", "twice", "file")))
        if kind == "gone":
            sent.pop(name, None)
        elif kind == "file" or (name in form.files and kind == "value"):
            sent[name] = [upload(draw(st.sampled_from(FILES)))]
        elif kind == "twice":
            sent[name] = [*sent.get(name, []), draw(value), draw(value)]
        else:
            sent[name] = [draw(value)]
    return sent


def tried(examples: int, name: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """The settings of a test: the same examples each time in `make test`, more and others where that is asked."""

    def mark(test: Callable[..., None]) -> Callable[..., None]:
        chosen = hypothesis(
            max_examples=examples * TIMES,
            database=None,
            deadline=None,
            phases=(Phase.generate,),
            suppress_health_check=list(HealthCheck),
            print_blob=False,
        )(test)
        return chosen if TIMES > 1 else seed(zlib.crc32(name.encode()))(chosen)

    return mark
