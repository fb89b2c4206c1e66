"""The open figures of a year: from who agreed, once, and never changed."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from hashlib import sha256

import pytest
import time_machine
from django_scopes import ScopeError, scope, scopes_disabled

from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.partners.models import Membership, Partnership
from groeimodel.rules.suppression import step_of
from groeimodel.showcase.sharing.models import Kind
from groeimodel.soil.meetings.models import Meeting
from groeimodel.support.trends import services, tasks
from groeimodel.support.trends.measuring import counted
from groeimodel.support.trends.models import Snapshot
from groeimodel.support.trends.tests.made import MEETINGS, TODAY, YEAR, make_eight, make_partnership, share

pytestmark = pytest.mark.django_db


def cell(snapshot: Snapshot, figure: str, group: str = "") -> tuple[int | None, int | None, int | None]:
    row = next(one for one in snapshot.rows if (one["figure"], one["group"]) == (figure, group))
    return row["low"], row["high"], row["partnerships"]


def publish() -> Snapshot:
    made = services.publish(year=YEAR, today=TODAY)
    assert made is not None
    return made


def test_totals_by_hand() -> None:
    """56 meetings: in steps of 10, of at least five partnerships. Three of meadow and so five of soil stay away."""
    make_eight()
    told = publish()
    assert (sum(MEETINGS), step_of(sum(MEETINGS))) == (56, 10)
    assert cell(told, "meetings") == (50, 59, 5)
    assert cell(told, "meetings", "soil") == (None, None, None)
    assert cell(told, "meetings", "meadow") == (None, None, None)
    assert cell(told, "partnerships") == (5, 9, 5)
    assert cell(told, "members") == (15, 19, 5)
    assert cell(told, "harvest") == (25, 29, 5)


def test_what_nobody_recorded_stays_away() -> None:
    make_eight()
    told = publish()
    for figure in ("offers", "picked", "reach", "municipalities"):
        assert cell(told, figure) == (None, None, None)


def test_a_figure_of_four_stays_away() -> None:
    """Eight take part, but four of them met."""
    make_eight((4, 6, 5, 7, 0, 0, 0, 0))
    told = publish()
    assert cell(told, "meetings") == (None, None, None)
    assert cell(told, "harvest")[0] is not None


def test_every_table_has_every_group_so_that_nobody_shows_by_being_there() -> None:
    make_eight()
    told = publish()
    groups = [row["group"] for row in told.rows if row["figure"] == "meetings"]
    assert groups == [
        *("", "soil", "meadow", "shop", "none"),
        *("Antwerpen", "Limburg", "Oost-Vlaanderen", "Vlaams-Brabant", "West-Vlaanderen"),
    ]


def test_only_who_agreed_counts_and_it_says_so_on_their_timeline() -> None:
    made = make_eight()
    silent = make_partnership(9, 11, 5)
    assert cell(publish(), "meetings") == (50, 59, 5)
    with scopes_disabled():
        told = Entry.objects.filter(verb="trends.counted")
        assert {one.partnership_id for one in told} == {one.pk for one in made}
        assert silent.pk not in {one.partnership_id for one in told}
        assert {one.data["year"] for one in told} == {str(YEAR)}


def test_examples_never_count() -> None:
    made = make_eight()
    Partnership.objects.filter(pk=made[0].pk).update(example=True)
    assert cell(publish(), "partnerships") == (5, 9, 5)
    assert cell(Snapshot.objects.get(), "meetings") == (50, 59, 5)  # 52 instead of 56
    Snapshot.objects.all().delete()
    Partnership.objects.filter(pk__in=[one.pk for one in made[:4]]).update(example=True)
    assert services.publish(year=YEAR, today=TODAY) is None


def test_nothing_is_published_of_fewer_than_five() -> None:
    for one in make_eight()[4:]:
        share(one)
    assert services.publish(year=YEAR, today=TODAY) is None
    assert not Snapshot.objects.exists()


def test_who_takes_back_consent_is_not_in_the_next_year_and_the_last_one_stays() -> None:
    made = make_eight()
    first = publish()
    kept = (first.rows, first.checksum, first.made_at)
    share(made[0])
    with scope(partnership=made[1]):
        # Something is put right later on: the published year does not follow.
        Meeting.objects.filter(partnership=made[1]).delete()
    assert services.publish(year=YEAR, today=TODAY) is None
    first.refresh_from_db()
    assert (first.rows, first.checksum, first.made_at) == kept
    with time_machine.travel(datetime(2027, 2, 3, 9, tzinfo=UTC), tick=False):
        tasks.publish()
    second = Snapshot.objects.get(year=2026)
    assert cell(second, "members") == (10, 14, 5)
    with scopes_disabled():
        assert not Entry.objects.filter(
            verb="trends.counted", partnership=made[0], data__year="2026"
        ).exists()


def test_a_published_year_never_changes() -> None:
    make_eight()
    told = publish()
    told.rows = []
    with pytest.raises(ValueError, match="never change"):
        told.save()
    told.refresh_from_db()
    assert told.intact
    text = json.dumps({"year": YEAR, "rows": told.rows}, sort_keys=True, separators=(",", ":"))
    assert told.checksum == sha256(text.encode()).hexdigest()
    Snapshot.objects.filter(pk=told.pk).update(rows=told.rows[1:])
    told.refresh_from_db()
    assert not told.intact


@pytest.mark.parametrize(
    ("day", "published"), [((2026, 1, 31), False), ((2026, 2, 1), True), ((2026, 11, 5), True)]
)
def test_a_year_is_published_from_february_on(day: tuple[int, int, int], published: bool) -> None:
    make_eight()
    with time_machine.travel(datetime(*day, 9, tzinfo=UTC), tick=False):
        tasks.publish()
        tasks.publish()
    assert list(Snapshot.objects.values_list("year", flat=True)) == ([2025] if published else [])


def test_the_running_year_is_not_published() -> None:
    make_eight()
    with pytest.raises(ValueError, match="over"):
        services.publish(year=TODAY.year, today=TODAY)


def test_publishing_leaves_no_scope_open() -> None:
    make_eight()
    publish()
    with pytest.raises(ScopeError):
        Meeting.objects.count()


def test_what_is_counted_is_of_that_year() -> None:
    """Of a membership that ended within the year nothing is left on its last day."""
    made = make_eight()
    row = Membership.objects.filter(partnership=made[0]).first()
    assert row is not None
    Membership.objects.filter(pk=row.pk).update(ends="2026-02-01")
    with scope(partnership=made[0]):
        assert counted(made[0], YEAR, TODAY).values["members"] == 2
    Membership.objects.filter(pk=row.pk).update(ends="2025-12-31")
    with scope(partnership=made[0]):
        told = counted(made[0], YEAR, TODAY)
    assert told.values["members"] == 1
    assert (told.values["meetings"], told.model, told.province) == (4, "soil", "")


def test_kind_of_this_room_is_asked() -> None:
    """Other openings do not count as this one."""
    make_eight(shown=[Kind.COMPARISON, Kind.REGION, Kind.STROLL])
    assert services.publish(year=YEAR, today=TODAY) is None
