"""Closing is deciding: who counts is held against the mandates of that day, and everything is written down at once."""

from __future__ import annotations

import re
from datetime import timedelta
from decimal import Decimal
from hashlib import sha256

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.utils import timezone
from django_scopes import scope

from groeimodel.foundation.decisions.models import Decision
from groeimodel.foundation.decisions.selectors import adopted
from groeimodel.foundation.mail.models import OutgoingMail
from groeimodel.foundation.mandates import services as mandates
from groeimodel.foundation.mandates.models import Use
from groeimodel.meadow.actions import services as actions
from groeimodel.meadow.choosing import services
from groeimodel.meadow.choosing.models import Round
from groeimodel.meadow.choosing.result_words import costs, euro
from groeimodel.meadow.choosing.results import result_of
from groeimodel.meadow.choosing.selectors import pickable
from groeimodel.meadow.choosing.tests.choosing import Meadow, meadow, opened, plan, seedling, vote

pytestmark = pytest.mark.django_db


@pytest.fixture
def made() -> Meadow:
    """Three towns that put in 1000 each."""
    return meadow(["Aalst", "Brugge", "Gent"], {"Zaal": 2000, "Tent": 900, "Bus": 600})


def run(made: Meadow, votes: dict[str, dict[str, int]], **given: object) -> Round:
    round = opened(made, **({"contributions": Decimal(3000)} | given))
    for town in made.towns:
        if town.municipality.name in votes:
            vote(round, town, votes[town.municipality.name])
    return round


EVERYBODY = {"Aalst": {"Zaal": 5}, "Brugge": {"Zaal": 5}, "Gent": {"Tent": 5, "Bus": 3}}


def close(round: Round, made: Meadow) -> Round:
    with time_machine.travel(timezone.now() + timedelta(days=15)):
        return services.close_round(round=round, actor=made.coordinator)


@pytest.mark.claim("W5", "W6", "W22")
def test_own_contributions_pay_for_what_each_chose(made: Meadow) -> None:
    with scope(partnership=made.partnership):
        closed = close(run(made, EVERYBODY, money="own"), made)
        zaal, tent, bus = made.actions
        assert {str(one): one.chosen for one in closed.proposals.all()} == {
            "Zaal": True, "Tent": True, "Bus": False,
        }  # fmt: skip
        zaal.refresh_from_db()
        assert (zaal.budget, zaal.decision) == (Decimal(2000), closed.decision)
        paid = {
            one.municipality.name: one.amount for one in zaal.participations.select_related("municipality")
        }
        assert paid == {"Aalst": Decimal(1000), "Brugge": Decimal(1000)}
        assert [one.municipality.name for one in tent.participations.all()] == ["Gent"]
        assert not bus.participations.exists()
        uses = {one.mandate.municipality.name: one.amount for one in Use.objects.select_related("mandate")}
        assert uses == {"Aalst": Decimal(1000), "Brugge": Decimal(1000), "Gent": Decimal(900)}
        found = adopted(made.partnership, zaal.key)
        assert found is not None
        assert found.amount == Decimal(2000)
        actions.start_action(
            action=zaal,
            bounds=actions.Bounds(timezone.localdate(), timezone.localdate() + timedelta(days=90)),
            gardener=None,
        )
        assert zaal.stage == "flower"


def test_from_a_pot_everybody_pays_by_its_part(made: Meadow) -> None:
    with scope(partnership=made.partnership):
        close(run(made, EVERYBODY, key="table", table={
            made.towns[0].municipality.pk: Decimal(1500), made.towns[1].municipality.pk: Decimal(1000),
            made.towns[2].municipality.pk: Decimal(500),
        }), made)  # fmt: skip
        zaal = made.actions[0]
        paid = {
            one.municipality.name: one.amount for one in zaal.participations.select_related("municipality")
        }
        assert paid == {"Aalst": Decimal(1000), "Brugge": Decimal("666.67"), "Gent": Decimal("333.33")}


