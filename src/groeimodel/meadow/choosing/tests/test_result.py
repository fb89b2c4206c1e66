"""The result of a round: who pays what, why the others were not chosen, was it fair, what young people would have done."""

from __future__ import annotations

import re
from datetime import timedelta
from decimal import Decimal

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_scopes import scope
from pytest_django import DjangoAssertNumQueries

from groeimodel.foundation.mandates import services as mandates
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.choosing import advising, fair, result_words, services
from groeimodel.meadow.choosing.models import Round
from groeimodel.meadow.choosing.results import result_of
from groeimodel.meadow.choosing.services import Said
from groeimodel.meadow.choosing.tests.choosing import Meadow, meadow, opened, poll, vote
from groeimodel.meadow.choosing.views.result import shown_of

pytestmark = pytest.mark.django_db
TOWNS = ("Aa", "Bee", "Cee")
PROPOSALS = {"Hal": 4000, "Tent": 2200, "Bus": 1500, "Kaart": 100}


@pytest.fixture
def made() -> Meadow:
    return meadow(TOWNS, PROPOSALS)


def closed(made: Meadow, *, young: int = 0, revoke: str = "", **given: object) -> Round:
    round = opened(made, takes_advice=bool(young), **given)
    aa, bee, cee = made.towns
    most, some, few = (1, 1, 1) if given.get("marks") == "approval" else (5, 4, 3)
    vote(round, aa, {"Hal": most})
    vote(round, bee, {"Hal": most})
    rows = [Said(one, {"Tent": some, "Bus": few}.get(str(one), 0)) for one in round.proposals.all()]
    rows = [
        Said(one.proposal, one.points, goal="Iedereen mee", red_line="Te ver")
        if str(one.proposal) == "Tent"
        else one
        for one in rows
    ]
    services.hand_in(poll=poll(round, cee.municipality), said=rows, actor=cee.alderman)
    picks = [one for one in round.proposals.all() if str(one) in ("Tent", "Kaart")]
    for _one in range(young):
        advising.answer(round=round, municipality=aa.municipality, age="12-15", picks=picks)
    if revoke:
        town = next(one for one in made.towns if one.municipality.name == revoke)
        mandates.revoke(mandate=made.mandates[revoke], actor=town.alderman)
    with time_machine.travel(timezone.now() + timedelta(days=15)):
        return services.close_round(round=round, actor=made.coordinator)


def text_of(client: Client, made: Meadow, round: Round) -> str:
    client.force_login(made.coordinator)
    answer = client.get(reverse("choosing:result", args=[made.partnership.slug, round.pk]))
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", answer.content.decode())


def test_who_pays_and_what_is_left_with_own_contributions(client: Client, made: Meadow) -> None:
    with scope(partnership=made.partnership):
        round = closed(made, money="own")
        result = result_of(round)
        won = {one.title: one for one in result_words.winners(result)}
    assert set(won) == {"Hal", "Bus"}
    assert won["Hal"].paid == (("Aa", "€\u00a02.000"), ("Bee", "€\u00a02.000"))
    purses = {one.municipality: (one.paid, one.left) for one in result_words.purses(result)}
    assert purses["Aa"] == ("€\u00a02.000", "€\u00a00")
    assert purses["Cee"] == ("€\u00a01.500", "€\u00a0500")
    text = text_of(client, made, round)
    assert 'width="100.000"' in text  # a drawing wants a point, also in Belgium
    assert "Samen hadden zij nog € 500, en het kost € 2.200: er ontbrak € 1.700." in text.replace("\xa0", " ")
    assert "Zij gaven hun geld al aan ‘Bus’" in text
    assert "Hier gaf geen enkele stembrief die telt, punten voor" in text


def test_a_ballot_that_does_not_count_is_shown_with_its_reason(client: Client, made: Meadow) -> None:
    with scope(partnership=made.partnership):
        round = closed(made, money="own", revoke="Bee")
        result = result_of(round)
        assert {one.name for one in result.voters} == {"Aa", "Cee"}
    text = text_of(client, made, round)
    assert "Het mandaat werd ingetrokken" in text


