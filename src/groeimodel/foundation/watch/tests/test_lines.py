"""Lines of the log: a form for people and one for machines, and in neither anything about a person."""

from __future__ import annotations

import json
import logging
import re
import sys
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from groeimodel.foundation.logs import WithoutLinks, redacted
from groeimodel.foundation.watch.lines import JsonLine, PlainLine, unreadable


def line(
    message: Any,
    *args: Any,
    name: str = "groeimodel.x",
    form: type[logging.Formatter] = JsonLine,
    **more: Any,
) -> str:
    record = logging.LogRecord(name, logging.ERROR, __file__, 1, message, args, more.pop("exc_info", None))
    for key, value in more.items():
        setattr(record, key, value)
    WithoutLinks().filter(record)
    return form().format(record)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("mail to amina.el-b+x@voorbeeld.test failed", "mail to <mail> failed"),
        ("from 192.168.1.77 and 2a02:1810:4f2b::1f", "from <ip> and <ip>"),
        ("at 12:30:05", "at 12:30:05"),
        ("https://groei.example/scan/blad/abc?x=amina", "https://groei.example/..."),
        ("postgresql://groei:geheim@db.example:5432/groei", "postgresql://db.example:5432/..."),
        ("on BE68 5390 0754 7034.", "on <account>."),
        ("of 85.07.30-033.28", "of <number>"),
        ("session 4f1c9a0be4f1c9a0be4f1c9a0be4f1c9", "session ..."),
        ("link Xy9_kQ2-aaZb81LmnoPq", "link ..."),
        ("/scan/m/Geheim-123_x/", "/scan/m/.../"),
        ("Job 3 (mail.send), try 2: Failed", "Job 3 (mail.send), try 2: Failed"),
        ("groeimodel/foundation/aldermen/services.py:120", "groeimodel/foundation/aldermen/services.py:120"),
    ],
)
def test_what_names_or_opens_is_left_out(written: str, kept: str) -> None:
    assert redacted(written) == kept


MAILS = st.from_regex(r"[a-z0-9]{1,8}([.+-][a-z0-9]{1,5})?@[a-z0-9]{1,8}(\.[a-z]{2,5}){1,2}", fullmatch=True)


@given(st.text(), MAILS, st.ip_addresses(v=4).map(str), st.text())
def test_wherever_it_stands(before: str, mail: str, ip: str, after: str) -> None:
    kept = redacted(f"{before} {mail} {ip} {after}")
    assert mail not in kept
    assert not re.search(rf"(?<![\w.]){re.escape(ip)}(?![\w.])", kept)


@given(st.text(), st.text(), st.integers())
def test_every_line_is_one_json_object(message: str, argument: str, number: int) -> None:
    for args in ((), (argument,), (argument, number)):
        written = line(message, *args)
        assert "\n" not in written
        assert json.loads(written)["level"] == "error"


@given(st.text(), st.text())
def test_nothing_that_is_told_begins_a_line_of_its_own(message: str, argument: str) -> None:
    for forged in (f"{message}\r\nERROR groeimodel alles weg", f"\x1b[2J{message}\u2028"):
        for form in (JsonLine, PlainLine):
            written = line("%s and %s", forged, argument, form=form)
            assert len(written.splitlines()) == 1
            assert written.isprintable() or form is JsonLine or not any(one < " " for one in written)


def test_of_an_error_its_kind_and_its_way_and_nothing_that_was_in_it() -> None:
    def read(name: str) -> int:
        return int(name)

    try:
        try:
            read("Amina")
        except ValueError as error:
            raise KeyError("amina@voorbeeld.test") from error
    except KeyError:
        told = sys.exc_info()
    for form in (JsonLine, PlainLine):
        written = line("Internal Server Error", exc_info=told, form=form)
        assert "amina" not in written.lower()
        assert "builtins.KeyError" in written
        assert "builtins.ValueError" in written
        assert re.search(r"test_lines\.py:\d+ read", written)


def test_a_page_goes_by_its_route() -> None:
    match = SimpleNamespace(route="igs/<slug:slug>/", view_name="garden:home")
    request = SimpleNamespace(path="/igs/jan-janssens/", resolver_match=match)
    written = line("Not Found: %s", "/igs/jan-janssens/", name="django.request", request=request)
    assert json.loads(written)["message"] == "Not Found: /igs/<slug:slug>/"


def test_of_other_libraries_only_numbers() -> None:
    assert json.loads(line("%s of %s failed", "Amina", 3, name="botocore"))["message"] == "... of 3 failed"


def test_a_message_whose_arguments_do_not_fit() -> None:
    assert json.loads(line("%d and %s", "Amina"))["message"] == "%d and %s"


def test_the_settings_are_understood_or_refused() -> None:
    assert unreadable("json", "info") is None
    assert unreadable("xml", "info") == "GROEIMODEL_LOG is plain of json"
    assert unreadable("json", "loud") == "GROEIMODEL_LOG_LEVEL is warning of info"


GIVEN = "0af7651916cd43dd8448eb211c80319c"


def test_the_number_of_the_proxy_goes_along(client: Client, db: None) -> None:
    assert client.get("/", HTTP_X_REQUEST_ID=GIVEN)["X-Request-Id"] == GIVEN


@pytest.mark.parametrize(
    "given", ["", "short", "jan.janssens@voorbeeld.test", "a\tb" * 9, "f" * 65, "é" * 20]
)
def test_a_number_that_is_not_sane_is_replaced(client: Client, db: None, given: str) -> None:
    made = client.get("/", HTTP_X_REQUEST_ID=given)["X-Request-Id"]
    assert re.fullmatch(r"[0-9a-f]{32}", made)
    assert made != client.get("/", HTTP_X_REQUEST_ID=given)["X-Request-Id"]


def test_a_page_with_an_error_says_the_number(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    client = Client(raise_request_exception=False)
    assert GIVEN in client.get("/nergens/", HTTP_X_REQUEST_ID=GIVEN).text
    assert GIVEN in client.get("/igs/nergens/themas/", HTTP_X_REQUEST_ID=GIVEN).text
    monkeypatch.setattr("groeimodel.showcase.model.views.render", broken)
    answer = client.get("/", HTTP_X_REQUEST_ID=GIVEN)
    assert answer.status_code == 500
    assert GIVEN in answer.text
