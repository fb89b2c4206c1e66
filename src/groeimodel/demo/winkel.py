"""A shop: five municipalities with a board, a multi-year plan and a standing offer."""

from groeimodel.demo.agreements import Agreements, Grant
from groeimodel.demo.kit import Crop, Member, Plant, Planted, Resolve, Story, moment
from groeimodel.foundation.partners.models import Seat
from groeimodel.shop.counter import services as counter
from groeimodel.shop.organs import services as organs
from groeimodel.shop.organs.services import Place
from groeimodel.shop.plan import services as plans

D, N, S, B, P = "Esdoornhout", "Iepenrade", "Sleedoorn", "Boekweitdijk", "Populierdam"

STORY = Story(
    name="Jeugdwinkel Drie Beken (voorbeeld)",
    slug="jeugdwinkel-drie-beken",
    description="Een projectvereniging met een bestuur, een meerjarenplan en twee medewerkers. "
    "Jongeren en verenigingen uit vijf gemeenten kunnen er het hele jaar terecht.",
    legal_form="projectvereniging",
    aim="shop",
    coordinator="Hanne Wouters",
    colour="mallow",
    region="Drie Beken",
    members=[
        Member(D, "Joris De Smedt", "Fatima Amrani"),
        Member(N, "Carla Vermeulen", "Wout Segers"),
        Member(S, "Bart Nijs", "Mira Delvaux", officer_before="Koen Baert"),
        Member(B, "", "Emma Roels"),
        Member(P, "Sofie Lenaerts", "Arno Thijs", name_fr="Digue-aux-Peupliers"),
    ],
    crops=[
        Crop(
            8,
            D,
            "Alcoholplan voor de jeugdlokalen",
            "Besproken met alle besturen, zonder boetes.",
            "Preventiewerker van de streek",
        ),
        Crop(
            22,
            N,
            "Reglement voor gedeelde zalen",
            "Drie zalen extra voor repetities.",
            "Werkgroep lokalen",
            P,
        ),
        Crop(
            43,
            P,
            "Animatoren van twee gemeenten op één plein",
            "Geen enkele week gesloten deze zomer.",
            "Overleg speelpleinen",
            S,
        ),
        Crop(
            60,
            S,
            "Jeugdbudget in de begroting, met eigen code",
            "Het college volgt nu mee.",
            "Vorming beleid en geld",
            D,
        ),
        Crop(
            85,
            B,
            "Fuifloket: één mail, één antwoord",
            "Van drie weken naar vier dagen.",
            "Loket van de jeugdwinkel",
        ),
        Crop(
            110,
            D,
            "Blokplek in het rusthuis",
            "Bewoners zetten koffie. Iedereen wil het terug.",
            "Ontmoeting over blokplekken",
            B,
        ),
        Crop(
            141,
            N,
            "Vormingstraject voor hoofdanimatoren",
            "Acht van ons, veertig samen.",
            "Aanbod van de winkel",
        ),
        Crop(
            172,
            P,
            "Speelterreinen: keuring samen aanbesteed",
            "Een kwart goedkoper.",
            "Werkgroep ruimte",
            N,
        ),
        Crop(
            214,
            S,
            "Jongerenwerker deelt werkplek met de buren",
            "Twee dagen hier, drie dagen daar.",
            "Raad van bestuur",
            P,
        ),
        Crop(
            266,
            B,
            "Adviesvraag aan kinderen bij elk plein",
            "Vast formulier, één bladzijde.",
            "Ontmoeting over inspraak",
            D,
        ),
        Crop(
            318,
            D,
            "Opvang van kinderen die pas aankwamen",
            "Met tolk op de eerste dag.",
            "Overleg speelpleinen",
            N,
        ),
        Crop(388, N, "Ruilbeurs voor uniformen", "Twee keer per jaar.", "Vraag aan de groep", S),
        Crop(
            455, P, "Voorbeeldbestek voor een skatepark", "Spaarde een studiebureau uit.", "Gedeelde map", D
        ),
        Crop(
            540,
            S,
            "Meldpunt voor grensoverschrijdend gedrag",
            "Met vast telefoonnummer.",
            "Werkgroep welzijn",
            B,
        ),
        Crop(630, B, "Startpakket voor een nieuwe jeugdraad", "", "Eerste ontmoeting", N),
    ],
    resolves=[
        Resolve(385, "Proefprojecten van het eerste jaar"),
        Resolve(270, "Jaarprogramma", "Vastgelegd samen met het meerjarenplan."),
        Resolve(115, "Aanvulling van het jaarprogramma"),
    ],
    bound=30_000,
    plants=[
        Plant(
            560,
            "cornflower",
            "Opleiding tot hoofdanimator",
            "Elk jaar veertig jongeren.",
            "flower",
            "",
            -240,
            125,
            9800,
            80,
            85,
        ),
        Plant(550, "sunflower", "Vakantieaanbod in één boekje", "", "flower", "", -200, 160, 6400, 75, 80),
        Plant(
            540,
            "poppy",
            "Drie Beken Festival",
            "",
            "harvest",
            "",
            -140,
            -70,
            18500,
            100,
            90,
            came="Tweeduizend bezoekers. De jeugdraden draaiden zelf de bar.",
        ),
        Plant(
            530,
            "mallow",
            "Jongerenpanel van de streek",
            "Vijftien jongeren, vier keer per jaar.",
            "flower",
            "",
            -260,
            100,
            3200,
            70,
            70,
        ),
        Plant(
            520,
            "daisy",
            "Mobiel jeugdhuis",
            "Een bus die elke week ergens anders staat.",
            "flower",
            "",
            -220,
            140,
            14200,
            85,
            75,
        ),
        Plant(500, "cornflower", "Preventie: alcohol en drugs", "", "flower", "", -190, 170, 7600, 60, 65),
        Plant(
            480,
            "sunflower",
            "Kampweken voor kinderen met een beperking",
            "",
            "harvest",
            "",
            -150,
            -82,
            11300,
            100,
            95,
            came="44 kinderen, elk met een eigen begeleider.",
        ),
        Plant(470, "daisy", "Blokspots in elke gemeente", "", "flower", "", -40, 65, 2100, 50, 55),
        Plant(450, "poppy", "Fuifbus in het weekend", "", "flower", "", -170, 30, 8900, 80, 60),
        Plant(440, "mallow", "Kinderen denken mee over pleinen", "", "flower", "", -130, 110, 4300, 55, 60),
        Plant(
            430,
            "cornflower",
            "EHBO voor jeugdleiding",
            "",
            "harvest",
            "",
            -230,
            -100,
            2600,
            100,
            80,
            came="62 jongeren met attest, uit elke gemeente.",
        ),
        Plant(
            400,
            "sunflower",
            "Speelpleinen delen animatoren",
            "",
            "harvest",
            "",
            -145,
            -78,
            5400,
            100,
            85,
            came="Geen enkel speelplein moest een week sluiten.",
        ),
        Plant(390, "daisy", "Ontmoetingsdag voor vrijwilligers", "", "flower", "", -30, 15, 1900, 70, 25),
        Plant(370, "poppy", "Muziektour langs jeugdhuizen", "", "flower", "", -100, -12, 5200, 85, 50),
        Plant(350, "mallow", "Meetdag welzijn op school", "", "flower", "", -80, 120, 6100, 40, 35),
        Plant(330, "cornflower", "Samen omgaan met geld: vorming", "", "flower", "", -55, 90, 1500, 45, 40),
        Plant(300, "daisy", "Gedeeld repetitiehok", "", "flower", "", -110, 200, 7200, 60, 55),
        Plant(
            280,
            "sunflower",
            "Avontuurlijke herfstweek",
            "",
            "harvest",
            "",
            -60,
            -18,
            3900,
            100,
            75,
            came="Vol na drie dagen. Een tweede week was ook vol geraakt.",
        ),
        Plant(270, "poppy", "Kermis voor kleuters", "", "flower", D, -20, 30, None, 50, 40),
        Plant(260, "daisy", "Soepcafé in het jeugdhuis", "", "flower", N, -90, 100, None, 65, 70),
        Plant(240, "mallow", "Skatepark met jongeren", "", "flower", S, -70, 180, 2500, 35, 20),
        Plant(210, "sunflower", "Waterspeelweek", "", "flower", P, -130, -6, None, 95, 60),
        Plant(
            490,
            "cornflower",
            "Gezamenlijke app voor jongeren",
            "",
            "compost",
            "",
            -380,
            -290,
            12000,
            50,
            10,
            "Jongeren installeren geen extra app. We gaan naar waar ze al zitten.",
        ),
        Plant(
            420,
            "poppy",
            "Openluchtcinema",
            "",
            "compost",
            "",
            -310,
            -270,
            4800,
            80,
            20,
            "Twee keer regen, geen plan B. Volgende keer onder een dak.",
        ),
        Plant(
            260,
            "daisy",
            "Babbelbank op elk plein",
            "",
            "compost",
            lesson="Mooi idee, maar niemand voelde zich eigenaar. Begin met één plein en één klas.",
        ),
        Plant(160, "mallow", "Jongerenraad voor vijf gemeenten", "", "seedling"),
        Plant(130, "sunflower", "Kampen met slaapplek bij de buren", "", "seedling"),
        Plant(95, "cornflower", "Jong en verkozen: coaching", ""),
        Plant(57, "daisy", "Bank van talent: jongeren helpen jongeren", ""),
        Plant(20, "poppy", "Lichtstoet in de donkere maanden", ""),
    ],
)

