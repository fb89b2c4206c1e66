"""One set of facts: what was recorded, with its source; what nobody recorded is not there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django_scopes import scope

from groeimodel.foundation.partners.models import Municipality
from groeimodel.foundation.testing.cast import Cast
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.actions.services import growing
from groeimodel.meadow.tending.models import Expense, Result
from groeimodel.showcase.facts.selectors import facts_of
from groeimodel.showcase.facts.values import Facts, period_of
from groeimodel.soil.harvest.models import Harvest
from groeimodel.soil.meetings.models import Meeting

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with time_machine.travel(datetime(2026, 11, 24, 12, tzinfo=UTC), tick=False):
        yield


def facts(cast: Cast, key: str = "2026", *, where: Municipality | None = None, public: bool = False) -> Facts:
    with scope(partnership=cast.partnership):
        return facts_of(cast.partnership, period_of(key, TODAY), TODAY, municipality=where, public=public)


def action(
    cast: Cast, title: str, *, stage: str = "flower", plot: Municipality | None = None, ends: int = 30
) -> Action:
    with scope(partnership=cast.partnership):
        return Action.objects.create(
            partnership=cast.partnership,
            title=title,
            stage=stage,
            plot=plot,
            species="poppy",
            taken_down_on=TODAY - timedelta(days=100),
            budget=Decimal(500),
            starts=TODAY - timedelta(days=60),
            ends=TODAY + timedelta(days=ends),
        )  # fmt: skip


def result(row: Action, figure: int, *, on: date = TODAY, reach: bool = True) -> None:
    Result.objects.create(
        action=row, on=on, figure=figure, unit="jongeren", reach=reach, source="Telling aan de deur"
    )


def crop(cast: Cast, title: str, where: Municipality, origin: Municipality | None, on: date = TODAY) -> None:
    with scope(partnership=cast.partnership):
        Harvest.objects.create(
            partnership=cast.partnership, municipality=where, from_municipality=origin, title=title, gained_on=on
        )  # fmt: skip


def test_of_a_partnership_without_records_only_the_members_are_known(cast: Cast) -> None:
    found = facts(cast)
    assert [one.key for one in found.facts] == ["members"]
    assert found.get("members").value == 2  # type: ignore[union-attr]
    assert found.empty
    assert found.ahead == ()


def test_what_was_recorded_is_counted_with_its_source(cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        Meeting.objects.create(
            partnership=cast.partnership, title="Najaar", starts=datetime(2026, 10, 1, 18, tzinfo=UTC)
        )
    crop(cast, "Fuifcharter", cast.municipality, cast.neighbour)
    fest = action(cast, "Buitenspeeldag")
    result(fest, 1240)
    Expense.objects.create(action=fest, on=TODAY, amount=Decimal("1200.00"), what="Springkasteel")
    found = facts(cast)
    told = {one.key: (one.number, one.words) for one in found.facts}
    assert told["meetings"] == ("1", "ontmoeting")
    assert told["harvest"][0] == "1"
    assert told["exchanged"][0] == "1"
    assert told["running"] == ("1", "actie die loopt")
    assert told["reach"][0] == "1.240"
    assert told["spent"][0] == "€\N{NO-BREAK SPACE}1.200"
    assert all(one.source for one in found.facts)
    assert "1 januari 2026" in found.get("reach").source  # type: ignore[union-attr]


def test_each_figure_is_of_its_period(cast: Cast) -> None:
    fest = action(cast, "Buitenspeeldag")
    result(fest, 100, on=date(2025, 6, 1))
    result(fest, 30, on=date(2026, 6, 1))
    assert facts(cast, "2025").get("reach").value == 100  # type: ignore[union-attr]
    assert facts(cast, "2026").get("reach").value == 30  # type: ignore[union-attr]
    assert facts(cast, "alles").get("reach").value == 130  # type: ignore[union-attr]


def test_of_one_municipality_only_what_concerns_it(cast: Cast) -> None:
    crop(cast, "Fuifcharter", cast.municipality, cast.neighbour)
    crop(cast, "Speelstraat", cast.neighbour, cast.municipality)
    crop(cast, "Jeugdraad", cast.neighbour, None)
    action(cast, "Perceel van de buur", plot=cast.neighbour)
    own = facts(cast, where=cast.municipality)
    assert own.get("harvest").value == 1  # type: ignore[union-attr]
    assert own.get("given").value == 1  # type: ignore[union-attr]
    assert own.get("running") is None
    assert [one.title for one in own.harvests] == ["Fuifcharter"]


def test_for_everybody_nothing_of_plots_ideas_money_or_meetings_to_come(cast: Cast) -> None:
    fest = action(cast, "Buitenspeeldag")
    action(cast, "Op het perceel", plot=cast.neighbour)
    action(cast, "Nog een idee", stage="seed")
    Expense.objects.create(action=fest, on=TODAY, amount=Decimal(50), what="Ballen")
    with scope(partnership=cast.partnership):
        Meeting.objects.create(
            partnership=cast.partnership, title="Ambtenaren", starts=datetime(2026, 12, 1, 18, tzinfo=UTC)
        )
    inside, outside = facts(cast), facts(cast, public=True)
    assert {"spent", "seeds"} <= {one.key for one in inside.facts}
    assert {one.key for one in outside.facts} == {"members", "running"}
    assert outside.get("running").value == 1  # type: ignore[union-attr]
    assert [one.title for one in outside.running] == ["Buitenspeeldag"]
    assert "Ambtenaren" in [one.text for one in inside.ahead]
    assert "Ambtenaren" not in [one.text for one in outside.ahead]


def test_a_handful_of_people_reached_is_not_for_everybody(cast: Cast) -> None:
    result(action(cast, "Buitenspeeldag"), 4)
    assert facts(cast).get("reach").value == 4  # type: ignore[union-attr]
    assert facts(cast, public=True).get("reach") is None


def test_as_many_queries_with_much_recorded(cast: Cast) -> None:
    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            facts(cast)
        return len(queries)

    fest = action(cast, "Buitenspeeldag")
    result(fest, 100)
    crop(cast, "Fuifcharter", cast.municipality, cast.neighbour)
    few = count()
    for n in range(12):
        row = action(cast, f"Actie {n}", stage="harvest" if n % 2 else "flower", ends=-n if n % 2 else n)
        result(row, n + 10)
        crop(cast, f"Oogst {n}", cast.neighbour, cast.municipality)
    assert count() == few


def test_an_action_picked_early_is_of_the_year_in_which_it_was_picked(cast: Cast) -> None:
    row = action(cast, "Buitenspeeldag", ends=200)
    with scope(partnership=cast.partnership):
        growing.pick(action=row, result=80)
    assert facts(cast, "2026").get("picked").value == 1  # type: ignore[union-attr]
    assert [one.title for one in facts(cast, "2026").picked] == ["Buitenspeeldag"]


def test_what_two_parts_gave_each_other_before_they_merged_is_no_exchange(cast: Cast) -> None:
    crop(cast, "Fuifcharter", cast.municipality, cast.neighbour)
    Municipality.objects.filter(pk=cast.neighbour.pk).update(merged_into=cast.municipality)
    own = facts(cast, where=cast.municipality)
    assert own.get("harvest").value == 1  # type: ignore[union-attr]
    assert own.get("given") is None
    assert own.get("exchanged") is None
