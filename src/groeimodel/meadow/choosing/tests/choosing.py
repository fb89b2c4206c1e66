"""Helpers of these tests: municipalities with mandates, seedlings, a round, and what they say in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone
from django_scopes import scope

from groeimodel.foundation.mandates import services as mandates
from groeimodel.foundation.mandates.models import Mandate
from groeimodel.foundation.mandates.services import Proposal as Terms
from groeimodel.foundation.partners import services as partners
from groeimodel.foundation.partners.models import Municipality, Partnership, Seat
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.testing.cast import SINCE, member, person
from groeimodel.meadow.actions import services as actions
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.checks import services as checks
from groeimodel.meadow.choosing import services
from groeimodel.meadow.choosing.models import Ballot, Round
from groeimodel.meadow.choosing.polling import Poll, poll_of
from groeimodel.meadow.choosing.selectors import proposals_of
from groeimodel.meadow.choosing.services import Plan, Said

KINDS = tuple(Action.Species.values)


def seedling(partnership: Partnership, title: str, estimate: int | None = 1000, kind: int = 0) -> Action:
    """Worked out, on the shared meadow."""
    species = KINDS[kind % len(KINDS)]
    today = timezone.localdate()
    seed = actions.take_down_seed(partnership=partnership, title=title, species=species, on=today)
    action = actions.work_out(action=seed, gardener=None)
    action.estimate = None if estimate is None else Decimal(estimate)
    action.save()
    return action


def mandate(
    partnership: Partnership,
    municipality: Municipality,
    holder: Person,
    amount: int | None = None,
    **given: Any,
) -> Mandate:
    today = timezone.localdate()
    terms = Terms(
        municipality=municipality,
        kind="decide",
        holder=holder,
        starts=given.pop("starts", today - timedelta(days=10)),
        ends=given.pop("ends", today + timedelta(days=300)),
        amount=None if amount is None else Decimal(amount),
        **given,
    )
    return mandates.give(partnership=partnership, proposal=terms)


def town(partnership: Partnership, name: str) -> Town:
    """A municipality with both seats filled."""
    membership = member(partnership, name)
    people = {}
    for role in Seat.Role:
        people[role] = person(f"{role.label}-{name}".replace(" ", ""))
        partners.fill_seat(membership=membership, role=role, person=people[role], since=SINCE)
    return Town(membership.municipality, people[Seat.Role.ALDERMAN], people[Seat.Role.OFFICER])


@dataclass(frozen=True)
class Town:
    municipality: Municipality
    alderman: Person
    officer: Person


@dataclass
class Meadow:
    """A partnership with towns that have a mandate each, and seedlings that every town checked."""

    partnership: Partnership
    coordinator: Person
    towns: list[Town]
    actions: list[Action]
    mandates: dict[str, Mandate] = field(default_factory=dict)
    """By name of the town; held by its alderman."""


def meadow(towns: Sequence[str], proposals: Mapping[str, int], **given: Any) -> Meadow:
    """`amounts` in the names of towns bounds their mandates; without it they have no bound."""
    here = partners.found_partnership(name="Weideland", slug="weideland")
    coordinator = person("Coordinator")
    partners.appoint(partnership=here, person=coordinator, kind="coordinator", since=SINCE)
    made = Meadow(here, coordinator, [town(here, name) for name in towns], [])
    with scope(partnership=here):
        amounts = given.get("amounts", {})
        for number, (title, cost) in enumerate(proposals.items()):
            made.actions.append(seedling(here, title, cost, number))
        for one in made.towns:
            name = one.municipality.name
            made.mandates[name] = mandate(here, one.municipality, one.alderman, amounts.get(name))
            for action in made.actions:
                checks.check(action=action, municipality=one.municipality, verdict="neutral")
    return made


def plan(actions: Sequence[Action], **given: Any) -> Plan:
    fields: dict[str, Any] = {
        "title": "Wat doen we in het voorjaar?",
        "closes_on": timezone.localdate() + timedelta(days=14),
        "contributions": Decimal(6000),
    }
    return Plan(actions=list(actions), **(fields | given))


def opened(made: Meadow, **given: Any) -> Round:
    round = services.prepare_round(
        partnership=made.partnership, plan=plan(made.actions, **given), actor=made.coordinator
    )
    return services.open_round(round=round, actor=made.coordinator)


def poll(round: Round, municipality: Municipality) -> Poll:
    found = poll_of(round, municipality.pk, timezone.localdate())
    assert found is not None
    return found


def said(round: Round, points: Mapping[str, int], **given: Any) -> list[Said]:
    """By title; what is not named gets nothing."""
    return [Said(one, points.get(str(one), 0), **given) for one in proposals_of(round)]


def vote(
    round: Round, town: Town, points: Mapping[str, int], *, by: Person | None = None, **given: Any
) -> Ballot:
    return services.hand_in(
        poll=poll(round, town.municipality), said=said(round, points), actor=by or town.alderman, **given
    )
