"""An invented collection to search in, and questions with what answers them: 20 topics of 15 entries, 80 questions.

An entry answers a question when it is of the topic of the question, whatever words it uses. So recall is measured
against the meaning, not against what the search happens to know.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

TOPICS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "uitgaan": (
        ("Fuifcharter voor de zaal", "Evenementen in open lucht", "Feest na de examens", "Fuifkoffer te leen", "Afspraken over evenementen"),
        ("Politie en buren tekenden samen.", "Met armbandjes en oordopjes.", "Wie toestemming vraagt, krijgt binnen een week antwoord."),
    ),
    "subsidies": (
        ("Subsidiereglement op twee bladzijden", "Toelagen voor verenigingen", "Subsidies digitaal aanvragen", "Nieuw reglement voor toelagen", "Projectsubsidie voor jongeren"),
        ("Getest door drie hoofdleiders.", "Aanvragen kan het hele jaar.", "Met een eenvoudig formulier."),
    ),
    "speelplein": (
        ("Speelpleinwerking in augustus", "Vakantiewerking met twee gemeenten", "Speelpleinen en kleuters", "Inschrijven voor het speelplein", "Speelpleinbus"),
        ("Elke week een ander thema.", "Wachtlijsten zijn verleden tijd.", "De animatoren eten mee."),
    ),
    "inspraak": (
        ("Jeugdraad in nieuwe vorm", "Kinderen bevragen in de klas", "Participatie bij een nieuw plein", "Inspraak zonder vergaderen", "Jongerenraad met soep"),
        ("Van vijf naar veertien deelnemers.", "Met een maquette en twee avonden.", "Wie komt, beslist."),
    ),
    "kampen": (
        ("Kampen op openbaar domein", "Bivak bij de vijver", "Kampplaatsen in de regio", "Checklist voor kampen", "Tentenkamp en brandveiligheid"),
        ("Eén loket voor alle vragen.", "De brandweer wil een plan van het terrein.", "Sleutels en waarborg staan erin."),
    ),
    "vrijwilligers": (
        ("Vrijwilligersdag in september", "Vrijwilligers bedanken", "Verzekering voor vrijwilligers", "Vrijwilligerswerk vanaf zestien", "Vrijwilligers vinden en houden"),
        ("Met een ontbijt en een diploma.", "Kosteloos via de provincie.", "Hoofdleiding stopt vroeger dan vroeger."),
    ),
    "animatoren": (
        ("Cursus voor animatoren", "Animatoren vormen we samen", "Opleiding tot hoofdanimator", "Stage voor jonge begeleiders", "Attest van animator"),
        ("Goedkoper omdat we samen inschrijven.", "Tien plaatsen per gemeente.", "In de krokusvakantie."),
    ),
    "mobiliteit": (
        ("Fietslus langs jeugdlokalen", "Nachtbus na het feest", "Vervoer naar het zwembad", "Mobiliteit van tieners", "Veilig fietsen in het donker"),
        ("De dienst verkeer nam het mee.", "Drie haltes, elk uur.", "Met fluohesjes en licht."),
    ),
    "studeren": (
        ("Blokplek in de bib", "Stille studieplekken", "Blokken in het gemeentehuis", "Studeren met toezicht", "Blokplekken in de examens"),
        ("Huisregels door studenten zelf geschreven.", "Open in januari en juni.", "Een dertigtal plaatsen per dag."),
    ),
    "welzijn": (
        ("Jongeren met een moeilijke thuis", "Aanspreekpunt voor hulp", "Mentaal welzijn van tieners", "Zorg voor wie het moeilijk heeft", "Praten over eenzaamheid"),
        ("Samen met de sociale dienst.", "Eén vaste contactpersoon.", "Laagdrempelig en zonder afspraak."),
    ),
    "armoede": (
        ("Kansentarief voor iedereen", "Drempels weghalen", "Armoede op het kamp", "Korting zonder stempel", "Kwetsbare gezinnen bereiken"),
        ("Niemand hoeft iets te bewijzen.", "Eén derde van de prijs.", "De school verwijst door."),
    ),
    "drugs": (
        ("Drugs in het uitgaansleven", "Alcohol onder de zestien", "Preventie van druggebruik", "Verslaving bespreekbaar maken", "Beleid rond alcohol"),
        ("Met de preventiedienst.", "Vorming voor wie achter de toog staat.", "Bandjes met een leeftijd."),
    ),
    "overlast": (
        ("Klachten over geluid", "Hangjongeren op het plein", "Vandalisme aan het station", "Lawaai van het skatepark", "Overlast in de wijk"),
        ("Sinds de lente geen klacht meer.", "Een jeugdwerker gaat langs.", "Buren kregen een nummer."),
    ),
    "lokalen": (
        ("Huur van jeugdlokalen", "Bouwen aan een lokaal", "Veilige lokalen", "Sleutels en waarborg van lokalen", "Jeugdinfrastructuur in kaart"),
        ("Sjabloon voor een overeenkomst.", "Brandweer en energie in één bezoek.", "Geen discussie meer over schade."),
    ),
    "speelruimte": (
        ("Speelstraten, heel de zomer", "Speelbos met stammen", "Speelterreinen op loopafstand", "Speeltuin voor alle leeftijden", "Spelmateriaal op het marktplein"),
        ("Zeven straten in plaats van drie.", "Getekend door kinderen.", "Zonder hek."),
    ),
    "communicatie": (
        ("Kalender met alle activiteiten", "Nieuwsbrief voor ouders", "Instagram van de jeugddienst", "Affiches die opvallen", "Website voor jongeren"),
        ("Elke vereniging vult zelf aan.", "Korte filmpjes werken best.", "Eén keer per maand."),
    ),
    "materiaal": (
        ("Uitleendienst voor kampmateriaal", "Tenten en sjorhout", "Materiaal samen aankopen", "Ontlenen zonder papieren", "Podium te leen"),
        ("Alles in één kast.", "Reserveren via de website.", "Gratis voor erkende groepen."),
    ),
    "privacy": (
        ("Foto's van kinderen", "Privacy op kamp", "Persoonsgegevens van leden", "GDPR voor verenigingen", "Toestemming voor beelden"),
        ("Een blad dat ouders begrijpen.", "Niets bewaren wat je niet nodig hebt.", "Met een model van brief."),
    ),
    "diversiteit": (
        ("Anderstalige nieuwkomers op de speeltuin", "Inclusie van kinderen met een beperking", "Regenboogweek", "Toegankelijke activiteiten", "Meisjes op het plein"),
        ("Een buddy voor elk kind.", "Pictogrammen in plaats van tekst.", "Tel een woensdagmiddag wie er is."),
    ),
    "internationaal": (
        ("Uitwisseling met Polen", "Erasmus voor jeugdwerkers", "Internationaal vrijwilligerskamp", "Jongeren naar het buitenland", "Bezoek van een partnerstad"),
        ("Twee weken, met taalbad.", "De Europese aanvraag was de helft van het werk.", "Iedereen logeert bij gezinnen."),
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Document:
    key: int
    topic: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Question:
    kind: str
    query: str
    titles: tuple[str, ...]
    """Pieces of the titles that answer it, judged by hand: by what they mean, not by the words they hold."""

    def answered_by(self, title: str) -> bool:
        return any(piece in title for piece in self.titles)


def documents() -> list[Document]:
    """300 entries: each title of a topic with each of its texts."""
    rows = [
        (topic, title, text)
        for topic, (titles, texts) in TOPICS.items()
        for title, text in product(titles, texts)
    ]
    return [Document(number, *row) for number, row in enumerate(rows, start=1)]


PARTIES = ("Fuif", "Evenementen", "Feest", "evenementen", "uitgaansleven", "Nachtbus")
GRANTS = ("ubsidie", "oelagen")
PLAY = ("Speelplein", "speelplein", "Vakantiewerking")
VOICE = ("Jeugdraad", "Jongerenraad", "bevragen", "Participatie", "Inspraak")
COUNCILS = ("Jeugdraad", "Jongerenraad")
CAMPS = ("Kamp", "kamp", "Bivak")
HELPERS = ("rijwilliger",)
LEADERS = ("nimator", "begeleiders")
TRAVEL = ("Fietslus", "Nachtbus", "Vervoer", "Mobiliteit", "fietsen")
BIKES = ("Fietslus", "fietsen")
STUDY = ("Blok", "Studeren", "studieplekken")
CARE = ("welzijn", "hulp", "Zorg")
POOR = ("Kansentarief", "Drempels", "Armoede", "Korting", "Kwetsbare")
LESS = ("Kansentarief", "Korting")
DRUGS = ("Drugs", "Alcohol", "drug", "Verslaving", "alcohol")
TROUBLE = ("Klachten", "Vandalisme", "Overlast")
NOISE = ("geluid", "Lawaai")
ROOMS = ("lokalen", "lokaal", "infrastructuur")
GROUNDS = ("Speelbos", "Speelterrein", "Speeltuin", "speeltuin")
POSTERS = ("Affiches",)
SOCIAL = ("Instagram",)
KIT = ("materiaal", "Materiaal", "Tenten")
LEND = ("Uitleen", "Ontlenen", "te leen")
PRIVATE = ("Privacy", "Persoonsgegevens", "GDPR")
PHOTOS = ("Foto", "beelden")
INCLUSION = ("Inclusie", "Toegankelijke", "Regenboog")
ABROAD = ("Uitwisseling", "Internationaal", "buitenland", "Erasmus")

_BY_KIND: dict[str, dict[str, tuple[str, ...]]] = {
    "gewoon woord": {
        "fuif": PARTIES, "subsidie": GRANTS, "speelplein": PLAY, "jeugdraad": COUNCILS, "kampen": CAMPS,
        "vrijwilligers": HELPERS, "animatoren": LEADERS, "vervoer": TRAVEL, "studeren": STUDY, "welzijn": CARE,
        "kansentarief": LESS, "alcohol": DRUGS, "lawaai": NOISE, "lokalen": ROOMS, "speelterrein": GROUNDS,
        "affiche": POSTERS, "materiaal": KIT, "privacy": PRIVATE, "inclusie": INCLUSION, "buitenland": ABROAD,
    },
    "ander getal of vorm": {
        "fuiven": PARTIES, "toelage": GRANTS, "speelpleinen": PLAY, "jeugdraden": COUNCILS, "kamp": CAMPS,
        "vrijwilliger": HELPERS, "animator": LEADERS, "fietsen": BIKES, "studieplek": STUDY, "klacht": TROUBLE,
        "lokaal": ROOMS, "speelstraat": ("Speelstraten",), "affiches": POSTERS, "tent": KIT, "foto": PHOTOS,
        "uitwisselingen": ABROAD,
    },
    "deel van een samenstelling": {
        "charter": ("charter", "Afspraken"), "reglement": ("reglement",), "vakantie": ("Vakantie",), "bivak": CAMPS,
        "vrijwilligerswerk": HELPERS, "lus fiets": BIKES, "blok": STUDY, "infrastructuur": ROOMS,
        "speel": ("Speel", "speel", "Spel"), "uitleen": ("Uitleen",), "gegevens": ("Persoonsgegevens",),
        "nieuwkomer": ("nieuwkomers",),
    },
    "typfout": {
        "evenemneten": PARTIES, "subsdie": GRANTS, "speelplien": PLAY, "jeugdrad": COUNCILS, "vrijwiligers": HELPERS,
        "animatorn": LEADERS, "mobilitiet": TRAVEL, "blokpek": STUDY, "wlezijn": CARE, "kansentraief": LESS,
        "alchohol": DRUGS, "vandalsime": TROUBLE, "lokaaln": ROOMS, "niewsbrief": ("Nieuwsbrief",),
        "uitlendienst": ("Uitleen",), "privcay": PRIVATE,
    },
    "ander woord": {
        "party": PARTIES, "financiering": GRANTS, "vakantieopvang": PLAY, "medezeggenschap": VOICE, "tentenkamp": CAMPS,
        "helper": HELPERS, "moni": LEADERS, "fietspad": BIKES, "studieplek blok": STUDY, "hulpverlening": CARE,
        "kansengroepen": POOR, "verslaving": DRUGS, "hinder": TROUBLE, "gebouw": ROOMS, "leefstraat": ("Speelstraten",),
        "facebook": SOCIAL,
    },
}  # fmt: skip

QUESTIONS = [
    Question(kind, query, titles) for kind, rows in _BY_KIND.items() for query, titles in rows.items()
]


def recall_at(found: list[str], question: Question, *, places: int = 10) -> float:
    """Of the entries that answer a question, the share among the first places; at most as many as there are places."""
    answers = sum(question.answered_by(one.title) for one in documents())
    return sum(question.answered_by(title) for title in found[:places]) / min(places, answers)
