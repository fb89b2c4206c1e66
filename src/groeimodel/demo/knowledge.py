"""What the people of the soil example bring and seek, and what they asked each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from groeimodel.demo.kit import Planted, moment
from groeimodel.demo.potgrond import B, E, H, L, V
from groeimodel.foundation.partners.models import Seat
from groeimodel.foundation.people.models import Person
from groeimodel.soil.expertise import services as expertise
from groeimodel.soil.expertise.services import Said
from groeimodel.soil.questions import services as questions
from groeimodel.soil.questions.services import Call


@dataclass(frozen=True, slots=True)
class Brought:
    """One area that a municipality, or its officer, brings or seeks."""

    where: str
    area: str
    kind: str
    text: str
    personal: bool = False
    opened: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of so many days ago, with its answers: municipality and words, the first after so many days."""

    where: str
    days: int
    title: str
    more: str
    answers: Sequence[tuple[str, str]] = ()
    after: int = 1
    thanked: bool = False
    opened: bool = False


BROUGHT = (
    Brought(L, "parties", "brings", "Een fuifcharter dat politie en buren mee tekenden", opened=True),
    Brought(L, "voice", "brings", "Kinderen bevragen in de klas", personal=True),
    Brought(L, "wellbeing", "seeks", "Hoe praat je met jongeren over eenzaamheid?"),
    Brought(E, "places", "brings", "Blokplekken met stiltetafels en huisregels"),
    Brought(E, "rules", "brings", "Een reglement van twee bladzijden", personal=True),
    Brought(E, "parties", "seeks", "Iemand die ervaring heeft met geluidsnormen"),
    Brought(B, "play", "brings", "Een checklist voor kampen, met alle diensten", opened=True),
    Brought(B, "volunteers", "seeks", "Hoe houden we hoofdleiding langer?"),
    Brought(H, "vulnerable", "brings", "Korte lijnen met de sociale dienst"),
    Brought(H, "play", "seeks", "Een draaiboek voor kampen op openbaar domein"),
    Brought(V, "outdoors", "brings", "Speelstraten zonder extra vrijwilligers"),
    Brought(V, "voice", "seeks", "Jongeren die niet naar een vergadering komen"),
)
ASKED = (
    Asked(
        V,
        64,
        "Wie heeft een verzekering voor animatoren van buiten de gemeente?",
        "Drie animatoren wonen net over de grens.",
        ((E, "Wij hebben er een via de provincie. Ik stuur je de polis."), (L, "Wij ook, dezelfde.")),
        thanked=True,
    ),
    Asked(
        B,
        38,
        "Hoe lang mag een fuif duren bij jullie?",
        "Onze zaal ligt tussen de huizen.",
        ((L, "Tot drie uur, met een laatste rondje om half drie. Het staat in ons charter."),),
        after=2,
        thanked=True,
        opened=True,
    ),
    Asked(
        H,
        17,
        "Wie kent een goede vorming over mentaal welzijn?",
        "Voor hoofdleiding van zeventien tot twintig jaar.",
        ((L, "Die van het jeugdhuis was sterk: twee uur, veel oefenen."),),
        after=3,
    ),
    Asked(E, 2, "Heeft iemand al fietsenstallingen bij jeugdlokalen gezet?", "Wat kost het, en wie betaalt?"),
)


def share(planted: Planted) -> None:
    """Write it all through the services; the scope must be open."""
    for number, one in enumerate(BROUGHT):
        officer = _officer(planted, one.where)
        said = Said(
            one.area,
            one.kind,
            one.text,
            person=officer if one.personal else None,
            municipality=None if one.personal else planted.municipality(one.where),
            opened=one.opened,
        )
        at = moment(planted.day(150 - 9 * number))
        expertise.share(partnership=planted.partnership, said=said, actor=officer, at=at)
    for asked in ASKED:
        _ask(planted, asked)


def _ask(planted: Planted, one: Asked) -> None:
    at, asker = moment(planted.day(one.days)), _officer(planted, one.where)
    call = Call(one.title, one.more, opened=one.opened)
    question = questions.ask(partnership=planted.partnership, call=call, actor=asker, at=at)
    for number, (where, text) in enumerate(one.answers):
        later = at + timedelta(days=one.after + number)
        answer = questions.answer(question=question, text=text, actor=_officer(planted, where), at=later)
        if one.thanked and number == 0:
            questions.thank(answer=answer, actor=asker, at=later + timedelta(hours=3))


def _officer(planted: Planted, where: str) -> Person:
    officer = planted.seat(where, Seat.Role.OFFICER)
    if officer is None:
        raise ValueError(f"{where} has no officer")
    return officer
