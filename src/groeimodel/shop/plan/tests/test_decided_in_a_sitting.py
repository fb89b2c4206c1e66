"""What an organ decides about the plan, is kept as its next version."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.utils import timezone
from django_scopes import scope

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.testing.cast import Cast
from groeimodel.shop.plan import services
from groeimodel.shop.plan.models import Plan, Version
from groeimodel.shop.plan.tests.helpers import Small, small_plan

pytestmark = [pytest.mark.django_db, pytest.mark.claim("B19")]


@pytest.fixture(autouse=True)
def here(cast: Cast) -> Iterator[None]:
    with scope(partnership=cast.partnership):
        yield


@pytest.fixture
def small(cast: Cast) -> Small:
    return small_plan(cast)


def decided(cast: Cast, subject: str, on: date) -> None:
    data: dict[str, str | int] = {"subject": subject, "decision": 7, "on": on.isoformat()}
    record("sittings.adopted", partnership=cast.partnership, data=data)


def test_the_version_carries_the_day_and_the_number_of_the_decision(cast: Cast, small: Small) -> None:
    day = timezone.localdate()
    decided(cast, f"plan.plan:{small.plan.pk}", day)
    version = Version.objects.get()
    assert (version.number, version.adopted_on, version.decision) == (1, day, "7")
    assert Plan.objects.get().adopted_on == day


def test_a_vote_is_never_taken_back_for_what_stands_in_the_plan(cast: Cast, small: Small) -> None:
    day = timezone.localdate()
    services.adopt(plan=small.plan, on=day)
    decided(cast, f"plan.plan:{small.plan.pk}", day - timedelta(days=3))
    assert Version.objects.count() == 1
    services.strike(row=small.action, actor=cast.finn)
    decided(cast, f"plan.plan:{small.plan.pk}", day - timedelta(days=3))
    assert [one.adopted_on for one in Version.objects.order_by("number")] == [day, day - timedelta(days=3)]


def test_what_is_about_something_else_is_left_alone(cast: Cast, small: Small) -> None:
    for subject in ("money.bookyear:1", "", "plan.plan:", "plan.plan:99999"):
        decided(cast, subject, timezone.localdate())
    assert not Version.objects.exists()
