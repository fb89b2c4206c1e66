"""What is compared: checks that say the same are the same, and one that says something else is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import connection

from tests.upgrade import loading, schema

KNOWN = "CONSTRAINT stage_known CHECK (stage IN ('seed', 'flower'))"
PRINTED = """CONSTRAINT stage_known CHECK (
    ((stage)::text = ANY (ARRAY[('seed'::character varying)::text, ('flower'::character varying)::text]))
)"""
OTHERS = {
    "one more": "CONSTRAINT stage_known CHECK (stage IN ('seed', 'flower', 'weed'))",
    "one less": "CONSTRAINT stage_known CHECK (stage IN ('seed'))",
    "the opposite": "CONSTRAINT stage_known CHECK (NOT stage IN ('seed', 'flower'))",
    "another name": "CONSTRAINT stage_is_known CHECK (stage IN ('seed', 'flower'))",
    "another column": "CONSTRAINT stage_known CHECK (name IN ('seed', 'flower'))",
    "none": "CONSTRAINT stage_known UNIQUE (stage)",
}

PICKED = "CREATE UNIQUE INDEX one_of_each ON bed (name) WHERE stage IN ('seed', 'flower')"


def described(constraint: str, folder: Path, index: str = PICKED) -> set[str]:
    name = loading.build(None, "checks", folder)
    with loading.opened(name):
        with connection.cursor() as cursor:
            cursor.execute(f"CREATE TABLE bed (stage varchar(10), name varchar(10), {constraint})")
            cursor.execute(index)
        found = schema.described()
        assert schema.described() == found, "looking changes nothing"
    loading.drop([name])
    return found


@pytest.fixture(scope="module")
def known(_own_database: None, folder: Path) -> set[str]:
    return described(KNOWN, folder)


def test_what_a_server_printed_is_what_was_written(known: set[str], folder: Path) -> None:
    written = PRINTED if connection.vendor == "postgresql" else KNOWN.replace("stage IN", '"stage"  IN')
    index = PICKED
    if connection.vendor == "postgresql":
        index = PICKED[: PICKED.index("stage")] + PRINTED[PRINTED.index("((stage") :].removesuffix(")")
    assert schema.different(described(written, folder, index), known) == ([], [])


@pytest.mark.parametrize("other", OTHERS)
def test_a_check_that_says_something_else_is_seen(other: str, known: set[str], folder: Path) -> None:
    ours, theirs = schema.different(described(OTHERS[other], folder), known)
    assert len(ours) >= 1
    assert theirs == [line for line in known if "stage_known" in line]


def test_an_index_of_other_rows_is_seen(known: set[str], folder: Path) -> None:
    ours, theirs = schema.different(described(KNOWN, folder, PICKED.replace("flower", "weed")), known)
    assert [line for line in ours if "weed" in line] == ours != []
    assert theirs == [line for line in known if "one_of_each" in line]
