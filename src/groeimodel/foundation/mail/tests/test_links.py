"""Signed links serve one purpose, end, and cannot be changed."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from groeimodel.foundation import links

PAYLOAD = st.dictionaries(
    st.text(max_size=8), st.one_of(st.integers(-(2**40), 2**40), st.text(max_size=20)), max_size=4
)


@given(PAYLOAD)
def test_what_was_signed_is_read(payload: dict[str, int | str]) -> None:
    assert links.read("mandates.grant", links.sign("mandates.grant", payload, days=1)) == payload


def test_it_serves_no_other_purpose() -> None:
    token = links.sign("mandates.grant", {"seat": 3}, days=1)
    with pytest.raises(links.Invalid):
        links.read("mandates.revoke", token)


def test_it_ends_and_then_says_what_it_was_for() -> None:
    now = timezone.now()
    token = links.sign("mandates.grant", {"seat": 3}, days=14)
    with time_machine.travel(now + timedelta(days=13, hours=23), tick=False):
        assert links.read("mandates.grant", token) == {"seat": 3}
    with time_machine.travel(now + timedelta(days=14, seconds=1), tick=False):
        with pytest.raises(links.Expired) as over:
            links.read("mandates.grant", token)
        assert over.value.payload == {"seat": 3}


@given(st.data())
def test_no_sign_of_it_can_be_changed(data: st.DataObject) -> None:
    token = links.sign("mandates.grant", {"seat": 3}, days=1)
    place = data.draw(st.integers(0, len(token) - 2))
    sign = data.draw(st.sampled_from("abcXYZ019-_:."))
    changed = token[:place] + sign + token[place + 1 :]
    if changed != token:
        with pytest.raises(links.Invalid):
            links.read("mandates.grant", changed)


@given(st.text(max_size=80))
def test_anything_else_is_no_link(token: str) -> None:
    with pytest.raises(links.Invalid):
        links.read("mandates.grant", token)


def test_it_never_stands_in_a_log() -> None:
    import logging

    from groeimodel.foundation.logs import WithoutLinks

    token = links.sign("mandates.grant", {"seat": 3, "because": "a longer text " * 9}, days=1)
    record = logging.LogRecord(
        "django.request", logging.WARNING, "", 0, "Not Found: %s", (f"/mandaat/{token}/",), None
    )
    WithoutLinks().filter(record)
    assert record.getMessage() == "Not Found: /mandaat/.../"
