"""Choosing what others see: one kind at a time, kept with its day, taken back as easily."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django_scopes import scope

from groeimodel.foundation.testing.cast import Cast
from groeimodel.showcase.sharing import selectors, services
from groeimodel.showcase.sharing.models import OTHERS, PUBLIC, Kind, Opening

pytestmark = pytest.mark.django_db
DAY = datetime(2026, 3, 4, 10, tzinfo=UTC)


def choose(cast: Cast, *kinds: Kind, at: datetime | None = None) -> None:
    with scope(partnership=cast.partnership):
        services.choose(partnership=cast.partnership, among=OTHERS, shown=kinds, actor=cast.finn, at=at)


def test_nothing_is_shown_until_somebody_chooses(cast: Cast) -> None:
    assert selectors.shown_by(cast.partnership) == frozenset()
    assert not selectors.partnerships_showing(Kind.STROLL)


def test_what_was_chosen_keeps_its_day_and_what_is_left_out_closes(cast: Cast) -> None:
    choose(cast, Kind.STROLL, Kind.TREND, at=DAY)
    choose(cast, Kind.STROLL)
    assert selectors.shown_by(cast.partnership) == {Kind.STROLL}
    with scope(partnership=cast.partnership):
        stroll, trend = (Opening.objects.get(kind=one) for one in (Kind.STROLL, Kind.TREND))
    assert stroll.opened_at == DAY
    assert stroll.closed_at is None
    assert trend.closed_at is not None
    assert list(selectors.partnerships_showing(Kind.STROLL)) == [cast.partnership]


def test_the_same_choice_twice_is_one_row(cast: Cast) -> None:
    choose(cast, Kind.STROLL)
    choose(cast, Kind.STROLL)
    with scope(partnership=cast.partnership):
        assert Opening.objects.count() == 1


def test_other_kinds_stay_as_they_are(cast: Cast) -> None:
    choose(cast, Kind.REGION)
    with scope(partnership=cast.partnership):
        services.choose(
            partnership=cast.partnership, among=[Kind.PAGE, *PUBLIC], shown=[Kind.PAGE], actor=cast.finn
        )
    assert selectors.shown_by(cast.partnership) == {Kind.REGION, Kind.PAGE}


@pytest.mark.parametrize("who", ["amina", "bram", "els", "daan"])
def test_only_who_coordinates_chooses(cast: Cast, who: str) -> None:
    with scope(partnership=cast.partnership), pytest.raises(PermissionDenied):
        services.choose(partnership=cast.partnership, among=OTHERS, shown=OTHERS, actor=getattr(cast, who))
    assert not selectors.shown_by(cast.partnership)


def test_the_page_keeps_the_choice_and_shows_it_to_the_others(cast: Cast, client: Client) -> None:
    address = reverse("sharing:page", args=[cast.partnership.slug])
    client.force_login(cast.finn)
    answer = client.post(address, {"shown": ["region", "comparison"]}, follow=True)
    assert "Bewaard" in answer.content.decode()
    client.force_login(cast.amina)
    shown = client.get(address).content.decode()
    assert shown.count(">ja<") == 2
    assert shown.count(">nee<") == 2


def test_a_kind_of_the_public_page_cannot_be_opened_from_here(cast: Cast, client: Client) -> None:
    client.force_login(cast.finn)
    address = reverse("sharing:page", args=[cast.partnership.slug])
    assert client.post(address, {"shown": ["page"]}).status_code == 422
    assert not selectors.shown_by(cast.partnership)
