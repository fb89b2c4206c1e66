"""Who decides in the shop and until when, who steers what, and who can what: a term that ends, and a gap here and there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from groeimodel.demo.kit import Planted, example_person, moment
from groeimodel.demo.winkel import B, D, N, P, S
from groeimodel.foundation.partners.models import Seat
from groeimodel.foundation.people.models import Person
from groeimodel.rules.organs import Heads
from groeimodel.shop.organs import services as organs
from groeimodel.shop.organs.models import Organ, OrganSeat
from groeimodel.shop.steering import services as steering

ALD, OFF = Seat.Role.ALDERMAN, Seat.Role.OFFICER
COORDINATOR = "Hanne Wouters"
LEFT = 300
"""Days until the term ends: everybody is asked for a decision."""
DECIDED = ((D, 40, "Gemeenteraad, punt 11"), (P, 18, "Gemeenteraad, punt 6"))
TASKS = {D: "voorzitter", N: "ondervoorzitter", S: "secretaris"}
OPPOSITION = ((D, "Lies Bogaert"), (S, "Tom Hendrickx"))


@dataclass(frozen=True, slots=True)
class Task:
    """A process mandate: from and until, in days from today; who by the municipality of a seat, or the coordinator."""

    topic: str
    title: str
    begins: int
    ends: int
    steers: tuple[str, str] | None
    assists: tuple[str, str] | None
    follows: tuple[str, str] | None
    task: str = ""


STEERED = (
    Task(
        "daily",
        "Dagelijkse werking",
        -330,
        400,
        None,
        (D, OFF),
        (D, ALD),
        "Beslist alleen tot 500 euro per keer.",
    ),
    Task("plan", "Meerjarenplan", -330, 400, (N, ALD), (S, OFF), (P, ALD)),
    Task("money", "Geld", -330, 35, (N, OFF), None, (S, ALD), "Legt elk kwartaal een stand voor."),
    Task("subsidy", "Subsidiedossier", -400, -20, (B, OFF), None, (N, ALD)),
    Task("reception", "Onthaal van klanten", -200, 165, (S, OFF), (P, OFF), None),
    Task("", "Mobiel jeugdhuis", -150, 215, (P, OFF), (D, OFF), (B, OFF)),
)
KNOWN = (
    ("finance", (N, OFF), "Maakte drie keer een dossier."),
    ("planning", None, "Werkt met het meerjarenplan van twee gemeenten."),
    ("vision", (P, ALD), ""),
    ("technique", (S, OFF), "Brandveiligheid en lokalen."),
)


def build(planted: Planted) -> None:
    govern(planted)
    steer(planted)


def govern(planted: Planted) -> None:
    """The term with two decisions on going on, and the board with its tasks and advisory seats."""
    today, here = planted.today, planted.partnership
    ends = today + timedelta(days=LEFT)
    starts = ends - timedelta(days=6 * 365)
    new = organs.NewTerm("projectvereniging", starts, ends, "Oprichtingsakte")
    term = organs.begin_term(partnership=here, new=new, at=moment(planted.day(740)))
    places = {name: one.municipality for name, one in planted.memberships.items()}
    for name, ago, document in DECIDED:
        decided = organs.Decided(places[name], True, planted.day(ago), document)
        organs.note_renewal(term=term, decided=decided, at=moment(planted.day(ago)))
    board = Organ.objects.select_related("partnership").get(partnership=here, kind=Organ.Kind.BOARD)
    for seat in OrganSeat.objects.filter(organ=board).select_related("organ__partnership", "municipality"):
        if seat.municipality and seat.municipality.name in TASKS:
            shape = organs.NewSeat(seat.municipality, TASKS[seat.municipality.name])
            organs.change_seat(seat=seat, new=shape)
    for name, councillor in OPPOSITION:
        shape = organs.NewSeat(places[name], "raadgevend lid", advisory=True, opposition=True)
        seat = organs.add_seat(organ=board, new=shape, since=planted.day(90))
        sits = example_person(councillor)
        organs.fill_organ_seat(
            seat=seat, person=sits, since=planted.day(90), capacity="councillor", incompatible=False,
            at=moment(planted.day(90)),
        )  # fmt: skip
    organs.count_heads(organ=board, heads=Heads(2, 2), on=planted.day(60))


def steer(planted: Planted) -> None:
    """Mandates that hold, one that ends soon, one that ended, and one subject without anybody."""
    today, here = planted.today, planted.partnership
    for one in STEERED:
        given = steering.Given(
            one.title,
            today + timedelta(days=one.begins),
            today + timedelta(days=one.ends),
            steers=who(planted, one.steers),
            assists=who(planted, one.assists) if one.assists else (),
            follows=who(planted, one.follows) if one.follows else (),
            topic=one.topic,
            task=one.task,
            basis="Raad van bestuur",
        )
        steering.give(partnership=here, given=given, at=moment(today + timedelta(days=one.begins)))
    for competence, somebody, note in KNOWN:
        for person in who(planted, somebody):
            steering.cover(
                partnership=here, competence=competence, person=person, note=note, at=moment(planted.day(70))
            )


def who(planted: Planted, named: tuple[str, str] | None) -> list[Person]:
    """Whoever sits there; without a name the coordinator; nobody where the seat is empty."""
    found = planted.seat(*named) if named else example_person(COORDINATOR)
    return [found] if found else []
