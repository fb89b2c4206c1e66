"""A file is what stands in it, not what it is called."""

import contextlib
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from groeimodel.foundation.files.naming import safe_label
from groeimodel.foundation.files.recognising import recognise
from groeimodel.foundation.files.tests.kit import DOCX, archive, docx, pdf, photo

ODT = b"application/vnd.oasis.opendocument.text"


@pytest.mark.parametrize(
    ("content", "name", "suffix"),
    [
        (pdf(), "foto.jpg", "pdf"),
        (docx(), "verslag.pdf", "docx"),
        (archive({"mimetype": ODT}), "x.docx", "odt"),
        (b"naam;uren\nLindergem;4\n", "uren.csv", "csv"),
        (b"# Verslag\n", "verslag.md", "md"),
        ("Café".encode("cp1252"), "menu.txt", "txt"),
        (b"gewoon tekst", "brief.exe", "txt"),
    ],
)
def test_by_its_content(content: bytes, name: str, suffix: str) -> None:
    assert recognise(BytesIO(content), name).suffix == suffix


def test_a_picture_is_told_apart() -> None:
    assert recognise(BytesIO(photo(40, 20)), "verslag.docx").picture


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "leeg"),
        (b"MZ\x90\x00\x03\x00\x00\x00", "niet bewaren"),
        (b"\x7fELF\x02\x01", "niet bewaren"),
        (archive({"hallo.txt": b"x"}), "niet bewaren"),
        (archive({"[Content_Types].xml": DOCX, "word/vbaProject.bin": b"x"}), "macro"),
        (archive({"[Content_Types].xml": DOCX.replace(b"openxmlformats", b"ms")}), "niet bewaren"),
        (docx()[:60], "beschadigd"),
        (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00", "JPG"),
    ],
)
def test_what_is_not_kept_is_refused_with_what_to_do(content: bytes, says: str) -> None:
    with pytest.raises(ValidationError, match=says):
        recognise(BytesIO(content), "verslag.pdf")


@given(st.binary(max_size=2000), st.sampled_from([b"", b"PK\x03\x04", b"GIF89a", b"\xff\xd8\xff"]))
def test_nothing_makes_it_stumble(content: bytes, start: bytes) -> None:
    """Anything at all is recognised or refused; nothing else comes out."""
    with contextlib.suppress(ValidationError):
        found = recognise(BytesIO(start + content), "x.txt")
        assert found.picture or found.suffix in ("txt", "pdf")


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\map\\Verslag juni.docx", "Verslag juni"),
        ("a\x00b\r\nc.pdf", "a b c"),
        ("gnp.\u202eexe.pdf", "gnp. exe"),
        ("...", ""),
        ('zeg "dag" <nu>.txt', "zeg dag nu"),
    ],
)
def test_names_are_made_safe(name: str, safe: str) -> None:
    assert safe_label(name) == safe


@given(st.text(max_size=300))
def test_no_name_keeps_a_folder_or_a_control_sign(name: str) -> None:
    label = safe_label(name)
    assert label.isprintable()
    assert not set(label) & set('/\\<>:"|?*')
    assert len(label) <= 120
