"""One world for all addresses: it is made once, and whatever a test does to it is rolled back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client
from pytest_django import DjangoDbBlocker

from groeimodel.foundation.testing.cast import make_cast
from tests.permissions.world import Somebody, World, make_world

Knock = Callable[..., Client]


Made = tuple[World, dict[str, str]]


@pytest.fixture(scope="package")
def _made(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Made]:
    yield from made(django_db_blocker)


def made(django_db_blocker: DjangoDbBlocker) -> Iterator[Made]:
    """The world, and the session of each who signed in, in a transaction around all tests that share it."""
    with django_db_blocker.unblock(), transaction.atomic():
        world = make_world(make_cast())
        sessions = {}
        for somebody in world.everybody:
            if somebody.person is not None:
                client = Client()
                client.force_login(somebody.person)
                client.get("/")  # the first visit of a day writes more than those that follow
                sessions[somebody.name] = client.cookies[settings.SESSION_COOKIE_NAME].value
        yield world, sessions
        transaction.set_rollback(True)


@pytest.fixture
def world(_made: Made, db: None) -> World:
    return _made[0]


@pytest.fixture
def knock(_made: Made, db: None) -> Knock:
    """A new browser of somebody, who signed in before."""

    def make(somebody: Somebody, **options: Any) -> Client:
        client = Client(**options)
        if somebody.name in _made[1]:
            client.cookies[settings.SESSION_COOKIE_NAME] = _made[1][somebody.name]
        return client

    return make
