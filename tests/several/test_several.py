"""What one machine wrote, every other knows: no web server or worker keeps anything that another needs."""

from __future__ import annotations

import re

import httpx
import pytest

from tests.several.conftest import Several
from tests.several.people import Visitor, until

pytestmark = pytest.mark.django_db  # so that there is a database with tables to copy
THEMES = "/igs/testland/themas/"


def codes_for(here: Several, address: str) -> list[str]:
    """As the worker, on a third machine, mailed them."""
    parts = [mail.get_body(("plain",)) for mail in here.box.mails if mail["To"] == address]
    texts = [str(part.get_content()) for part in parts if part is not None]
    return [code[1] for text in texts if (code := re.search(r"waar je je aanmeldt: ([\w-]+)", text))]


def come_in(here: Several, visitor: Visitor, name: str, first: str, second: str) -> httpx.Response:
    """Asks for a code at the first server, and gives it to the second."""
    address = f"{name}@voorbeeld.test"
    before = len(codes_for(here, address))
    visitor.post(f"{first}/aanmelden/", email=address)
    until(lambda: len(codes_for(here, address)) > before, f"no code arrived; {here.log('worker')}")
    answer = visitor.post(f"{second}/aanmelden/code/", code=codes_for(here, address)[-1])
    assert answer.status_code == 200, answer.text
    return answer


def signed_in(here: Several, name: str) -> Visitor:
    visitor = Visitor()
    come_in(here, visitor, name, *here.servers[:2])
    return visitor


def test_who_signs_in_at_one_is_known_at_the_other(several: Several) -> None:
    visitor = signed_in(several, "bram")
    for server in several.servers:
        assert visitor.get(f"{server}{THEMES}").status_code == 200
    visitor.post(f"{several.servers[0]}/afmelden/", form=f"{several.servers[1]}/ik/toegang/")
    for server in several.servers:
        assert visitor.get(f"{server}{THEMES}").status_code == 403


def test_what_is_done_at_one_stands_in_the_kept_pages_of_the_other(several: Several) -> None:
    visitor = signed_in(several, "finn")
    first, second = several.servers
    for number in range(3):
        title = f"Elders gezegd {number}"
        for _ in range(2):  # the second time it is a kept one
            assert title not in visitor.get(f"{second}{THEMES}").text
        assert visitor.post(f"{first}{THEMES}", title=title).status_code == 200
        assert title in visitor.get(f"{second}{THEMES}").text


def test_a_document_of_one_is_read_at_the_other(several: Several) -> None:
    visitor = signed_in(several, "celia")
    first, second = several.servers
    subject = several.told["partnership"]
    content = b"Van ver gekomen.\n" * 9000
    page = visitor.get(f"{first}/igs/testland/documenten/").text
    add = re.search(r'action="(/igs/testland/documenten/bij/[^"]+)"', page)
    assert add, (subject, page)
    sent = visitor.post(
        first + add[1],
        form=f"{first}/igs/testland/documenten/",
        files={"file": ("ver.txt", content)},
        label="Ver",
    )
    assert sent.status_code == 200
    shown = re.search(
        r'href="(/igs/testland/documenten/\d+/)"', visitor.get(f"{second}/igs/testland/documenten/").text
    )
    assert shown
    assert visitor.get(second + shown[1]).content == content


def test_attempts_are_counted_over_both(several: Several) -> None:
    """Five mails in all, not five at each; each time from another browser, for one that waits for its code asks no other."""
    statuses = []
    for number in range(7):
        answer = Visitor().post(f"{several.servers[number % 2]}/aanmelden/", email="niemand@voorbeeld.test")
        statuses.append(answer.status_code)
    assert statuses == [200] * 5 + [422] * 2


def test_a_live_session_is_one_room(several: Several) -> None:
    """Comes in at one, answers at the other, and each counts it."""
    first, second = several.servers
    phone, told = Visitor(), several.told
    room = told["rooms"]["servers"]
    phone.client.follow_redirects = False
    answer = phone.post(f"{first}/live/{room['code']}/", role="officer", municipality=told["municipality"])
    assert answer.status_code == 302, answer.text
    path = answer.headers["location"]
    page = phone.get(second + path)
    assert page.status_code == 200
    sent = httpx.post(second + path, json=[{"key": room["statement"], "question": "answer", "value": 4}])
    assert sent.status_code == 200, sent.text
    screen = signed_in(several, "finn")
    for server in several.servers:
        text = screen.get(f"{server}/igs/testland/live/{room['session']}/").text
        assert re.search(r"<strong>1</strong>\s+van de 1 antwoordden", text)
    assert several.sql("SELECT value FROM live_answer") == [(4,)]
