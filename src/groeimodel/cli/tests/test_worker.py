"""Real workers, killed and stopped: nothing is lost, and nothing is sent twice without need."""

import contextlib
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from groeimodel.cli import run, serve
from groeimodel.cli.tests.installation import Installation, make_installation, until
from groeimodel.foundation.jobs.registry import dailies
from groeimodel.foundation.testing.mailserver import Postbox, free_port, mail_server

pytestmark = pytest.mark.django_db(transaction=True)

POST = """
from django.db import transaction
from groeimodel.foundation.mail.services import Letter, post
with transaction.atomic():
    for number in range({count}):
        address = 'lezer%s@voorbeeld.test' % number
        post(kind='mail.test', to=address, letter=Letter(subject='Nummer %s' % number, paragraphs=['Dag']))
"""
END_LEASES = "UPDATE jobs_job SET leased_until = created_at WHERE leased_until IS NOT NULL"
READERS = """
from datetime import UTC, datetime
from groeimodel.foundation.people.models import Person
Person.objects.bulk_create(
    Person(name='Lezer', email='lezer%s@voorbeeld.test' % number, created_at=datetime(2020, 1, 1, tzinfo=UTC))
    for number in range(20)
)
"""


@pytest.fixture(scope="module")
def template(
    tmp_path_factory: pytest.TempPathFactory, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Path:
    """On SQLite: the test's own database, without rows, in a file."""
    path = tmp_path_factory.mktemp("template") / "groeimodel.sqlite3"
    if connection.vendor == "sqlite":
        with django_db_blocker.unblock(), contextlib.closing(sqlite3.connect(path)) as copy:
            connection.ensure_connection()
            connection.connection.backup(copy)
    return path


@pytest.fixture
def postbox() -> Iterator[tuple[Postbox, int]]:
    port = free_port()
    with mail_server(port) as box:
        yield box, port


@pytest.fixture
def here(db: None, tmp_path: Path, template: Path, postbox: tuple[Postbox, int]) -> Installation:
    """An installation with that mail server, where the daily jobs of today were done."""
    made = make_installation(tmp_path, template, GROEIMODEL_MAIL=f"smtp://127.0.0.1:{postbox[1]}")
    rows = ", ".join(f"('{name}', '{timezone.localdate()}')" for name in dailies)
    made.sql(f"INSERT INTO jobs_dailyrun (name, day) VALUES {rows}")
    return made


def states(here: Installation) -> list[tuple[str, int]]:
    return here.sql("SELECT state, count(*) FROM mail_outgoingmail GROUP BY state ORDER BY state")


def numbers(box: Postbox) -> list[int]:
    return sorted(int(str(mail["Subject"]).split()[-1]) for mail in box.mails)


def test_a_worker_that_is_killed_in_the_middle_loses_nothing(
    here: Installation, postbox: tuple[Postbox, int]
) -> None:
    """It is killed while the server has the first mail but did not answer yet: the worst moment there is."""
    box, _ = postbox
    here.python(POST.format(count=4))
    box.waits.clear()
    with here.worker() as worker:
        until(lambda: len(box.raw) == 1, "the first mail did not arrive")
        worker.send_signal(signal.SIGKILL)
        worker.wait()
    box.waits.set()
    assert here.run("worker", "--once").strip() == "Taken uitgevoerd: 3"
    assert numbers(box) == [0, 1, 2, 3]
    assert states(here) == [("sent", 3), ("waiting", 1)]

    assert here.sql("SELECT count(*) FROM jobs_job WHERE leased_until IS NOT NULL") == [(1,)]
    here.sql(END_LEASES)
    here.run("worker", "--once")
    assert states(here) == [("sent", 4)]
    # Nobody can know whether the first one arrived, so it goes again; its number lets a mail program see that.
    assert numbers(box) == [0, 0, 1, 2, 3]
    assert len({str(mail["Message-ID"]) for mail in box.mails}) == 4


def test_three_workers_send_everything_once(here: Installation, postbox: tuple[Postbox, int]) -> None:
    box, _ = postbox
    here.python(POST.format(count=45))
    workers = [here.start("worker", "--once") for _ in range(3)]
    assert [worker.communicate(timeout=120)[1] for worker in workers] == ["", "", ""]
    assert numbers(box) == list(range(45))
    assert states(here) == [("sent", 45)]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_worker_that_is_told_to_stop_finishes_what_it_does(
    here: Installation, postbox: tuple[Postbox, int], number: signal.Signals
) -> None:
    box, _ = postbox
    here.python(POST.format(count=3))
    box.waits.clear()
    with here.worker() as worker:
        until(lambda: len(box.raw) == 1, "the first mail did not arrive")
        worker.send_signal(number)
        box.waits.set()
        out, err = worker.communicate(timeout=30)
        assert (worker.returncode, out, err) == (0, "", "")
    assert states(here) == [("sent", 1), ("waiting", 2)]
    assert numbers(box) == [0]


def test_a_worker_beside_a_server_ends_with_it(here: Installation, postbox: tuple[Postbox, int]) -> None:
    """However the server ends."""
    program = "from groeimodel.cli.worker import start_beside; import time; start_beside(); time.sleep(60)"
    server = subprocess.Popen(
        [sys.executable, "-c", program], env=here.environment, stderr=subprocess.PIPE, stdout=subprocess.PIPE
    )
    here.python(POST.format(count=1))
    until(lambda: len(postbox[0].raw) == 1, "the worker does not work")
    server.kill()
    # the worker holds the same pipe: it closes when both are gone
    server.communicate(timeout=30)


def test_a_server_starts_one_only_when_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[str] = []
    monkeypatch.setattr(serve, "start_beside", lambda: started.append("worker"))
    monkeypatch.setattr(serve, "exec_server", lambda host, port, **_: started.append("server"))
    monkeypatch.setattr(serve, "another_version", lambda: None)
    assert run(["serve", "--port", str(free_port())]) == 0
    assert started == ["server"]
    assert run(["serve", "--port", str(free_port()), "--with-worker"]) == 0
    assert started == ["server", "worker", "server"]


def test_one_daily_job_a_day_for_three_workers(here: Installation) -> None:
    """And one digest for each reader, though all three look for what to do at once."""
    here.python(READERS)
    here.sql("DELETE FROM jobs_dailyrun")
    workers = [here.start("worker", "--once") for _ in range(3)]
    assert [worker.communicate(timeout=120)[1] for worker in workers] == ["", "", ""]
    kinds = [
        kind for (kind,) in here.sql("SELECT kind FROM jobs_job WHERE kind LIKE 'daily:%' ORDER BY kind")
    ]
    assert kinds == sorted(f"daily:{name}" for name in dailies)
    assert here.sql("SELECT count(*), count(DISTINCT person_id) FROM mail_digest") == [(20, 20)]
    assert here.sql("SELECT count(*) FROM jobs_job WHERE kind = 'mail.digest' AND tries = 1") == [(20,)]
    assert here.sql("SELECT kind, error FROM jobs_job WHERE done_at IS NULL OR error != ''") == []


def test_a_database_that_is_behind_is_one_line(tmp_path: Path) -> None:
    empty = Installation(tmp_path, DATABASE_URL=f"sqlite:///{tmp_path}/nothing.sqlite3")
    empty.environment["DATABASE_URL"] = f"sqlite:///{tmp_path}/nothing.sqlite3"
    worker = empty.start("worker", "--once")
    assert worker.communicate(timeout=60) == (
        "",
        "De databank is niet bijgewerkt. Doe eerst: groeimodel manage migrate\n",
    )
    assert worker.returncode == 1


@pytest.mark.parametrize("command", [["worker", "--once"], ["serve", "--port", "8999"]])
def test_a_mail_server_that_cannot_be_read_is_one_line_without_its_password(
    tmp_path: Path, command: list[str]
) -> None:
    wrong = Installation(tmp_path, GROEIMODEL_MAIL="smpt://groei:geheim@mail.voorbeeld.test")
    process = wrong.start(*command)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (1, "")
    assert err == "GROEIMODEL_MAIL is niet van de vorm smtp://naam:wachtwoord@adres:poort?tls=1\n"
