"""People of bench/load.py: each has a browser, an address of its own on loopback, and something to do every so often."""

from __future__ import annotations

import asyncio
import json
import random
import re
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import httpx

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')
STAMP = re.compile(r'name="stamp"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="stamp"')
OUTCOME = re.compile(r'data-outcome="(\w*)"')
READS = {
    "garden": "/igs/{slug}/",
    "mine": "/ik/",
    "themes": "/igs/{slug}/themas/",
    "questions": "/igs/{slug}/vragen/",
    "meeting": "/igs/{slug}/ontmoetingen/{meeting}/",
    "documents": "/igs/{slug}/documenten/",
    "notes": "/igs/{slug}/ontmoetingen/{meeting}/verslag/",
    "model": "/",
    "map": "/kaart/",
}
WRITES = {"question": 3, "theme": 2, "answer": 4, "come": 3, "document": 2, "live": 4, "request": 2}
"""How often each is done beside the others."""


@dataclass
class Asked:
    kind: str
    began: float
    seconds: float
    status: int
    """0: the connection broke or nothing came in time."""


@dataclass
class Told:
    """What all people saw together."""

    asked: list[Asked] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    """Kind and text, to what its sender was told last: done, none (not kept), unsure, refused."""
    choices: dict[str, list[Any]] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)
    """Answers that nobody should get, in short."""


