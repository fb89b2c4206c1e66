"""A year at the desk of the example shop: a dozen requests in every state, and things to book."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from groeimodel.demo.kit import Planted, moment
from groeimodel.demo.winkel import B, D, N, P, S
from groeimodel.foundation.partners.models import Municipality
from groeimodel.foundation.people.models import Person
from groeimodel.shop.counter.models import Offer
from groeimodel.shop.desk import services
from groeimodel.shop.desk.letters import silence
from groeimodel.shop.desk.models import Request

WELCOME = (
    "Fuif, kamp, speelplein of een idee dat je nog niet kent: vraag het ons. "
    "We helpen scholen, verenigingen en inwoners van onze vijf gemeenten."
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A request of so many days ago. What came of it: `then` names a function below."""

    days: int
    who: str
    organisation: str
    name: str
    where: str
    """Its municipality; empty is elsewhere."""
    offer: str
    text: str
    then: str = ""
    people: int = 0
    on: int = 0
    """The wished or agreed day, counted from today."""
    handler: str = ""
    """The municipality whose officer follows it up; empty is who coordinates."""
    took: int = 2
    """Days until the first answer."""
    said: str = ""
    price: int | None = None
    score: int = 0


REQUESTS = (
    Asked(
        320, "school", "Basisschool De Zevensprong", "Lien Maes", D, "Mobiel jeugdhuis te gast",
        "Mag de bus op ons schoolfeest komen? We hebben plaats en stroom.", "done", 140, -290, D, 1,
        "De bus komt van 13 tot 17 uur, met twee begeleiders.", 0, 5,
    ),
    Asked(
        270, "club", "Chiro Iepenrade", "Jonas Pauwels", N, "Fuifpakket",
        "Onze fuif is in maart. Kunnen jullie langskomen over veilig feesten?", "done", 260, -235, N, 3,
        "De coach komt een week vooraf, de oordopjes krijg je mee.", 45, 4,
    ),
    Asked(
        210, "municipality", "Jeugddienst Sleedoorn", "Katrien Claes", S, "Opleiding tot animator",
        "We willen twaalf jongeren laten meedoen, met korting.", "done", 12, -160, S, 2,
        "Twaalf plaatsen in de paasvakantie, aan halve prijs.", 600, 5,
    ),
    Asked(
        165, "service", "Huis van het Kind", "Samira El Idrissi", B, "Preventie op maat",
        "Een avond over gamen voor ouders, begrijpelijk en zonder vingertje.", "done", 35, -120, B, 6,
        "Een avond van twee uur, met twee gezinnen die vertellen.", 0, 4,
    ),
    Asked(
        120, "club", "KLJ Populierdam", "Wouter Lammens", P, "Uitleendienst",
        "Drie tenten en het podium voor ons dorpsfeest.", "done", 400, -80, P, 1,
        "Drie tenten en het podium. Je haalt ze op vrijdag.", 120, 5,
    ),
    Asked(
        75, "resident", "", "Nele Goossens", D, "",
        "Onze straat wil een speelstraat met een klimparcours. Hebben jullie zoiets?", "done", 60, -30, D, 4,
        "Een klimparcours hebben we niet. We brachten touwen, twee begeleiders en de speelkoffer.", 30, 3,
    ),
    Asked(
        60, "club", "Jeugdhuis De Zolder", "Bram Hendrickx", "", "Mobiel jeugdhuis te gast",
        "Kan de bus ook buiten jullie gemeenten komen?", "declined", 50, -20, "", 2,
        "De bus rijdt enkel in onze vijf gemeenten. Vraag het aan de jeugddienst van je eigen gemeente.",
    ),
    Asked(
        40, "school", "Middenschool Esdoornhout", "Ann Verbeke", D, "Preventie op maat",
        "Een gesprek over alcohol met het tweede jaar.", "withdrawn", 90, 10, D, 2, "Welke dag past jullie?",
    ),
    Asked(
        30, "club", "Scouts Boekweitdijk", "Tom Aerts", B, "Uitleendienst",
        "Twee tenten voor ons weekend.", "agreed", 45, 12, B, 1,
        "Twee tenten en de kookkist. Ophalen op vrijdag na 16 uur.", 40,
    ),
    Asked(
        26, "service", "OCMW Sleedoorn", "Griet Moens", S, "Kampfonds",
        "Drie gezinnen willen mee op kamp. Hoe werkt de korting?", "agreed", 7, -3, S, 2,
        "Drie keer korting, zonder papieren. We bellen de kampen zelf.", 0,
    ),
    Asked(
        12, "school", "Technische school Populierdam", "Dirk Jacobs", P, "",
        "Een dag over geld voor 80 leerlingen: loon, lenen, studentenjob.", "proposed", 80, 45, P, 3,
        "Vier werkvormen in carrousel, een hele dag, met drie begeleiders van ons.", 250,
    ),
    Asked(
        9, "municipality", "Sportdienst Iepenrade", "Ilse Peeters", N, "Fuifpakket",
        "We organiseren een afterparty na de jogging.", "question", 300, 30, N, 2,
        "Fijn! Tot hoe laat duurt het, en is er een bar?",
    ),
    Asked(
        16, "club", "Jong KVLV", "Sofie Maertens", S, "Lokalenadvies",
        "Ons lokaal is afgekeurd door de brandweer. Wat nu?", "late", 40, 0, S,
    ),
    Asked(
        3, "school", "Freinetschool De Beek", "Hilde Stevens", N, "Blokspots",
        "Kunnen onze zesdes in januari bij jullie blokken, ook op zaterdag?", "", 25, 50,
    ),
    Asked(
        1, "resident", "", "Youssef Amrani", P, "",
        "Ik wil met buurjongeren een repetitiehok bouwen in mijn garage. Wie helpt ons op weg?", "", 8,
    ),
)  # fmt: skip


