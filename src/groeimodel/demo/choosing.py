"""Two choosing rounds of the meadow example: one that is decided, and one in which some still have to vote."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal

from groeimodel.demo.kit import Planted, moment
from groeimodel.demo.needs import FIX, NIGHT
from groeimodel.demo.weide import A, K, M, R, W
from groeimodel.foundation.mandates import services as mandates
from groeimodel.foundation.mandates.services import Proposal
from groeimodel.foundation.partners.models import Seat
from groeimodel.foundation.people.models import Person
from groeimodel.meadow.actions import services as actions
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.checks import services as checks
from groeimodel.meadow.choosing import advising, services
from groeimodel.meadow.choosing.models import Round
from groeimodel.meadow.choosing.polling import poll_of
from groeimodel.meadow.choosing.selectors import proposals_of
from groeimodel.meadow.choosing.services import Plan, Said

SOWN, ASKED, OPENED, VOTED, CLOSED = 150, 128, 120, 108, 98
"""Days ago, of the round that is decided."""
SPORT, BIKE, FILM, GIRLS, LOCK, MAP = (
    "Sportkoffer op reis",
    "Fietsbende: samen naar de stad",
    "Openluchtfilm op vier pleinen",
    "Weekend voor meisjes die leiding worden",
    "Sleutelkluis voor jeugdlokalen",
    "Kaart met rustige plekken",
)


@dataclass(frozen=True, slots=True)
class Idea:
    title: str
    text: str
    species: str
    estimate: int


IDEAS = (
    Idea(SPORT, "Een koffer vol spel, elke maand in een ander dorp.", "daisy", 1400),
    Idea(BIKE, "Zes ritten met begeleiding, voor wie van de lagere school komt.", "sunflower", 2200),
    Idea(FILM, "Jongeren kiezen de film en baten de bar uit.", "poppy", 3600),
    Idea(GIRLS, "Twee dagen over leiding geven, met trainers van de koepel.", "cornflower", 1800),
    Idea(LOCK, "Een code in plaats van een sleutelbos.", "daisy", 2600),
    Idea(MAP, "Waar kun je in de streek even alleen zijn? Jongeren tekenen het.", "mallow", 900),
)
SAID: Mapping[str, Mapping[str, int]] = {
    K: {FILM: 5, SPORT: 3, GIRLS: 2},
    M: {BIKE: 5, GIRLS: 4, MAP: 2},
    A: {FILM: 4, LOCK: 5, SPORT: 1},
    R: {LOCK: 5, BIKE: 3},
    W: {GIRLS: 5, MAP: 5, SPORT: 4},
}
GOALS = {
    (K, FILM): "Jongeren maken zelf cultuur",
    (M, BIKE): "Elk kind fietst veilig",
    (W, GIRLS): "Meer vrijwilligers in de jeugdbewegingen",
    (W, MAP): "Ruimte om te rusten",
    (A, LOCK): "Jeugdlokalen die altijd open kunnen",
}
RED = {(M, FILM): "Op vier pleinen tegelijk lukt niet met onze vergunningen. Kan het er één zijn?"}
YOUNG: Sequence[tuple[str, str, Sequence[str]]] = (
    *[(K, "12-15", (FILM, BIKE))] * 9,
    *[(W, "16-18", (FILM, GIRLS))] * 7,
    *[(M, "12-15", (BIKE, MAP))] * 6,
    *[(A, "16-18", (MAP,))] * 5,
)


def choose_together(planted: Planted) -> None:
    """The scope must be open; needs and local checks are written down already."""
    _decided(planted)
    _running(planted)


def _coordinator(planted: Planted) -> Person:
    return planted.people[planted.story.coordinator]


def _decided(planted: Planted) -> None:
    here, coordinator = planted.partnership, _coordinator(planted)
    sown = [_sow(planted, one) for one in IDEAS]
    checks.ask_checks(actions=sown, actor=coordinator, at=moment(planted.day(ASKED)))
    for number, action in enumerate(sown):
        for place, name in enumerate((K, M, A, W)):
            if (number + place) % 3:
                fits_not = (number + place) % 2 == 0
                checks.check(
                    action=action,
                    municipality=planted.municipality(name),
                    verdict="not" if fits_not else "neutral",
                    why="Dat is er bij ons al." if fits_not else "",
                    actor=planted.seat(name, Seat.Role.OFFICER),
                    at=moment(planted.day(ASKED - 3)),
                )
    opened = moment(planted.day(OPENED))
    plan = Plan(
        title="Wat zaaien we dit werkjaar?",
        why="De subsidie van de provincie moet voor de zomer een bestemming hebben.",
        closes_on=planted.day(VOTED),
        actions=sown,
        contributions=Decimal(5000),
        subsidy=Decimal(2000),
        takes_advice=True,
    )
    made = services.prepare_round(partnership=here, plan=plan, actor=coordinator, at=opened)
    round = services.open_round(round=made, actor=coordinator, at=opened)
    for name, points in SAID.items():
        _vote(planted, round, name, points, VOTED + 2)
    keys = {str(one): one for one in proposals_of(round)}
    for name, age, picks in YOUNG:
        advising.answer(
            round=round, municipality=planted.municipality(name), age=age, picks=[keys[one] for one in picks]
        )
    services.close_round(round=round, actor=coordinator, at=moment(planted.day(CLOSED)))


def _running(planted: Planted) -> None:
    """What was not chosen comes back beside two seedlings; one mandate is too small, one municipality has none."""
    here, coordinator, today = planted.partnership, _coordinator(planted), planted.today
    for title, estimate in ((NIGHT, 3200), (FIX, 1100)):
        action = Action.objects.select_related("partnership").get(partnership=here, title=title)
        actions.change_plan(action=action, plan=_with_estimate(action, estimate))
    for name, amount in ((K, 3000), (W, 1000)):
        holder, alderman = planted.seat(name, Seat.Role.OFFICER), planted.seat(name, Seat.Role.ALDERMAN)
        assert holder is not None
        terms = Proposal(
            municipality=planted.municipality(name),
            kind="decide",
            holder=holder,
            starts=planted.day(20),
            ends=today + timedelta(days=340),
            amount=Decimal(amount),
            purpose="Samen acties kiezen",
        )
        mandates.give(partnership=here, proposal=terms, actor=alderman, at=moment(planted.day(20)))
    open_ones = Action.objects.filter(partnership=here, stage="seedling", plot=None, decision=None)
    plan = Plan(
        title="Wat bloeit er in het voorjaar?",
        why="Wat vorige keer net niet lukte, krijgt een nieuwe kans.",
        closes_on=today + timedelta(days=12),
        # One lies ready for a round that a visitor prepares.
        actions=list(open_ones.filter(estimate__isnull=False).exclude(title=FILM).order_by("pk")),
        money=Round.Money.OWN,
        contributions=Decimal(7500),
        takes_advice=True,
    )
    opened = moment(planted.day(6))
    made = services.prepare_round(partnership=here, plan=plan, actor=coordinator, at=opened)
    round = services.open_round(round=made, actor=coordinator, at=opened)
    _vote(planted, round, A, {NIGHT: 1, LOCK: 5, FIX: 3}, 3)
    _vote(planted, round, W, {FIX: 4, SPORT: 3}, 2)


def _with_estimate(action: Action, estimate: int) -> actions.Plan:
    return replace(actions.plan_of(action), estimate=Decimal(estimate))


def _sow(planted: Planted, idea: Idea) -> Action:
    day = planted.day(SOWN)
    gardener = planted.seat(K, Seat.Role.OFFICER)
    seed = actions.take_down_seed(
        partnership=planted.partnership,
        title=idea.title,
        text=idea.text,
        species=idea.species,
        on=day,
        actor=gardener,
        at=moment(day),
    )
    return actions.work_out(
        action=seed,
        gardener=gardener,
        reason="Er is vraag naar in meer dan één gemeente.",
        estimate=Decimal(idea.estimate),
        at=moment(planted.day(SOWN - 10)),
    )


def _vote(planted: Planted, round: Round, name: str, points: Mapping[str, int], days: int) -> None:
    """By who holds the mandate that day, else by the alderman."""
    day = planted.day(days)
    poll = poll_of(round, planted.municipality(name).pk, day)
    assert poll is not None
    assert poll.best is not None
    said = [
        Said(one, points.get(str(one), 0), GOALS.get((name, str(one)), ""), RED.get((name, str(one)), ""))
        for one in proposals_of(round)
    ]
    services.hand_in(poll=poll, said=said, actor=poll.best.person, at=moment(day))
