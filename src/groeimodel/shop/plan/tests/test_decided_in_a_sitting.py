"""What an organ decides about the plan, is kept as its next version."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_scopes import scope

from groeimodel.foundation.decisions.leading import pages_of
from groeimodel.foundation.journal.services import record
from groeimodel.foundation.testing.cast import Cast
from groeimodel.shop.plan import services
from groeimodel.shop.plan.models import Plan, Version
from groeimodel.shop.plan.services import Fields
from groeimodel.shop.plan.tests.helpers import Small, small_plan
from groeimodel.shop.sittings import services as sittings
from groeimodel.shop.sittings.models import AgendaItem
from groeimodel.shop.sittings.tests import kit

pytestmark = pytest.mark.django_db


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


@pytest.mark.claim("B19")
def test_the_version_carries_the_day_and_the_number_of_the_decision(cast: Cast, small: Small) -> None:
    day = timezone.localdate()
    decided(cast, f"plan.plan:{small.plan.pk}", day)
    version = Version.objects.get()
    assert (version.number, version.adopted_on, version.decision) == (1, day, "7")
    assert Plan.objects.get().adopted_on == day


@pytest.mark.claim("B19")
def test_a_vote_is_never_taken_back_for_what_stands_in_the_plan(cast: Cast, small: Small) -> None:
    day = timezone.localdate()
    services.adopt(plan=small.plan, on=day)
    decided(cast, f"plan.plan:{small.plan.pk}", day - timedelta(days=3))
    assert Version.objects.count() == 1
    services.strike(row=small.action, actor=cast.finn)
    decided(cast, f"plan.plan:{small.plan.pk}", day - timedelta(days=3))
    assert [one.adopted_on for one in Version.objects.order_by("number")] == [day, day - timedelta(days=3)]


@pytest.mark.claim("B19")
def test_what_is_about_something_else_is_left_alone(cast: Cast, small: Small) -> None:
    for subject in ("money.bookyear:1", "", "plan.plan:", "plan.plan:99999"):
        decided(cast, subject, timezone.localdate())
    assert not Version.objects.exists()


@pytest.mark.claim("B19")
def test_from_the_plan_to_the_sitting_and_back(client: Client, cast: Cast, small: Small) -> None:
    """The whole way: on the agenda by a form, a vote with a quorum, and the next version."""
    services.adopt(plan=small.plan, on=date(2025, 12, 9), actor=cast.finn)
    services.add_objective(plan=small.plan, fields=Fields("Erbij"), actor=cast.bram)
    board = kit.board(cast)
    sitting = sittings.call_sitting(organ=board, starts=kit.soon(), place="De Kade")
    client.force_login(cast.finn)
    where = reverse("plan:on_agenda", args=["testland", small.plan.pk])
    form = client.get(where).context["form"]
    assert "Doelstelling 2 Erbij: nieuw" in form["text"].value()
    answer = client.post(where, {"sitting": sitting.pk, "text": form["text"].value()})
    assert answer.headers["Location"] == sitting.get_absolute_url()
    page = reverse("plan:page", args=["testland"])
    assert "staat op de agenda van Raad van bestuur" in client.get(page).content.decode()
    assert client.get(page).context["moved_on"] is False
    services.add_objective(plan=small.plan, fields=Fields("Nog later"), actor=cast.bram)
    assert client.get(page).context["moved_on"] is True
    assert client.post(where, {"sitting": sitting.pk}).status_code == 422
    sittings.open_sitting(sitting=sitting, present=kit.seats_of(board))
    item = AgendaItem.objects.get(sitting=sitting)
    sittings.vote_all(item=item)
    done = sittings.count(item=item)
    assert done.decision is not None
    version = Version.objects.get(number=2)
    assert (version.decided_by, version.decision) == ("Raad van bestuur", str(done.decision.number))
    assert pages_of(cast.partnership, [f"plan.plan:{small.plan.pk}"])


@pytest.mark.claim("B19")
@pytest.mark.parametrize("who", ["amina", "bram", "daan"])
def test_only_the_coordinator_puts_it_on_an_agenda(
    client: Client, cast: Cast, small: Small, who: str
) -> None:
    sitting = sittings.call_sitting(organ=kit.board(cast), starts=kit.soon())
    with pytest.raises(PermissionDenied):
        services.propose(plan=small.plan, sitting=sitting, actor=getattr(cast, who))


@pytest.mark.claim("B19")
def test_without_a_sitting_the_page_says_where_to_go(client: Client, cast: Cast, small: Small) -> None:
    client.force_login(cast.finn)
    page = client.get(reverse("plan:on_agenda", args=["testland", small.plan.pk])).content.decode()
    assert "Er is nog geen zitting gepland" in page