class Person:
    def __init__(self, base: str, row: dict[str, Any], shop: dict[str, Any], number: int, told: Told) -> None:
        self.row, self.shop, self.told, self.number = row, shop, told, number
        self.dice = random.Random(number)
        self.count, self.phone = 0, ""
        self.unsent: list[tuple[str, str]] = []
        address = f"127.0.{1 + number // 250}.{1 + number % 250}"
        self.client = httpx.AsyncClient(
            base_url=base,
            cookies={"sessionid": row["key"]},
            timeout=30,
            transport=httpx.AsyncHTTPTransport(local_address=address, verify=False),
        )
        self.does: dict[str, Callable[[str], Awaitable[None]]] = {
            "question": self.question,
            "theme": self.theme,
            "answer": self.answer,
            "document": self.document,
            "request": self.request,
        }

    async def ask(self, kind: str, method: str, path: str, **what: Any) -> httpx.Response | None:
        began = time.monotonic()
        try:
            answer = await self.client.request(method, path, **what)
        except httpx.TransportError:
            answer = None
        status = answer.status_code if answer is not None else 0
        self.told.asked.append(Asked(kind, began, time.monotonic() - began, status))
        return answer

    async def page(self, kind: str, path: str) -> str:
        """The text of a page; empty when it did not come."""
        answer = await self.ask(f"read {kind}", "GET", path)
        if answer is None or answer.status_code in (502, 503):
            return ""
        if answer.status_code != 200:
            self.told.refused.append(f"GET {path} {answer.status_code}")
            return ""
        return answer.text

    async def read(self) -> None:
        kind = self.dice.choice(list(READS))
        await self.page(kind, READS[kind].format(**self.row))

    async def write(self, kind: str = "") -> None:
        """Something new; first what was told not to be kept, for a person sends that again."""
        if kind in ("come", "live"):
            await (self.come() if kind == "come" else self.live())
            return
        if self.unsent:
            kind, text = self.unsent.pop(0)
        else:
            self.count += 1
            text = f"{kind} {self.count} van {self.number}, wie weet hier iets over"
        await self.does[kind](text)

    async def send(
        self, kind: str, text: str, path: str, good: tuple[int, ...] = (302,), **what: Any
    ) -> None:
        answer = await self.ask(f"write {kind}", "POST", path, **what)
        outcome = self.outcome(f"POST {path}", answer, good)
        if outcome == "none":
            self.unsent.append((kind, text))
        self.told.texts[f"{kind}\n{text}"] = outcome

    def outcome(self, what: str, answer: httpx.Response | None, good: tuple[int, ...]) -> str:
        if answer is None or answer.status_code in (502, 504):
            return "unsure"
        if answer.status_code in good:
            return "done"
        if answer.status_code == 503:
            said = OUTCOME.search(answer.text)
            return said[1] if said else "none"  # the proxy found nobody: nothing was sent on
        self.told.refused.append(f"{what} {answer.status_code}")
        return "refused"

    async def form(self, kind: str, path: str) -> tuple[str, str] | None:
        """Token and text of a page with a form; None when it did not come."""
        text = await self.page(kind, path)
        token = TOKEN.search(text)
        return (token[1], text) if token else None

    async def question(self, text: str) -> None:
        path = READS["questions"].format(**self.row)
        if got := await self.form("questions", path):
            await self.send("question", text, path, data={"title": text, "csrfmiddlewaretoken": got[0]})
        else:
            self.unsent.append(("question", text))

    async def theme(self, text: str) -> None:
        path = READS["themes"].format(**self.row)
        if got := await self.form("themes", path):
            await self.send("theme", text, path, data={"title": text, "csrfmiddlewaretoken": got[0]})
        else:
            self.unsent.append(("theme", text))

    async def answer(self, text: str) -> None:
        path = READS["questions"].format(**self.row)
        found = re.findall(rf'href="({path}\d+/)"', await self.page("questions", path))
        page = self.dice.choice(found) if found else ""
        got = await self.form("question", page) if page else None
        if got and 'name="text"' in got[1]:  # nobody answers an own question
            await self.send("answer", text, page, data={"text": text, "csrfmiddlewaretoken": got[0]})

    async def document(self, text: str) -> None:
        path = READS["documents"].format(**self.row)
        got = await self.form("documents", path)
        add = re.search(r'action="(/igs/[^"]+/documenten/bij/[^"]+)"', got[1]) if got else None
        if got and add:
            files = {"file": ("verslag.txt", (text + "\n").encode() * 200, "text/plain")}
            data = {"label": text, "csrfmiddlewaretoken": got[0]}
            await self.send("document", text, add[1], data=data, files=files)
        else:
            self.unsent.append(("document", text))

    async def request(self, text: str) -> None:
        path = f"/igs/{self.shop['slug']}/winkel/vraag/"
        got = await self.form("ask", path)
        stamp = STAMP.search(got[1]) if got else None
        if not got or not stamp:
            self.unsent.append(("request", text))
            return
        await asyncio.sleep(4.5)  # who is quicker than four seconds is taken for a program
        self.count += 1
        data = {
            "offer": "anders",
            "text": text,
            "who": "resident",
            "municipality": self.shop["towns"][0],
            "name": "Klant",
            "email": f"klant{self.number}.{self.count}@drukte.test",
            "adult": "on",
            "stamp": stamp[1] or stamp[2],
            "csrfmiddlewaretoken": got[0],
        }
        await self.send("request", text, path, data=data)

    async def come(self) -> None:
        path = READS["meeting"].format(**self.row)
        if got := await self.form("meeting", path):
            value = self.dice.choice(["yes", "maybe", "no"])
            data = {"coming": value, "csrfmiddlewaretoken": got[0]}
            answer = await self.ask("write come", "POST", f"{path}kom/", data=data)
            self.chose(f"come:{self.row['pk']}", value, self.outcome("come", answer, (302,)))

    async def live(self) -> None:
        if not self.phone:
            join = f"/live/{self.row['live']}/"
            if not (got := await self.form("live", join)):
                return
            data = {"role": "officer", "municipality": self.row["town"], "csrfmiddlewaretoken": got[0]}
            answer = await self.ask("write join", "POST", join, data=data)
            if self.outcome("join", answer, (302,)) != "done":
                return
            assert answer is not None
            self.phone = answer.headers["location"]
        value = self.dice.randint(1, 5)
        body = json.dumps([{"key": self.row["statement"], "question": "answer", "value": value}])
        answer = await self.ask(
            "write live", "POST", self.phone, content=body, headers={"Content-Type": "application/json"}
        )
        token = self.phone.strip("/").split("/")[-1]
        self.chose(f"live:{token}", value, self.outcome("live", answer, (200,)))

    def chose(self, name: str, value: Any, outcome: str) -> None:
        """After a choice that is done only that one can be there; one that is not sure may be there instead."""
        if outcome == "done":
            self.told.choices[name] = [value]
        elif outcome == "unsure" and name in self.told.choices:
            self.told.choices[name].append(value)

    async def day(self, until: float, think: float) -> None:
        await asyncio.sleep(self.dice.uniform(0, think))
        kinds, weights = list(WRITES), list(WRITES.values())
        while time.monotonic() < until:
            if self.dice.random() < 0.35:
                await self.write(self.dice.choices(kinds, weights)[0])
            else:
                await self.read()
            await asyncio.sleep(self.dice.uniform(0.4, 1.6) * think)
        await self.client.aclose()
