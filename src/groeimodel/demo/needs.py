"""Needs of the meadow example, and what its municipalities said so far of the ideas on the shared meadow."""

from collections.abc import Sequence
from dataclasses import dataclass

from groeimodel.demo.kit import Planted, moment
from groeimodel.demo.weide import A, K, M, R, W
from groeimodel.foundation.partners.models import Seat
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.checks import services as checks
from groeimodel.soil.needs import services as needs
from groeimodel.soil.needs.models import Need
from groeimodel.soil.needs.services import Heard

ASKED = 5
"""So many days ago everybody was asked."""


@dataclass(frozen=True, slots=True)
class Told:
    """One need, heard so many days ago."""

    days: int
    where: str
    title: str
    for_whom: str
    source: str
    source_words: str = ""
    text: str = ""


NEEDS = (
    Told(210, K, "Tieners vinden na de fuif geen veilige weg naar huis", "youth", "survey", "212 leerlingen",
         "Zes op de tien fietst alleen. 'Mijn ouders halen me maar één keer per maand.'"),
    Told(95, K, "Jongeren willen zelf iets kunnen tonen op straat", "youth", "council", "Jeugdraad van juni"),
    Told(60, K, "Kinderen van zes tot negen hebben niets te doen op woensdag", "children", "seen"),
    Told(300, M, "Gezinnen met weinig geld schrijven niet in voor kampen", "children", "figures",
         "Inschrijvingen van de zomer", "11 van de 240 kinderen kwamen met een kansentarief."),
    Told(130, M, "De bus rijdt niet na tien uur", "youth", "council", "Jeugdraad"),
    Told(180, A, "Tieners hangen rond zonder plek waar ze welkom zijn", "teens", "seen", "De wijkagent en twee leerkrachten"),
    Told(170, A, "Kapotte fietsen blijven staan", "all", "survey", "Fietscontrole in drie scholen"),
    Told(900, R, "Er is geen lokaal voor de jeugdraad", "youth", "council"),
    Told(75, W, "Jonge muzikanten vinden geen podium", "youth", "council", "Jeugdraad van Wilgerode"),
    Told(75, W, "Kinderen uit de wijk Kouter komen nergens", "children", "figures", "Leden van de jeugdbewegingen"),
)  # fmt: skip

NIGHT, FIX, STAGE, DEBATE, CAMP = (
    "Nachtbus in het weekend",
    "Repair-uur voor fietsen",
    "Open podium op vijf pleinen",
    "Jongeren leren debatteren",
    "Kamp voor wie nog nooit op kamp ging",
)
CHECKS: Sequence[tuple[str, str, str, str]] = (
    (NIGHT, K, "fits", "Tieners vinden na de fuif geen veilige weg naar huis"),
    (NIGHT, M, "fits", "De bus rijdt niet na tien uur"),
    (NIGHT, A, "not", "Onze jongeren gaan uit in de andere richting."),
    (FIX, A, "fits", "Kapotte fietsen blijven staan"),
    (FIX, M, "neutral", ""),
    (STAGE, K, "fits", "Jongeren willen zelf iets kunnen tonen op straat"),
    (STAGE, W, "fits", "Jonge muzikanten vinden geen podium"),
    (STAGE, M, "neutral", ""),
    (CAMP, M, "fits", "Gezinnen met weinig geld schrijven niet in voor kampen"),
    (CAMP, W, "fits", "Kinderen uit de wijk Kouter komen nergens"),
    (DEBATE, M, "not", "De scholen doen dit al."),
)
LIKINGS: Sequence[tuple[str, str, int, str, str]] = (
    (NIGHT, M, 5, "Elke kern is ook 's avonds bereikbaar", "Als de vervoerregio meebetaalt."),
    (NIGHT, A, 1, "", ""),
    (CAMP, M, 4, "Vakantie voor elk kind", ""),
    (CAMP, W, 5, "Minder kinderarmoede tegen 2030", ""),
    (STAGE, W, 4, "Cultuur komt naar de wijken", "Liefst in september."),
)


def need(planted: Planted) -> None:
    """Write the needs down, ask, and let some of the seats answer; the scope must be open."""
    for one in sorted(NEEDS, key=lambda one: -one.days):
        day = planted.day(one.days)
        heard = Heard(
            planted.municipality(one.where),
            one.title,
            day,
            one.source,
            one.source_words,
            one.text,
            one.for_whom,
        )
        officer = planted.seat(one.where, Seat.Role.OFFICER)
        needs.note_need(partnership=planted.partnership, heard=heard, actor=officer, at=moment(day))
    found = Action.objects.select_related("partnership").filter(
        partnership=planted.partnership, title__in=(NIGHT, FIX, STAGE, DEBATE, CAMP)
    )
    actions = {one.title: one for one in found}
    asked, said = moment(planted.day(ASKED)), moment(planted.day(ASKED - 2))
    coordinator = planted.people[planted.story.coordinator]
    checks.ask_checks(actions=list(actions.values()), actor=coordinator, at=asked)
    by_title = {one.title: one for one in Need.objects.filter(partnership=planted.partnership)}
    for title, where, verdict, words in CHECKS:
        checks.check(
            action=actions[title],
            municipality=planted.municipality(where),
            verdict=verdict,
            need=by_title.get(words),
            why="" if words in by_title else words,
            actor=planted.seat(where, Seat.Role.OFFICER),
            at=said,
        )
    for title, where, liking, goal, word in LIKINGS:
        checks.prefer(
            action=actions[title],
            municipality=planted.municipality(where),
            liking=liking,
            goal=goal,
            word=word,
            actor=planted.seat(where, Seat.Role.ALDERMAN),
            at=said,
        )
