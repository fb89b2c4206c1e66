"""Who the offer reaches: counted once, by municipality of residence, and never lost when municipalities merge."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.utils import timezone
from django_scopes import scope

from groeimodel.foundation.partners import services as partners
from groeimodel.foundation.partners.models import Municipality
from groeimodel.foundation.testing.cast import Cast
from groeimodel.shop.counter import services
from groeimodel.shop.counter.models import Offer, Use
from groeimodel.shop.counter.reach import reach_of
from groeimodel.shop.counter.tests.kit import offered, opened, page
from groeimodel.shop.money import services as money
from groeimodel.shop.money.services.budget import Line

DAY = date(2026, 3, 4)


@pytest.fixture
def offer(cast: Cast) -> Offer:
    return offered(cast)


def used(cast: Cast, offer: Offer, where: Municipality | None, people: int, day: date = DAY) -> Use:
    with scope(partnership=cast.partnership):
        return services.record_use(offer=offer, municipality=where, day=day, people=people)


@pytest.mark.claim("B12")
def test_a_request_is_counted_once_however_often_it_is_told(cast: Cast, offer: Offer) -> None:
    today = timezone.localdate()
    with scope(partnership=cast.partnership):
        for people in (20, 35):
            services.record_use(
                offer=offer,
                municipality=cast.municipality,
                day=today,
                people=people,
                source="request",
                key="desk.request:5",
                actor=cast.celia,
            )
        assert list(Use.objects.values_list("people", "source")) == [(35, "request")]


def test_only_who_tends_the_counter_counts(cast: Cast, offer: Offer) -> None:
    today = timezone.localdate()
    for who in (cast.daan, cast.amina, cast.els):
        with scope(partnership=cast.partnership), pytest.raises(PermissionDenied):
            services.record_use(offer=offer, municipality=None, day=today, people=3, actor=who)


def test_a_day_to_come_and_a_number_that_cannot_be_are_refused(cast: Cast, offer: Offer) -> None:
    today = timezone.localdate()
    with scope(partnership=cast.partnership):
        for day, people in ((today + timedelta(days=1), 3), (today, -2), (today, 10**7)):
            with pytest.raises(ValidationError):
                services.record_use(offer=offer, municipality=None, day=day, people=people, actor=cast.finn)
        assert not Use.objects.exists()


@pytest.mark.claim("B12")
def test_per_municipality_of_residence_by_name_and_in_full_for_partners(cast: Cast, offer: Offer) -> None:
    other = offered(cast, "Tent lenen")
    used(cast, offer, cast.municipality, 30)
    used(cast, other, cast.municipality, 10)
    used(cast, offer, cast.neighbour, 3)
    used(cast, offer, None, 7)
    used(cast, offer, cast.neighbour, 900, DAY.replace(year=2025))
    with scope(partnership=cast.partnership):
        found = reach_of(cast.partnership, 2026, everyone=False)
    rows = [(one.name, one.people, one.uses, one.offers, one.share) for one in found.rows]
    assert rows == [
        ("Buurdorp", 3, 1, 1, 6),
        ("Proefdorp", 40, 2, 2, 80),
        ("Elders, of niet geweten", 7, 1, 1, 14),
    ]
    assert (found.people, found.uses, found.hides) == (50, 4, False)


@pytest.mark.claim("B12")
def test_small_numbers_are_not_told_to_everyone_on_page_or_in_file(
    client: Client, cast: Cast, offer: Offer
) -> None:
    opened(cast)
    used(cast, offer, cast.municipality, 4321)
    used(cast, offer, cast.neighbour, 3)
    for url in (page("reach") + "?jaar=2026", page("reach_csv") + "?jaar=2026"):
        told = client.get(url).text
        assert "minder dan 5" in told
        assert "4324" not in told
        assert "4.324" not in told
        client.force_login(cast.els)
        assert "minder dan 5;" not in client.get(url).text
        client.logout()
    client.force_login(cast.els)
    assert "Buurdorp;2026;3;1;1" in client.get(page("reach_csv") + "?jaar=2026").text


@pytest.mark.claim("B12")
def test_totals_for_everyone_give_no_hidden_number_away(client: Client, cast: Cast, offer: Offer) -> None:
    opened(cast)
    today = timezone.localdate()
    used(cast, offer, cast.municipality, 42, today)
    used(cast, offer, cast.neighbour, 3, today)
    assert "minstens 40 mensen" in client.get(page("offer", offer.pk)).text
    assert "minstens 40 mensen" in client.get(page("list")).text
    client.force_login(cast.els)
    assert "45 mensen" in client.get(page("offer", offer.pk)).text


@pytest.mark.claim("B12")
def test_a_merger_keeps_every_total(cast: Cast, offer: Offer) -> None:
    used(cast, offer, cast.municipality, 30)
    used(cast, offer, cast.neighbour, 12)
    new = Municipality.objects.create(name="Fusiedorp", invented=True)
    partners.merge(into=new, parts=[cast.municipality, cast.neighbour], on=timezone.localdate())
    used(cast, offer, new, 8)
    with scope(partnership=cast.partnership):
        found = reach_of(cast.partnership, 2026, everyone=False)
        assert Use.objects.filter(municipality=cast.municipality).count() == 1, "what was recorded stays"
    assert [(one.name, one.people, one.uses) for one in found.rows] == [("Fusiedorp", 50, 3)]


@pytest.mark.claim("B12")
def test_counted_by_hand_for_each_municipality_and_taken_back(
    client: Client, cast: Cast, offer: Offer
) -> None:
    client.force_login(cast.bram)
    home, other = f"m{cast.municipality.pk}", f"m{cast.neighbour.pk}"
    nothing = client.post(page("reach"), {"offer": offer.pk, "day": "2026-03-04", home: "0"})
    assert (nothing.status_code, "minstens één gemeente" in nothing.text) == (422, True)
    wrong = client.post(page("reach"), {"offer": "", "day": "2999-01-01", home: "-3"})
    assert (wrong.status_code, wrong.text.count('class="field__error"')) == (422, 3)
    sent = {"offer": offer.pk, "day": "2026-03-04", home: "12", other: "", "m0": "5"}
    answer = client.post(page("reach"), sent, follow=True)
    with scope(partnership=cast.partnership):
        assert sorted(Use.objects.values_list("people", flat=True)) == [5, 12]
        keys = "-".join(str(one.pk) for one in Use.objects.order_by("pk"))
    assert f"telling={keys}" in answer.text
    client.force_login(cast.daan)
    assert client.post(page("uncount") + f"?telling={keys}").status_code == 403
    client.force_login(cast.bram)
    client.post(page("uncount") + f"?telling={keys}")
    with scope(partnership=cast.partnership):
        assert not Use.objects.exists()


def test_what_the_desk_counted_is_not_taken_back_by_hand(client: Client, cast: Cast, offer: Offer) -> None:
    with scope(partnership=cast.partnership):
        use = services.record_use(
            offer=offer, municipality=None, day=DAY, people=9, source="request", key="desk.request:1"
        )
    client.force_login(cast.finn)
    client.post(page("uncount") + f"?telling={use.pk}")
    with scope(partnership=cast.partnership):
        assert Use.objects.count() == 1


@pytest.mark.claim("B12")
def test_what_each_municipality_puts_in_stands_beside_what_it_gets(
    client: Client, cast: Cast, offer: Offer
) -> None:
    """As the books hold it; what was taken back does not count, what merged paid counts for what it is today."""
    old = Municipality.objects.create(name="Oud", invented=True, merged_into=cast.municipality)
    with scope(partnership=cast.partnership):
        books = money.open_year(partnership=cast.partnership, year=2026)
        line = Line("receipt", "contribution", "Bijdragen")
        post = money.write_post(book_year=books, line=line)
        paid = (
            (old, "400.00"),
            (cast.municipality, "600.05"),
            (cast.neighbour, "50"),
            (cast.neighbour, "9999"),
        )
        rows = [
            money.post_amount(post=post, day=DAY, amount=Decimal(amount), text="Bijdrage", municipality=where)
            for where, amount in paid
        ]
        money.reverse(posting=rows[-1], why="Fout", day=DAY)
    used(cast, offer, cast.municipality, 300)
    used(cast, offer, None, 20)
    with scope(partnership=cast.partnership):
        found = reach_of(cast.partnership, 2026, everyone=False)
        assert [(one.name, one.people, one.paid, one.per_head) for one in found.rows] == [
            ("Buurdorp", 0, Decimal("50.00"), None),
            ("Proefdorp", 300, Decimal("1000.05"), Decimal("3.33")),
            ("Elders, of niet geweten", 20, None, None),
        ]
        assert found.paid == Decimal("1050.05")
        assert reach_of(cast.partnership, 2025, everyone=False).paid is None
        assert reach_of(cast.partnership, 2026, everyone=True).paid is None
    client.force_login(cast.amina)
    assert "€\xa03,33" in client.get(page("reach") + "?jaar=2026").text
    opened(cast)
    client.logout()
    assert "3,33" not in client.get(page("reach") + "?jaar=2026").text
