"""The board of the shop meets: a sitting that is over, one that had too few members and was called again, one to come."""

from __future__ import annotations

from datetime import date, timedelta

from groeimodel.demo.kit import Planted, moment
from groeimodel.shop.organs.models import Organ, OrganSeat
from groeimodel.shop.sittings import seating
from groeimodel.shop.sittings import services as sittings
from groeimodel.shop.sittings.models import AgendaItem, Sitting

PLACE = "De Kade, Esdoornhout"
EVENING = 19

FIRST = (
    ("Rekening van het vorige jaar", "De raad van bestuur stelt de rekening vast."),
    ("Twee jeugdwerkers in vast dienstverband", "De raad van bestuur verlengt beide contracten."),
)
SECOND = (
    (
        "Een tweede bus voor het mobiel jeugdhuis",
        "De vereniging koopt een tweedehands bus, voor ten hoogste € 22.000.",
    ),
    ("Samenwerking met de bibliotheken", "De vereniging sluit een overeenkomst met de vijf bibliotheken."),
)
NEXT = (
    ("Verslag van de vorige zitting", "", AgendaItem.NOTE),
    ("Jaarprogramma", "De raad van bestuur keurt het jaarprogramma goed.", "ordinary"),
    ("Tarieven van het aanbod", "Verenigingen uit de vijf gemeenten betalen de helft.", "ordinary"),
)


def build(planted: Planted) -> None:
    """Right after the organs of `winkel.build`; the scope is open."""
    board = Organ.objects.select_related("partnership").get(partnership=planted.partnership, kind="board")
    seats = seating.filled_seats(board, planted.today)
    over = _held(board, planted.day(96), FIRST, seats, against=())
    failed = _call(board, planted.day(61), SECOND, seats)
    evening = moment(planted.day(61), EVENING)
    sittings.open_sitting(sitting=failed, present=seats[:1], excused=seats[1:], at=evening)
    second_day = planted.day(47)
    again = sittings.call_again(
        sitting=failed, starts=moment(second_day, EVENING), at=moment(second_day - timedelta(days=12))
    )
    _hold(again, seats, against=(1,))
    sittings.approve_minutes(sitting=over, in_sitting=again, at=moment(second_day, EVENING + 2))
    _coming(planted, board, seats)


def _call(board: Organ, day: date, points: tuple[tuple[str, str], ...], seats: list[OrganSeat]) -> Sitting:
    called = moment(day - timedelta(days=20))
    sitting = sittings.call_sitting(
        organ=board, starts=moment(day, EVENING), place=PLACE, chair=seats[0], secretary=seats[-1], at=called
    )
    for title, text in points:
        sittings.put_on_agenda(sitting=sitting, title=title, text=text, at=called)
    return sitting


def _held(
    board: Organ,
    day: date,
    points: tuple[tuple[str, str], ...],
    seats: list[OrganSeat],
    against: tuple[int, ...],
) -> Sitting:
    return _hold(_call(board, day, points, seats), seats, against)


def _hold(sitting: Sitting, seats: list[OrganSeat], against: tuple[int, ...]) -> Sitting:
    """Everybody but one is there; the last one has somebody vote for it. `against` are points, from 0, that fall."""
    begins = sitting.starts
    sittings.open_sitting(sitting=sitting, present=seats[:-1], proxies=[(seats[-1], seats[0])], at=begins)
    for place, item in enumerate(sitting.items.select_related("sitting__partnership")):
        sittings.vote_all(item=item, choice="against" if place in against else "for")
        sittings.vote(item=item, seat=seats[1], choice="abstain")
        sittings.count(item=item, at=begins + timedelta(minutes=20 * (place + 1)))
    return sittings.close_sitting(sitting=sitting, at=begins + timedelta(minutes=95))


def _coming(planted: Planted, board: Organ, seats: list[OrganSeat]) -> None:
    """In twelve days; most answered, and one gave a proxy."""
    day = planted.today + timedelta(days=12)
    sitting = _call(board, day, (), seats)
    for title, text, kind in NEXT:
        sittings.put_on_agenda(sitting=sitting, title=title, text=text, kind=kind, at=moment(planted.day(2)))
    sittings.send_invitation(sitting=sitting, at=moment(planted.day(1)))
    for seat in seats[:-2]:
        sittings.answer(sitting=sitting, seat=seat, said="comes")
    sittings.answer(sitting=sitting, seat=seats[-1], said="proxy", holder=seats[0])
