"""What the five municipalities of the soil example talk about, six times a year."""

from groeimodel.demo.exchange import Exchange, Gathering, Subject, Talk

L, E, B, H, V = "Lindergem", "Eikvoort", "Beukmeer", "Hazelrode", "Vlierdonk"

EXCHANGE = Exchange(
    subjects=[
        Subject(
            "Veilig uitgaan",
            "Fuiven, charters, politie en buren: wat werkt, en wie spreekt wie aan?",
            "Breng je eigen charter of reglement mee.",
            L,
            430,
            (B, H, V),
            [("Voorbeeld van een fuifcharter", "https://voorbeeld.test/fuifcharter")],
        ),
        Subject(
            "Kampen op openbaar domein",
            "Elke zomer dezelfde vragen over water, afval en brandveiligheid.",
            "Welke dienst is bij jou het aanspreekpunt?",
            H,
            260,
            (B, L),
        ),
        Subject(
            "Jongeren laten meebeslissen",
            "Van jeugdraad tot bevraging op school: wat bereikt wie?",
            "Eén voorbeeld dat lukte, en één dat niet lukte.",
            V,
            200,
            (L, E, B, H),
        ),
        Subject(
            "Blokplekken in de examens",
            "Studenten zoeken een stille plek, en de bib is te klein.",
            "Hoe doe je het met openingsuren en toezicht?",
            E,
            120,
            (L, V),
        ),
        Subject(
            "Jongeren met een moeilijke thuis",
            "Wie ziet hen, en wie spreekt hen aan? Samen met de sociale dienst.",
            "Wie is bij jullie de vaste contactpersoon?",
            H,
            75,
            (L, E, B),
        ),
        Subject(
            "Vrijwilligers vinden en houden",
            "Hoofdleiding stopt vroeger dan vroeger.",
            "Wat doet jouw gemeente om leiding te bedanken?",
            B,
            60,
            (V,),
        ),
        Subject(
            "Meisjes op het skatepark",
            "Wie gebruikt de openbare ruimte, en wie niet?",
            "Tel één woensdagmiddag wie er is.",
            V,
            24,
            (E, L),
        ),
    ],
    gatherings=[
        Gathering(
            "Ontmoeting over veilig uitgaan",
            292,
            "Polyvalente zaal, Lindergem",
            [
                Talk(
                    "Veilig uitgaan",
                    "Lindergem legt het charter op tafel. Politie en buren tekenden mee.\n"
                    "Beukmeer heeft nog geen afspraken over het einduur.\n"
                    "Iedereen worstelt met glas op straat: bekers met een waarborg helpen.",
                    [("decision", "We gebruiken allemaal hetzelfde charter als vertrekpunt.")],
                )
            ],
        ),
        Gathering(
            "Ontmoeting over kampen",
            243,
            "Gemeentehuis, Hazelrode",
            [
                Talk(
                    "Kampen op openbaar domein",
                    "Eén loket werkt het best: de kampgever belt maar één nummer.\n"
                    "De brandweer wil een plan van het terrein, twee weken vooraf.",
                    [("decision", "Beukmeer deelt zijn checklist met iedereen.")],
                )
            ],
            (E,),
        ),
        Gathering(
            "Ontmoeting over inspraak",
            187,
            "Jeugdhuis, Vlierdonk",
            [
                Talk(
                    "Jongeren laten meebeslissen",
                    "Een maquette op het plein werkte beter dan een vragenlijst.\n"
                    "In Hazelrode eet de jeugdraad eerst samen soep. Sindsdien komen er veertien.",
                    [("seed", "Samen één kinderbevraging in alle scholen")],
                )
            ],
            takes=[
                (L, "Volgende keer vragen we het in de klas, niet per brief."),
                (B, "Een maquette voor het skatepark."),
            ],
            told=[L, B, V],
        ),
        Gathering(
            "Ontmoeting over blokplekken",
            103,
            "Bibliotheek, Eikvoort",
            [
                Talk(
                    "Blokplekken in de examens",
                    "Eikvoort toont de stiltetafels. Toezicht door jobstudenten.\n"
                    "Huisregels op één blad, door studenten zelf geschreven.",
                    [("decision", "We hangen in elke gemeente dezelfde lijst met blokplekken uit.")],
                )
            ],
            (B,),
            takes=[(L, "De huisregels van Eikvoort, voor onze bib."), (V, "Toezicht door jobstudenten.")],
            told=[L, E],
        ),
        Gathering(
            "Ontmoeting na de zomer",
            45,
            "Gemeentehuis, Beukmeer",
            [
                Talk(
                    "Terugblik op de zomer",
                    "Zeven speelstraten in Vlierdonk, zonder extra vrijwilligers.\n"
                    "De checklist voor kampen spaart Hazelrode een week bellen.",
                    [
                        (
                            "todo:Lotte Claessens:16",
                            "Het draaiboek van de speelstraat bij de documenten zetten",
                        ),
                        (
                            "todo:Stijn Aerts:-3",
                            "Navragen of de verzekering ook voor animatoren van buiten geldt",
                        ),
                        ("seed", "Een uitwisselweek voor animatoren"),
                    ],
                )
            ],
            (H,),
            takes=[(E, "Het draaiboek van de speelstraat."), (V, "Eén nummer voor alle kampen.")],
            told=[E],
        ),
        Gathering(
            "Ontmoeting over jongeren met een moeilijke thuis",
            -9,
            "Sociaal huis, Hazelrode",
            [
                Talk(
                    "Jongeren met een moeilijke thuis",
                    steers=[
                        (
                            L,
                            "important",
                            "Betrek zeker de scholen. Wat doen de buren als een kind niet naar huis wil?",
                        ),
                        (B, "follow", ""),
                    ],
                ),
                Talk("Vrijwilligers vinden en houden"),
            ],
            about="We beginnen met broodjes. Iemand van de sociale dienst komt mee.",
        ),
    ],
    sought="Op bezoek bij een jeugdhuis",
    interested=(L, V),
)
