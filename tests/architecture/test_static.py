"""Every style sheet, script and picture that a page names is there: on a server a missing one is an error page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

SOURCE = Path(__file__).parents[2] / "src" / "groeimodel"
NAMED = re.compile(r"""\{%\s*static\s+["']([^"']+)["']""")


def named() -> list[tuple[str, str]]:
    return sorted(
        {
            (found, str(page.relative_to(SOURCE)))
            for page in SOURCE.rglob("templates/**/*.html")
            for found in NAMED.findall(page.read_text(encoding="utf-8"))
        }
    )


@pytest.mark.parametrize(("name", "page"), named())
def test_what_a_page_names_is_there(name: str, page: str) -> None:
    assert finders.find(name), f"{page} names {name}"


def test_pages_do_name_something() -> None:
    assert len(named()) > 100
