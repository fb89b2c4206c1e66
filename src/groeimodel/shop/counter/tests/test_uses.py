"""Who the offer reaches: counted once, by municipality of residence, and never lost when municipalities merge."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from django_scopes import scope

from groeimodel.foundation.testing.cast import Cast
from groeimodel.shop.counter import services
from groeimodel.shop.counter.models import Offer, Use


@pytest.fixture
def offer(cast: Cast) -> Offer:
    with scope(partnership=cast.partnership):
        return services.add_offer(partnership=cast.partnership, title="Fuifpakket")


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
