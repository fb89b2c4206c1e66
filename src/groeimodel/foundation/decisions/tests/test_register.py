"""A joint decision is written once, numbered, and shown with who spoke on which mandate (claim W22)."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django_scopes import scope

from groeimodel.foundation.decisions import selectors, services
from groeimodel.foundation.decisions.services import MatterSaid, Taken, VoiceSaid
from groeimodel.foundation.testing.cast import Cast

pytestmark = pytest.mark.django_db
DAY = date(2026, 5, 4)
KEY = "actions.action:12"


@pytest.fixture(autouse=True)
def _inside(cast: Cast):  # type: ignore[no-untyped-def]
    with scope(partnership=cast.partnership):
        yield


def taken(*, adopted: bool = True) -> Taken:
    return Taken("Wat we kiezen", "chosen", [MatterSaid(KEY, "Speelbus", adopted)], [])


def test_decisions_are_numbered_in_each_partnership(cast: Cast) -> None:
    first, second = (
        services.take_decision(partnership=cast.partnership, taken=taken(), on=DAY, actor=cast.finn)
        for _ in range(2)
    )
    with scope(partnership=cast.elsewhere):
        other = services.take_decision(partnership=cast.elsewhere, taken=taken(), on=DAY)
    assert (first.number, second.number, other.number) == (1, 2, 1)


def test_the_last_decision_about_a_thing_counts(cast: Cast) -> None:
    assert selectors.adopted(cast.partnership, KEY) is None
    services.take_decision(partnership=cast.partnership, taken=taken(), on=DAY)
    assert selectors.adopted(cast.partnership, KEY) is not None
    services.take_decision(partnership=cast.partnership, taken=taken(adopted=False), on=DAY)
    assert selectors.adopted(cast.partnership, KEY) is None


def test_no_voice_counts_without_a_mandate(cast: Cast) -> None:
    voices = [VoiceSaid(cast.municipality, "for", True)]
    with pytest.raises(ValidationError, match="mandaat"):
        services.take_decision(
            partnership=cast.partnership,
            taken=Taken("Zonder", "chosen", taken().matters, voices),
            on=DAY,
        )


def test_only_who_steers_takes_it(cast: Cast) -> None:
    for who in (cast.daan, cast.els, cast.amina, cast.bram):
        with pytest.raises(PermissionDenied):
            services.take_decision(partnership=cast.partnership, taken=taken(), on=DAY, actor=who)
