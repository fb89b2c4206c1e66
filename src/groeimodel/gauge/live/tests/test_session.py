"""A live session: opened with six digits, answered by phones, led on the screen, kept as a round or forgotten."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from django_scopes import scope

from groeimodel.foundation.testing.cast import Cast
from groeimodel.gauge.expectations.models import Round as GaugeRound
from groeimodel.gauge.live import selectors, services, tasks
from groeimodel.gauge.live.models import Answer, Participant, Session
from groeimodel.gauge.live.outcome import outcome_of
from groeimodel.gauge.live.services import Given, SessionIsOver
from groeimodel.gauge.scan.models import Round as ScanRound

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _inside(cast: Cast):  # type: ignore[no-untyped-def]
    with scope(partnership=cast.partnership):
        yield


def open_session(cast: Cast, source: str = "scan_short", pace: str = "together", **given: bool) -> Session:
    confidential = given.get("confidential", False)
    return services.open_session(
        partnership=cast.partnership, source=source, pace=pace, confidential=confidential, actor=cast.finn
    )


def come_in(session: Session, cast: Cast, *roles: str) -> list[Participant]:
    return [services.join(session=session, role=role, municipality=cast.municipality) for role in roles]


def tap(phone: Participant, key: str, value: int | None, question: str = "answer") -> None:
    """As a request does: the phone is read anew."""
    fresh = selectors.participant_by_token(phone.session.code, phone.token)
    services.answer(participant=fresh, given=[Given(key, question, value)])


def do(session: Session, cast: Cast, *what: str) -> None:
    for one in what:
        services.steer(session=session, do=one, actor=cast.finn)


def test_the_code_has_six_digits_and_finds_the_session(cast: Cast) -> None:
    session = open_session(cast)
    assert len(session.code) == 6
    assert session.code.isdecimal()
    assert selectors.session_by_code(session.code) == session


def test_two_open_sessions_never_share_a_code(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    numbers = iter([7, 7, 7, 8])
    monkeypatch.setattr("groeimodel.gauge.live.services.secrets.randbelow", lambda _n: next(numbers))
    first, second = open_session(cast), open_session(cast)
    assert (first.code, second.code) == ("000007", "000008")


def test_only_coordinator_and_supporter_lead_one(cast: Cast) -> None:
    session = open_session(cast)
    for person in (cast.bram, cast.amina, cast.daan):
        with pytest.raises(PermissionDenied):
            services.open_session(partnership=cast.partnership, source="scan", pace="own", confidential=False, actor=person)  # fmt: skip
        for write in (services.keep, services.throw_away):
            with pytest.raises(PermissionDenied):
                write(session=session, actor=person)
        with pytest.raises(PermissionDenied):
            services.steer(session=session, do="begin", actor=person)


def test_a_seat_needs_a_municipality(cast: Cast) -> None:
    session = open_session(cast)
    with pytest.raises(ValidationError, match="gemeente"):
        services.join(session=session, role="officer", municipality=None)
    assert services.join(session=session, role="other", municipality=None).pk


def test_the_last_tap_counts_until_it_is_revealed_and_a_late_one_still_comes_in(cast: Cast) -> None:
    session = open_session(cast)
    one, two = come_in(session, cast, "officer", "alderman")
    do(session, cast, "begin")
    key = session.statement["key"]
    tap(one, key, 2)
    tap(one, key, 4)
    tap(one, key, 4)
    do(session, cast, "reveal")
    tap(one, key, 1)
    tap(two, key, 5)
    said = dict(Answer.objects.values_list("participant", "value"))
    assert said == {one.pk: 4, two.pk: 5}


def test_nonsense_is_refused_whole(cast: Cast) -> None:
    session = open_session(cast)
    (phone,) = come_in(session, cast, "officer")
    key = session.statement["key"]
    for given in (Given("onzin", "answer", 3), Given(key, "met", 3), Given(key, "answer", 6)):
        with pytest.raises(ValidationError):
            services.answer(participant=phone, given=[Given(key, "answer", 3), given])
    assert not Answer.objects.exists()


def test_what_is_revealed_is_drawn_once(cast: Cast) -> None:
    """No two pictures of one statement: nothing can be subtracted."""
    session = open_session(cast)
    phones = come_in(session, cast, "officer", "officer", "officer", "officer")
    do(session, cast, "begin")
    key = session.statement["key"]
    for phone in phones[:3]:
        tap(phone, key, 4)
    do(session, cast, "reveal")
    assert session.revealed[key] == {"answer": {"officer": [0, 0, 0, 3, 0]}}
    tap(phones[3], key, 1)
    do(session, cast, "next", "previous")
    assert session.state == "revealed"
    assert session.revealed[key] == {"answer": {"officer": [0, 0, 0, 3, 0]}}


def test_a_small_role_is_not_shown_apart(cast: Cast) -> None:
    session = open_session(cast)
    phones = come_in(session, cast, "officer", "officer", "officer", "alderman")
    do(session, cast, "begin")
    for phone in phones:
        tap(phone, session.statement["key"], 3)
    do(session, cast, "reveal")
    assert session.revealed[session.statement["key"]] == {"answer": {"": [0, 0, 4, 0, 0]}}


def test_the_controls_go_where_they_should(cast: Cast) -> None:
    session = open_session(cast)
    do(session, cast, "next", "reveal", "previous")
    assert (session.state, session.at, session.version) == ("lobby", 0, 1)
    do(session, cast, "begin", "previous", "next", "pause")
    assert (session.state, session.at, session.paused) == ("asking", 1, True)
    do(session, cast, "pause", "reveal", "next")
    assert (session.state, session.at, session.paused) == ("asking", 2, False)
    do(session, cast, *["next"] * 40)
    assert session.at == len(session.asked) - 1
    do(session, cast, "end", "begin", "pause")
    assert session.state == "ended"


def test_at_own_pace_all_is_discussed_afterwards(cast: Cast) -> None:
    session = open_session(cast, pace="own")
    phones = come_in(session, cast, "officer", "officer", "officer")
    do(session, cast, "begin")
    for one in session.asked:
        for phone in phones:
            tap(phone, one["key"], 2)
    assert selectors.finished_of(session) == 3
    do(session, cast, "reveal", "next")
    assert session.state == "revealed", "at own pace the screen goes on from picture to picture"
    assert len(session.revealed) == 2


def test_after_the_end_nothing_comes_in(cast: Cast) -> None:
    session = open_session(cast)
    (phone,) = come_in(session, cast, "officer")
    do(session, cast, "begin", "end")
    with pytest.raises(SessionIsOver):
        tap(phone, session.asked[0]["key"], 3)
    with pytest.raises(SessionIsOver):
        services.join(session=session, role="other", municipality=None)


@pytest.mark.parametrize("confidential", [True, False])
def test_the_outcome_of_a_scan_is_shown_and_kept_as_a_round(cast: Cast, confidential: bool) -> None:
    session = open_session(cast, confidential=confidential)
    phones = come_in(session, cast, "officer", "alderman", "other")
    do(session, cast, "begin")
    for one in session.asked:
        for phone in phones:
            tap(phone, one["key"], None if one is session.asked[0] else 4)
    with pytest.raises(ValidationError, match="Beëindig eerst"):
        services.keep(session=session, actor=cast.finn)
    do(session, cast, "end")
    outcome = outcome_of(session)
    assert outcome is not None
    assert outcome.story is not None
    assert outcome.people == 3
    assert not ScanRound.objects.exists(), "to show it nothing is written"
    address = services.keep(session=session, actor=cast.finn)
    round = ScanRound.objects.get()
    assert str(round.pk) in address
    assert (round.is_open, round.privacy) == (False, "closed" if confidential else "open")
    sheets = list(round.sheets.order_by("role"))
    assert [one.role for one in sheets] == ["alderman", "officer", "other"]
    assert sheets[0].answers[session.asked[0]["key"]] is None
    assert sheets[0].answers[session.asked[1]["key"]] == 4
    assert not Participant.objects.exists()
    assert services.keep(session=session, actor=cast.finn) == address, "twice is once"


def test_the_outcome_of_the_gauge_is_kept_for_who_sits_somewhere(cast: Cast) -> None:
    session = open_session(cast, source="gauge")
    phones = come_in(session, cast, "officer", "alderman", "officer")
    guest = services.join(session=session, role="other", municipality=None)
    do(session, cast, "begin")
    for one in session.asked:
        for phone in (*phones, guest):
            tap(phone, one["key"], 5, "importance")
            tap(phone, one["key"], 2, "met")
    do(session, cast, "end")
    outcome = outcome_of(session)
    assert outcome is not None
    assert [one.value for one in outcome.meters] == [50, 100, 25]
    services.keep(session=session, actor=cast.finn)
    round = GaugeRound.objects.get()
    assert round.live
    assert round.sheets.count() == 3


def test_nobody_answered(cast: Cast) -> None:
    session = open_session(cast)
    do(session, cast, "end")
    assert outcome_of(session) is None
    with pytest.raises(ValidationError, match="Niemand antwoordde"):
        services.keep(session=session, actor=cast.finn)
    services.throw_away(session=session, actor=cast.finn)
    assert not Session.objects.exists()


def test_what_was_forgotten_ends_and_what_was_not_kept_goes(cast: Cast) -> None:
    session = open_session(cast)
    come_in(session, cast, "officer")
    Session.objects.update(opened_at=timezone.now() - timedelta(hours=13))
    tasks.tidy()
    session.refresh_from_db()
    assert session.state == "ended"
    assert not Session.objects.filter(ended_at=None).exists()
    Session.objects.update(ended_at=timezone.now() - timedelta(days=31))
    tasks.tidy()
    assert not Session.objects.exists()
    assert not Participant.objects.exists()