def test_goals_and_red_lines_stay_in_sight(client: Client, made: Meadow) -> None:
    with scope(partnership=made.partnership):
        round = closed(made, money="own")
    text = text_of(client, made, round)
    assert "Cee: ‘Iedereen mee’" in text
    assert "Rode lijn voor Cee: ‘Te ver’" in text


def test_it_says_whether_it_was_fair_with_figures(made: Meadow) -> None:
    with scope(partnership=made.partnership):
        told = fair.fairness(result_of(closed(made, money="own")))
    assert all(good for good, _text in told.sentences)
    assert {one.municipality: one.percent for one in told.rows} == {"Aa": 100, "Bee": 100, "Cee": 75}


def test_a_greedy_round_may_be_unfair_and_says_to_whom(made: Meadow) -> None:
    with scope(partnership=made.partnership):
        round = closed(made, money="common", rule="greedy", marks="approval", contributions=Decimal(4500))
        told = fair.fairness(result_of(round))
    assert (False, "Cee steunde niets van wat gekozen is.") in told.sentences


@pytest.mark.parametrize("rule", ["equal-shares", "greedy", "phragmen", "consent"])
def test_every_rule_has_its_page_and_the_others_beside_it(client: Client, made: Meadow, rule: str) -> None:
    with scope(partnership=made.partnership):
        round = closed(made, money="common", rule=rule)
        others = {one.name for one in result_words.other_rules(result_of(round))}
    assert len(others) == 3
    assert dict(Round.Rule.choices)[rule] not in others
    text_of(client, made, round)


def test_advice_stands_beside_it_with_the_difference(client: Client, made: Meadow) -> None:
    with scope(partnership=made.partnership):
        round = closed(made, young=12, money="own")
    text = text_of(client, made, round)
    assert "Minstens 10 kinderen en jongeren gaven advies" in text
    assert "Zij wel, de gemeenten niet: ‘Tent’. Ongeveer 95 % van hen koos dit." in text
    assert "De gemeenten wel, zij niet: ‘Hal’. Ongeveer 5 % van hen koos dit." in text
    assert "12 tot 15: minstens 10" in text


def test_too_little_advice_is_not_told(client: Client, made: Meadow) -> None:
    with scope(partnership=made.partnership):
        round = closed(made, young=4, money="own")
    text = text_of(client, made, round)
    assert "Er antwoordden minder dan vijf kinderen en jongeren" in text
    assert "Ongeveer" not in text


def test_it_is_read_from_what_was_kept_and_from_nothing_of_today(made: Meadow) -> None:
    with scope(partnership=made.partnership):
        round = closed(made, money="own")
        before = [(one.title, one.paid) for one in result_words.winners(result_of(round))]
        Action.objects.update(title="Anders", estimate=Decimal(1))
        round.stakes.update(own=Decimal(1))
        assert [(one.title, one.paid) for one in result_words.winners(result_of(round))] == before


@pytest.mark.parametrize(("towns", "proposals"), [(3, 4), (8, 15)])
def test_the_same_number_of_queries_with_few_and_many(
    towns: int, proposals: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    made = meadow([f"Stad {n}" for n in range(towns)], {f"Idee {n}": 300 for n in range(proposals)})
    with scope(partnership=made.partnership):
        round = opened(made, money="own")
        for town in made.towns:
            vote(round, town, {f"Idee {n}": 3 for n in range(proposals)})
        with time_machine.travel(timezone.now() + timedelta(days=15)):
            services.close_round(round=round, actor=made.coordinator)
        found = Round.objects.select_related("partnership", "decision").get(pk=round.pk)
        with django_assert_num_queries(6):
            shown_of(result_of(found))


def test_an_outsider_sees_neither_result_nor_file(client: Client, made: Meadow) -> None:
    with scope(partnership=made.partnership):
        round = closed(made, money="own")
    for name in ("choosing:result", "choosing:pb"):
        assert client.get(reverse(name, args=[made.partnership.slug, round.pk])).status_code == 403
