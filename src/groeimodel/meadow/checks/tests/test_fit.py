"""Before the choice each proposal is held against its soil, in sentences (claim W10)."""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from django.utils import timezone
from django_scopes import scope
from pytest_django import DjangoAssertNumQueries

from groeimodel.foundation.mandates import services as mandates
from groeimodel.foundation.mandates.models import Mandate
from groeimodel.foundation.mandates.services import Proposal
from groeimodel.foundation.panels import Panel, panels_of
from groeimodel.foundation.testing.cast import Cast
from groeimodel.gauge.scan.tests.filling import full_round
from groeimodel.meadow.actions import sprouting
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.checks import presenting, services
from groeimodel.meadow.checks.fitting import fit_of
from groeimodel.meadow.checks.models import LocalCheck
from groeimodel.meadow.checks.tests.kit import proposal
from groeimodel.soil.needs.tests.kit import noted

TODAY = timezone.localdate()


@pytest.fixture(autouse=True)
def _inside(cast: Cast) -> Iterator[None]:
    with scope(partnership=cast.partnership):
        yield


def row(cast: Cast, title: str, stage: str, species: str = "poppy", **fields: object) -> Action:
    """An action of before, straight into the table: how it came there is not what these tests are about."""
    values: dict[str, object] = {
        "starts": TODAY - timedelta(days=100),
        "ends": TODAY + timedelta(days=82),
        "budget": Decimal(0),
        "taken_down_on": TODAY - timedelta(days=120),
        **fields,
    }
    return Action.objects.create(
        partnership=cast.partnership, title=title, stage=stage, species=species, **values
    )


def granted(cast: Cast, hours: int) -> None:
    given = Proposal(
        municipality=cast.municipality,
        kind="time",
        holder=cast.bram,
        starts=TODAY,
        ends=TODAY + timedelta(days=400),
        hours=Decimal(hours),
    )
    mandates.give(partnership=cast.partnership, proposal=given, actor=cast.amina)


def told(cast: Cast, action: Action, budget: Decimal | None = None) -> dict[str, tuple[str, str]]:
    fit = fit_of(cast.partnership, [action], TODAY, budget)[action.pk]
    return {one.name: (one.verdict, one.sentence) for one in presenting.tell(fit)}


@pytest.mark.claim("W10")
def test_a_bare_idea_says_what_is_not_known(cast: Cast) -> None:
    action = proposal(cast)
    said = told(cast, action)
    assert {verdict for verdict, _sentence in said.values()} == {"unknown"}
    assert [sentence for _verdict, sentence in said.values()] == [
        "Nog geen gemeente deed de lokale toets.",
        "Er zijn in die tijd nog geen uren toegekend. Vraag de schepenen om tijd.",
        "Er is nog geen raming in euro.",
        "Dit soort actie deden jullie nog niet. Begin klein.",
        "Er is nog geen groeiscan afgesloten.",
    ]


@pytest.mark.claim("W10")
def test_needs_and_hours_are_held_against_what_was_said_and_granted(cast: Cast) -> None:
    granted(cast, 30)
    row(cast, "Loopt al", "flower", estimate_hours=Decimal(132), starts=TODAY, ends=TODAY + timedelta(182))
    action = proposal(cast)
    action.estimate_hours = Decimal(60)
    action.save()
    services.check(action=action, municipality=cast.municipality, verdict="fits", need=noted(cast))
    said = told(cast, action)
    assert said["needs"] == ("good", "Past bij een nood in 1 van de 2 gemeenten. 1 zei nog niets.")
    verdict, sentence = said["capacity"]
    assert verdict == "doubt"
    assert sentence.startswith("Er zijn 30 uren per maand; 22 zijn al beloofd. Dit vraagt er 10.")
    assert "zes maanden" in sentence


@pytest.mark.claim("W10")
def test_earlier_experience_with_the_species_counts(cast: Cast) -> None:
    row(cast, "Geplukt", "harvest", result=80)
    row(cast, "Ook geplukt", "harvest", result=60, plot=cast.neighbour)
    row(cast, "Gestopt", "compost", lesson="Te duur")
    row(cast, "Nooit gestart", "compost", lesson="Te vaag", starts=None, ends=None)
    row(cast, "Een ander soort", "harvest", "daisy", result=10)
    row(cast, "Loopt", "flower")
    verdict, sentence = told(cast, proposal(cast))["experience"]
    assert verdict == "good"
    assert sentence == (
        "Dit soort actie deden jullie al 4 keer: 2 geplukt, 1 gestopt, 1 loopt nog."
        " Het resultaat was meestal 70 op 100."
    )


@pytest.mark.claim("W10")
def test_the_budget_is_the_one_that_is_given(cast: Cast) -> None:
    action = proposal(cast)
    action.estimate = Decimal("1234.50")
    assert told(cast, action)["budget"] == (
        "unknown",
        "De raming is €\xa01.234,50. Het budget is nog niet bekend.",
    )
    assert told(cast, action, Decimal(2000))["budget"] == (
        "doubt",
        "De raming is €\xa01.234,50: 62 % van het budget van €\xa02.000.",
    )
    assert told(cast, action, Decimal(1000))["budget"][0] == "bad"
    assert told(cast, action, Decimal(0))["budget"] == (
        "bad",
        "De raming is €\xa01.234,50. Er is geen budget.",
    )