@pytest.mark.claim("W22")
def test_a_mandate_that_is_revoked_meanwhile_takes_the_ballot_out_and_says_so(made: Meadow) -> None:
    with scope(partnership=made.partnership):
        round = run(made, EVERYBODY, money="own")
        mandates.revoke(mandate=made.mandates["Brugge"], actor=made.towns[1].alderman)
        closed = close(round, made)
        assert closed.decision is not None
        ballot = closed.ballots.get(municipality=made.towns[1].municipality)
        assert (ballot.counted, ballot.why_not[:30]) == (False, "Het mandaat werd ingetrokken o")
        voice = closed.decision.voices.get(municipality=made.towns[1].municipality)
        assert (voice.counted, voice.amount, voice.why_not) == (False, None, ballot.why_not)
        assert not closed.proposals.get(title="Zaal").chosen, "it could not be paid without Brugge"
        assert "Brugge" not in closed.snapshot
        assert not Use.objects.filter(mandate=made.mandates["Brugge"]).exists()


def test_in_a_pot_the_money_of_who_does_not_count_stays(made: Meadow) -> None:
    with scope(partnership=made.partnership):
        round = run(made, EVERYBODY)
        mandates.revoke(mandate=made.mandates["Brugge"], actor=made.towns[1].alderman)
        closed = close(round, made)
        assert "budget;3000" in closed.snapshot


def test_the_snapshot_is_what_was_decided_on(made: Meadow) -> None:
    with scope(partnership=made.partnership):
        closed = close(run(made, EVERYBODY), made)
        assert closed.decision is not None
        assert closed.checksum == sha256(closed.snapshot.encode()).hexdigest() == closed.decision.checksum
        assert closed.decision.subject == f"choosing.round:{closed.pk}"
        assert {(one.title, one.adopted) for one in closed.decision.matters.all()} == {
            (str(one), one.chosen) for one in closed.proposals.all()
        }


@pytest.mark.claim("G8")
def test_the_decision_shows_the_checks(made: Meadow) -> None:
    with scope(partnership=made.partnership):
        closed = close(run(made, EVERYBODY), made)
        assert closed.decision is not None
        for matter in closed.decision.matters.prefetch_related("checks"):
            assert [one.verdict for one in matter.checks.all()] == ["neutral"] * 3


@pytest.mark.claim("G8")
def test_no_round_closes_before_everybody_had_the_chance_to_check(made: Meadow) -> None:
    with scope(partnership=made.partnership):
        made.actions.append(seedling(made.partnership, "Nieuw", 100))
        everybody = {name: {"Nieuw": 5} for name in ("Aalst", "Brugge", "Gent")}
        round = run(made, everybody)
        with pytest.raises(ValidationError, match="zeven dagen"):
            services.close_round(round=round, actor=made.coordinator)
        with time_machine.travel(timezone.now() + timedelta(days=7, hours=1)):
            assert services.close_round(round=round, actor=made.coordinator).state == "closed"


def test_it_closes_after_the_last_day_or_when_all_voted(made: Meadow) -> None:
    with scope(partnership=made.partnership):
        some = run(made, {"Aalst": {"Zaal": 5}})
        with pytest.raises(ValidationError, match=r"Nog niet gestemd: Brugge, Gent\."):
            services.close_round(round=some, actor=made.coordinator)
        for town in made.towns[1:]:
            vote(some, town, {"Tent": 1})
        assert services.close_round(round=some, actor=made.coordinator).state == "closed"


def test_without_any_ballot_that_counts_nothing_is_decided(made: Meadow) -> None:
    with scope(partnership=made.partnership):
        round = run(made, {"Aalst": {"Zaal": 5}})
        mandates.revoke(mandate=made.mandates["Aalst"], actor=made.towns[0].alderman)
        with pytest.raises(ValidationError, match="Geen enkele stembrief telt"):
            close(round, made)
        assert not Decision.objects.exists()


def test_what_left_the_meadow_is_not_chosen(made: Meadow) -> None:
    with scope(partnership=made.partnership):
        round = run(made, EVERYBODY)
        actions.compost(action=made.actions[0], lesson="Er is al een zaal.")
        closed = close(round, made)
        assert closed.proposals.get(title="Zaal").chosen is None
        assert closed.decision is not None
        assert closed.decision.matters.count() == 2


def test_consent_takes_all_or_nothing(made: Meadow) -> None:
    with scope(partnership=made.partnership):
        everybody = {name: {"Zaal": 3} for name in ("Aalst", "Brugge", "Gent")}
        yes = close(run(made, everybody, rule="consent", money="own"), made)
        assert yes.proposals.get(title="Zaal").chosen
        zaal = made.actions[0]
        amounts = sorted(one.amount or 0 for one in zaal.participations.all())
        assert amounts == [Decimal("666.66"), Decimal("666.67"), Decimal("666.67")]
        assert not yes.proposals.get(title="Tent").chosen


