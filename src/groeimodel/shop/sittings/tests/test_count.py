"""Counting a point writes one decision with its figures, and tells rooms above (claim B2)."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from groeimodel.foundation.decisions.models import Decision, Voice
from groeimodel.foundation.journal import events
from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.testing.cast import Cast
from groeimodel.shop.organs.models import Organ
from groeimodel.shop.sittings import services
from groeimodel.shop.sittings.models import AgendaItem, SeatVote
from groeimodel.shop.sittings.tests import kit

pytestmark = [pytest.mark.django_db, pytest.mark.claim("B2")]


def test_a_decision_keeps_what_was_counted(cast: Cast, board: Organ) -> None:
    seats = kit.seats_of(board)
    sitting = kit.opened(board, present=seats[:4])
    item = kit.point(sitting)
    services.set_votes(item=item, choices={seats[0].pk: "for", seats[1].pk: "for", seats[2].pk: "against"})
    done = services.count(item=item, actor=cast.finn)
    decision = done.decision
    assert decision is not None
    assert (decision.number, decision.way, decision.title) == (1, "voted", "Het plan")
    vote = decision.vote
    assert (vote.organ, vote.kind, vote.adopted) == ("Raad van bestuur", "ordinary", True)
    assert (vote.pro, vote.against, vote.abstain, vote.absent) == (2, 1, 1, 1)
    assert vote.quorum["here"] == 4
    assert vote.majorities == [
        {
            "of": "votes", "share": "1/2", "more_than": True, "base": "cast",
            "whole": 3, "reached": 2, "needed": 2, "met": True, "by_chair": False,
        }
    ]  # fmt: skip
    voices = {one.municipality.name: one for one in Voice.objects.filter(decision=decision)}
    assert (voices["Proefdorp"].stance, voices["Proefdorp"].pro) == ("for", 2)
    assert (voices["Buurdorp"].stance, voices["Buurdorp"].against) == ("against", 1)
    assert all(one.counted and one.mandate is None for one in voices.values())


def test_rooms_above_hear_of_it_in_the_same_transaction(
    cast: Cast, board: Organ, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[dict[str, Any]] = []

    def listener(entry: Entry) -> None:
        heard.append(entry.data)

    monkeypatch.setitem(events._listeners, "sittings.adopted", [listener])
    sitting = services.call_sitting(organ=board, starts=kit.soon())
    item = services.put_on_agenda(sitting=sitting, title="Het plan", subject="plan.plan:5")
    services.open_sitting(sitting=sitting, present=kit.seats_of(board))
    services.vote_all(item=item)
    done = services.count(item=item)
    assert done.decision is not None
    told = heard[-1]
    assert told["subject"] == "plan.plan:5"
    assert told["decision"] == done.decision.number
    assert told["on"] == done.decision.taken_on.isoformat()
    assert done.decision.matters.get().subject == "plan.plan:5"


def test_a_listener_that_fails_takes_the_decision_back(
    cast: Cast, board: Organ, monkeypatch: pytest.MonkeyPatch
) -> None:
    def listener(entry: Entry) -> None:
        if entry.data["subject"] == "plan.plan:13":
            raise ValidationError("Dit plan is al vastgesteld.")

    monkeypatch.setitem(events._listeners, "sittings.adopted", [listener])
    sitting = services.call_sitting(organ=board, starts=kit.soon())
    item = services.put_on_agenda(sitting=sitting, title="Het plan", subject="plan.plan:13")
    services.open_sitting(sitting=sitting, present=kit.seats_of(board))
    services.vote_all(item=item)
    with pytest.raises(ValidationError, match="al vastgesteld"):
        services.count(item=item)
    item.refresh_from_db()
    assert (item.state, item.decision) == (AgendaItem.State.WAITING, None)
    assert not Decision.objects.exists()


def test_silence_rejects(cast: Cast, board: Organ) -> None:
    sitting = kit.opened(board)
    done = services.count(item=kit.point(sitting))
    assert done.state == AgendaItem.State.REJECTED
    assert Entry.objects.get(verb="sittings.rejected").data["decision"] == 1
    assert done.decision is not None
    assert done.decision.vote.abstain == 5


def test_a_counted_point_never_changes(cast: Cast, board: Organ) -> None:
    sitting = kit.opened(board)
    item = services.count(item=kit.point(sitting))
    for again in (
        lambda: services.count(item=item),
        lambda: services.vote_all(item=item),
        lambda: services.withdraw(item=item),
        lambda: services.change_item(item=item, title="Anders"),
    ):
        with pytest.raises(ValidationError, match="al behandeld"):
            again()
    assert Decision.objects.count() == 1


def test_a_later_decision_takes_its_place_only_when_it_is_adopted(cast: Cast, board: Organ) -> None:
    sitting = kit.opened(board)
    services.vote_all(item=kit.point(sitting))
    old = services.count(item=kit.point(sitting)).decision
    assert old is not None
    later = services.put_on_agenda(sitting=sitting, title="Toch anders", replaces=old)
    against = services.count(item=later).decision
    assert against is not None
    assert against.replaces is None
    last = services.put_on_agenda(sitting=sitting, title="Nog eens", replaces=old)
    services.vote_all(item=last)
    made = services.count(item=last).decision
    assert made is not None
    assert made.replaces == old


def test_the_chair_breaks_a_tie_where_the_statutes_say_so(cast: Cast, board: Organ) -> None:
    ordinary = {"majorities": [{"of": "votes", "share": "1/2", "more_than": True}], "tie": "chair"}
    kit.govern(board, ordinary=ordinary)
    seats = kit.seats_of(board)
    sitting = kit.opened(board, present=seats[:3])
    assert sitting.chair == seats[0]
    services.set_votes(item=kit.point(sitting), choices={seats[0].pk: "for", seats[1].pk: "against"})
    done = services.count(item=kit.point(sitting))
    assert done.decision is not None
    assert done.decision.vote.chair_decided


def test_three_majorities_at_once(cast: Cast, board: Organ) -> None:
    statutes = {
        "majorities": [
            {"of": "votes", "share": "3/4", "more_than": False},
            {"of": "municipal_votes", "share": "3/4", "more_than": False},
            {"of": "municipalities", "share": "1/2", "more_than": True},
        ]
    }
    kit.govern(board, statutes=statutes)
    seats = kit.seats_of(board)
    sitting = services.call_sitting(organ=board, starts=kit.soon())
    item = services.put_on_agenda(sitting=sitting, title="Statuten", kind="statutes")
    services.open_sitting(sitting=sitting, present=seats)
    services.vote_all(item=item)
    services.vote(item=item, seat=seats[3], choice="against")
    done = services.count(item=item)
    assert done.decision is not None
    assert [(one["reached"], one["needed"], one["met"]) for one in done.decision.vote.majorities] == [
        (4, 4, True), (3, 3, True), (1, 2, False)
    ]  # fmt: skip
    assert done.state == AgendaItem.State.REJECTED
    assert Voice.objects.get(decision=done.decision, municipality=cast.neighbour).stance == "divided"


def test_a_proxy_votes_and_may_say_something_else(cast: Cast, board: Organ) -> None:
    seats = kit.seats_of(board)
    sitting = kit.sitting_with(board)
    services.open_sitting(sitting=sitting, present=seats[1:3], proxies=[(seats[0], seats[2])])
    item = kit.point(sitting)
    services.vote(item=item, seat=seats[2], choice="for", actor=cast.celia)
    services.vote(item=item, seat=seats[0], choice="against", actor=cast.celia)
    with pytest.raises(PermissionDenied):
        services.vote(item=item, seat=seats[0], choice="for", actor=cast.bram)
    with pytest.raises(PermissionDenied):  # who gave a proxy left the word to somebody else
        services.vote(item=item, seat=seats[0], choice="for", actor=cast.amina)
    votes = SeatVote.objects.filter(item=item).order_by("presence")
    assert [one.choice for one in votes] == ["against", "for"]


def test_a_secret_ballot_keeps_totals_only(cast: Cast, board: Organ) -> None:
    seats = kit.seats_of(board)
    sitting = services.call_sitting(organ=board, starts=kit.soon())
    item = services.put_on_agenda(sitting=sitting, title="Wie wordt secretaris?", kind="persons")
    services.open_sitting(sitting=sitting, present=seats)
    with pytest.raises(ValidationError, match="geheim"):
        services.vote(item=item, seat=seats[0], choice="for")
    with pytest.raises(ValidationError, match="geheim"):
        services.vote_all(item=item)
    with pytest.raises(ValidationError, match="totalen"):
        services.count(item=item)
    with pytest.raises(ValidationError, match="er hier 5"):
        services.enter_papers(item=item, pro=5, against=1)
    services.enter_papers(item=item, pro=3, against=1)
    done = services.count(item=item)
    assert done.decision is not None
    vote = done.decision.vote
    assert (vote.secret, vote.pro, vote.against, vote.abstain) == (True, 3, 1, 1)
    assert not SeatVote.objects.exists()
    assert not Voice.objects.filter(decision=done.decision).exists()


def test_a_vote_can_change_until_it_is_counted(cast: Cast, board: Organ) -> None:
    seats = kit.seats_of(board)
    item = kit.point(kit.opened(board))
    services.vote(item=item, seat=seats[1], choice="for", actor=cast.bram)
    services.vote(item=item, seat=seats[1], choice="against", actor=cast.bram)
    assert SeatVote.objects.get().choice == "against"
    services.take_back(item=item, seat=seats[1], actor=cast.bram)
    assert not SeatVote.objects.exists()


def test_who_is_absent_does_not_vote(cast: Cast, board: Organ) -> None:
    seats = kit.seats_of(board)
    item = kit.point(kit.opened(board, present=seats[:3]))
    with pytest.raises(ValidationError, match="Alleen wie er is"):
        services.vote(item=item, seat=seats[4], choice="for")
    with pytest.raises(ValidationError, match="zonder er te zijn"):
        services.set_votes(item=item, choices={seats[4].pk: "for"})


def test_only_the_own_seat_and_only_who_runs_it_counts(cast: Cast, board: Organ) -> None:
    seats = kit.seats_of(board)
    item = kit.point(kit.opened(board))
    for who in (cast.daan, cast.celia, cast.els):
        with pytest.raises(PermissionDenied):
            services.vote(item=item, seat=seats[1], choice="for", actor=who)
    for who in (cast.daan, cast.amina, cast.els):
        with pytest.raises(PermissionDenied):
            services.count(item=item, actor=who)


def test_it_counts_by_the_statute_of_the_day_it_opened(cast: Cast, board: Organ) -> None:
    item = kit.point(kit.opened(board))
    services.vote_all(item=item)
    kit.govern(board, ordinary={"majorities": [{"of": "municipalities", "share": "1", "more_than": False}]})
    done = services.count(item=item)
    assert done.decision is not None
    assert done.decision.vote.majorities[0]["of"] == "votes"


def test_postponed_points_go_to_another_sitting(cast: Cast, board: Organ) -> None:
    sitting, later = kit.opened(board), services.call_sitting(organ=board, starts=kit.soon(60))
    services.postpone(item=kit.point(sitting), to=later, why="Nog niet klaar")
    moved = kit.point(later)
    assert (moved.title, moved.carried_from_id) == ("Het plan", kit.point(sitting).pk)


def test_a_kind_that_the_statutes_lost_is_not_decided_as_another(cast: Cast, board: Organ) -> None:
    kit.govern(board, statutes={"majorities": [{"of": "municipalities", "share": "1", "more_than": False}]})
    sitting = services.call_sitting(organ=board, starts=kit.soon())
    item = services.put_on_agenda(sitting=sitting, title="Statuten", kind="statutes")
    kit.govern(board)
    services.open_sitting(sitting=sitting, present=kit.seats_of(board))
    services.vote_all(item=item)
    with pytest.raises(ValidationError, match="kennen deze soort"):
        services.count(item=item)


def test_what_somebody_said_for_a_seat_falls_away_with_the_proxy(cast: Cast, board: Organ) -> None:
    seats = kit.seats_of(board)
    sitting = kit.sitting_with(board)
    services.open_sitting(sitting=sitting, present=seats[:4], proxies=[(seats[4], seats[0])])
    item = kit.point(sitting)
    services.vote(item=item, seat=seats[4], choice="for", actor=seats[0].person)
    services.vote(item=item, seat=seats[0], choice="for", actor=seats[0].person)
    services.set_presence(sitting=sitting, present=seats[:4], proxies=[(seats[4], seats[1])])
    assert [one.presence.seat for one in SeatVote.objects.filter(item=item)] == [seats[0]]
