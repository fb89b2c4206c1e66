"""Reminders: asked on 'Mijn tuin' from three weeks before, and one mail a week before."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone
from django_scopes import scope
from pytest_django import DjangoAssertNumQueries

from groeimodel.foundation.asks import Ask, Here
from groeimodel.foundation.mail.models import OutgoingMail
from groeimodel.foundation.partners import services as partners
from groeimodel.foundation.partners.access import parts_in
from groeimodel.foundation.partners.models import Membership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.testing.cast import Cast, person
from groeimodel.meadow.college import services, tasks
from groeimodel.meadow.college.asking import asks_of
from groeimodel.meadow.college.tests.planning import moment, planned, running

pytestmark = pytest.mark.django_db


def asked(cast: Cast, who: Person) -> list[Ask]:
    here = Here(who, cast.partnership, parts_in(who, cast.partnership), timezone.localdate())
    with scope(partnership=cast.partnership):
        return asks_of(here)


def gita(cast: Cast) -> Person:
    found = person("Gita")
    partners.appoint(
        partnership=cast.partnership,
        person=found,
        kind="ambassador",
        since=timezone.localdate(),
        municipality=cast.municipality,
    )
    return found


@pytest.mark.claim("W24")
@pytest.mark.parametrize(
    ("days", "title"),
    [
        (22, []),
        (21, ["Neem je college mee"]),
        (0, ["Neem je college mee"]),
        (-1, ["Zeg wat er kwam van het moment met je college"]),
        (-60, ["Zeg wat er kwam van het moment met je college"]),
        (-61, []),
    ],
)
def test_asked_from_three_weeks_before_and_after_it_what_came(
    cast: Cast, days: int, title: list[str]
) -> None:
    moment(cast, days)
    assert [one.title for one in asked(cast, cast.amina)] == title
    assert asked(cast, cast.bram) == []
    assert asked(cast, cast.celia) == []
    assert asked(cast, cast.daan) == []


def test_done_asks_nothing(cast: Cast) -> None:
    row = moment(cast, 3)
    with scope(partnership=cast.partnership):
        services.finish(moment=row, on=timezone.localdate(), outcome="Goed onthaald.", actor=cast.amina)
    assert asked(cast, cast.amina) == []


def test_a_named_ambassador_is_asked_and_no_other(cast: Cast) -> None:
    one = gita(cast)
    other = person("Ivo")
    partners.appoint(
        partnership=cast.partnership,
        person=other,
        kind="ambassador",
        since=timezone.localdate(),
        municipality=cast.municipality,
    )
    moment(cast, 10, "ambassador", one)
    assert len(asked(cast, one)) == 1
    assert asked(cast, other) == []


def test_an_empty_seat_asks_whoever_is_there(cast: Cast) -> None:
    membership = Membership.objects.get(municipality=cast.municipality)
    partners.empty_seat(membership=membership, role="alderman", on=timezone.localdate())
    moment(cast, 5)
    assert len(asked(cast, cast.bram)) == 1


def test_a_first_plan_is_asked_of_the_officer_once_something_grows(cast: Cast) -> None:
    assert asked(cast, cast.bram) == []
    running(cast, "Fuif", timezone.localdate(), timezone.localdate() + timedelta(days=90))
    assert [one.title for one in asked(cast, cast.bram)] == ["Plan hoe je je college meeneemt"]
    assert asked(cast, cast.amina) == []
    moment(cast, 100)
    assert asked(cast, cast.bram) == []


def test_one_mail_a_week_before(cast: Cast) -> None:
    row = moment(cast, 9)
    tasks.remind()
    assert not OutgoingMail.objects.exists()
    with time_machine.travel(timezone.now() + timedelta(days=2), tick=False):
        tasks.remind()
        tasks.remind()
    mail = OutgoingMail.objects.get()
    assert mail.person == cast.amina
    assert "Binnenkort bij je college: de ambassadeurskit" in mail.subject
    assert "Geld vragen voor de fuifcoaches" in mail.text
    assert f"#moment-{row.pk}" in mail.text


def test_another_day_is_another_mail(cast: Cast) -> None:
    row = moment(cast, 5)
    tasks.remind()
    with scope(partnership=cast.partnership):
        row.refresh_from_db()
        services.change(moment=row, planned=planned(6), actor=cast.bram)
    tasks.remind()
    assert OutgoingMail.objects.count() == 2


def test_an_empty_seat_sends_the_mail_to_the_officer_and_says_why(cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        services.plan(
            partnership=cast.partnership, municipality=cast.neighbour, planned=planned(3), actor=None
        )
    tasks.remind()
    mail = OutgoingMail.objects.get()
    assert mail.person == cast.celia
    assert "nog niemand is aangeduid" in mail.text


def test_few_queries_to_ask(cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    for days in range(20):
        moment(cast, days)
    here = Here(cast.bram, cast.partnership, parts_in(cast.bram, cast.partnership), timezone.localdate())
    with scope(partnership=cast.partnership), django_assert_max_num_queries(4):
        asks_of(here)


def test_an_erased_ambassador_is_named_no_more(cast: Cast) -> None:
    from groeimodel.meadow.college.personal import let_go, lines_of

    one = gita(cast)
    row = moment(cast, 10, "ambassador", one)
    assert [line.value for line in lines_of(one)] == ["de ambassadeurskit: Geld vragen voor de fuifcoaches"]
    let_go(one)
    row.refresh_from_db()
    assert row.person is None
