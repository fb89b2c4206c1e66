"""Mixed use by many people, while a web process is killed and the database is restarted: is any write lost?

    .venv/bin/python -m bench.load                             300 people, ten minutes
    .venv/bin/python -m bench.load --people 60 --minutes 2     a short one

Everything runs on this machine, on loopback, and stops by itself: PostgreSQL, three web servers behind Caddy with
deploy/Caddyfile, two workers, and the people in this process. docs/admin/load.md says how to read bench/results/load.md.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import dataclasses
import json
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from bench.load_people import READS, WRITES, Asked, Person, Told
from tools.cluster import Cluster, free_port

ROOT = Path(__file__).resolve().parents[1]
RESULT = Path(__file__).parent / "results" / "load.md"
SERVERS, WORKERS, DOWN = 3, 2, 5.0
ALONE = 8
"""Rounds of one person alone, before the others come."""


@dataclass
class Installation:
    folder: Path
    cluster: Cluster
    processes: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)
    commands: dict[str, list[str]] = field(default_factory=dict)
    base: str = ""
    killed: float = 0.0
    down: tuple[float, float] = (0.0, 0.0)

    def environment(self, machine: str) -> dict[str, str]:
        others = ("GROEIMODEL_", "DATABASE_", "DJANGO_")
        kept = {k: v for k, v in os.environ.items() if not k.startswith(others)}
        var = self.folder / machine
        var.mkdir(exist_ok=True)
        return {
            **kept,
            "DJANGO_SETTINGS_MODULE": "groeimodel.settings",
            "DATABASE_URL": self.cluster.url("load"),
            "GROEIMODEL_VAR": str(var),
            "GROEIMODEL_FILES": f"file://{self.folder / 'files'}",
            "GROEIMODEL_SECRET_KEY": "load" * 12,
            "GROEIMODEL_PROXIES": "1",
            "GROEIMODEL_DEMO": "1",
        }

    def run(self, *command: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", *command],
            cwd=ROOT,
            env=self.environment("commands"),
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise SystemExit(f"{' '.join(command)}: {done.stderr[-3000:]}")
        return done.stdout

    def start(self, machine: str, command: list[str] | None = None, **more: str) -> None:
        """A process in a group of its own, so that all of it can be killed at once."""
        command = command or self.commands[machine]
        self.commands[machine] = command
        with (self.folder / f"{machine}.log").open("ab") as log:
            self.processes[machine] = subprocess.Popen(
                command,
                cwd=ROOT,
                env={**self.environment(machine), **more},
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def kill(self, machine: str) -> None:
        os.killpg(self.processes[machine].pid, signal.SIGKILL)
        self.processes[machine].wait()

    def stop(self) -> None:
        for process in self.processes.values():
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


@contextlib.contextmanager
def installation(people: int) -> Iterator[tuple[Installation, dict[str, Any]]]:
    caddy = shutil.which("caddy")
    if caddy is None:
        raise SystemExit("caddy is not here: install it (Debian: apt-get install caddy)")
    folder = Path(tempfile.mkdtemp(prefix="groeimodel-load-"))
    here = Installation(folder, Cluster(Path(tempfile.mkdtemp(prefix="groeimodel-pg-")), durable=True))
    try:
        here.cluster.start()
        here.cluster.run("createdb", f"--maintenance-db={here.cluster.url()}", "load")
        here.run("groeimodel", "manage", "migrate", "-v0")
        rows = json.loads(here.run("bench.load_data", "seed", str(people)).splitlines()[-1])
        groeimodel = [sys.executable, "-m", "groeimodel"]
        ports = [free_port() for _ in range(SERVERS)]
        for number, port in enumerate(ports):
            one = ["serve", "--port", str(port), "--workers", "1", "--threads", "4"]
            here.start(f"web{number}", [*groeimodel, *one])
        for number in range(WORKERS):
            here.start(f"worker{number}", [*groeimodel, "worker"])
        front = free_port()
        here.base = f"http://127.0.0.1:{front}"
        upstreams = " ".join(f"127.0.0.1:{port}" for port in ports)
        config = str(ROOT / "deploy" / "Caddyfile")
        here.start(
            "proxy",
            [caddy, "run", "--config", config, "--adapter", "caddyfile"],
            SITE=here.base,
            UPSTREAMS=upstreams,
            HOME=str(folder),
        )
        for address in (here.base, *(f"http://127.0.0.1:{port}" for port in ports)):
            wait_for(address, here)
        yield here, rows
    finally:
        here.stop()
        here.cluster.remove()
        shutil.rmtree(folder, ignore_errors=True)


def wait_for(address: str, here: Installation) -> None:
    end = time.monotonic() + 120
    while time.monotonic() < end:
        with contextlib.suppress(httpx.TransportError):
            if httpx.get(f"{address}/healthz", timeout=5).status_code == 200:
                return
        time.sleep(0.2)
    raise SystemExit("".join(path.read_text()[-1500:] for path in here.folder.glob("*.log")))


async def one_alone(here: Installation, rows: dict[str, Any]) -> list[Asked]:
    """The same reads and writes, by one person, before the others come."""
    told = Told()
    person = Person(here.base, rows["persons"][0], rows["shop"], 9000, told)
    neighbour = Person(here.base, rows["persons"][1], rows["shop"], 9001, told)
    await neighbour.question("Wie antwoordt hier?")
    await neighbour.client.aclose()
    for _ in range(ALONE):
        for kind in READS:
            await person.page(kind, READS[kind].format(**person.row))
        for kind in WRITES:
            if kind != "request":  # a minute of waiting for nothing
                await person.write(kind)
    await person.client.aclose()
    if told.refused:
        raise SystemExit(f"Refused while nobody else was there: {Counter(told.refused).most_common(5)}")
    return told.asked


async def troubles(here: Installation, began: float, minutes: float) -> None:
    await asyncio.sleep(max(0.0, began + minutes * 20 - time.monotonic()))
    here.killed = time.monotonic()
    await asyncio.to_thread(here.kill, "web1")
    await asyncio.sleep(1)  # as a supervisor does
    here.start("web1")
    await asyncio.sleep(max(0.0, began + minutes * 30 - time.monotonic()))
    gone = time.monotonic()
    await asyncio.to_thread(here.cluster.stop)
    await asyncio.sleep(DOWN)
    await asyncio.to_thread(here.cluster.start)
    here.down = (gone, time.monotonic())


async def crowd(here: Installation, rows: dict[str, Any], minutes: float, think: float) -> tuple[Told, float]:
    told = Told()
    people = [
        Person(here.base, row, rows["shop"], number, told) for number, row in enumerate(rows["persons"])
    ]
    began = time.monotonic()
    until = began + minutes * 60
    cpu = time.process_time()
    await asyncio.gather(troubles(here, began, minutes), *(one.day(until, think) for one in people))
    return told, (time.process_time() - cpu) / (time.monotonic() - began)


def excused(one: Asked, here: Installation) -> bool:
    """It overlaps with the time that the database was down, or with the moment of the kill."""
    ends = one.began + one.seconds
    gone, back = here.down
    return (one.began <= back and ends >= gone) or (one.began <= here.killed + 0.5 and ends >= here.killed)


def figures(here: Installation, told: Told, alone: list[Asked], began: float) -> dict[str, Any]:
    bad = [one for one in told.asked if one.status == 0 or one.status >= 500]
    outside = [one for one in bad if not excused(one, here)]
    kinds: dict[str, dict[str, float]] = {}
    for kind in sorted({one.kind for one in told.asked}):
        calm = sorted(one.seconds * 1000 for one in told.asked if one.kind == kind and not excused(one, here))
        single = [one.seconds * 1000 for one in alone if one.kind == kind]
        if calm:
            kinds[kind] = {
                "n": len(calm),
                "p50": statistics.median(calm),
                "p99": calm[int(len(calm) * 0.99)],
                "alone": statistics.median(single) if single else 0.0,
            }
    return {
        "requests": len(told.asked),
        "errors": len(bad),
        "errors_outside": len(outside),
        "outside": [dataclasses.astuple(one) for one in outside[:20]],
        "refused": Counter(told.refused).most_common(10),
        "kinds": kinds,
        "seconds": seconds(bad, here, began),
        "killed_at": here.killed - began,
        "down_at": here.down[0] - began,
        "down_s": here.down[1] - here.down[0],
        "told": Counter(told.texts.values()),
    }


def seconds(bad: list[Asked], here: Installation, began: float) -> list[list[int]]:
    """Second, answers 503, other answers of the proxy, broken connections: only seconds with any."""
    rows: dict[int, list[int]] = {}
    for one in bad:
        row = rows.setdefault(int(one.began + one.seconds - began), [0, 0, 0])
        row[0 if one.status == 503 else 1 if one.status else 2] += 1
    return [[second, *row] for second, row in sorted(rows.items())]


def table(found: dict[str, Any]) -> str:
    checked = found["check"]
    lines = [
        "| | |",
        "|---|---|",
        f"| people, minutes, seconds between two deeds of one | {found['people']}, {found['minutes']:g}, {found['think']:g} |",
        f"| requests, a second | {found['requests']}, {found['requests'] / found['minutes'] / 60:.1f} |",
        f"| writes of texts answered as done | {found['told'].get('done', 0)} |",
        f"| **lost** | **{len(checked['lost'])}** |",
        f"| **twice** | **{len(checked['double'])}** |",
        f"| told not to be kept, and kept all the same | {len(checked['told_wrongly'])} |",
        f"| told not to be sure; of these kept | {checked['unsure']}; {checked['unsure_kept']} |",
        f"| told not to be kept, and not sent again before the end | {found['told'].get('none', 0)} |",
        f"| errors, of which **while the database was up** | {found['errors']}, **{found['errors_outside']}** |",
        f"| refused (400 to 499, a form that came back) | {sum(n for _, n in found['refused'])} |",
        f"| a web server was killed at | {found['killed_at']:.0f} s |",
        f"| the database was away from, for | {found['down_at']:.0f} s, {found['down_s']:.1f} s |",
        f"| processor that the people themselves took | {found['client_cpu']:.2f} cores |",
        "",
        "| kind | n | p50, ms | p99, ms | p50 alone, ms | p50 ÷ alone |",
        "|---|---|---|---|---|---|",
    ]
    for kind, one in found["kinds"].items():
        ratio = f"{one['p50'] / one['alone']:.1f}" if one["alone"] else ""
        single = f"{one['alone']:.0f}" if one["alone"] else ""
        lines.append(f"| {kind} | {one['n']} | {one['p50']:.0f} | {one['p99']:.0f} | {single} | {ratio} |")
    lines += [
        "",
        "| second | 503 (our page, or the proxy knows of no server) | another answer of the proxy | connection broke |",
        "|---|---|---|---|",
    ]
    lines += ["| " + " | ".join(map(str, row)) + " |" for row in found["seconds"]]
    if found["outside"] or found["refused"]:
        lines += ["", f"Outside: {found['outside']}", "", f"Refused: {found['refused']}"]
    for what in ("lost", "double", "told_wrongly"):
        if checked[what]:
            lines += ["", f"{what}: {checked[what][:10]}"]
    return "\n".join(lines)


def measure(people: int, minutes: float, think: float) -> dict[str, Any]:
    with installation(people) as (here, rows):
        alone = asyncio.run(one_alone(here, rows))
        began = time.monotonic()
        told, cpu = asyncio.run(crowd(here, rows, minutes, think))
        path = here.folder / "told.json"
        path.write_text(json.dumps({"texts": told.texts, "choices": told.choices}))
        checked = json.loads(here.run("bench.load_data", "check", str(path)).splitlines()[-1])
        found = figures(here, told, alone, began)
    more = {"people": people, "minutes": minutes, "think": think, "client_cpu": cpu, "check": checked}
    return {**found, **more}


def run() -> tuple[object, str]:
    """For bench.run, when it is named there."""
    found = measure(300, 10, 10)
    return found, table(found)


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--people", type=int, default=300)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--think", type=float, default=10, help="seconds between two deeds of one person")
    options = parser.parse_args()
    found = measure(options.people, options.minutes, options.think)
    text = f"# {options.people} people at work, troubles in the middle\n\n{time.strftime('%Y-%m-%d')}, {os.cpu_count()} cores, "
    text += (
        f"`python -m bench.load --people {options.people} --minutes {options.minutes:g}`\n\n{table(found)}\n"
    )
    RESULT.write_text(text)
    print(text)
    wrong = found["check"]["lost"] or found["check"]["double"] or found["check"]["told_wrongly"]
    return 1 if wrong or found["errors_outside"] or found["refused"] else 0


if __name__ == "__main__":
    sys.exit(main())
