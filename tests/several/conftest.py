"""Two web servers and a worker as on three machines: a folder for data each, one PostgreSQL, one place for documents.

On SQLite there is nothing to prove: a file of one machine is not for several.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.db import connection
from pytest_django import DjangoDbBlocker

from groeimodel.foundation.testing.mailserver import Postbox, mail_server
from tests.several.people import Visitor, until
from tools.cluster import Cluster, free_port

ROOT = Path(__file__).resolve().parents[2]
POSTGRES = "postgresql" in settings.DATABASES["default"]["ENGINE"]


@dataclass
class Several:
    cluster: Cluster
    folder: Path
    told: dict[str, Any]
    box: Postbox
    environment: dict[str, str]
    servers: list[str] = field(default_factory=list)
    processes: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    def start(self, machine: str, *arguments: str, **settings: str) -> None:
        var = self.folder / machine
        var.mkdir(exist_ok=True)
        with (self.folder / f"{machine}.log").open("ab") as out:
            self.processes[machine] = subprocess.Popen(
                [sys.executable, "-m", "groeimodel", *arguments],
                cwd=ROOT,
                env={**self.environment, "GROEIMODEL_VAR": str(var), **settings},
                stdout=out,
                stderr=out,
            )

    def serve(self, number: int) -> None:
        port = str(urlsplit(self.servers[number]).port)
        self.start(f"web{number}", "serve", "--port", port, "--workers", "1", "--threads", "2")

    def wait_for(self, number: int) -> None:
        until(lambda: Visitor().ready(self.servers[number]), f"server {number} does not start")

    def log(self, machine: str) -> str:
        return (self.folder / f"{machine}.log").read_text()

    def sql(self, statement: str) -> list[tuple[Any, ...]]:
        import psycopg

        with psycopg.connect(self.cluster.url("several"), autocommit=True) as there:
            done = there.execute(statement)  # type: ignore[arg-type, call-overload, unused-ignore]
            return list(done.fetchall()) if done.description else []


@pytest.fixture(scope="package")
def several(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Several]:
    if not POSTGRES:
        pytest.skip("a file of SQLite is of one machine: several servers share a PostgreSQL")
    with contextlib.ExitStack() as ending:
        folder = Path(ending.enter_context(tempfile.TemporaryDirectory(prefix="groeimodel-several-")))
        cluster = Cluster(Path(tempfile.mkdtemp(prefix="groeimodel-pg-")))
        ending.callback(cluster.remove)
        cluster.start()
        with django_db_blocker.unblock():
            name = connection.settings_dict["NAME"]
        cluster.copy(urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl(), "several")
        post = free_port()
        box = ending.enter_context(mail_server(post))
        here = Several(cluster, folder, {}, box, settings_for(cluster, folder / "shared", post))
        here.told = seeded(here)
        ending.callback(stop, here)
        for number in range(2):
            here.servers.append(f"http://127.0.0.1:{free_port()}")
            here.serve(number)
        here.start("worker", "worker")
        for number in range(2):
            here.wait_for(number)
        yield here


@pytest.fixture(autouse=True)
def all_servers_run(several: Several) -> None:
    """What a test stopped is there again for the next."""
    ended = [
        number
        for number in range(len(several.servers))
        if several.processes[f"web{number}"].poll() is not None
    ]
    for number in ended:
        several.serve(number)
    for number in ended:
        several.wait_for(number)


def settings_for(cluster: Cluster, shared: Path, post: int) -> dict[str, str]:
    """Python may keep what it compiled: four processes start here with all of the product."""
    others = ("GROEIMODEL_", "DATABASE_", "DJANGO_", "PYTHONDONTWRITEBYTECODE")
    kept = {k: v for k, v in os.environ.items() if not k.startswith(others)}
    shared.mkdir()
    return {
        **kept,
        "DATABASE_URL": cluster.url("several"),
        "DJANGO_SETTINGS_MODULE": "groeimodel.settings",
        "GROEIMODEL_SECRET_KEY": "several" * 8,
        "GROEIMODEL_FILES": f"file://{shared}",
        "GROEIMODEL_PROXIES": "1",
        "GROEIMODEL_MAIL": f"smtp://127.0.0.1:{post}",
    }


def seeded(here: Several) -> dict[str, Any]:
    environment = {**here.environment, "GROEIMODEL_VAR": str(here.folder)}
    done = subprocess.run(
        [sys.executable, "-m", "tests.several.seed"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def stop(here: Several) -> None:
    for process in here.processes.values():
        process.terminate()
    for process in here.processes.values():
        try:
            process.wait(timeout=40)
        except subprocess.TimeoutExpired:
            process.kill()