def test_a_round_about_what_costs_nothing(made: Meadow) -> None:
    with scope(partnership=made.partnership):
        made.actions[:] = [seedling(made.partnership, "Gratis", 0)]
        everybody = {name: {"Gratis": 5} for name in ("Aalst", "Brugge", "Gent")}
        round = opened(made, contributions=Decimal(0), rule="consent")
        for town in made.towns:
            vote(round, town, everybody[town.municipality.name])
        closed = close(round, made)
        assert closed.proposals.get(title="Gratis").chosen
        assert made.actions[0].participations.count() == 3
        assert not Use.objects.exists()


def test_everybody_is_told_the_result_and_what_it_asks_of_them(made: Meadow) -> None:
    with scope(partnership=made.partnership):
        close(run(made, {"Aalst": {"Zaal": 5}, "Gent": {"Zaal": 5}}, money="own"), made)
        mails = OutgoingMail.objects.filter(kind="choosing.news")
        assert mails.count() == 7, "six seats and the coordinator"
        texts = {
            one.person.name: " ".join(one.text.split())
            for one in mails.select_related("person")
            if one.person
        }
        assert "Gekozen: Zaal, voor € 2.000 van € 2.000." in texts["schepen-Aalst"]
        assert "Aalst betaalt € 1.000." in texts["jeugdambtenaar-Aalst"]
        assert "De stem van Brugge telde niet mee. Er kwam geen stembrief." in texts["schepen-Brugge"]


def test_only_who_coordinates_closes_and_only_once(made: Meadow) -> None:
    with scope(partnership=made.partnership):
        round = run(made, EVERYBODY)
        for who in (made.towns[0].alderman, made.towns[0].officer):
            with pytest.raises(PermissionDenied):
                services.close_round(round=round, actor=who)
        close(round, made)
        with pytest.raises(ValidationError, match="deze kiesronde is beslist"):
            close(round, made)
        assert Decision.objects.count() == 1


def test_what_was_offered_in_kind_stays(made: Meadow) -> None:
    with scope(partnership=made.partnership):
        gent = made.towns[2]
        actions.offer_in_kind(action=made.actions[0], municipality=gent.municipality, in_kind="De zaal zelf")
        close(run(made, EVERYBODY, money="own"), made)
        row = made.actions[0].participations.get(municipality=gent.municipality)
        assert (row.in_kind, row.amount) == ("De zaal zelf", Decimal(0))


@pytest.mark.parametrize("money", ["own", "common"])
def test_the_result_tells_the_same_cents_as_were_charged(client: Client, made: Meadow, money: str) -> None:
    with scope(partnership=made.partnership):
        closed = close(
            run(made, EVERYBODY, money=money, contributions=Decimal("3000.01"), subsidy=Decimal(100)), made
        )
        charged: dict[str, Decimal] = {}
        for action in made.actions:
            for one in action.participations.select_related("municipality"):
                name = one.municipality.name
                charged[name] = charged.get(name, Decimal(0)) + (one.amount or Decimal(0))
        told = {one.name: one.pays for one in costs(result_of(closed))}
    assert told == {name: euro(amount) for name, amount in charged.items()}
    client.force_login(made.towns[0].alderman)
    page = client.get(closed.get_absolute_url(), follow=True).text
    assert all(
        euro(amount).replace("\u00a0", " ") in page.replace("\u00a0", " ") for amount in charged.values()
    )
    assert not re.findall(r'(?:x|width)="\d+,\d', page), "figures in a picture have a point"


def test_what_was_chosen_is_not_chosen_from_again(made: Meadow) -> None:
    with scope(partnership=made.partnership):
        close(run(made, EVERYBODY, money="own"), made)
        zaal, _tent, bus = made.actions
        zaal.refresh_from_db()
        with pytest.raises(ValidationError, match="Over 'Zaal' is al beslist"):
            services.prepare_round(
                partnership=made.partnership, plan=plan([zaal, bus]), actor=made.coordinator
            )
        assert pickable(made.partnership, Round(partnership=made.partnership)).ready == (bus,)
