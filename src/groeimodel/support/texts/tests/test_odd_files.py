"""What is no file of ours is told, never a crash; and files that come back can be settled again."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from groeimodel.content.in_force import shipped_files
from groeimodel.support.texts import exchange, selectors, services
from groeimodel.support.texts.tests.desk import FIRST, publish
from groeimodel.support.texts.tests.test_software import SOFT, release

__all__ = ["release"]
pytestmark = pytest.mark.django_db
NAME = "principles.toml"


def zipped(text: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(NAME, text)
    return stream.getvalue()


@pytest.mark.parametrize(
    "text", ["a = " + "[" * 5000, "a = " + "1" * 5000, '[statement.x]\nid = "a"\n'], ids=["deep", "long", "table"]
)  # fmt: skip
def test_odd_toml_is_told(text: str) -> None:
    with pytest.raises(ValidationError):
        exchange.read_zip(zipped(text))


def test_any_damage_to_a_zip_is_told() -> None:
    whole, start = zipped(shipped_files()[NAME]), 30 + len(NAME)
    for at in range(start, start + 120):
        broken = bytearray(whole)
        broken[at] ^= 0xFF
        with pytest.raises(ValidationError):
            exchange.read_zip(bytes(broken))


def test_control_characters_do_not_come_in() -> None:
    said = exchange.read_zip(
        zipped('[[principle]]\nid = "soil-first"\ntext = { nl = "a\\u0000b", en = "c\\u0002" }\n')
    )
    assert said[f"{FIRST}.text", "nl"] == "a b"
    assert services.tidy("a\x02b\x00") == "a b"


def test_files_that_come_back_can_be_settled_again(release: Any) -> None:
    publish("Onze tekst.")
    for change in ((SOFT, 'nl = "Nieuw."'), None, (SOFT, 'nl = "Nieuw."')):
        release(*([(NAME, *change)] if change else []))
        services.settle(actor=None)
    assert selectors.brought(selectors.in_force()) == []
