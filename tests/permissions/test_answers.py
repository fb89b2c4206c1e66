"""What every answer of every address holds, whoever asks: headers for browsers, no script in the page, nothing changed by looking."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.db import connection, transaction
from django.urls import reverse

from tests.permissions.addresses import kwargs_of
from tests.permissions.conftest import Knock
from tests.permissions.test_walk import ADDRESSES
from tests.permissions.world import World

WHO = ("visitor", "coordinator", "administrator")
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
FRAMED = {
    "public:embed": "*",  # municipalities put it on their own site
    "public:preview": "'self'",
    "mail:body": "'self'",
    "news:preview_mail": "'self'",
}
"""Which pages may stand in a frame, and of whom; all others of nobody."""
FOR_ALL_SITES = {"trends:open_json"}
"""Open figures, the same for everybody: scripts of other sites may read them."""
NO_TOKEN = {
    "live:phone": "a phone without account; the secret in its address is the proof, and no other site knows it",
    "mail:stop": "a mail program sends it (RFC 8058); the signature in the address is the proof",
    "news:leave": "the same",
    "news:confirm": "a button behind a link of a mail; the signature in the address is the proof",
    "news:subscribe": "a form on the site of a municipality sends it; nothing counts before a mail was answered",
}
"""Forms that are taken without a token of this site, each with its reason."""
TRACES = {"django_session", "account_emailaddress", "cache", "usersessions_usersession", "people_person"}
"""Where looking leaves a trace: the session, its last visit, counts of tries."""
MADE_AT_FIRST = {"meetings:follow": "meetings_feedkey"}
"""The secret address of an own calendar is made when its page is opened for the first time; nobody sees anything of it."""


@dataclass(frozen=True)
class Seen:
    """One answer, as far as these tests look at it."""

    name: str
    who: str
    status: int
    headers: dict[str, str]
    page: str
    """Of HTML only."""
    empty: bool
    wrote: frozenset[str]
    """Tables."""

    def __str__(self) -> str:
        return f"{self.name} for {self.who} ({self.status})"

    @property
    def kind(self) -> str:
        return self.headers.get("content-type", "")

    @property
    def policy(self) -> dict[str, str]:
        parts = [one.strip().partition(" ") for one in self.headers["content-security-policy"].split(";")]
        return {name: value for name, _space, value in parts}


@dataclass
class Walk:
    seen: list[Seen] = field(default_factory=list)
    """Every address, looked at by each of `WHO`."""
    sent: list[tuple[str, int]] = field(default_factory=list)
    """Every address and what it answers to a form without a token."""


WALK = Walk()


class Written:
    """Which tables were written to."""

    def __init__(self) -> None:
        self.tables: set[str] = set()

    def __call__(self, run: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        if found := re.match(r'(?:INSERT (?:OR IGNORE )?INTO|UPDATE|DELETE FROM) "?(\w+)', sql):
            self.tables.add(found[1])
        return run(sql, params, many, context)


def look(name: str, who: str, client: Any, path: str) -> Seen:
    written = Written()
    with transaction.atomic():
        with connection.execute_wrapper(written):
            answer = client.get(path, headers={"Origin": "https://elders.example"})
        transaction.set_rollback(True)
    headers = {key.lower(): value for key, value in answer.items()}
    page = "" if answer.streaming or "html" not in headers.get("content-type", "") else answer.text
    empty = not answer.streaming and not answer.content
    return Seen(name, who, answer.status_code, headers, page, empty, frozenset(written.tables))


@pytest.fixture
def walk(world: World, knock: Knock) -> Walk:
    """All addresses, walked once for all tests of this file."""
    if not WALK.sent:
        some = [one for one in world.everybody if one.name in WHO]
        seen = []
        for name, pattern in ADDRESSES.items():
            path = reverse(name, kwargs=kwargs_of(name, set(pattern.pattern.converters), world))
            seen += [look(name, one.name, knock(one, raise_request_exception=False), path) for one in some]
            with transaction.atomic():
                client = knock(some[1], enforce_csrf_checks=True, raise_request_exception=False)
                WALK.sent.append((name, client.post(path).status_code))
                transaction.set_rollback(True)
        WALK.seen = seen
    return WALK


def test_all_addresses_were_walked(walk: Walk) -> None:
    assert {one.name for one in walk.seen} == set(ADDRESSES)
    shown = {one.name for one in walk.seen if one.status == 200}
    print(f"{len(walk.seen)} answers of {len(ADDRESSES)} addresses, {len(shown)} of them shown to somebody")
    assert len(shown) > 250
    assert not [str(one) for one in walk.seen if one.status >= 500]


def test_every_answer_forbids_plugins_another_base_and_script_in_the_page(walk: Walk) -> None:
    wrong = []
    for one in walk.seen:
        csp = one.policy
        alone = "sandbox" in csp and csp.get("default-src") == "'none'"
        good = csp.get("object-src") == "'none'" and csp.get("base-uri") == "'none'"
        good = good or alone
        good = good and csp.get("script-src", csp.get("default-src")) in ("'self'", "'none'")
        wrong += [] if good else [f"{one}: {csp}"]
    assert not wrong, "\n".join(wrong)


def test_every_answer_is_what_it_says_and_nothing_else(walk: Walk) -> None:
    assert not [str(one) for one in walk.seen if one.headers.get("x-content-type-options") != "nosniff"]


def test_addresses_are_told_to_no_other_site(walk: Walk) -> None:
    known = ("same-origin", "no-referrer", "strict-origin")
    assert not [str(one) for one in walk.seen if one.headers.get("referrer-policy") not in known]


def test_no_page_stands_in_a_frame_of_others(walk: Walk) -> None:
    wrong = []
    for one in walk.seen:
        expected = FRAMED.get(one.name, "'none'") if one.status == 200 else "'none'"
        if one.policy.get("frame-ancestors") != expected:
            wrong.append(f"{one}: {one.policy.get('frame-ancestors')}, not {expected}")
    assert not wrong, "\n".join(wrong)


def test_windows_and_resources_are_kept_apart_from_other_sites(walk: Walk) -> None:
    wrong = [str(one) for one in walk.seen if one.headers.get("cross-origin-opener-policy") != "same-origin"]
    assert not wrong, "\n".join(wrong)


def test_every_answer_says_what_it_is(walk: Walk) -> None:
    wrong = []
    for one in walk.seen:
        kind = one.kind.partition(";")[0]
        text = kind.startswith("text/") or kind.endswith(("/xml", "+xml"))
        if (not kind and not one.empty) or (text and "charset=" not in one.kind.lower()):
            wrong.append(f"{one}: {one.kind}")
    assert not wrong, "\n".join(wrong)


def test_only_open_figures_are_for_scripts_of_other_sites(walk: Walk) -> None:
    open_to = {one.name for one in walk.seen if "access-control-allow-origin" in one.headers}
    assert open_to == FOR_ALL_SITES
    assert not [str(one) for one in walk.seen if "access-control-allow-credentials" in one.headers]


def test_no_page_leads_to_another_site_by_itself(walk: Walk) -> None:
    away = [
        str(one)
        for one in walk.seen
        if urlsplit(one.headers.get("location", "")).netloc not in ("", "testserver")
    ]
    assert not away
    assert not [
        str(one)
        for one in walk.seen
        if "http-equiv" in one.page and "refresh" in one.page.lower().split("http-equiv")[1][:20]
    ]


def test_no_page_as_it_is_sent_holds_script_or_style_of_its_own(walk: Walk) -> None:
    wrong = []
    for one in walk.seen:
        bare = [
            tag
            for tag in re.findall(r"<script\b([^>]*)>", one.page)
            if "src=" not in tag and "json" not in tag
        ]
        handlers = re.findall(r"<[a-z][^<>]*\son[a-z]+\s*=\s*[\"'][^<>]*", one.page)
        styles = []
        if "'unsafe-inline'" not in one.policy.get("style-src", ""):
            styles = re.findall(r"<style\b[^>]*|<[a-z][^<>]*\sstyle\s*=[^<>]*", one.page)
        if found := [*bare, *handlers, *styles, *re.findall(r"javascript:", one.page)]:
            wrong.append(f"{one}: {found[:2]}")
    assert not wrong, "\n".join(wrong)


def test_no_form_is_taken_from_another_site(walk: Walk) -> None:
    taken = {name for name, status in walk.sent if status not in (403, 405)}
    assert taken == set(NO_TOKEN)


def test_looking_changes_nothing(walk: Walk) -> None:
    wrong = []
    for one in walk.seen:
        if more := one.wrote - TRACES - {MADE_AT_FIRST.get(one.name)}:
            wrong.append(f"{one} wrote to {more}")
    assert not wrong, "\n".join(wrong)
