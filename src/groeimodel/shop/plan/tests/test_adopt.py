"""Versions: what was adopted never changes, and each change is compared with it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from django_scopes import scope

from groeimodel.foundation.testing.cast import Cast
from groeimodel.rules.plan import checksum, compare, read
from groeimodel.shop.plan import selectors, services
from groeimodel.shop.plan.models import Version
from groeimodel.shop.plan.services import Fields
from groeimodel.shop.plan.tests.helpers import EXPENSE, Small, small_plan

pytestmark = pytest.mark.django_db
DAY = date(2025, 12, 9)


@pytest.fixture(autouse=True)
def here(cast: Cast) -> Iterator[None]:
    with scope(partnership=cast.partnership):
        yield


@pytest.fixture
def small(cast: Cast) -> Small:
    return small_plan(cast)


@pytest.mark.claim("B15")
def test_a_version_keeps_the_plan_as_it_was(small: Small, cast: Cast) -> None:
    first = services.adopt(
        plan=small.plan, on=DAY, decided_by="Raad van bestuur", decision="12", actor=cast.finn
    )
    assert (first.number, first.decision, first.decided_by) == (1, "12", "Raad van bestuur")
    assert checksum(first.snapshot) == first.checksum
    services.estimate(action=small.action, cells={EXPENSE: Decimal("1500.50")}, actor=cast.finn)
    (change,) = compare(read(first.snapshot), selectors.snapshot_of(small.plan)).changes
    assert [(one.year, one.difference) for one in change.amounts] == [(2026, 30000), (2027, -30000)]
    second = services.adopt(plan=small.plan, on=DAY + timedelta(days=300), actor=cast.finn)
    assert second.number == 2
    assert Version.objects.get(number=1).snapshot == first.snapshot


@pytest.mark.claim("B15")
def test_no_version_ever_changes(small: Small, cast: Cast) -> None:
    version = services.adopt(plan=small.plan, on=DAY, actor=cast.finn)
    with pytest.raises(TypeError):
        version.save()
    with pytest.raises(TypeError):
        version.delete()
    with pytest.raises(TypeError):
        Version.objects.all().delete()
    with pytest.raises(TypeError):
        Version.objects.filter(pk=version.pk).update(snapshot="")


@pytest.mark.claim("B15")
def test_what_cannot_be_adopted(small: Small, cast: Cast) -> None:
    with pytest.raises(ValidationError, match="nog komen"):
        services.adopt(plan=small.plan, on=timezone.localdate() + timedelta(days=1), actor=cast.finn)
    services.adopt(plan=small.plan, on=DAY, actor=cast.finn)
    with pytest.raises(ValidationError, match="veranderde niets"):
        services.adopt(plan=small.plan, on=DAY + timedelta(days=1), actor=cast.finn)
    services.add_objective(plan=small.plan, fields=Fields("Nog een"), actor=cast.finn)
    with pytest.raises(ValidationError, match="later goedgekeurd"):
        services.adopt(plan=small.plan, on=DAY - timedelta(days=1), actor=cast.finn)
    empty = services.new_plan(partnership=cast.partnership, title="Leeg", first_year=2032, actor=cast.finn)
    with pytest.raises(ValidationError, match="nog leeg"):
        services.adopt(plan=empty, on=DAY, actor=cast.finn)


@pytest.mark.claim("B15")
@pytest.mark.parametrize("who", ["amina", "bram", "daan"])
def test_only_the_coordinator_says_that_it_was_adopted(small: Small, cast: Cast, who: str) -> None:
    with pytest.raises(PermissionDenied):
        services.adopt(plan=small.plan, on=DAY, actor=getattr(cast, who))


@pytest.mark.claim("B15")
def test_a_bare_plan_is_in_force_without_a_version(cast: Cast) -> None:
    plan = services.adopt_plan(
        partnership=cast.partnership,
        title="MJP",
        starts=date(2026, 1, 1),
        ends=date(2031, 12, 31),
        adopted_on=DAY,
    )
    assert selectors.plan_in_force(cast.partnership, date(2026, 5, 1)) == plan
    assert not selectors.versions_of(plan).exists()