@pytest.mark.claim("W10")
def test_the_soil_is_that_of_the_latest_closed_scan(cast: Cast) -> None:
    action = proposal(cast)
    assert told(cast, action)["soil"][0] == "unknown"
    full_round(cast, alderman=5, officer=5)
    verdict, sentence = told(cast, action)["soil"]
    assert (verdict, "potgrond is rijk" in sentence) == ("good", True)


def test_a_mandate_of_elsewhere_or_taken_back_gives_no_hours(cast: Cast) -> None:
    granted(cast, 30)
    action = proposal(cast)
    assert fit_of(cast.partnership, [action], TODAY)[action.pk].capacity.granted == Fraction(30)
    with scope(partnership=cast.elsewhere):
        away = Action.objects.create(partnership=cast.elsewhere, title="Elders", taken_down_on=TODAY)
        assert fit_of(cast.elsewhere, [away], TODAY)[away.pk].capacity.granted == 0
    mandates.revoke(mandate=Mandate.objects.get(), actor=cast.amina)
    assert fit_of(cast.partnership, [action], TODAY)[action.pk].capacity.granted == 0


def test_who_left_the_partnership_counts_no_more(cast: Cast) -> None:
    action = proposal(cast)
    services.check(action=action, municipality=cast.neighbour, verdict="neutral", actor=cast.celia)
    cast.partnership.memberships.filter(municipality=cast.neighbour).update(ends=TODAY)
    heard = fit_of(cast.partnership, [action], TODAY)[action.pk].needs.heard
    assert (heard.members, heard.silent) == (1, 1)


def test_many_take_as_many_queries_as_one(
    cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    granted(cast, 8)
    rows = [proposal(cast, f"Voorstel {number}") for number in range(30)]
    for one in rows:
        services.check(action=one, municipality=cast.municipality, verdict="neutral", actor=cast.bram)
    for number in range(40):
        row(cast, f"Loopt {number}", "flower", estimate_hours=Decimal(4))
    with django_assert_max_num_queries(6):
        assert len(fit_of(cast.partnership, rows, TODAY)) == 30


def panels(cast: Cast, action: Action) -> dict[str, Panel]:
    found = panels_of("actions.action", Action.objects.select_related("partnership").get(pk=action.pk))
    return {str(one.title): one for one in found}


@pytest.mark.claim("W10", "W12")
def test_the_page_of_an_action_shows_fit_checks_and_goals(cast: Cast) -> None:
    action, need = proposal(cast), noted(cast)
    services.check(action=action, municipality=cast.municipality, verdict="fits", need=need)
    services.prefer(action=action, municipality=cast.municipality, liking=4, goal="Buiten spelen", word="Ja!")
    found = panels(cast, action)
    assert len(found["Past dit bij de grond?"].rows) == 5
    assert [(one.text, one.aside) for one in found["Lokale toets"].rows] == [
        ("Proefdorp: past bij een nood", need.title)
    ]
    assert [(one.text, one.aside) for one in found["Wat de schepenen vinden"].rows] == [
        ("Proefdorp: 4 van 5", "Beleidsdoel: Buiten spelen. ‘Ja!’")
    ]
    assert [one.text for one in panels_of("needs.need", need)[0].rows] == ["Speelbus"]


@pytest.mark.claim("W12")
def test_checks_and_goals_stay_in_sight_once_it_runs(cast: Cast) -> None:
    action = proposal(cast)
    services.check(action=action, municipality=cast.municipality, verdict="neutral")
    services.prefer(action=action, municipality=cast.municipality, liking=4, goal="Buiten spelen")
    Action.objects.filter(pk=action.pk).update(stage="flower", starts=TODAY, ends=TODAY, budget=0)
    titles = set(panels(cast, action))
    assert {"Lokale toets", "Wat de schepenen vinden"} <= titles
    assert not {"Past dit bij de grond?", "Past dit bij jullie?"} & titles


def test_an_action_on_a_plot_is_checked_by_nobody(cast: Cast) -> None:
    action = row(cast, "Eigen", "seedling", plot=cast.municipality)
    assert not {"Lokale toets", "Past dit bij de grond?"} & set(panels(cast, action))
    assert not LocalCheck.objects.exists()


@pytest.mark.claim("G8")
def test_what_it_needs_to_sprout_names_who_is_still_waited_for(cast: Cast) -> None:
    action = proposal(cast)
    services.check(action=action, municipality=cast.municipality, verdict="neutral")
    (item,) = [one for one in sprouting.items_of(action, TODAY) if one.key == "checks"]
    assert (item.done, item.must, item.why) == (False, True, "Wacht nog op Buurdorp.")
    services.check(action=action, municipality=cast.neighbour, verdict="neutral")
    (item,) = [one for one in sprouting.items_of(action, TODAY) if one.key == "checks"]
    assert (item.done, item.why) == (True, "")


def test_a_seedling_is_told_what_does_not_fit(cast: Cast) -> None:
    action = row(cast, "Groeit", "seedling")
    for where in (cast.municipality, cast.neighbour):
        services.check(action=action, municipality=where, verdict="not", why="Te druk")
    (item,) = [one for one in sprouting.items_of(action, TODAY) if one.key == "fit"]
    assert not item.done
    assert not item.must
    assert "2 vinden dat het niet past" in item.why