def build(planted: Planted) -> None:
    """Open the desk, let a year of requests go by, and book what was agreed."""
    partnership, coordinator = planted.partnership, planted.people[planted.story.coordinator]
    with silence():
        services.set_up(partnership=partnership, terms=services.Terms(True, 5, WELCOME), actor=coordinator)
        offers = {one.title: one for one in Offer.objects.filter(partnership=partnership)}
        made = [_ask(planted, one, offers.get(one.offer)) for one in REQUESTS]
    _book(planted, dict(zip([one.organisation for one in REQUESTS], made, strict=True)), offers)


def _ask(planted: Planted, one: Asked, offer: Offer | None) -> Request:
    at = moment(planted.day(one.days), 10)
    wish = services.Wish(
        who=one.who,
        name=one.name,
        email=f"klant{one.days}@voorbeeld.test",
        text=one.text,
        organisation=one.organisation,
        municipality=planted.municipality(one.where) if one.where else None,
        offer=offer,
        people=one.people,
        day=planted.day(-one.on) if one.on > -one.days and one.on else None,
    )
    request = services.ask(partnership=planted.partnership, wish=wish, at=at)
    request = services.confirm(request=request, at=at)
    coordinator = planted.people[planted.story.coordinator]
    officer = planted.seat(one.handler, "officer") if one.handler else coordinator
    if one.then and officer is not None:
        services.assign(request=request, handler=officer, actor=coordinator, at=at + timedelta(hours=3))
        _go_on(planted, one, request, officer)
    return request


def _go_on(planted: Planted, one: Asked, request: Request, officer: Person) -> None:
    at, day = moment(planted.day(one.days - one.took), 11), planted.day(-one.on)
    price = None if one.price is None else Decimal(one.price)
    if one.then == "late":
        services.note(
            request=request, text="Ik zoek eerst het verslag van de brandweer.", actor=officer, at=at
        )
    elif one.then == "declined":
        services.decline(request=request, why=one.said, actor=officer, at=at)
    elif one.then in ("question", "withdrawn"):
        services.reply(request=request, text=one.said, asks=True, actor=officer, at=at)
    else:
        services.propose(request=request, text=one.said, price=price, day=day, actor=officer, at=at)
    if one.then == "withdrawn":
        later = at + timedelta(days=6)
        services.withdraw(request=request, text="We doen het volgend schooljaar.", at=later)
    if one.then in ("agreed", "done"):
        services.accept(request=request, at=at + timedelta(days=1))
    if one.then == "done":
        served: dict[Municipality | None, int] = {planted.municipality(one.where): one.people * 4 // 5}
        other = planted.municipality(D if one.where != D else P)
        served[other] = one.people // 10
        served[None] = one.people - sum(served.values())
        services.finish(request=request, served=served, actor=officer, at=moment(day + timedelta(days=3)))
        services.rate(request=request, score=one.score)


def _book(planted: Planted, requests: dict[str, Request], offers: dict[str, Offer]) -> None:
    partnership, officer = planted.partnership, planted.seat(B, "officer")
    lent = offers.get("Uitleendienst")
    tents = services.add_bookable(
        partnership=partnership,
        thing=services.Thing(
            "Partytent 6 op 4 meter", capacity=3, buffer=1, place="Depot Esdoornhout", offer=lent
        ),
    )
    stage = services.add_bookable(
        partnership=partnership,
        thing=services.Thing("Mobiel podium", "half", place="Depot Esdoornhout", offer=lent),
    )
    services.add_bookable(
        partnership=partnership, thing=services.Thing("Repetitiehok", "hour", place="Jeugdhuis Iepenrade")
    )

    def days(first: int, more: int = 0, parts: tuple[int, int] = (0, 0)) -> services.Span:
        start: date = planted.day(-first)
        return services.Span(start, start + timedelta(days=more), *parts)

    services.book(
        bookable=tents, span=days(12, 2), amount=2, title="Scouts Boekweitdijk",
        request=requests["Scouts Boekweitdijk"], actor=officer,
    )  # fmt: skip
    services.book(bookable=tents, span=days(-80, 2), amount=3, title="KLJ Populierdam")
    services.book(bookable=tents, span=days(3, 1), title="Jeugdraad Sleedoorn", actor=officer)
    services.block(bookable=tents, span=days(19, 3), title="Nieuwe zeilen")
    services.book(bookable=stage, span=days(6, 0, (1, 1)), title="Academie Iepenrade", actor=officer)
    gone = services.book(bookable=stage, span=days(8, 1, (0, 1)), title="Buurtfeest De Linde", actor=officer)
    services.cancel(booking=gone, why="Het feest gaat niet door.", actor=officer)
