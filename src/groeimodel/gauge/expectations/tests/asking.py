"""Helpers of these tests: a round, and people who answer it."""

from __future__ import annotations

from typing import Any

from groeimodel.foundation.people.models import Person
from groeimodel.foundation.testing.cast import Cast
from groeimodel.gauge.expectations import services
from groeimodel.gauge.expectations.models import Round, Sheet


def open_round(cast: Cast, **given: Any) -> Round:
    return services.open_round(partnership=cast.partnership, actor=cast.finn, **given)


def sheet_of(round: Round, person: Person) -> Sheet:
    return Sheet.objects.select_related("round__partnership", "municipality").get(round=round, person=person)


def speak(round: Round, person: Person, importance: int, met: int, **guesses: int) -> Sheet:
    """Answers the same to everything, and hands in."""
    sheet = sheet_of(round, person)
    for key in round.keys:
        services.answer(sheet=sheet, key=key, importance=importance, fulfilment=met)
    services.guess(sheet=sheet, guesses=guesses)
    services.submit(sheet=sheet)
    return sheet


def heard_round(cast: Cast) -> Round:
    """Three people answered, and it is closed."""
    round = open_round(cast)
    speak(round, cast.amina, 5, 2, use=5)
    speak(round, cast.bram, 5, 2, use=2)
    speak(round, cast.celia, 1, 4)
    services.close_round(round=round, actor=cast.finn)
    return round
