"""Every form and every address of the site, filled with what nobody should send.

Addresses come from the URL configuration, forms from the pages themselves. Whatever is sent, there is an answer in time that
is no error of ours; what is refused has changed nothing; and no text of somebody comes out as markup.

The same examples each time; `FUZZ=50 pytest tests/fuzz` tries fifty times as many, and others each time.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode, urljoin, urlsplit

import pytest
from django.db import transaction
from django.test import Client
from django.urls import Resolver404, resolve, reverse
from hypothesis import given
from hypothesis import strategies as st

from tests.fuzz.asking import look, send
from tests.fuzz.nasty import TEXTS, TIMES, filled_in, tried, value
from tests.permissions.addresses import kwargs_of
from tests.permissions.conftest import Knock
from tests.permissions.test_walk import ADDRESSES, allowed
from tests.permissions.world import Somebody, World
from tests.security.forms import Form, Forms

SOURCE = Path(__file__).resolve().parents[2] / "src" / "groeimodel"
FIRST = ("coordinator", "officer", "alderman", "editor", "supporter", "ambassador", "visitor")
"""Who fills in a form when several may: whoever may do most."""
SAVES = {
    "privacy:address": "says on a page that a mail is on its way",
    "pulse:answer": "thanks on a page, so that going back shows no answers",
    "pulse:by_link": "thanks on a page, so that going back shows no answers",
}
"""Addresses that answer a form that was right with a page, with the reason."""
HUGE = (0, 2**31, 2**63 - 1, 2**63, 10**40)
MOST = 12 if TIMES > 1 else 99
"""Parameters in one query: all of them at once, where there is one try only."""
FORMS_SENT: set[tuple[str, str]] = set()
ASKED: set[str] = set()


@cache
def asked_for() -> tuple[str, ...]:
    """The name of every parameter in a query that any page looks at."""
    found: set[str] = set()
    for path in SOURCE.rglob("*.py"):
        if "tests" not in path.parts:
            found.update(re.findall(r'GET(?:\.get(?:list)?\(|\[)"(\w+)"', path.read_text()))
    return tuple(sorted(found))


@cache
def fields_of_room(folder: Path) -> tuple[str, ...]:
    """The names of fields that the pages of a room may read, for forms that stand on no page that we saw."""
    text = "\n".join(path.read_text() for path in folder.rglob("*.py") if "tests" not in path.parts)
    found = set(re.findall(r'(?:POST|FILES)(?:\.get(?:list)?\(|\[)"(\w+)"', text))
    found |= set(re.findall(r"^\s+(\w+) = forms\.\w+", text, re.MULTILINE))
    return tuple(sorted(found | {"next"}))


def room_of(name: str) -> Path:
    view = ADDRESSES[name].callback
    parts = getattr(view, "__module__", "groeimodel").split(".")[1:3]
    return SOURCE.joinpath(*parts) if len(parts) == 2 else SOURCE / "foundation" / "signin"


def who_may(name: str, world: World, method: str) -> list[Somebody]:
    view = ADDRESSES[name].callback
    by_name = {one.name: one for one in world.everybody}
    able = [by_name[one] for one in FIRST if allowed(view, method, by_name[one], world)]
    return able[: 1 if TIMES == 1 else 3]


def where(name: str, world: World, **other: Any) -> str:
    parts = kwargs_of(name, set(ADDRESSES[name].pattern.converters), world)
    return reverse(name, kwargs=parts | other)


def forms_on(text: str, path: str) -> list[tuple[str, Form]]:
    found = []
    for form in Forms(text).found:
        to = urlsplit(urljoin(path, form.action)).path
        try:
            name = resolve(to).view_name
        except Resolver404:
            continue
        if form.method == "post" and name in ADDRESSES:
            found.append((to, form))
    return found


def fresh(to: str, form: Form, who: str) -> bool:
    """Fields of a row of a list bear its number: one of them stands for all."""
    kinds = " ".join(sorted({re.sub(r"\d+", "#", one) for one in {*form.fields, *form.files}}))
    key = (f"{who if TIMES > 1 else ''} {resolve(to).view_name}", kinds)
    new = key not in FORMS_SENT
    FORMS_SENT.add(key)
    return new


def shown(sent: dict[str, list[Any]], form: Form) -> str:
    return ", ".join(
        f"{name[:40]!r}={[str(one)[:60] for one in sent.get(name, [])]}"
        for name in sorted({*sent, *form.fields})
        if sent.get(name) != form.fields.get(name)
    )


@pytest.mark.parametrize("name", sorted(ADDRESSES))
def test_every_form_survives(name: str, world: World, knock: Knock) -> None:
    wrong: list[str] = []
    path = where(name, world)
    own = False
    for somebody in who_may(name, world, "get"):
        client = knock(somebody, raise_request_exception=False)
        with transaction.atomic():
            page = look(client, "GET", path)
            transaction.set_rollback(True)
        wrong += [f"{somebody.name} opens {path}: {one}" for one in page.wrong()]
        for to, form in forms_on(page.text, path):
            own = own or to == path
            if fresh(to, form, somebody.name):
                try_form(client, to, form, somebody, wrong)
    if not own:
        for somebody in who_may(name, world, "post"):
            client = knock(somebody, raise_request_exception=False)
            blind = Form(fields={one: ["1"] for one in fields_of_room(room_of(name))})
            try_form(client, path, blind, somebody, wrong, most=1)
    assert not wrong, "\n\n".join(wrong[:5])


def try_form(
    client: Client, to: str, form: Form, somebody: Somebody, wrong: list[str], most: int = 2
) -> None:
    name = resolve(to).view_name
    ASKED.add(name)

    @tried(most, name)
    @given(filled_in(form))
    def fill(sent: dict[str, list[Any]]) -> None:
        if len(wrong) < 5:
            found = send(client, to, sent, saves=name in SAVES)
            wrong.extend(f"{somebody.name} sends {to} with {shown(sent, form)}: {one}" for one in found)

    fill()


@pytest.mark.parametrize("name", sorted(ADDRESSES))
def test_every_address_survives(name: str, world: World, knock: Knock) -> None:
    """Whatever stands in the query, and in the path itself."""
    wrong: list[str] = []
    for somebody in who_may(name, world, "get")[:1]:
        try_address(knock(somebody, raise_request_exception=False), name, world, wrong)
    assert not wrong, "\n\n".join(wrong[:5])


def try_address(client: Client, name: str, world: World, wrong: list[str]) -> None:
    parts = ADDRESSES[name].pattern.converters
    numbers = [one for one, kind in parts.items() if "Int" in type(kind).__name__]
    words = [
        one for one, kind in parts.items() if type(kind).__name__ in ("StringConverter", "PathConverter")
    ]

    @tried(1, name)
    @given(st.data())
    def ask(data: st.DataObject) -> None:
        query = {one: data.draw(value) for one in data.draw(st.permutations(asked_for()))[:MOST]}
        packed = urlencode(query, encoding="utf-8", errors="surrogatepass")
        asked = [f"{where(name, world)}?{packed}"]
        varied = [*numbers, *words] if TIMES > 1 else [*numbers, *words][-1:]
        for one in [one for one in varied if one in numbers]:
            asked.append(where(name, world, **{one: data.draw(st.sampled_from(HUGE))}))
        for one in [one for one in varied if one in words]:
            text = quote(data.draw(st.sampled_from(TEXTS)), errors="surrogatepass")
            asked.append(where(name, world, **{one: "zqzq"}).replace("zqzq", text or "%00"))
        for one in asked:
            with transaction.atomic():
                seen = look(client, "GET", one)
                transaction.set_rollback(True)
            wrong.extend(f"{one[:300]}: {bad}" for bad in seen.wrong())

    ask()


def test_every_page_that_takes_a_form_was_tried() -> None:
    """Shown with `pytest -rP`."""
    if len(ASKED) < 200:
        pytest.skip("only a part of the addresses was walked in this run")
    print(f"{len(FORMS_SENT)} forms, {len(ASKED)} addresses that were sent something")
    assert len(FORMS_SENT) > 200
