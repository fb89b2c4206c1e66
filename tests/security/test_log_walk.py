"""Deeds of all kinds with the log as it is set, in both forms: nobody, nothing typed and nothing that opens a door is in it."""

from __future__ import annotations

import copy
import io
import json
import logging
import logging.config
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils.module_loading import import_string

from groeimodel.foundation.files.tests.kit import pdf, upload
from groeimodel.foundation.testing.cast import Cast
from groeimodel.foundation.testing.mailbox import code_in, last_mail_to, link_in

DOOR, CODE = "/aanmelden/", "/aanmelden/code/"
ADD = "/igs/testland/documenten/bij/partners.partnership/{}/"
FROM = "203.0.113.77"
TYPED = "Zonnebloem Vertrouwelijk"
STRANGER = "zonnebloem@elders.test"


@pytest.fixture(params=["plain", "json"])
def written(request: pytest.FixtureRequest) -> Iterator[io.StringIO]:
    """What stands in the log of the settings, at its most talkative."""
    config = logging.config.DictConfigurator(copy.deepcopy(settings.LOGGING))
    console = config.config["handlers"]["console"]
    stream, root, ours = io.StringIO(), logging.getLogger(), logging.getLogger("groeimodel")
    handler = import_string(console["class"])(stream)
    handler.setFormatter(config.configure_formatter(config.config["formatters"][request.param]))
    for name in console["filters"]:
        handler.addFilter(config.configure_filter(config.config["filters"][name]))
    before = ours.level
    root.addHandler(handler)
    ours.setLevel(logging.INFO)
    yield stream
    ours.setLevel(before)
    root.removeHandler(handler)


def a_day(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """In by code, by link, by guesses; documents that fit and do not; a page that breaks. What opened something."""
    client = Client(REMOTE_ADDR=FROM, raise_request_exception=False)
    Client(REMOTE_ADDR=FROM).post(DOOR, {"email": STRANGER})
    client.post(DOOR, {"email": cast.bram.email})
    client.post(CODE, {"code": "GERADEN"})
    mail = last_mail_to("bram@voorbeeld.test")
    code, link = code_in(mail), link_in(mail, "/aanmelden/link/")
    client.post(CODE, {"code": code})
    other = Client(REMOTE_ADDR=FROM)
    other.post(link)
    other.post(link + "x")
    session = client.session.session_key or ""
    assert client.get("/ik/").status_code == 200
    add = ADD.format(cast.partnership.pk)
    assert (
        client.post(add, {"file": upload(pdf(), f"{TYPED}.pdf"), "label": TYPED, "alt": ""}).status_code
        == 302
    )
    assert (
        client.post(add, {"file": upload(b"MZ\x90\x00\x03", f"{TYPED}.exe"), "label": TYPED}).status_code
        == 422
    )
    client.get("/igs/testland/zoeken/", {"zoek": f"{TYPED} {STRANGER}"})
    client.get(f"/{TYPED}/{STRANGER}/")
    client.get("/igs/elders/themas/", {"zoek": TYPED})

    def broken(*_: object, **__: object) -> None:
        raise ValueError(f"{TYPED} {STRANGER} {FROM}")

    with monkeypatch.context() as patch:
        patch.setattr("groeimodel.showcase.model.views.render", broken)
        answer = client.get("/", {"van": STRANGER})
    assert answer.status_code == 500
    for hidden in (TYPED, STRANGER, "ValueError", "Traceback", ".py"):
        assert hidden not in answer.text
    call_command("check")
    client.post(reverse("signin:sign_out"))
    return {code, link.rstrip("/").rpartition("/")[2], session}


def test_nobody_stands_in_it(cast: Cast, written: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = a_day(cast, monkeypatch)
    text = written.getvalue()
    for event in ("signed in", "sign-in refused", "signed out", "right refused", "Internal Server Error"):
        assert event in text, event
    hidden = {"bram", "zonnebloem", "vertrouwelijk", "voorbeeld.test", "elders", FROM, "geraden", "testland"}
    found = [one for one in hidden | {one.lower() for one in opened if one} if one in text.lower()]
    assert not found, [line for line in text.splitlines() if any(one in line.lower() for one in found)][:5]


def test_each_line_says_when_what_and_where(
    cast: Cast, written: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_day(cast, monkeypatch)
    lines = written.getvalue().splitlines()
    if not lines[0].startswith("{"):
        assert all(one.startswith(("INFO ", "WARNING ", "ERROR ", "  ")) for one in lines)
        return
    told = [json.loads(one) for one in lines]
    assert all(one["time"].endswith("+00:00") and one["level"] and one["logger"] for one in told)
    events = [one for one in told if one["logger"] == "groeimodel.security"]
    assert events
    assert all(one["event"] and one["request"] and one["method"] for one in events)


def test_it_goes_to_standard_error_and_nowhere_else() -> None:
    config: dict[str, Any] = settings.LOGGING
    assert set(config["handlers"]) == {"console"}
    assert not {"filename", "host", "address", "url"} & set(config["handlers"]["console"])
    assert config["root"]["handlers"] == ["console"]
    assert not [one for one in config["loggers"].values() if one.get("handlers")]
    assert not settings.ADMINS
