"""A request that is done counts whom it reached, thanks, and asks how it was (claims B10, B12)."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_scopes import scope

from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.testing.cast import Cast
from groeimodel.foundation.testing.mailbox import last_mail_to, link_in, mails_to
from groeimodel.shop.counter.models import Use
from groeimodel.shop.desk import selectors, services
from groeimodel.shop.desk.models import Rating, Request
from groeimodel.shop.desk.tests.kit import CUSTOMER, now, offer, open_desk, received


@pytest.fixture
def one(cast: Cast) -> Request:
    open_desk(cast)
    return received(cast, offer=offer(cast))


def page(cast: Cast, one: Request) -> str:
    return reverse("desk:request", args=[cast.partnership.slug, one.pk])


def counted(cast: Cast) -> dict[Any, int]:
    with scope(partnership=cast.partnership):
        return {one.municipality: one.people for one in Use.objects.select_related("municipality")}


@pytest.mark.claim("B12")
def test_whom_it_reached_goes_to_the_counter(client: Client, cast: Cast, one: Request) -> None:
    client.force_login(cast.bram)
    assert 'value="80"' in client.get(page(cast, one)).text, "the own municipality is filled in beforehand"
    told = {
        "doen": "afronden",
        f"afronden-m{cast.municipality.pk}": "60",
        f"afronden-m{cast.neighbour.pk}": "15",
        "afronden-elsewhere": "5",
    }
    assert client.post(page(cast, one), told).status_code == 302
    assert now(one).state == Request.State.DONE
    assert counted(cast) == {cast.municipality: 60, cast.neighbour: 15, None: 5}
    shown = client.get(page(cast, one)).text
    assert "Wie het bereikte" in shown


@pytest.mark.claim("B12")
def test_done_anew_counts_once(cast: Cast, one: Request) -> None:
    with scope(partnership=cast.partnership):
        services.finish(request=one, served={cast.municipality: 60, None: 5}, actor=cast.bram)
        services.reopen(request=one, actor=cast.bram)
        assert counted(cast) == {}
        services.finish(request=one, served={cast.municipality: 40, cast.neighbour: 2}, actor=cast.bram)
    assert counted(cast) == {cast.municipality: 40, cast.neighbour: 2}


def test_a_wish_outside_the_window_counts_for_no_offer(cast: Cast) -> None:
    open_desk(cast)
    one = received(cast)
    with scope(partnership=cast.partnership):
        services.finish(request=one, served={cast.municipality: 60}, actor=cast.bram)
        assert [row.people for row in one.served.all()] == [60]
    assert counted(cast) == {}


@pytest.mark.parametrize("people", [-1, 100_001])
def test_unlikely_numbers(cast: Cast, one: Request, people: int) -> None:
    with scope(partnership=cast.partnership), pytest.raises(ValidationError):
        services.finish(request=one, served={cast.municipality: people}, actor=cast.bram)
    assert now(one).state == Request.State.NEW


def finished(cast: Cast, one: Request) -> str:
    with scope(partnership=cast.partnership):
        services.finish(request=one, served={}, actor=cast.bram)
    return link_in(last_mail_to(CUSTOMER), "/hoe-was-het/")


@pytest.mark.claim("B10")
def test_how_was_it(client: Client, cast: Cast, one: Request) -> None:
    link = finished(cast, one)
    assert "Hoe was het?" in client.get(link).text
    assert client.post(link, {"score": "6"}).status_code == 422
    before = Entry.objects.count()
    assert "Bedankt!" in client.post(link, {"score": "5", "text": "Top"}).text
    assert Entry.objects.count() == before, "nothing in the journal says when"
    client.post(link, {"score": "1"})
    with scope(partnership=cast.partnership):
        rating = Rating.objects.get()
    assert (rating.score, rating.year) == (5, timezone.localdate().year)
    fields = {field.name for field in Rating._meta.get_fields()}
    assert fields == {"id", "partnership", "year", "score", "text"}, "it knows nothing of whose it was"


def test_no_question_for_what_is_not_done(client: Client, cast: Cast, one: Request) -> None:
    link = finished(cast, one)
    with scope(partnership=cast.partnership):
        services.reopen(request=one, actor=cast.bram)
    assert client.post(link, {"score": "5"}).status_code == 410
    with scope(partnership=cast.partnership):
        assert not Rating.objects.exists()


def test_of_fewer_than_five_nothing_is_shown(client: Client, cast: Cast, one: Request) -> None:
    year = timezone.localdate().year
    client.force_login(cast.bram)
    shop = reverse("desk:list", args=[cast.partnership.slug])
    with scope(partnership=cast.partnership):
        for score in (5, 4, 4, 5):
            Rating.objects.create(
                partnership=cast.partnership, year=year, score=score, text=f"Woorden {score}"
            )
        assert selectors.satisfaction(cast.partnership, year).average is None
    assert "Woorden" not in client.get(shop).text
    with scope(partnership=cast.partnership):
        Rating.objects.create(partnership=cast.partnership, year=year, score=2)
        assert selectors.satisfaction(cast.partnership, year).average == 4.0
    assert "Woorden 5" in client.get(shop).text
    client.force_login(cast.amina)
    assert "Woorden 5" not in client.get(shop).text


def test_thanks_go_to_the_customer(cast: Cast, one: Request) -> None:
    finished(cast, one)
    assert "Bedankt" in last_mail_to(CUSTOMER).subject
    assert len(mails_to(CUSTOMER)) == 3  # confirm, received, thanks
