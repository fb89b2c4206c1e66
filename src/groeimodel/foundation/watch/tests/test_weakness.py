"""Whoever finds a weakness reads at the usual address whom to tell."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from groeimodel.foundation.watch.weakness import contacts, security_txt

ADDRESS = "/.well-known/security.txt"


def test_the_page_says_whom_to_tell_and_until_when(client: Client, db: None, settings: Settings) -> None:
    settings.SECURITY_CONTACT = contacts(["veilig@groei.example", "https://groei.example/veilig"])
    settings.PUBLIC_URL = "https://groei.example"
    answer = client.get(ADDRESS)
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    lines = answer.text.splitlines()
    assert lines[:2] == ["Contact: mailto:veilig@groei.example", "Contact: https://groei.example/veilig"]
    assert "Canonical: https://groei.example/.well-known/security.txt" in lines
    (ends,) = (one.partition(": ")[2] for one in lines if one.startswith("Expires"))
    days = (datetime.fromisoformat(ends) - datetime.now(UTC)).days
    assert 90 < days < 365
    assert client.post(ADDRESS).status_code == 405


def test_without_anybody_to_tell_there_is_no_such_page(client: Client, db: None) -> None:
    assert client.get(ADDRESS).status_code == 404


def test_the_hour_is_in_utc() -> None:
    winter = datetime.fromisoformat("2026-12-01T00:30:00+01:00")
    assert "Expires: 2027-05-29T23:00:00Z\n" in security_txt(["tel:+32-2"], "https://groei.example", winter)


@pytest.mark.parametrize(
    "wrong", ["iemand", "http://groei.example", "javascript:alert(1)", "a@b.example\nContact: x@y.example"]
)
def test_what_is_no_address_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match="GROEIMODEL_SECURITY_CONTACT"):
        contacts([wrong])
