"""Installations that 0.6.0 or 0.7.0 left without two columns of offers get them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django_scopes import scopes_disabled

from groeimodel.shop import moving
from groeimodel.shop.counter.models import Offer
from tests.upgrade import loading, schema

LACKING = ("draft", "grew_from_id")
"""The tables of 0.4.0 or older have no such columns, and the move to another name did not add them."""


def without(state: loading.State) -> loading.State:
    """What 0.7.0 held, had it once been 0.4.0."""
    offers = state.tables["counter_offer"]
    kept = [place for place, name in enumerate(offers.columns) if name not in LACKING]
    rows = [[row[place] for place in kept] for row in offers.rows]
    tables = {
        **state.tables,
        "counter_offer": loading.Table([offers.columns[place] for place in kept], rows),
    }
    start = 'CREATE TABLE "counter_offer"'
    sqlite = [
        re.sub(r' "(draft|grew_from_id)" [^,]+,', "", one) if one.startswith(start) else one
        for one in state.sqlite
    ]
    return replace(state, sqlite=sqlite, tables=tables)


@pytest.fixture
def broken(_own_database: None, folder: Path) -> Iterator[None]:
    state = loading.read("0.7.0")
    short = without(state)
    if connection.vendor == "sqlite":
        assert short.sqlite != state.sqlite
        name = loading.build(short, "broken", folder)
    else:
        name = loading.build(state, "broken", folder)
    with loading.opened(name):
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                for column in LACKING:
                    cursor.execute(f"ALTER TABLE counter_offer DROP COLUMN {column} CASCADE")
        yield
    loading.drop([name])


def test_columns_that_an_earlier_upgrade_forgot_are_added(broken: None, fresh: set[str]) -> None:
    offers = len(loading.read("0.7.0").tables["counter_offer"].rows)
    assert offers > 1
    call_command("migrate", verbosity=0)
    assert schema.different(schema.described(), fresh) == ([], [])
    assert schema.unchecked() == []
    with scopes_disabled():
        assert Offer.objects.filter(draft=False, grew_from=None).count() == offers


if loading.UPGRADED == loading.VERSIONS:

    def test_an_upgrade_that_stopped_for_want_of_them_goes_on(
        fresh: set[str], folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """On SQLite 0.6.0 renamed the table of 0.4.0, and could not do the next migration."""
        name = loading.build(loading.read("0.4.0"), "stuck", folder)
        with loading.opened(name):
            with monkeypatch.context() as patch:
                patch.setattr(moving, "complete", lambda *_: None)
                call_command("migrate", "counter", "0001", verbosity=0)
            call_command("migrate", verbosity=0)
            assert schema.different(schema.described(), fresh) == ([], [])
        loading.drop([name])