OFFERS: tuple[tuple[str, str, bool, int], ...] = (
    ("Mobiel jeugdhuis te gast", "De bus komt een namiddag naar jouw plein.", True, 500),
    ("Fuifpakket", "Coach, charter, oordopjes en armbandjes.", True, 620),
    ("Opleiding tot animator", "In de paasvakantie, met attest.", True, 560),
    ("Uitleendienst", "Tenten, podium, geluid en kookmateriaal.", False, 700),
    ("Blokspots", "Stilteplekken met water en wifi, in januari en juni.", False, 430),
    ("Preventie op maat", "Een gesprek of een avond over alcohol, drugs of gamen.", True, 480),
    ("Kampfonds", "Korting voor wie het nodig heeft, zonder papieren.", False, 390),
    ("Lokalenadvies", "Hulp bij brandveiligheid en huurcontracten.", False, 300),
)


def build(planted: Planted) -> None:
    """The board, the officers' committee, the plan of this term, and what lies in the shop."""
    partnership, start = planted.partnership, planted.day(740)
    for name, kind, role, task in (
        ("Raad van bestuur", "board", Seat.Role.ALDERMAN, "bestuurder"),
        ("Dagelijks bestuur", "daily", Seat.Role.OFFICER, "lid"),
    ):
        organs.set_up_organ(
            partnership=partnership,
            name=name,
            kind=kind,
            starts=start,
            places=[
                Place(membership.municipality, planted.seat(member, role), task, capacity=role.value)
                for member, membership in planted.memberships.items()
            ],
            at=moment(start),
        )
    first = term_start(planted.today.year)
    for year in (first - 6, first):
        plans.adopt_plan(
            partnership=partnership,
            title=f"Meerjarenplan {year}-{year + 5}",
            starts=planted.today.replace(year=year, month=1, day=1),
            ends=planted.today.replace(year=year + 5, month=12, day=31),
            adopted_on=planted.today.replace(year=year - 1, month=12, day=9),
            at=moment(start),
        )
    for title, text, featured, days in OFFERS:
        day = planted.day(days)
        counter.add_offer(
            partnership=partnership, title=title, text=text, featured=featured, starts=day, at=moment(day)
        )


def term_start(year: int) -> int:
    """First year of the six-year term that a year lies in: 2026, 2032, ..."""
    return year - (year - 2026) % 6


AGREEMENTS = Agreements(
    grants=[
        Grant(
            D,
            -260,
            104,
            hours=16,
            worked=[(200, "30", "Balie"), (100, "44", "Aanbod uitgewerkt"), (15, "18", "Raad van bestuur")],
        ),
        Grant(D, -260, 104, amount=5000, purpose="Dagelijkse werking"),
    ],
)
