"""Junk in every form of the site, by whoever may send it: never an error of ours, always an answer."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.urls import reverse

from tests.permissions.addresses import kwargs_of
from tests.permissions.conftest import Knock
from tests.permissions.test_walk import ADDRESSES
from tests.permissions.world import World

JUNK = (
    "",
    "\x00",
    "x" * 5000,
    "-99999999999999999999",
    "9999-12-31",
    "0001-01-01",
    "\U0001f33b <script>alert(1)</script> 'or 1=1--",
    "NaN",
    "Infinity",
    "1e400",
)
WHO = ("alderman", "coordinator")
"""Together they may send nearly every form."""


def fields_of(html: str) -> set[str]:
    return set(re.findall(r'<(?:input|select|textarea|button)[^>]*\bname="([^"]+)"', html)) - {
        "csrfmiddlewaretoken"
    }


def posts(path: str, client: Client) -> list[dict[str, Any]]:
    """What to send: each junk in every field at once, files too."""
    page = client.get(path)
    names = (
        fields_of(page.text) if page.status_code == 200 and "html" in page.get("Content-Type", "") else set()
    )
    names |= {"email", "name", "reason", "van", "next", "since", "expected", "text"}
    sent: list[dict[str, Any]] = [dict.fromkeys(names, junk) for junk in JUNK]
    file = SimpleUploadedFile("x.csv", b"\x00\xff junk;;\n")
    return [*sent, dict.fromkeys(names, "1") | {"file": file, "logo": file}]


@pytest.mark.parametrize("name", sorted(ADDRESSES))
def test_no_junk_is_an_error_of_ours(name: str, world: World, knock: Knock) -> None:
    path = reverse(name, kwargs=kwargs_of(name, set(ADDRESSES[name].pattern.converters), world))
    wrong = []
    for somebody in world.everybody:
        if somebody.name not in WHO:
            continue
        client = knock(somebody, raise_request_exception=False)
        with transaction.atomic():
            bodies = posts(path, client)
            for query in ("?voor=9" + "9" * 30, "?igs=%00&zoek=%00&bladzijde=0&van=%00&next=%00"):
                if client.get(path + query).status_code >= 500:
                    wrong.append(f"{somebody.name} get {query}")
            transaction.set_rollback(True)
        for body in bodies:
            with transaction.atomic():
                answer = client.post(path, body)
                transaction.set_rollback(True)
            if answer.status_code >= 500:
                wrong.append(f"{somebody.name} post {str(body)[:80]}")
    assert not wrong, "\n".join(wrong)
