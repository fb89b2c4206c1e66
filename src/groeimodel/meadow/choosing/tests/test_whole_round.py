"""A whole round through the services: six municipalities, twelve proposals, mandates of different size, one revoked in the
middle; and recomputed on the command line from its file."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_scopes import scope

from groeimodel.foundation.mandates import services as mandates
from groeimodel.meadow.choosing import services
from groeimodel.meadow.choosing.models import Round
from groeimodel.meadow.choosing.tests.choosing import Meadow, meadow, opened, vote

TOWNS = ("Aalter", "Beernem", "Damme", "Eeklo", "Gavere", "Herzele")
PROPOSALS = {f"Voorstel {n}": 700 + 230 * n for n in range(12)}
TABLE = {"Aalter": 4000, "Beernem": 2500, "Damme": 1800, "Eeklo": 3000, "Gavere": 1200, "Herzele": 1500}
AMOUNTS = {"Aalter": 5000, "Beernem": 2500, "Damme": 1000, "Eeklo": 3000, "Herzele": 1500}
"""Damme puts in more than its mandate reaches; Gavere has no bound."""


def a_round(made: Meadow, **given: object) -> Round:
    chance = random.Random(6)
    table = {one.municipality.pk: Decimal(TABLE[one.municipality.name]) for one in made.towns}
    round = opened(made, key="table", table=table, **given)
    for town in made.towns:
        points = {title: chance.choice([0, 0, 1, 2, 3, 4, 5]) for title in PROPOSALS}
        vote(round, town, points)
    mandates.revoke(mandate=made.mandates["Beernem"], actor=made.towns[1].alderman)
    with time_machine.travel(timezone.now() + timedelta(days=15)):
        return services.close_round(round=round, actor=made.coordinator)


@pytest.mark.django_db
@pytest.mark.claim("W6", "W22", "G8", "W5")
@pytest.mark.parametrize(
    "given",
    [
        {"money": "own"},
        {"money": "common"},
        {"money": "common", "completion": "greedy"},
        {"money": "common", "rule": "phragmen", "subsidy": Decimal(2000)},
        {"money": "common", "rule": "greedy", "marks": "points"},
    ],
    ids=lambda given: "-".join(str(one) for one in given.values()),
)
def test_a_whole_round(client: Client, tmp_path: Path, given: dict[str, object]) -> None:
    made = meadow(TOWNS, PROPOSALS, amounts=AMOUNTS)
    with scope(partnership=made.partnership):
        closed = a_round(made, **given)
        assert closed.decision is not None
        voices = {one.municipality.name: one for one in closed.decision.voices.select_related("municipality")}
        assert {name for name, one in voices.items() if not one.counted} == {"Beernem", "Damme"}
        assert "ingetrokken" in voices["Beernem"].why_not
        assert "gaat tot € 1.000" in voices["Damme"].why_not
        chosen = {str(one.pk) for one in closed.proposals.filter(chosen=True)}
        assert chosen
        assert closed.decision.matters.count() == 12
        assert all(matter.checks.count() == 6 for matter in closed.decision.matters.all())
    client.force_login(made.towns[0].officer)
    address = [made.partnership.slug, closed.pk]
    file = tmp_path / "ronde.pb"
    file.write_bytes(client.get(reverse("choosing:pb", args=address)).content)
    command = [sys.executable, "-m", "groeimodel", "choose", str(file), "--json"]
    again = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    assert set(again["selected"]) == chosen
    assert again["rule"] == closed.rule
    page = client.get(reverse("choosing:round", args=address), follow=True)
    assert page.status_code == 200
    assert closed.checksum in page.text
