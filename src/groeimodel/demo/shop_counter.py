"""The counter of the shop: what each offer is, how it lies together, what keeps it, and whom it reaches."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal

from django.core.files.uploadedfile import SimpleUploadedFile

from groeimodel.demo.kit import Planted, moment
from groeimodel.demo.pictures import drawn
from groeimodel.demo.winkel import OFFERS, B, D, N, P, S
from groeimodel.foundation.partners.models import Seat
from groeimodel.meadow.actions.models import Action
from groeimodel.shop.counter import services as counter
from groeimodel.shop.counter.models import Offer
from groeimodel.shop.counter.services import Agreed, Bunch, Card, Checked, Said, Secured


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of one of the offers of `winkel.OFFERS`, by its place there."""

    text: str
    for_whom: tuple[str, ...]
    price: str = ""
    free: bool = False
    how: str = ""
    bookable: bool = False
    tended: str = ""
    """The municipality whose officer tends it."""
    speciality: str = ""
    secured: tuple[int | str, int | str, int | str] = ("", "", "")
    """Money, people, agreements: days from today, 'open', or empty for what is not known."""
    missing: tuple[str, ...] = ("-",)
    """Points of the list that are not in order; '-' while nobody looked."""
    reached: tuple[int, ...] = ()
    """People this year and the year before, of each municipality in turn and of elsewhere."""


NIGHT, SUMMER = "Veilig uitgaan", "Vakantie voor iedereen"
WHERE = (D, N, S, B, P)
TOLD: tuple[Told, ...] = (
    Told(
        "De bus komt een namiddag naar jouw plein, met spelletjes, muziek, warme soep en een jeugdwerker. "
        "Jullie kiezen de plek, wij brengen de rest.",
        ("young", "clubs", "municipalities"),
        free=True,
        how="Vraag het drie weken vooraf. Wij bellen terug om samen de plek te kiezen.",
        bookable=True,
        tended=D,
        secured=(410, 75, "open"),
        missing=(),
        reached=(142, 96, 61, 48, 3, 0),
    ),
    Told(
        "Alles voor een fuif die iedereen goed verteert: een coach die met jullie plant, een fuifcharter, oordopjes, "
        "polsbandjes en kluisjes voor jassen.",
        ("clubs", "schools", "young"),
        price="€ 35, oordopjes inbegrepen",
        how="Vraag het zes weken vooraf. De coach komt één keer bij jullie langs.",
        bookable=True,
        tended=N,
        speciality=NIGHT,
        secured=(410, "open", 24),
        missing=("insurance",),
        reached=(310, 120, 205, 0, 88, 40),
    ),
    Told(
        "In de paasvakantie: vijf dagen spelen, leren en slapen op kamp. Daarna een stage op een speelplein bij jou. "
        "Je krijgt een attest van de Vlaamse overheid.",
        ("young",),
        price="€ 90, of € 25 met het kampfonds",
        how="Schrijf je in voor 15 februari. Vanaf 16 jaar.",
        tended=S,
        speciality=SUMMER,
        secured=(410, 410, 410),
        missing=(),
        reached=(12, 9, 8, 7, 6, 0),
    ),
    Told(
        "Tenten, een podium, geluid, vuurkorven en kookmateriaal voor honderd man. Nagekeken en proper, met een lijst erbij.",
        ("clubs", "schools", "residents", "services"),
        price="Vanaf € 20 per stuk, met waarborg",
        how="Kies een dag, haal af op vrijdag tussen 16 en 18 uur en breng terug op maandag.",
        bookable=True,
        tended=P,
        secured=("open", "open", 160),
        missing=(),
        reached=(540, 388, 290, 214, 301, 65),
    ),
    Told(
        "Stilteplekken met water, wifi en iemand die af en toe vraagt hoe het gaat. In januari en juni, ook op zondag.",
        ("young",),
        free=True,
        how="Kom binnen. Inschrijven hoeft niet.",
        secured=(410, "", 410),
        missing=("photo", "answers"),
        reached=(74, 52, 0, 2, 31, 0),
    ),
    Told(
        "Een gesprek, een les of een avond voor ouders over alcohol, drugs of gamen. Op maat van je groep.",
        ("schools", "clubs", "services"),
        price="€ 60 per sessie, gratis voor jeugdverenigingen",
        how="Vertel ons kort waarover het mag gaan. We bellen binnen de week.",
        tended=D,
        speciality=NIGHT,
        secured=(410, 410, ""),
        missing=(),
        reached=(168, 90, 44, 60, 4, 0),
    ),
    Told(
        "Korting op kampen, vorming en lidgeld voor wie het nodig heeft. Zonder papieren: een telefoontje volstaat.",
        ("young", "residents"),
        free=True,
        how="Bel of mail een jeugdwerker van je gemeente. Niemand ziet dat je korting kreeg.",
        speciality=SUMMER,
        secured=(-12, "open", "open"),
        reached=(22, 17, 11, 9, 14, 0),
    ),
    Told(
        "We kijken samen naar brandveiligheid, huurcontract en energie van je lokaal, en schrijven op wat eerst moet.",
        ("clubs", "municipalities"),
        free=True,
        how="Stuur het adres van je lokaal. We komen op een avond die jullie past.",
        secured=("", "", ""),
        reached=(36, 0, 28, 12, 0, 0),
    ),
)


