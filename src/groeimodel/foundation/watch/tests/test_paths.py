"""Paths that no browser sends."""

from __future__ import annotations

import pytest
from django.test import Client


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path",
    ["/agenda/%00.ics", "/boekingen/a%00b.ics", "/advies/%00/", "/aanvraag/%00/", "/aanmelden/oidc/%00/"],
)
def test_nothing_stands_at_a_path_with_nul(client: Client, path: str) -> None:
    """On PostgreSQL each of these once was an error of ours."""
    assert client.get(path).status_code == 404
