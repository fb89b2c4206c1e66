"""Bookings: never twice the same, blocked periods, days kept free, cancelling with undo, and the calendar (claim B10)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django_scopes import scope
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from icalendar import Calendar

from groeimodel.foundation.testing.cast import Cast, make_cast
from groeimodel.shop.desk import services
from groeimodel.shop.desk.models import Bookable, Booking, Slot
from groeimodel.shop.desk.services import Span
from groeimodel.shop.desk.tests.kit import booked, open_desk, received, thing

DAY = timezone.localdate() + timedelta(days=30)


def days(first: int, last: int, first_part: int = 0, last_part: int = 0) -> Span:
    return Span(DAY + timedelta(days=first), DAY + timedelta(days=last), first_part, last_part)


def book(cast: Cast, bookable: Bookable, span: Span, **told: Any) -> Booking:
    with scope(partnership=cast.partnership):
        return services.book(bookable=bookable, span=span, **told)


def refused(cast: Cast, bookable: Bookable, span: Span, **told: Any) -> bool:
    with pytest.raises(ValidationError):
        book(cast, bookable, span, **told)
    return True


@pytest.mark.claim("B10")
def test_one_thing_is_never_booked_twice(cast: Cast) -> None:
    tent = thing(cast)
    book(cast, tent, days(2, 4))
    for first, last in ((2, 4), (4, 6), (0, 2), (3, 3), (0, 9)):
        assert refused(cast, tent, days(first, last))
    book(cast, tent, days(0, 1))
    book(cast, tent, days(5, 5))
    with scope(partnership=cast.partnership):
        assert Slot.objects.count() == 6
        assert Booking.objects.count() == 3, "a refusal leaves nothing behind"


@pytest.mark.claim("B10")
def test_the_database_itself_refuses(cast: Cast) -> None:
    """Whatever writes it: the administration, a script, a mistake of ours."""
    tent = thing(cast)
    first = book(cast, tent, days(0, 0))
    with scope(partnership=cast.partnership):
        again = Booking.objects.create(bookable=tent, first_day=DAY, last_day=DAY)
        with pytest.raises(IntegrityError), transaction.atomic():
            Slot.objects.create(bookable=tent, booking=again, number=1, day=DAY, part=0)
    assert first.pk


def test_of_several_no_more_than_there_are(cast: Cast) -> None:
    tents = thing(cast, capacity=3)
    book(cast, tents, days(0, 1), amount=2)
    book(cast, tents, days(1, 2), amount=1)
    assert refused(cast, tents, days(1, 1))
    assert refused(cast, tents, days(2, 2), amount=3)
    assert refused(cast, tents, days(5, 5), amount=4)
    book(cast, tents, days(2, 2), amount=2)


def test_pieces_may_change_number_on_the_way(cast: Cast) -> None:
    """1 is out on the first two days, 2 on the last two: in the middle there is always one left."""
    tents = thing(cast, capacity=2)
    book(cast, tents, days(0, 1))
    book(cast, tents, days(2, 3))
    book(cast, tents, days(1, 2))
    assert refused(cast, tents, days(0, 3), amount=2)


@pytest.mark.parametrize(
    ("parts", "taken", "free", "full"),
    [
        ("half", (0, 1, 1, 0), [(0, 0, 0, 0), (1, 1, 1, 1)], [(0, 0, 1, 1), (1, 1, 0, 0), (0, 1, 0, 1)]),
        (
            "hour",
            (0, 0, 10, 11),
            [(0, 0, 8, 9), (0, 0, 12, 22)],
            [(0, 0, 11, 13), (0, 0, 9, 10), (0, 1, 8, 8)],
        ),
    ],
)
def test_parts_of_a_day(
    cast: Cast, parts: str, taken: Any, free: list[tuple[int, ...]], full: list[tuple[int, ...]]
) -> None:
    hall = thing(cast, parts=parts)
    book(cast, hall, days(*taken))
    for span in full:
        assert refused(cast, hall, days(*span))
    for span in free:
        book(cast, hall, days(*span))


def test_days_are_kept_free_between_two(cast: Cast) -> None:
    tent = thing(cast, buffer=2)
    book(cast, tent, days(10, 11))
    assert refused(cast, tent, days(12, 12))
    assert refused(cast, tent, days(13, 14))
    assert refused(cast, tent, days(8, 8)), "nor just before: it must be back and clean"
    book(cast, tent, days(14, 14))
    book(cast, tent, days(7, 7))


def test_a_blocked_period_takes_all_of_it(cast: Cast) -> None:
    tents = thing(cast, capacity=3, buffer=1)
    with scope(partnership=cast.partnership):
        services.block(bookable=tents, span=days(0, 4), title="Herstelling", actor=cast.bram)
        with pytest.raises(ValidationError):
            services.block(bookable=tents, span=days(4, 5))
    assert refused(cast, tents, days(2, 2))
    book(cast, tents, days(5, 5))


@pytest.mark.parametrize(
    "span",
    [
        Span(DAY, DAY - timedelta(days=1)),
        Span(date(9999, 12, 31), date(9999, 12, 31)),
        Span(DAY, date(9999, 12, 31)),
        Span(date(1, 1, 1), DAY),
    ],
)
def test_days_that_cannot_be(cast: Cast, span: Span) -> None:
    assert refused(cast, thing(cast), span)


def test_an_hour_that_cannot_be(cast: Cast) -> None:
    hall = thing(cast, parts="hour")
    assert refused(cast, hall, days(0, 0, 3, 9))
    assert refused(cast, hall, days(0, 0, 12, 9))


@pytest.mark.claim("B10")
def test_cancelling_frees_it_and_can_be_taken_back(client: Client, cast: Cast) -> None:
    tent = thing(cast)
    booking = book(cast, tent, days(0, 2), title="Chiro")
    client.force_login(cast.bram)
    page = reverse("desk:cancel", args=[cast.partnership.slug, booking.pk])
    assert client.post(page, {"why": ""}).status_code == 422
    client.post(page, {"why": "Het regent"})
    other = book(cast, tent, days(1, 1), title="Scouts")
    back = reverse("desk:restore", args=[cast.partnership.slug, booking.pk])
    assert "Niet (genoeg) vrij" in client.post(back, follow=True).text
    with scope(partnership=cast.partnership):
        services.cancel(booking=other, why="Toch niet", actor=cast.bram)
    client.post(back)
    booking = _again(cast, booking)
    assert (booking.cancelled_at, booking.cancelled_why, booking.changes) == (None, "", 2)
    assert refused(cast, tent, days(0, 0))


def _again(cast: Cast, booking: Booking) -> Booking:
    with scope(partnership=cast.partnership):
        return Booking.objects.get(pk=booking.pk)


def test_never_fewer_pieces_than_are_promised(cast: Cast) -> None:
    tents = thing(cast, capacity=3)
    book(cast, tents, days(0, 0), amount=2)
    with scope(partnership=cast.partnership):
        for wrong in (services.Thing("Tent", capacity=1), services.Thing("Tent", "hour", capacity=3)):
            with pytest.raises(ValidationError):
                services.change_bookable(bookable=tents, thing=wrong, actor=cast.finn)
        services.change_bookable(bookable=tents, thing=services.Thing("Tent", capacity=2), retired=True)
    assert refused(cast, tents, days(5, 5)), "what is taken out cannot be booked"


@pytest.mark.claim("B10")
def test_booking_for_a_request(client: Client, cast: Cast) -> None:
    open_desk(cast)
    tent, asked = thing(cast, capacity=2), received(cast, day=DAY)
    client.force_login(cast.bram)
    page = reverse("desk:book", args=[cast.partnership.slug, tent.pk]) + f"?aanvraag={asked.pk}"
    shown = client.get(page).text
    assert f'value="{DAY.isoformat()}"' in shown
    assert 'value="Chiro Proef"' in shown
    assert "Tine" not in shown.split("<form", 3)[-1], "no name of a person comes in the calendar"
    told = {"first_day": DAY.isoformat(), "last_day": "", "amount": "2", "title": "Chiro Proef"}
    assert client.post(page, told).status_code == 302
    again = client.post(page, told)
    assert again.status_code == 422
    assert "Niet (genoeg) vrij op" in again.text
    assert "2 × </a>" not in again.text
    shown = client.get(reverse("desk:request", args=[cast.partnership.slug, asked.pk])).text
    assert "2 × Tent" in shown


@pytest.mark.parametrize("parts", ["day", "half", "hour"])
def test_the_month_shows_what_is_free(client: Client, cast: Cast, parts: str) -> None:
    tents = thing(cast, capacity=3, parts=parts, buffer=1)
    part = 8 if parts == "hour" else 0
    booking = book(cast, tents, days(0, 0, part, part), amount=2, title="Chiro Proef")
    client.force_login(cast.amina)
    page = reverse("desk:month", args=[cast.partnership.slug, tents.pk])
    shown = client.get(f"{page}?maand={DAY:%Y-%m}").text
    assert "2 × Chiro Proef" in shown
    assert "1 vrij" in shown
    assert reverse("desk:cancel", args=[cast.partnership.slug, booking.pk]) not in shown
    empty = client.get(f"{page}?maand=2031-01").text
    assert "Deze maand is alles vrij" in empty
    assert client.get(f"{page}?maand=onzin").status_code == 200


def test_a_morning_that_is_free_can_still_be_booked(client: Client, cast: Cast) -> None:
    hall = thing(cast, parts="half")
    book(cast, hall, days(0, 0, 1, 1), title="Academie")
    client.force_login(cast.bram)
    page = reverse("desk:month", args=[cast.partnership.slug, hall.pk]) + f"?maand={DAY:%Y-%m}"
    shown = client.get(page).text
    assert f"?dag={DAY.isoformat()}" in shown
    assert "namiddag en avond" in shown
    book(cast, hall, days(0, 0, 0, 0))
    assert f"?dag={DAY.isoformat()}" not in client.get(page).text


def test_a_full_month_takes_no_more_queries(
    client: Client, cast: Cast, django_assert_num_queries: Any
) -> None:
    tents = thing(cast, capacity=9)
    client.force_login(cast.bram)
    client.get("/over/")
    page = reverse("desk:month", args=[cast.partnership.slug, tents.pk]) + f"?maand={DAY:%Y-%m}"
    book(cast, tents, days(0, 0))
    with CaptureQueriesContext(connection) as few:
        client.get(page)
    for number in range(8):
        book(cast, tents, days(0, number))
    with django_assert_num_queries(len(few)):
        client.get(page)


def test_the_feed_is_read_by_a_calendar_program(client: Client, cast: Cast) -> None:
    hall = thing(cast, title="Zaal", parts="hour", place="Kerkstraat 1")
    booking = book(cast, hall, days(0, 0, 14, 16), title="Chiro Proef")
    gone = book(cast, hall, days(1, 1, 8, 8), title="Scouts")
    with scope(partnership=cast.partnership):
        services.cancel(booking=gone, why="Ziek")
    answer = client.get(reverse("desk:feed", args=[hall.feed_key]))
    assert answer["Content-Type"].startswith("text/calendar")
    calendar = Calendar.from_ical(answer.content)
    events = {str(one["summary"]): one for one in calendar.walk("vevent")}
    assert set(events) == {"Zaal: Chiro Proef", "Zaal: Scouts"}
    event = events["Zaal: Chiro Proef"]
    assert event.decoded("dtstart") == booking.starts
    assert timezone.localtime(event.decoded("dtend")).hour == 17
    assert events["Zaal: Scouts"]["status"] == "CANCELLED"
    client.force_login(cast.finn)
    client.post(reverse("desk:change_bookable", args=[cast.partnership.slug, hall.pk]), {"nieuw_adres": "1"})
    assert client.get(reverse("desk:feed", args=[hall.feed_key])).status_code == 404


@pytest.mark.parametrize("who", ["amina", "els", "daan"])
def test_others_do_not_book(client: Client, cast: Cast, who: str) -> None:
    booking = booked(cast)
    actor = getattr(cast, who)
    with scope(partnership=cast.partnership):
        deeds: list[Callable[[], Booking]] = [
            lambda: services.book(bookable=booking.bookable, span=days(0, 0), actor=actor),
            lambda: services.block(bookable=booking.bookable, span=days(0, 0), actor=actor),
            lambda: services.cancel(booking=booking, why="x", actor=actor),
        ]
        for deed in deeds:
            with pytest.raises(PermissionDenied):
                deed()
    client.force_login(actor)
    page = reverse("desk:book", args=[cast.partnership.slug, booking.bookable_id])
    assert client.post(page, {"first_day": DAY.isoformat()}).status_code == 403


def test_only_who_coordinates_says_what_can_be_booked(client: Client, cast: Cast) -> None:
    page = reverse("desk:new_bookable", args=[cast.partnership.slug])
    told = {"title": "Podium", "parts": "day", "capacity": "2", "buffer": "1", "place": "Depot", "offer": ""}
    client.force_login(cast.bram)
    assert client.post(page, told).status_code == 403
    client.force_login(cast.finn)
    assert client.post(page, told | {"title": "", "capacity": "0"}).text.count("field__error") == 2
    client.post(page, told)
    with scope(partnership=cast.partnership):
        made = Bookable.objects.get()
    assert (made.title, made.capacity, made.buffer, made.place) == ("Podium", 2, 1, "Depot")
    change = reverse("desk:change_bookable", args=[cast.partnership.slug, made.pk])
    client.post(change, told | {"title": "Groot podium", "retired": "on"})
    assert "Groot podium" in client.get(reverse("desk:bookables", args=[cast.partnership.slug])).text


SPANS = st.tuples(st.integers(0, 8), st.integers(0, 3), st.integers(1, 3))


class NeverMoreThanThereAre(TestCase):
    """Whatever is asked in whatever order: what is given fits, and what is refused did not fit."""

    @settings(max_examples=30, deadline=None)
    @given(st.lists(SPANS, min_size=1, max_size=8), st.integers(1, 3), st.integers(0, 1))
    def test_any_row_of_bookings(self, asked: list[tuple[int, int, int]], capacity: int, buffer: int) -> None:
        with transaction.atomic():
            cast = make_cast()
            tents = thing(cast, capacity=capacity, buffer=buffer)
            out: dict[int, int] = {}
            for first, more, amount in asked:
                wanted = range(first, first + more + 1 + buffer)
                fits = amount <= capacity and all(out.get(day, 0) + amount <= capacity for day in wanted)
                try:
                    book(cast, tents, days(first, first + more), amount=amount)
                    given_it = True
                except ValidationError:
                    given_it = False
                assert given_it == fits
                for day in wanted if fits else ():
                    out[day] = out.get(day, 0) + amount
            transaction.set_rollback(True)
