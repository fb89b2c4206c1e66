"""The pulse: asked once after a meeting, answered in three taps, never shown of fewer than three, never changed."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_scopes import scope, scopes_disabled
from pytest_django import DjangoAssertNumQueries

from groeimodel.foundation.asks import Here
from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.mail.models import OutgoingMail
from groeimodel.foundation.mail.readers import Reader
from groeimodel.foundation.mail.services import refuse
from groeimodel.foundation.partners.access import parts_in
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.testing.cast import Cast, member
from groeimodel.gauge.pulse import letters, services, tasks
from groeimodel.gauge.pulse.asking import asks_of
from groeimodel.gauge.pulse.models import Answer, Asked, Pulse, TrustSum
from groeimodel.gauge.pulse.selectors import course_of, in_half, trust_for_picture
from groeimodel.soil.meetings.models import Attendance, Meeting

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _inside(cast: Cast):  # type: ignore[no-untyped-def]
    with scope(partnership=cast.partnership):
        yield


def held(cast: Cast, days: int = 1, people: int = 4) -> Meeting:
    """A meeting so many days ago, with these people there."""
    starts = timezone.now() - timedelta(days=days, hours=2)
    meeting = Meeting.objects.create(partnership=cast.partnership, title="Overleg", starts=starts, ends=starts + timedelta(hours=2))  # fmt: skip
    there = [(cast.amina, "alderman", cast.municipality), (cast.bram, "officer", cast.municipality), (cast.celia, "officer", cast.neighbour), (cast.finn, "coordinator", None)]  # fmt: skip
    for person, role, where in there[:people]:
        Attendance.objects.create(meeting=meeting, person=person, role=role, municipality=where, came=True)
    return meeting


def open_pulse(cast: Cast, **given: int) -> Pulse:
    pulse = services.open_pulse(meeting=held(cast, **given))
    assert pulse is not None
    return pulse


def closed(cast: Cast, *marks: int, days: int = 20) -> Pulse:
    pulse = services.open_pulse(meeting=held(cast, days=days), at=timezone.now() - timedelta(days=days - 1))
    assert pulse is not None
    for person, mark in zip((cast.amina, cast.bram, cast.celia, cast.finn), marks, strict=False):
        services.answer(pulse=pulse, person=person, marks=[mark] * 3)
    services.close_pulse(pulse=pulse)
    return pulse


def test_the_day_after_a_meeting_everybody_who_was_there_is_asked_once(cast: Cast) -> None:
    held(cast)
    with scopes_disabled():
        tasks.tend()
        tasks.tend()
    assert Pulse.objects.count() == 1
    mails = OutgoingMail.objects.filter(kind="pulse.ask")
    assert {one.address for one in mails} == {
        one.email for one in (cast.amina, cast.bram, cast.celia, cast.finn)
    }


@pytest.mark.parametrize(("days", "people"), [(0, 4), (7, 4), (1, 2)])
def test_too_early_too_late_or_too_few(cast: Cast, days: int, people: int) -> None:
    meeting = held(cast, days=days, people=people)
    if days == 0:
        Meeting.objects.filter(pk=meeting.pk).update(ends=timezone.now() + timedelta(hours=1))
    with scopes_disabled():
        tasks.tend()
    assert not Pulse.objects.exists()


def test_who_does_without_the_mail_still_finds_it(cast: Cast) -> None:
    refuse(kind="pulse.ask", reader=Reader(cast.bram))
    open_pulse(cast)
    assert not OutgoingMail.objects.filter(kind="pulse.ask", address=cast.bram.email).exists()
    here = Here(cast.bram, cast.partnership, parts_in(cast.bram, cast.partnership), timezone.localdate())
    assert [one.title for one in asks_of(here)] == ["Hoe was 'Overleg'?"]


def test_three_taps_from_the_mail(cast: Cast, client: Client) -> None:
    pulse = open_pulse(cast)
    address = letters.link_for(pulse, cast.bram.pk)
    page = client.get(address)
    assert page.status_code == 200
    assert not Answer.objects.exists(), "to open a link changes nothing"
    assert client.post(address, {"open": "4", "word": "5"}).status_code == 422
    assert "Bedankt" in client.post(address, {"open": "4", "word": "5", "backed": "2"}).content.decode()
    found = Answer.objects.get()
    assert (found.open, found.word, found.backed) == (4, 5, 2)
    assert "Je antwoordde al" in client.get(address).content.decode()
    assert (
        "Je antwoordde al" in client.post(address, {"open": "1", "word": "1", "backed": "1"}).content.decode()
    )
    assert Answer.objects.count() == 1
    assert client.get(address[:-2] + "x/").status_code == 404


@pytest.mark.claim("P7")
def test_who_answered_is_kept_apart_from_what(cast: Cast) -> None:
    """No person, role, time or order beside an answer; not in the journal either."""
    names = {one.name for one in Answer._meta.get_fields()}
    assert names == {"id", "partnership", "pulse", "municipality", "open", "word", "backed"}
    pulse = open_pulse(cast)
    before = Entry.objects.count()
    services.answer(pulse=pulse, person=cast.bram, marks=[4, 4, 4])
    assert Entry.objects.count() == before
    services.close_pulse(pulse=pulse)
    assert not Asked.objects.exists()
    assert not Answer.objects.exists(), "one answer is never shown, so it is not kept"
    assert pulse.published is None


def test_what_is_published_never_changes(cast: Cast) -> None:
    pulse = closed(cast, 5, 4, 4)
    assert pulse.published == {"people": 3, "questions": (85, 85, 85), "trust": 85}
    services.take_over(partnership=cast.partnership, into=cast.neighbour.pk, parts=[cast.municipality.pk])
    with pytest.raises(services.PulseIsClosed):
        services.answer(pulse=pulse, person=cast.finn, marks=[1, 1, 1])
    services.close_pulse(pulse=Pulse.objects.get())
    assert Pulse.objects.get().published["trust"] == 85  # type: ignore[index]


def test_only_sums_stay_and_they_go_along_with_a_merger(cast: Cast) -> None:
    closed(cast, 5, 4, 3)
    assert not Answer.objects.exists()
    sums = {one.municipality: (one.total, one.answers) for one in TrustSum.objects.all()}
    assert sums == {cast.municipality: (9.0, 2), cast.neighbour: (3.0, 1)}
    services.take_over(partnership=cast.partnership, into=cast.neighbour.pk, parts=[cast.municipality.pk])
    (left,) = TrustSum.objects.all()
    assert (left.municipality, left.total, left.answers) == (cast.neighbour, 12.0, 3)


def test_only_who_was_there_and_three_marks(cast: Cast) -> None:
    pulse = open_pulse(cast, people=3)
    with pytest.raises(PermissionDenied):
        services.answer(pulse=pulse, person=cast.daan, marks=[3, 3, 3])
    for marks in ([3, 3], [3, 3, 6], [0, 3, 3]):
        with pytest.raises(ValidationError):
            services.answer(pulse=pulse, person=cast.bram, marks=marks)
    services.answer(pulse=pulse, person=cast.bram, marks=[3, 3, 3])
    with pytest.raises(services.AnsweredAlready):
        services.answer(pulse=pulse, person=cast.bram, marks=[4, 4, 4])


@pytest.mark.claim("P7", "G12")
def test_trust_and_involvement_in_one_picture_and_too_early_to_say(cast: Cast, client: Client) -> None:
    closed(cast, 3, 3, 3, days=80)
    closed(cast, 5, 4, 4, days=20)
    closed(cast, 1, 1, days=14)
    client.force_login(cast.bram)
    text = client.get(reverse("pulse:page", args=[cast.partnership.slug])).content.decode()
    assert text.count("<tr>") == 3
    assert 'class="chart"' in text
    assert "Te vroeg om te zeggen" in text
    assert "Dat was 1 keer zo" in text
    assert trust_for_picture(cast.partnership, timezone.localdate()) == 85


@pytest.mark.claim("G12")
def test_with_enough_partners_the_link_is_told(cast: Cast) -> None:
    rows = []
    for n in range(9):
        where = member(cast.partnership, f"Dorp {n}").municipality
        rows.append(where)
        for _ in range(n):
            Entry.objects.create(partnership=cast.partnership, municipality=where, verb="meetings.attended", at=timezone.now())  # fmt: skip
    half = in_half(timezone.localdate())
    TrustSum.objects.bulk_create(
        [
            TrustSum(
                partnership=cast.partnership, municipality=where, half=half, total=3 * (1 + n // 2), answers=3
            )
            for n, where in enumerate(rows)
        ]
    )
    found = course_of(cast.partnership, timezone.localdate())
    assert found.partners == 9
    assert found.link is not None
    assert found.link.value >= 0.9
    assert found.link.sure


def test_queries_do_not_grow(cast: Cast, client: Client, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:  # fmt: skip
    for days in range(20, 120, 12):
        closed(cast, 4, 4, 3, days=days)
    client.force_login(cast.bram)
    with django_assert_max_num_queries(14):
        assert client.get(reverse("pulse:page", args=[cast.partnership.slug])).status_code == 200


def test_an_erased_person_was_never_asked(cast: Cast) -> None:
    from groeimodel.gauge.pulse.personal import erase

    open_pulse(cast)
    erase(cast.bram)
    assert not Asked.objects.filter(person=cast.bram).exists()
    assert Person.objects.filter(pk=cast.bram.pk).exists()