def build(planted: Planted) -> None:
    """Grow the offers that `winkel.build` put in the window."""
    where, today = planted.partnership, planted.today
    offers = {one.title: one for one in Offer.objects.filter(partnership=where).select_related("partnership")}
    rows = [offers[title] for title, *_rest in OFFERS]
    kinds = {
        title: counter.state_speciality(partnership=where, title=title, why=why, at=moment(planted.day(300)))
        for title, why in (
            (NIGHT, "Fuiven trekken jongeren uit de hele streek. Eén gemeente alleen krijgt dat niet rond."),
            (SUMMER, "Elk kind op kamp, ook wie het thuis moeilijk heeft."),
        )
    }
    for offer, told in zip(rows, TOLD, strict=True):
        said = Said(
            title=offer.title,
            text=told.text,
            for_whom=told.for_whom,
            free=told.free,
            price=told.price,
            how=told.how,
            bookable=told.bookable,
            featured=offer.featured and offer.title == OFFERS[0][0],
            speciality=kinds.get(told.speciality),
            responsible=planted.seat(told.tended, Seat.Role.OFFICER) if told.tended else None,
        )
        counter.change_offer(offer=offer, said=said)
        _keep(planted, offer, told)
        _count(planted, offer, told)
    _grow(planted)
    _tie(planted, rows)
    _supply(planted, rows)
    _hang(rows)
    for place, mark, words in SUPPORT:
        counter.say_support(
            partnership=where,
            municipality=planted.municipality(place),
            mark=mark,
            words=words,
            actor=planted.seat(place, Seat.Role.ALDERMAN),
            at=moment(today - timedelta(days=370)),
        )


SUPPORT = (
    (D, 4, "Het college ziet wat de uitleendienst scheelt."),
    (N, 3, "De bijdrage komt elk jaar ter sprake."),
    (P, 5, "Onze jongeren vragen ernaar."),
)


def _grow(planted: Planted) -> None:
    """Two actions of the meadow that became an offer: one in the window, one still in the making."""
    grown = Action.objects.get(partnership=planted.partnership, title="EHBO voor jeugdleiding")
    offer = counter.draft_from(action=grown, text="", at=moment(planted.day(60)))
    text = (
        "Twee avonden oefenen met wonden, verstuikingen en een tekenbeet. Je gaat naar huis met een attest "
        "en een gevulde koffer voor je groep."
    )
    said = Said(
        "EHBO voor jeugdleiding",
        text,
        ("clubs", "young"),
        price="€ 15 per persoon",
        how="Vanaf acht mensen komen we naar jullie lokaal.",
        starts=planted.day(55),
    )
    counter.change_offer(offer=offer, said=said, ready=True)
    day = planted.day(24)
    counter.record_use(offer=offer, municipality=planted.municipality(N), day=day, people=14)
    week = Action.objects.get(partnership=planted.partnership, title="Avontuurlijke herfstweek")
    counter.draft_from(action=week, text="Vol na drie dagen. Een tweede week was ook vol geraakt.")


