"""Rounds: opened by somebody or by themselves, asked by mail, reminded once, closed for good."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from django_scopes import scope, scopes_disabled

from groeimodel.foundation.mail.models import OutgoingMail
from groeimodel.foundation.testing.cast import Cast
from groeimodel.gauge.expectations import services, tasks
from groeimodel.gauge.expectations.models import Gauge, Round, Sheet
from groeimodel.gauge.expectations.tests.asking import open_round, sheet_of, speak
from groeimodel.soil.meetings import services as meetings

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _inside(cast: Cast):  # type: ignore[no-untyped-def]
    with scope(partnership=cast.partnership):
        yield


def letters() -> list[OutgoingMail]:
    return list(OutgoingMail.objects.filter(kind="expectations.ask").order_by("pk"))


def test_everybody_with_a_seat_gets_a_link_of_their_own(cast: Cast) -> None:
    round = open_round(cast)
    assert {one.address for one in letters()} == {one.email for one in (cast.amina, cast.bram, cast.celia)}
    tokens = set(round.sheets.values_list("token", flat=True))
    assert len(tokens) == 3
    assert all(any(token in one.text for one in letters()) for token in tokens)


def test_two_rounds_at_once_do_not_exist(cast: Cast) -> None:
    open_round(cast)
    with pytest.raises(ValidationError, match="Er loopt al een ronde"):
        open_round(cast)


def test_only_who_leads_opens_one(cast: Cast) -> None:
    for person in (cast.bram, cast.amina, cast.daan):
        with pytest.raises(PermissionDenied):
            services.open_round(partnership=cast.partnership, actor=person)


def test_a_last_day_that_is_over_is_refused(cast: Cast) -> None:
    with pytest.raises(ValidationError, match="na vandaag"):
        open_round(cast, closes_on=timezone.localdate())


def test_it_reminds_once_and_only_who_did_not_answer(cast: Cast) -> None:
    round = open_round(cast, closes_on=timezone.localdate() + timedelta(days=5))
    speak(round, cast.bram, 4, 4)
    before = len(letters())
    with scopes_disabled():
        tasks.tend_rounds()
        tasks.tend_rounds()
    again = letters()[before:]
    assert {one.address for one in again} == {cast.amina.email, cast.celia.email}
    assert all(one.subject.startswith("Nog even") for one in again)


def test_it_closes_by_itself_and_counts_what_was_filled_in(cast: Cast) -> None:
    round = open_round(cast)
    services.answer(sheet=sheet_of(round, cast.bram), key="learn", importance=4, fulfilment=None)
    Round.objects.filter(pk=round.pk).update(closes_on=timezone.localdate() - timedelta(days=1))
    with scopes_disabled():
        tasks.tend_rounds()
    round.refresh_from_db()
    assert not round.is_open
    heard = Sheet.objects.filter(round=round, submitted_at__isnull=False)
    assert [one.person for one in heard] == [cast.bram]


@pytest.mark.parametrize(("months", "days", "opens"), [(6, 182, False), (6, 183, True), (12, 364, False), (12, 366, True), (0, 900, False)])  # fmt: skip
@pytest.mark.claim("G9")
def test_rounds_recur_at_the_chosen_cadence(cast: Cast, months: int, days: int, opens: bool) -> None:
    round = open_round(cast)
    services.close_round(round=round, actor=cast.finn)
    Round.objects.filter(pk=round.pk).update(opened_at=timezone.now() - timedelta(days=days))
    services.choose_cadence(partnership=cast.partnership, months=months, actor=cast.finn)
    with scopes_disabled():
        tasks.tend_rounds()
    assert Round.objects.filter(closed_at=None).exists() == opens


def plan(cast: Cast, in_days: int) -> None:
    starts = timezone.now() + timedelta(days=in_days)
    draft = meetings.Draft("Eerste ontmoeting", "both")
    meetings.plan(partnership=cast.partnership, draft=draft, when=meetings.When(starts, starts + timedelta(hours=2)), actor=cast.finn)  # fmt: skip


@pytest.mark.parametrize(("in_days", "opens"), [(20, True), (60, False), (1, False)])
@pytest.mark.claim("P6")
def test_before_the_very_first_meeting_it_is_asked(cast: Cast, in_days: int, opens: bool) -> None:
    plan(cast, in_days)
    with scopes_disabled():
        tasks.tend_rounds()
    found = Round.objects.filter(closed_at=None).first()
    assert (found is not None) == opens
    if found is not None:
        assert found.closes_on == timezone.localdate() + timedelta(days=in_days - 1)


def test_a_partnership_that_met_before_starts_when_it_wants_to(cast: Cast) -> None:
    plan(cast, 20)
    from groeimodel.soil.meetings.models import Meeting

    ago = timezone.now() - timedelta(days=30)
    Meeting.objects.update(starts=ago, ends=ago + timedelta(hours=2))
    plan(cast, 20)
    with scopes_disabled():
        tasks.tend_rounds()
    assert not Round.objects.exists()


def test_a_session_is_kept_as_a_closed_round(cast: Cast) -> None:
    asked = [{"key": "learn", "text": "we leren", "question": "", "guess": False}]
    said = [services.Said(cast.municipality, "officer", {"learn": 5}, {"learn": 2})]
    round = services.keep_session(partnership=cast.partnership, asked=asked, said=said, actor=cast.finn)
    assert (round.is_open, round.live, round.sheets.count()) == (False, True, 1)
    with pytest.raises(ValidationError, match="Niemand antwoordde"):
        services.keep_session(partnership=cast.partnership, asked=asked, said=[], actor=cast.finn)


def test_an_open_sheet_goes_along_with_a_merger(cast: Cast) -> None:
    round = open_round(cast)
    services.take_over(partnership=cast.partnership, into=cast.neighbour.pk, parts=[cast.municipality.pk])
    assert set(round.sheets.values_list("municipality", flat=True)) == {cast.neighbour.pk}


def test_the_cadence_has_a_default(cast: Cast) -> None:
    assert Gauge(partnership=cast.partnership).cadence == 6
