"""One of a kind is told as one."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from django_scopes import scope

from groeimodel.foundation.partners.models import Membership
from groeimodel.foundation.testing.cast import Cast
from groeimodel.meadow.tending.models import Hours
from groeimodel.showcase.facts.tests.test_facts import TODAY, action, facts, result, today

__all__ = ["today"]
pytestmark = pytest.mark.django_db


def test_one_is_told_as_one(cast: Cast) -> None:
    row = action(cast, "Kamp")
    result(row, 1)
    with scope(partnership=cast.partnership):
        Hours.objects.create(action=row, on=TODAY, hours=Decimal(1))
    others = Membership.objects.filter(partnership=cast.partnership).exclude(municipality=cast.municipality)
    others.update(ends=TODAY - timedelta(days=9))
    said = {one.key: f"{one.number} {one.words}" for one in facts(cast).facts}
    assert said["hours"] == "1 uur werk genoteerd"
    assert said["reach"] == "1 kind, jongere of ander bereikt met acties"
    assert said["members"] == "1 gemeente die meedoet"
