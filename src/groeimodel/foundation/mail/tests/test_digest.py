"""The digest comes at the cadence that somebody chose, once a period, and never empty."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from groeimodel.foundation.jobs import worker
from groeimodel.foundation.mail import digest, services
from groeimodel.foundation.mail.digest import Block, Line
from groeimodel.foundation.mail.models import Digest, OutgoingMail
from groeimodel.foundation.mail.periods import period_of, start_before, start_of
from groeimodel.foundation.mail.readers import Reader
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.testing.cast import Cast

BRUSSELS = ZoneInfo("Europe/Brussels")
EVERY = st.sampled_from(["day", "week", "month"])


class News:
    """What there is to tell: the moments at which something happened."""

    def __init__(self) -> None:
        self.happened: list[datetime] = []
        self.asked: list[tuple[int, datetime]] = []

    def __call__(self, person: Person, since: datetime) -> list[Block]:
        self.asked.append((person.pk, since))
        lines = [Line(f"Iets op {one:%d/%m}", "/igs/testland/") for one in self.happened if one >= since]
        return [Block("Testland", lines), Block("Leeg", [])]


@pytest.fixture
def news(monkeypatch: pytest.MonkeyPatch) -> News:
    teller = News()
    monkeypatch.setattr(digest, "_providers", [teller])
    return teller


def at(day: int, hour: int = 7, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=BRUSSELS)


@pytest.fixture
def bram(cast: Cast) -> Person:
    """The only one in these tests who wants a digest; here since October."""
    Person.objects.update(created_at=at(1, month=10))
    Person.objects.exclude(pk=cast.bram.pk).update(is_active=False)
    return cast.bram


def mornings(*moments: datetime) -> list[int]:
    """How many digests there were after the worker of each morning."""
    seen = []
    for moment in moments:
        with time_machine.travel(moment, tick=False):
            worker.work_all()
        seen.append(OutgoingMail.objects.filter(kind="mail.digest").count())
    return seen


def test_every_week_from_monday_on(bram: Person, news: News) -> None:
    """2 November 2026 is a Monday."""
    news.happened = [at(day) for day in range(1, 30)]
    assert mornings(at(1), at(2, 5), at(2), at(3), at(8), at(9), at(9, 12)) == [1, 1, 2, 2, 2, 3, 3]
    mail = OutgoingMail.objects.order_by("pk").last()
    assert mail is not None
    assert mail.subject == "Wat er gebeurde sinds 2 november"
    assert "Testland\n--------\n- Iets op 02/11\n  http://127.0.0.1:8000/igs/testland/" in mail.text
    assert "Leeg" not in mail.text


@pytest.mark.parametrize(
    ("every", "counts"), [("day", [1, 2, 3, 4]), ("month", [1, 1, 1, 2]), ("off", [0, 0, 0, 0])]
)
def test_or_as_often_as_somebody_chose(bram: Person, news: News, every: str, counts: list[int]) -> None:
    news.happened = [at(1, month=12)]
    services.choose(reader=Reader(bram), wanted=(), every=every)
    assert mornings(at(3), at(4), at(10), at(1, month=12)) == counts


def test_it_tells_what_happened_since_the_last_one(bram: Person, news: News) -> None:
    news.happened = [at(30)]
    mornings(at(2), at(9))
    assert [since for _, since in news.asked] == [
        datetime(2026, 10, 26, tzinfo=BRUSSELS),
        at(2),
    ]


def test_a_quiet_week_brings_no_mail_and_is_not_asked_again(bram: Person, news: News) -> None:
    assert mornings(at(2), at(3)) == [0, 0]
    assert len(news.asked) == 1
    assert Digest.objects.get().mail is None


def test_weeks_without_a_worker_come_together(bram: Person, news: News) -> None:
    news.happened = [at(3), at(12), at(20)]
    assert mornings(at(2), at(25)) == [1, 2]
    last = OutgoingMail.objects.order_by("pk").last()
    assert last is not None
    assert all(f"Iets op {day}/11" in last.text for day in ("03", "12", "20"))


def test_whoever_comes_halfway_waits_for_the_next_one(bram: Person, news: News) -> None:
    news.happened = [at(20)]
    Person.objects.filter(pk=bram.pk).update(created_at=at(4))
    assert mornings(at(5), at(9)) == [0, 1]


def test_two_workers_make_one(bram: Person, news: News) -> None:
    """Both planned before either made it."""
    news.happened = [at(20)]
    with time_machine.travel(at(2), tick=False):
        assert services.plan_digests() == services.plan_digests() == 1
        assert services.make_digest(bram)
        assert services.make_digest(bram) is None
        while worker.work_once():
            pass
    assert OutgoingMail.objects.count() == 1


@pytest.mark.parametrize("what", ["erased_at", "is_active", "email"])
def test_nobody_who_is_not_here_gets_one(bram: Person, news: News, what: str) -> None:
    news.happened = [at(20)]
    setattr(bram, what, {"erased_at": timezone.now(), "is_active": False, "email": None}[what])
    bram.save()
    assert mornings(at(2)) == [0]


def test_planning_takes_as_many_queries_for_a_thousand_people(
    bram: Person, django_assert_num_queries: object
) -> None:
    Person.objects.bulk_create(
        Person(name=f"P{number}", email=f"p{number}@voorbeeld.test", created_at=at(1, month=10))
        for number in range(50)
    )
    with time_machine.travel(at(2), tick=False), django_assert_num_queries(4):  # type: ignore[operator]
        assert services.plan_digests() == 51


@given(EVERY, st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(0, 400))
def test_a_period_has_one_name_and_no_gaps(every: str, day: date, later: int) -> None:
    start = start_of(every, day)
    assert start <= day
    assert period_of(every, start) == period_of(every, day)
    assert period_of(every, start - timedelta(days=1)) != period_of(every, day)
    assert start_of(every, start_before(every, day)) == start_before(every, day) < start
    other = day + timedelta(days=later)
    assert (period_of(every, other) == period_of(every, day)) == (start_of(every, other) == start)