PICTURES = (
    (1, "fuif", "Een zaal met een spiegelbol, lichtjes en een draaitafel"),
    (3, "kamp", "Twee tenten en een kampvuur aan de rand van een bos"),
    (4, "blokplek", "Twee tafels met een lamp en boeken, tussen de rekken van de bib"),
)
"""By the place of the offer."""


def _hang(rows: list[Offer]) -> None:
    for at, name, alt in PICTURES:
        upload = SimpleUploadedFile(f"{name}.png", drawn(name), content_type="image/png")
        counter.hang_picture(offer=rows[at], upload=upload, alt=alt)


def _keep(planted: Planted, offer: Offer, told: Told) -> None:
    parts = ("funding", "people", "agreement")
    secured: dict[str, Secured | None] = {}
    for part, days in zip(parts, told.secured, strict=True):
        if isinstance(days, int):
            secured[part] = Secured(planted.today + timedelta(days=days), "Begroting en contract")
        elif days == "open":
            secured[part] = Secured(None, "Vaste werking")
    if secured:
        counter.anchor(offer=offer, secured=secured)
    if told.missing != ("-",):
        points = ("text", "photo", "price", "contact", "answers", "equipment", "insurance", "supplier")
        checked = {one: Checked("no" if one in told.missing else "yes") for one in points}
        for one in told.missing:
            checked[one] = replace(checked[one], by=planted.today + timedelta(days=21), who=offer.responsible)
        counter.check_points(offer=offer, checked=checked)


def _count(planted: Planted, offer: Offer, told: Told) -> None:
    """One count a year for each municipality: this year as it was told, the year before a fifth less."""
    for at, people in enumerate(told.reached):
        where = planted.municipality(WHERE[at]) if at < len(WHERE) else None
        for day, heads in ((planted.day(20 + at), people), (planted.day(380 + at), people * 4 // 5)):
            if heads:
                counter.record_use(offer=offer, municipality=where, day=day, people=heads)


def _tie(planted: Planted, rows: list[Offer]) -> None:
    today = planted.today
    summer = Bunch(
        "Klaar voor de zomer",
        "Op kamp, animator worden, of je plein laten leven: begin er nu al aan.",
        [rows[2], rows[6], rows[0]],
        starts=today - timedelta(days=15),
        ends=today + timedelta(days=60),
    )
    night = Bunch(
        "Een fuif die goed zit",
        "Van het eerste idee tot de laatste bus: wie samen plant, feest rustiger.",
        [rows[1], rows[5], rows[3]],
        starts=today - timedelta(days=40),
        ends=today + timedelta(days=30),
    )
    exams = Bunch("Blokken met een soepje", "Voor wie thuis geen rustige plek heeft.", [rows[4]])
    for bunch in (summer, night, exams):
        counter.tie_bouquet(partnership=planted.partnership, bunch=bunch, at=moment(planted.day(45)))


def _supply(planted: Planted, rows: list[Offer]) -> None:
    where, today = planted.partnership, planted.today
    tents = counter.add_supplier(
        partnership=where,
        card=Card(
            "Tentenverhuur De Nok (verzonnen)",
            "Balie",
            "balie@denok.voorbeeld.test",
            "",
            "Levert enkel op donderdag.",
        ),
    )
    safe = counter.add_supplier(
        partnership=where, card=Card("Oordop & Co (verzonnen)", "Verkoop", "verkoop@oordop.voorbeeld.test")
    )
    counter.agree(
        supplier=tents,
        agreed=Agreed(
            "Onderhoud en keuring van de tenten",
            planted.day(600),
            today + timedelta(days=160),
            today + timedelta(days=70),
            Decimal("3200.00"),
            [rows[3]],
        ),
    )
    counter.agree(
        supplier=safe,
        agreed=Agreed(
            "Oordopjes en polsbandjes",
            planted.day(340),
            today + timedelta(days=24),
            None,
            Decimal("850.00"),
            [rows[1]],
        ),
    )
