"""Rounds: prepared freely, opened once, then fixed; lengthened or withdrawn, each with who may do it."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from hashlib import sha256

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from django_scopes import scope

from groeimodel.foundation.mail.models import OutgoingMail
from groeimodel.foundation.testing.cast import Cast
from groeimodel.meadow.choosing import services
from groeimodel.meadow.choosing.models import Round
from groeimodel.meadow.choosing.tests.choosing import mandate, plan, seedling

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _inside(cast: Cast):  # type: ignore[no-untyped-def]
    with scope(partnership=cast.partnership):
        yield


def prepared(cast: Cast, **given: object) -> Round:
    actions = given.pop("actions", None) or [
        seedling(cast.partnership, name) for name in ("Bus", "Tent", "Zaal")
    ]
    return services.prepare_round(
        partnership=cast.partnership,
        plan=plan(actions, **given),  # type: ignore[arg-type]
        actor=cast.finn,
    )


def test_what_is_prepared_can_be_changed_and_thrown_away(cast: Cast) -> None:
    round = prepared(cast)
    only = [one.action for one in round.proposals.all()][:1]
    changed = services.change_round(
        round=round, plan=plan(only, title="Anders", rule="consent"), actor=cast.finn
    )
    assert (changed.title, changed.rule, changed.completion, changed.proposals.count()) == (
        "Anders", "consent", "none", 1,
    )  # fmt: skip
    services.remove_round(round=changed, actor=cast.finn)
    assert not Round.objects.exists()


def test_all_that_is_wrong_is_said_at_once(cast: Cast) -> None:
    today = timezone.localdate()
    seed, bare = seedling(cast.partnership, "Eigen"), seedling(cast.partnership, "Zonder raming", None)
    seed.plot = cast.municipality
    seed.save()
    with pytest.raises(ValidationError) as caught:
        services.prepare_round(
            partnership=cast.partnership,
            plan=plan([seed, bare], title="", closes_on=today, key="fixed", money="own", rule="greedy"),
            actor=cast.finn,
        )
    found = caught.value.message_dict
    assert set(found) == {"title", "closes_on", "fixed_each", "rule", "actions"}
    assert len(found["actions"]) == 2


def test_opening_copies_and_fixes(cast: Cast) -> None:
    round = services.open_round(round=prepared(cast), actor=cast.finn)
    assert round.state == "open"
    action = round.proposals.get(title="Bus").action
    action.title, action.estimate = "Grote bus", Decimal(5000)
    action.save()
    assert round.proposals.get(action=action).cost == Decimal(1000)
    assert {(one.municipality.name, one.own) for one in round.stakes.all()} == {
        ("Proefdorp", Decimal(3000)), ("Buurdorp", Decimal(3000)),
    }  # fmt: skip
    with pytest.raises(ValidationError, match="deze kiesronde is open"):
        services.change_round(round=round, plan=plan([action]), actor=cast.finn)
    with pytest.raises(ValidationError, match="deze kiesronde is open"):
        services.open_round(round=round, actor=cast.finn)


def test_everybody_can_check_the_lot(cast: Cast) -> None:
    round = services.open_round(round=prepared(cast), actor=cast.finn)
    drawn = [one.action_id for one in round.proposals.order_by("place")]
    assert drawn == sorted(drawn, key=lambda key: sha256(f"{round.seed}:{key}".encode()).hexdigest())
    assert sorted(round.proposals.values_list("place", flat=True)) == [1, 2, 3]


def test_another_round_about_the_same_action_waits(cast: Cast) -> None:
    first, second = prepared(cast), None
    actions = [one.action for one in first.proposals.all()]
    second = prepared(cast, actions=actions)
    services.open_round(round=first, actor=cast.finn)
    with pytest.raises(ValidationError, match="andere ronde"):
        services.open_round(round=second, actor=cast.finn)


@pytest.mark.parametrize(
    ("given", "own", "subsidy"),
    [
        ({"contributions": Decimal("100.01")}, {"Proefdorp": "50.01", "Buurdorp": "50.00"}, "0"),
        ({"key": "inhabitants"}, {"Proefdorp": "4500", "Buurdorp": "1500"}, "0"),
        ({"key": "fixed", "fixed_each": Decimal(1000)}, {"Proefdorp": "4000", "Buurdorp": "2000"}, "0"),
        ({"subsidy": Decimal(2000)}, {"Proefdorp": "3000", "Buurdorp": "3000"}, "1000"),
    ],
)
def test_contributions_are_divided_by_the_key(
    cast: Cast, given: dict[str, object], own: dict[str, str], subsidy: str
) -> None:
    for place, count in ((cast.municipality, 9000), (cast.neighbour, 3000)):
        place.inhabitants = count
        place.save()
    small = [seedling(cast.partnership, "Klein", 10)]
    round = services.open_round(round=prepared(cast, actions=small, **given), actor=cast.finn)
    found = {one.municipality.name: one for one in round.stakes.select_related("municipality")}
    assert sum(one.own for one in found.values()) == round.contributions
    if given.keys() != {"contributions"}:
        assert {name: one.own for name, one in found.items()} == {k: Decimal(v) for k, v in own.items()}
    else:  # one cent more for one of them
        assert sorted(one.own for one in found.values()) == [Decimal("50.00"), Decimal("50.01")]
    assert {one.subsidy for one in found.values()} == {Decimal(subsidy)}


def test_who_puts_in_nothing_takes_no_part(cast: Cast) -> None:
    table = {cast.municipality.pk: Decimal(2500), cast.neighbour.pk: Decimal(0)}
    round = services.open_round(round=prepared(cast, key="table", table=table), actor=cast.finn)
    assert [(one.municipality, one.own) for one in round.stakes.all()] == [(cast.municipality, Decimal(2500))]


def test_an_unknown_number_of_inhabitants_is_said(cast: Cast) -> None:
    with pytest.raises(ValidationError, match="Buurdorp, Proefdorp"):
        prepared(cast, key="under_25")


def test_whoever_may_vote_is_mailed_a_link_of_their_own(cast: Cast) -> None:
    mandate(cast.partnership, cast.neighbour, cast.celia, 3000)
    services.open_round(round=prepared(cast), actor=cast.finn)
    mails = OutgoingMail.objects.filter(kind="choosing.ask")
    assert set(mails.values_list("person__name", flat=True)) == {"Amina", "Celia"}
    texts = {name: " ".join(text.split()) for name, text in mails.values_list("person__name", "text")}
    assert "tot € 3.000" in texts["Celia"]
    assert "telt pas mee met een mandaat" in texts["Amina"]
    tokens = {text.split("/stem/")[1].split("/")[0] for text in texts.values()}
    assert len(tokens) == 2


def test_the_closing_day_only_moves_to_later(cast: Cast) -> None:
    round = services.open_round(round=prepared(cast), actor=cast.finn)
    with pytest.raises(ValidationError, match="latere dag"):
        services.lengthen(round=round, closes_on=round.closes_on - timedelta(days=1), actor=cast.finn)
    later = services.lengthen(round=round, closes_on=round.closes_on + timedelta(days=7), actor=cast.finn)
    assert later.closes_on == round.closes_on + timedelta(days=7)


def test_withdrawing_asks_a_reason_and_tells_it(cast: Cast) -> None:
    round = services.open_round(round=prepared(cast), actor=cast.finn)
    with pytest.raises(ValidationError, match="Schrijf waarom"):
        services.withdraw(round=round, why=" ", actor=cast.finn)
    services.withdraw(round=round, why="De subsidie valt weg.", actor=cast.finn)
    (mail,) = OutgoingMail.objects.filter(kind="choosing.news")
    assert (mail.person, "De subsidie valt weg." in mail.text) == (cast.amina, True)
    again = services.prepare_round(
        partnership=cast.partnership,
        plan=plan([one.action for one in round.proposals.all()]),
        actor=cast.finn,
    )
    assert services.open_round(round=again, actor=cast.finn).state == "open", "the proposals are free again"


def test_only_who_coordinates_runs_rounds(cast: Cast) -> None:
    round = prepared(cast)
    actions = [one.action for one in round.proposals.all()]
    for who in (cast.daan, cast.els, cast.amina, cast.bram):
        with pytest.raises(PermissionDenied):
            services.prepare_round(partnership=cast.partnership, plan=plan(actions), actor=who)
        with pytest.raises(PermissionDenied):
            services.open_round(round=round, actor=who)
        with pytest.raises(PermissionDenied):
            services.withdraw(round=round, why="Zomaar.", actor=who)
