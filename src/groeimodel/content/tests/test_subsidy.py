"""Schemes of subsidy as shipped: what is not known is absent, and what is confirmed has its source."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import groeimodel.content as content
from groeimodel.content.errors import ContentError
from groeimodel.content.subsidy import NAME, schemes, schemes_from
from groeimodel.rules.subsidy import CHECKED

HERE = Path(content.__file__).parent


def test_youth_and_culture_are_read_by_the_same_rules() -> None:
    assert list(schemes()) == ["igs-jeugd-2021", "igs-jeugd-2027", "igs-cultuur-2027"]
    for scheme in schemes().values():
        assert {one.id for one in scheme.rules} >= set(CHECKED)
        assert {one.id for one in scheme.documents} == {"plan", "progress", "final"}
        assert all(scheme.blocks_of(one.id) for one in scheme.documents)


def test_what_is_not_known_of_the_new_scheme_stays_unknown() -> None:
    scheme = schemes()["igs-jeugd-2027"]
    for name in ("min_members", "min_inhabitants", "cap_per_inhabitant", "cap_per_year", "ratio"):
        rule = scheme.rule(name)
        assert rule is not None
        assert rule.value is None
        assert not rule.confirmed
    plan = scheme.documents[0]
    assert plan.due_on is not None
    assert not plan.confirmed
    assert all(one.due_on is None and not one.confirmed for one in scheme.documents[1:])


def test_what_is_confirmed_has_a_source() -> None:
    for scheme in schemes().values():
        for rule in scheme.rules:
            assert rule.source or not rule.confirmed, (scheme.id, rule.id)
        for document in scheme.documents:
            assert document.source or not document.confirmed, (scheme.id, document.id)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('status = "bevestigd"', 'status = "zeker"', "is geen van"),
        ('value = "1/1"', 'value = "half"', "is geen waarde"),
        ('id = "min_members"', 'id = "members"', "ontbreekt; is de waarde niet bekend"),
        ("limit = 6000", "limit = 0", "heel getal"),
        ("starts = 2021-01-01", 'starts = "vroeger"', "moet een datum zijn"),
        ('value = "projectvereniging"', 'value = "club"', "mag enkel bevatten"),
        ('draft = "goals"', 'draft = "gaols"', "is geen van"),
    ],
)
def test_a_mistake_is_told(tmp_path: Path, old: str, new: str, told: str) -> None:
    shutil.copy(HERE / NAME, tmp_path)
    text = (tmp_path / NAME).read_text(encoding="utf-8")
    assert old in text
    (tmp_path / NAME).write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(ContentError, match=told):
        schemes_from(tmp_path)
