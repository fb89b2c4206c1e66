"""Keys with the partnership in them, on a PostgreSQL without Citus; what only Citus can do is read, not run."""

from __future__ import annotations

import re
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection
from django.urls import reverse

from groeimodel.foundation.partners.models import Membership, Seat
from groeimodel.foundation.partners.spreading import Layout
from tests.permissions.conftest import Knock
from tests.permissions.world import World


@pytest.fixture(autouse=True)
def _spread(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.DATABASE_SPREAD = True
    monkeypatch.setattr(connection.features, "allows_group_by_selected_pks", False)


POSTGRES = pytest.mark.skipif("connection.vendor != 'postgresql'", reason="keys are widened on PostgreSQL")


def distribute(**options: bool) -> str:
    out = StringIO()
    call_command("distribute", stdout=out, stderr=StringIO(), **options)
    return out.getvalue()


@pytest.mark.skipif("connection.vendor == 'postgresql'", reason="for the other database")
def test_only_postgresql_can(db: None) -> None:
    with pytest.raises(CommandError, match="PostgreSQL"):
        distribute()


@POSTGRES
def test_without_more_it_only_shows(db: None) -> None:
    before = Layout()
    told = distribute()
    assert told == distribute(dry_run=True)
    assert (Layout().keys, Layout().links) == (before.keys, before.links)
    spread = set(re.findall(r"create_distributed_table\('(\w+)', 'partnership_id'", told))
    assert spread == set(before.spread)
    copied = set(re.findall(r"create_reference_table\('(\w+)'\)", told))
    assert {"partners_partnership", "partners_municipality", "people_person", "journal_entry"} <= copied
    assert not copied & spread
    assert (
        told.index("ADD CONSTRAINT") < told.index("create_reference_table") < told.index("create_distributed")
    )


@POSTGRES
def test_all_of_it_asks_for_citus(db: None) -> None:
    with pytest.raises(CommandError, match="citus"):
        distribute(yes=True)


@POSTGRES
def test_keys_get_the_partnership_once(world: World, knock: Knock) -> None:
    distribute(keys_only=True)
    now = Layout()
    narrow = [key for key in now.keys if key.table in now.spread and "partnership_id" not in key.columns]
    assert not narrow
    assert list(now.widened(over_machines=False)) == ["SET CONSTRAINTS ALL IMMEDIATE"], (
        "a second time nothing is left to do"
    )
    held = [one for one in now.links if one.to in now.spread]
    assert len(held) > 60
    assert all("partnership_id" in one.columns for one in held)
    for somebody in world.everybody:
        if somebody.name in ("coordinator", "officer"):
            page = knock(somebody).get(reverse("garden:home", args=[world.partnership.slug]))
            assert page.status_code == 200


@POSTGRES
def test_the_database_refuses_a_row_of_another_partnership(world: World) -> None:
    distribute(keys_only=True)
    seat = Seat.objects.filter(partnership=world.partnership).first()
    other = Membership.objects.exclude(partnership=world.partnership).first()
    assert seat is not None
    assert other is not None
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    with pytest.raises(IntegrityError, match="foreign key"):
        Seat.objects.filter(pk=seat.pk).update(membership=other)
