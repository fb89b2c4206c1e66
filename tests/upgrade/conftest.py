"""Each state is built and upgraded once; what was seen on the way is looked at by the tests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.commands import migrate
from django.db import connection
from pytest_django import DjangoDbBlocker

from tests.upgrade import loading, schema


@dataclass(frozen=True)
class Upgraded:
    """A database of an earlier version, after `migrate`."""

    state: loading.State
    name: str
    before: int
    """Migrations that were still to be done."""
    faults: dict[str, list[str]] = field(default_factory=dict)
    """Per migration, references to nothing that stood in the database right after it."""


@pytest.fixture(scope="package")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("upgrade")


@pytest.fixture(autouse=True, scope="package")
def _own_database(folder: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Away from the database of the settings: in one that is made for this."""
    name = loading.build(None, "nothing", folder)
    with django_db_blocker.unblock(), loading.opened(name):
        yield
    loading.drop([name])


@pytest.fixture(autouse=True)
def _in_a_database_of_these_tests(_own_database: None, folder: Path) -> None:
    name = str(connection.settings_dict["NAME"])
    assert name.startswith((str(folder), loading.PREFIX)), "never in the database of the settings"


@pytest.fixture(scope="package")
def fresh(_own_database: None, folder: Path) -> Iterator[set[str]]:
    """What a new installation is made of."""
    name = loading.build(None, "fresh", folder)
    with loading.opened(name):
        call_command("migrate", verbosity=0)
        found = schema.described()
    yield found
    loading.drop([name])


@pytest.fixture(scope="package", params=loading.UPGRADED)
def upgraded(_own_database: None, request: pytest.FixtureRequest, folder: Path) -> Iterator[Upgraded]:
    """Django works in it as long as its tests run."""
    state = loading.read(request.param)
    done = Upgraded(state, loading.build(state, state.version, folder), len(state.migrations))
    with loading.opened(done.name):
        step_by_step(done)
        yield done
    loading.drop([done.name])


def step_by_step(done: Upgraded) -> None:
    """Migrate to the end, and look at every reference after each migration."""

    def look(self: object, action: str, migration: object = None, fake: bool = False) -> None:
        if action == "apply_success":
            done.faults[str(migration)] = schema.unchecked()

    patch = pytest.MonkeyPatch()
    patch.setattr(migrate.Command, "migration_progress_callback", look)
    try:
        call_command("migrate", verbosity=0)
    finally:
        patch.undo()
    connection.close()
