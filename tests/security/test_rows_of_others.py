"""No form and no address takes a row of another partnership, whatever number somebody writes into it.

Elsewhere has one of everything too, and all its rows have numbers from `FAR` on. Every form that the people of Testland
can reach is sent with such a number in each field that names a row, by hand as it were; then no row of Testland may lead
to one of Elsewhere, and nothing may have happened there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection, models, transaction
from django.test import Client
from django.urls import resolve, reverse
from django.utils import timezone
from django_scopes import scope, scopes_disabled
from pytest_django import DjangoDbBlocker

from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.partners import services as partners
from groeimodel.foundation.partners.models import Appointment, Membership, Seat
from groeimodel.foundation.testing.cast import SINCE, Cast, make_cast, member, person
from tests.permissions.addresses import kwargs_of
from tests.permissions.rows import rows
from tests.permissions.test_walk import ADDRESSES
from tests.permissions.world import World, make_world
from tests.security.forms import Form, Forms

FAR = 50_000
TRIED = (FAR + 1, FAR + 2)
WHO = ("coordinator", "officer")


@dataclass(frozen=True)
class Both:
    here: World
    there: World
    last: dict[type[models.Model], int]
    """The last number of each table when both worlds were made."""
    sessions: dict[str, str]

    def far(self, model: type[models.Model], key: Any) -> bool:
        return isinstance(key, int) and FAR < key <= self.last.get(model, 0)


def move_on() -> None:
    """What is made from now on has numbers from `FAR` on, in every table."""
    with connection.cursor() as cursor:
        for model in apps.get_models(include_auto_created=True):
            pk = model._meta.pk
            if not isinstance(pk, models.AutoField):
                continue
            table = model._meta.db_table
            if connection.vendor == "sqlite":
                cursor.execute("DELETE FROM sqlite_sequence WHERE name = %s", [table])
                cursor.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", [table, FAR])
            else:
                cursor.execute("SELECT setval(pg_get_serial_sequence(%s, %s), %s)", [table, pk.column, FAR])


def elsewhere(cast: Cast) -> Cast:
    """Another partnership with people of its own."""
    there = partners.found_partnership(name="Verderland", slug="verderland")
    home, neighbour = member(there, "Verderdorp"), member(there, "Nogverderdorp")
    names = ("Jan", "Kaat", "Leen", "Mo", "Noor")
    jan, kaat, leen, mo, noor = (person(f"ver-{name}") for name in names)
    for place, role, who in (
        (home, Seat.Role.ALDERMAN, jan),
        (home, Seat.Role.OFFICER, kaat),
        (neighbour, Seat.Role.OFFICER, leen),
    ):
        partners.fill_seat(membership=place, role=role, person=who, since=SINCE)
    for kind, who in ((Appointment.Kind.SUPPORTER, mo), (Appointment.Kind.COORDINATOR, noor)):
        partners.appoint(partnership=there, person=who, kind=kind, since=SINCE)
    return replace(
        cast,
        partnership=there,
        elsewhere=cast.partnership,
        municipality=home.municipality,
        neighbour=neighbour.municipality,
        amina=jan,
        bram=kaat,
        celia=leen,
        els=mo,
        finn=noor,
    )


def lasts() -> dict[type[models.Model], int]:
    with scopes_disabled():
        return {
            model: model._base_manager.aggregate(last=models.Max("pk"))["last"] or 0
            for model in apps.get_models(include_auto_created=True)
            if isinstance(model._meta.pk, models.AutoField)
        }


@pytest.fixture(scope="module")
def _both(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Both]:
    with django_db_blocker.unblock(), transaction.atomic():
        cast = make_cast()
        world = make_world(cast)
        move_on()
        other = elsewhere(cast)
        with scope(partnership=other.partnership):
            keys = rows(other, timezone.localdate())
        membership = Membership.objects.get(partnership=other.partnership, municipality=other.municipality)
        keys |= {
            "membership": membership.pk,
            "seat": Seat.objects.get(membership=membership, role="officer").pk,
            "appointment": Appointment.objects.get(person=other.finn).pk,
        }
        there = replace(world, keys=keys, home=other.municipality)
        sessions = {}
        for one in world.everybody:
            if one.person and one.name in WHO:
                client = Client()
                client.force_login(one.person)
                client.get("/")
                sessions[one.name] = client.cookies[settings.SESSION_COOKIE_NAME].value
        yield Both(world, there, lasts(), sessions)
        transaction.set_rollback(True)


@pytest.fixture
def both(_both: Both, db: None) -> Both:
    return _both


def knock(both: Both, who: str) -> Client:
    client = Client(raise_request_exception=False)
    client.cookies[settings.SESSION_COOKIE_NAME] = both.sessions[who]
    return client


def address(both: Both, name: str, world: World | None = None) -> str:
    return reverse(name, kwargs=kwargs_of(name, set(ADDRESSES[name].pattern.converters), world or both.here))


class Written:
    """Which tables were written to."""

    def __init__(self) -> None:
        self.tables: set[str] = set()

    def __call__(self, run: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.startswith(("INSERT", "UPDATE", "DELETE")):
            self.tables.update(re.findall(r'(?:INTO|UPDATE|FROM) "?(\w+)', sql)[:1])
        return run(sql, params, many, context)


def led_astray(both: Both, written: set[str]) -> list[str]:
    """Rows of here that lead to one of there, in the tables that were written to, and deeds over there."""
    wrong = []
    with scopes_disabled():
        for model in apps.get_models(include_auto_created=True):
            if model._meta.db_table not in written or model not in both.last:
                continue
            ours = model._base_manager.exclude(pk__gt=FAR, pk__lte=both.last[model])
            for one in model._meta.concrete_fields:
                target = one.related_model
                if one.many_to_one and isinstance(target, type) and target in both.last:
                    found = ours.filter(
                        **{f"{one.attname}__gt": FAR, f"{one.attname}__lte": both.last[target]}
                    )
                    wrong += [
                        f"{model.__name__} {row.pk} leads by {one.name} to {getattr(row, one.attname)}"
                        for row in found
                    ]
        deeds = Entry.objects.filter(pk__gt=both.last[Entry]).exclude(partnership=both.here.partnership)
        wrong += [f"{deed.verb} was done in {deed.partnership}" for deed in deeds if deed.partnership_id]
    return wrong


def send(client: Client, path: str, data: dict[str, Any], both: Both) -> tuple[int, list[str]]:
    """The status of the answer, and what went wrong; nothing of it stays."""
    written = Written()
    with transaction.atomic():
        with connection.execute_wrapper(written):
            status = client.post(path, data).status_code
        wrong = led_astray(both, written.tables) if status < 500 else [f"{status}"]
        transaction.set_rollback(True)
    return status, wrong


def where(path: str) -> str:
    return resolve(path).view_name


def forms_of(client: Client, path: str) -> list[tuple[str, Form]]:
    page = client.get(path)
    if page.status_code != 200 or "html" not in page.get("Content-Type", ""):
        return []
    return [
        (urlsplit(urljoin(path, form.action)).path, form)
        for form in Forms(page.text).found
        if form.method == "post" and form.rows
    ]


EMPTY = {"notes:outcomes": "a list of what came out of the meeting at that point: of another one it is empty"}

SEEN: set[tuple[str, str]] = set()
TAKEN: set[str] = set()
SWAPPED: set[tuple[str, str]] = set()
ROOMS: dict[str, list[str]] = {}
for _name in sorted(ADDRESSES):
    ROOMS.setdefault(_name.rpartition(":")[0] or "the door", []).append(_name)


def tried(both: Both, client: Client, to: str, form: Form) -> list[str]:
    """What goes wrong when each field of a form that names a row gets the number of one of Elsewhere."""
    # Fields of a row of a list bear its number: one of them stands for all.
    named = {re.sub(r"\d+", "#", field): field for field in form.rows}
    fresh = [field for kind, field in named.items() if (where(to), kind) not in SEEN]
    SEEN.update((where(to), kind) for kind in named)
    if fresh and send(client, to, form.fields, both)[0] == 302:
        TAKEN.add(where(to))
    wrong = []
    for field in fresh:
        for number in TRIED:
            status, found = send(client, to, form.fields | {field: [str(number)]}, both)
            wrong += [f"{field}={number} to {to}: {status}, {one}" for one in found]
    return wrong


@pytest.mark.parametrize("room", sorted(ROOMS))
def test_no_form_takes_a_row_of_another_partnership(room: str, both: Both) -> None:
    wrong: list[str] = []
    for name in ROOMS[room]:
        for who in WHO:
            client = knock(both, who)
            forms = forms_of(client, address(both, name))
            for to, form in forms:
                wrong += [f"{who} sends {one}" for one in tried(both, client, to, form)]
            if forms:
                break
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("room", sorted(ROOMS))
def test_no_address_shows_a_row_of_another_partnership(room: str, both: Both) -> None:
    client = knock(both, "coordinator")
    for name in ROOMS[room]:
        parts = set(ADDRESSES[name].pattern.converters)
        theirs, own = kwargs_of(name, parts, both.there), kwargs_of(name, parts, both.here)
        for part in parts:
            if "slug" not in parts or not isinstance(theirs[part], int) or theirs[part] <= FAR:
                continue
            path = reverse(name, kwargs=own | {part: theirs[part]})
            for method in ("GET", "POST"):
                written = Written()
                with transaction.atomic():
                    with connection.execute_wrapper(written):
                        status = client.generic(method, path).status_code
                    transaction.set_rollback(True)
                assert status < 500
                assert not written.tables - {"django_session"}, f"{method} {path} wrote to {written.tables}"
                assert status != 200 or name in EMPTY, f"{method} {path} shows something"
                SWAPPED.add((name, part))


def test_the_finder_finds(both: Both) -> None:
    written = Written()
    with connection.execute_wrapper(written):
        Membership.objects.create(
            partnership=both.here.partnership, municipality=both.there.home, starts=timezone.localdate()
        )
    (found,) = led_astray(both, written.tables)
    assert "leads by municipality to 5000" in found


def test_many_forms_were_tried() -> None:
    """Shown with `pytest -rP`; forms that are refused for another reason prove nothing."""
    forms = {form for form, _field in SEEN}
    if len(forms) < 30:
        pytest.skip("only a part of the addresses was walked in this run")
    print(
        f"{len(SEEN)} fields of {len(forms)} forms; {len(TAKEN)} of those take what stands in them; {len(SWAPPED)} addresses"
    )
    assert len(TAKEN) >= 25
    assert len(SWAPPED) >= 100
