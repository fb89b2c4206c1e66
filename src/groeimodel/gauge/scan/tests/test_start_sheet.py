"""A sheet knows a role and a municipality, and nothing else of who answers."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from groeimodel.content import load
from groeimodel.foundation.testing.cast import Cast
from groeimodel.gauge.scan import services
from groeimodel.gauge.scan.models import Sheet
from groeimodel.gauge.scan.steps import way_of
from groeimodel.gauge.scan.tests.filling import opened


def test_nothing_personal_is_kept() -> None:
    """No name, mail address, account or internet address: a new field has to be thought over here."""
    assert {field.name for field in Sheet._meta.get_fields()} == {
        "id", "token", "partnership", "round", "questionnaire", "role", "municipality", "short", "aim", "answers", "guesses",
        "needs", "thresholds", "opportunities", "started_at", "submitted_at",
    }  # fmt: skip


@pytest.mark.parametrize("role", ["alderman", "officer"])
def test_a_seat_belongs_to_a_municipality(cast: Cast, role: str) -> None:
    round = opened(cast)
    with pytest.raises(ValidationError, match="Kies je gemeente"):
        services.start_sheet(role=role, round=round)
    with pytest.raises(IntegrityError), transaction.atomic():
        Sheet.objects.create(
            round=round, questionnaire=round.questionnaire, role=role, started_at=timezone.now()
        )


@pytest.mark.parametrize("role", ["coordinator", "supporter", "other"])
def test_other_roles_need_none(cast: Cast, role: str) -> None:
    assert services.start_sheet(role=role, round=opened(cast)).municipality is None


def test_only_a_partner_of_the_partnership(cast: Cast) -> None:
    with pytest.raises(ValidationError, match="geen partner"):
        services.start_sheet(role="officer", round=opened(cast), municipality=cast.faraway)


def test_an_unknown_role_is_refused(db: None) -> None:
    with pytest.raises(ValidationError, match="rol"):
        services.start_sheet(role="burgemeester")


def test_a_sheet_follows_the_form_of_its_round(cast: Cast) -> None:
    round = opened(cast, short=True)
    sheet = services.start_sheet(role="officer", round=round, municipality=cast.municipality, short=False)
    assert sheet.short
    assert way_of(sheet).total == 12


@pytest.mark.parametrize("role", ["alderman", "officer", "coordinator", "supporter", "other"])
def test_only_what_is_asked_of_the_role_lies_on_the_way(db: None, role: str) -> None:
    way = way_of(services.start_sheet(role=role))
    assert way.total
    assert all(one.asked_of(role) for one in way.statements)  # type: ignore[arg-type]
    assert way.total <= len(load().statements)


def test_seats_guess_in_a_round_that_asks_for_it(cast: Cast) -> None:
    round = opened(cast, with_guesses=True)
    for role, guesses in (("alderman", True), ("officer", True), ("coordinator", False)):
        where = cast.municipality if guesses else None
        way = way_of(services.start_sheet(role=role, round=round, municipality=where))
        assert way.with_guesses is guesses
        assert len(way.guessed) <= 8


def test_not_in_a_round_that_does_not_and_not_alone(cast: Cast) -> None:
    round = opened(cast, with_guesses=False)
    sheet = services.start_sheet(role="alderman", round=round, municipality=cast.municipality)
    assert not way_of(sheet).with_guesses
    assert not way_of(services.start_sheet(role="alderman")).with_guesses
