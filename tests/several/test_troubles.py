"""PostgreSQL stops and starts, a web process is killed, a server is told to stop: what people and the worker notice."""

from __future__ import annotations

import os
import signal
import threading
import time

import httpx
import pytest

from tests.several.conftest import Several
from tests.several.people import TOKEN, until
from tests.several.test_several import THEMES, signed_in

pytestmark = pytest.mark.django_db  # so that there is a database with tables to copy


def test_the_database_goes_and_comes_back(several: Several) -> None:
    """Every page says so, what is sent meanwhile is told not to be kept, and nothing needs a restart."""
    visitor = signed_in(several, "finn")
    token = TOKEN.search(visitor.get(f"{several.servers[0]}{THEMES}").text)
    assert token
    form = {"title": "Tijdens de storing", "csrfmiddlewaretoken": token[1]}
    processes = {name: process.pid for name, process in several.processes.items()}
    several.cluster.stop()
    try:
        for server in several.servers:
            for path in ("/", THEMES, "/aanmelden/", "/live/123456/"):
                answer = visitor.get(server + path)
                assert (answer.status_code, answer.headers["retry-after"]) == (503, "10"), path
                assert "Even niet bereikbaar" in answer.text
            sent = visitor.client.post(f"{server}{THEMES}", data=form)
            assert sent.status_code == 503
            assert "Wat je net verstuurde, is niet bewaard." in sent.text
            assert httpx.get(f"{server}/healthz").status_code == 200
            assert httpx.get(f"{server}/readyz").text == "not ready: database\n"
    finally:
        several.cluster.start()
    for server in several.servers:
        # The first request, on a connection that broke: it is found and made anew.
        page = visitor.get(f"{server}{THEMES}")
        assert page.status_code == 200
        assert "Tijdens de storing" not in page.text
    assert visitor.client.post(f"{several.servers[1]}{THEMES}", data=form).status_code == 200
    assert several.sql("SELECT count(*) FROM themes_theme WHERE title = 'Tijdens de storing'") == [(1,)]
    # The worker as well: this code is mailed by the process that lived through it.
    signed_in(several, "els")
    assert {name: process.pid for name, process in several.processes.items()} == processes
    assert all(process.poll() is None for process in several.processes.values())
    assert "Traceback" not in several.log("worker") + several.log("web0") + several.log("web1")


def test_a_web_process_that_is_killed_comes_back(several: Several) -> None:
    main = several.processes["web0"].pid
    (child,) = children(main)
    os.kill(child, signal.SIGKILL)
    until(lambda: children(main) not in ([], [child]), "no process came in its place")
    several.wait_for(0)


def test_a_server_that_is_told_to_stop_finishes_what_it_does(several: Several) -> None:
    """A form that waits for a lock is answered, and kept; nothing new is taken."""
    import psycopg

    visitor, server = signed_in(several, "celia"), several.servers[1]
    stopped = several.processes["web1"]
    token = TOKEN.search(visitor.get(f"{server}{THEMES}").text)
    assert token
    form = {"title": "Nog net op tijd", "csrfmiddlewaretoken": token[1]}
    answers: list[int] = []
    visitor.client.follow_redirects = False  # there is nobody to follow to any more

    def send() -> None:
        answers.append(visitor.client.post(f"{server}{THEMES}", data=form).status_code)

    sender = threading.Thread(target=send)
    with psycopg.connect(several.cluster.url("several")) as holder:
        holder.execute("LOCK TABLE themes_theme IN EXCLUSIVE MODE")
        sender.start()
        until(lambda: waiting(several), "nobody waits")
        stopped.terminate()
        time.sleep(1)
        assert stopped.poll() is None
        holder.rollback()
    sender.join()
    assert stopped.wait(timeout=90) == 0
    assert several.sql("SELECT count(*) FROM themes_theme WHERE title = 'Nog net op tijd'") == [(1,)]
    assert answers == [302]


def waiting(several: Several) -> bool:
    return several.sql("SELECT count(*) FROM pg_locks WHERE NOT granted") != [(0,)]


def children(parent: int) -> list[int]:
    found = []
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                with open(f"/proc/{name}/stat") as stat:
                    fields = stat.read().rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[1]) == parent and fields[0] != "Z" and is_web(int(name)):
                found.append(int(name))
    return found


def is_web(pid: int) -> bool:
    """Python's own helper of processes is a child too."""
    try:
        with open(f"/proc/{pid}/cmdline", "rb") as line:
            return b"resource_tracker" not in line.read()
    except OSError:
        return False
