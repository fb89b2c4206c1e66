"""What was kept long enough goes, and not a day before; whoever has a part stays."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import connection
from django.utils import timezone
from django_scopes import scopes_disabled

from groeimodel.foundation.contact.models import Question
from groeimodel.foundation.jobs.registry import dailies
from groeimodel.foundation.members.models import Invitation
from groeimodel.foundation.partners.models import Appointment, Tenure
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.privacy.models import Erasure
from groeimodel.foundation.privacy.retention import PERIODS, carry_out, idle_people
from groeimodel.foundation.testing.cast import Cast

REGISTER = Path(__file__).resolve().parents[5] / "docs/admin/privacy.md"
NOW = datetime(2026, 11, 24, 3, tzinfo=timezone.get_default_timezone())
TWO_YEARS = timedelta(days=730)


@pytest.fixture
def gone(cast: Cast) -> Person:
    """Bram, whose last day on his seat was exactly two years ago."""
    Tenure.objects.filter(person=cast.bram).update(ends=(NOW - TWO_YEARS).date())
    Person.objects.update(created_at=NOW - timedelta(days=3000), last_login=None, seen_at=None)
    return cast.bram


def idle(now: datetime) -> list[Person]:
    return idle_people(now - TWO_YEARS)


def test_two_years_after_the_last_day_and_not_a_day_before(gone: Person) -> None:
    assert idle(NOW) == []
    assert idle(NOW + timedelta(days=1)) == [gone]


@pytest.mark.parametrize("what", ["seen_at", "last_login"])
def test_who_was_here_within_two_years_stays(gone: Person, what: str) -> None:
    tomorrow = NOW + timedelta(days=1)
    Person.objects.filter(pk=gone.pk).update(**{what: tomorrow - TWO_YEARS})
    assert idle(tomorrow) == []
    Person.objects.filter(pk=gone.pk).update(**{what: tomorrow - TWO_YEARS - timedelta(seconds=1)})
    assert idle(tomorrow) == [gone]


@pytest.mark.parametrize("why", ["example", "is_staff", "is_superuser"])
def test_who_is_needed_otherwise_stays(gone: Person, why: str) -> None:
    Person.objects.filter(pk=gone.pk).update(**{why: True})
    assert idle(NOW + timedelta(days=100)) == []


def test_whoever_has_a_seat_or_another_part_stays_for_ever(cast: Cast) -> None:
    Person.objects.update(created_at=NOW - timedelta(days=3000), last_login=None, seen_at=None)
    assert idle(NOW + timedelta(days=3650)) == []
    Appointment.objects.filter(person=cast.els).update(ends=NOW.date())
    assert idle(NOW + timedelta(days=3650)) == [cast.els]


def test_the_idle_get_a_week_and_are_then_erased(gone: Person) -> None:
    first = NOW + timedelta(days=1)
    with time_machine.travel(first, tick=False):
        assert carry_out(timezone.now())["people"] == 1
        assert carry_out(timezone.now())["people"] == 0
    with time_machine.travel(first + timedelta(days=7), tick=False):
        assert carry_out(timezone.now())["erased"] == 1
    gone.refresh_from_db()
    assert gone.name == "Gewist persoon"


def test_who_gets_a_part_in_that_week_stays(cast: Cast, gone: Person) -> None:
    first = NOW + timedelta(days=1)
    with time_machine.travel(first, tick=False):
        carry_out(timezone.now())
    Appointment.objects.create(partnership=cast.partnership, person=gone, kind="guest", starts=first.date())
    with time_machine.travel(first + timedelta(days=7), tick=False):
        assert carry_out(timezone.now())["erased"] == 0
    gone.refresh_from_db()
    assert gone.name == "Bram"
    assert not Erasure.objects.get().is_open


def invitation(cast: Cast, sent: datetime) -> Invitation:
    with scopes_disabled():
        return Invitation.objects.create(
            partnership=cast.partnership, role="guest", email="x@elders.test", name="X", sent_at=sent
        )


def test_invitations_go_after_ninety_days(cast: Cast) -> None:
    edge = NOW - timedelta(days=90)
    kept, old = invitation(cast, edge), invitation(cast, edge - timedelta(seconds=1))
    assert carry_out(NOW)["invitations"] == 1
    with scopes_disabled():
        assert list(Invitation.objects.all()) == [kept]
        assert not Invitation.objects.filter(pk=old.pk).exists()


def test_the_words_of_questions_go_after_two_years(cast: Cast) -> None:
    with scopes_disabled():
        for late in (0, 1):
            asked = NOW - TWO_YEARS - timedelta(seconds=late)
            Question.objects.create(
                partnership=cast.partnership, asker=cast.bram, text="Hoe?", answer="Zo.", asked_at=asked
            )
        assert carry_out(NOW)["questions"] == 1
        assert [(one.text, one.answer) for one in Question.objects.order_by("-asked_at")] == [
            ("Hoe?", "Zo."),
            ("", ""),
        ]


def test_sessions_that_are_over_go_with_their_device(cast: Cast) -> None:
    for key, ends in (("a" * 32, NOW + timedelta(seconds=1)), ("b" * 32, NOW - timedelta(seconds=1))):
        Session.objects.create(session_key=key, session_data="", expire_date=ends)
        UserSession.objects.create(user=cast.bram, session_key=key, ip="192.0.2.1", user_agent="x")
    assert carry_out(NOW)["sessions"] == 1
    assert UserSession.objects.get().session_key == "a" * 32


def test_counts_of_tries_go_when_their_time_is_over(db: None) -> None:
    with time_machine.travel(NOW - timedelta(minutes=10), tick=False):
        cache.set("old", 1, 60)
        cache.set("new", 1, 3600)
    assert carry_out(NOW)["attempts"] == 1
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM cache")
        assert cursor.fetchone()[0] == 1


def test_the_register_says_the_same_days_as_the_table() -> None:
    rows = REGISTER.read_text().split("## How long")[1].split("Backups")[0].splitlines()
    cells = [[cell.strip() for cell in row.split("|")] for row in rows if row.startswith("| `")]
    assert {(cell[1].strip("`"), int(cell[2])) for cell in cells} == {(one.name, one.days) for one in PERIODS}


def test_it_runs_every_night() -> None:
    assert dailies["privacy.retention"].hour == 3
