"""How running actions of the meadow and the shop example are tended, and two evaluations; all of it invented."""

from groeimodel.demo import weide, winkel
from groeimodel.demo.tending import Care, Cost, Count, Job, Tale, Verdict, Work

K, M, A, W = weide.K, weide.M, weide.A, weide.W

MEADOW = [
    Care(
        "Fuifcoaches voor de hele streek",
        bound="250",
        jobs=[
            Job("Hesjes ophalen bij de drukker", "Bram Verhulst", 4),
            Job("Elke jeugdraad vragen wie coach wil worden", "Celia Moreels", 18),
            Job("Lokaal vastleggen voor de terugkomdag", "Siebe Lambrecht", -6),
            Job("Draaiboek van de eerste fuif nalezen", "Ruben Smets", done=30),
        ],
        costs=[
            Cost(180, "1250", "Opleiding door de politiezone, drie avonden", "factuur 2026-031"),
            Cost(120, "318.40", "Veertig hesjes", "factuur 2026-058", W),
            Cost(64, "145.75", "Broodjes op de oefenfuif", "kasticket in de map", K),
            Cost(20, "89.90", "Oordopjes", "kasticket in de map", asks=True),
            Cost(3, "480", "Terugkomdag: begeleiding", "offerte 12", asks=True),
        ],
        work=[
            Work(160, "6", K, "Bram Verhulst", "Opleiding voorbereid"),
            Work(60, "4.5", M, "Celia Moreels", "Oefenfuif"),
        ],
        counts=[
            Count(60, "12", "coaches", "deelnemerslijst", "opgeleid", K),
            Count(60, "9", "coaches", "deelnemerslijst", "opgeleid", M),
            Count(25, "640", "jongeren", "geteld aan de ingang", "op vier begeleide fuiven", reach=True),
        ],
        tales=[
            Tale(
                62,
                "De oefenfuif zat vol. Eenentwintig coaches kregen hun hesje.",
                "fuif",
                "Een zaal met een spiegelbol, lichtjes en een draaitafel",
                True,
            ),
            Tale(
                9,
                "Vierde fuif op rij zonder tussenkomst van de politie. De coaches vragen om een terugkomdag.",
            ),
        ],
    ),
    Care(
        "Jongeren verdelen zelf 5.000 euro",
        jobs=[
            Job("Jury van volgende maand uitnodigen", "Ruben Smets", 12),
            Job("Projecten op de website zetten", "", 25),
        ],
        costs=[
            Cost(70, "1200", "Project: graffitimuur aan het station", "besluit van de jury, ronde 1"),
            Cost(66, "850", "Project: meidenvoetbal op zondag", "besluit van de jury, ronde 1"),
            Cost(15, "1450", "Project: repetitieruimte opknappen", "besluit van de jury, ronde 2"),
        ],
        work=[
            Work(70, "5", A, "Ruben Smets", "Jury begeleid"),
            Work(15, "4", A, "Ruben Smets", "Tweede jury"),
        ],
        counts=[
            Count(70, "11", "projecten", "inzendingen", "eerste ronde"),
            Count(15, "84", "jongeren", "deelnemers van de projecten", reach=True),
        ],
        tales=[
            Tale(
                15,
                "De jury koos in twee uur drie projecten. Een meisje van vijftien leidde het gesprek.",
                public=True,
            )
        ],
    ),
    Care(
        "Rondreizende speelstraat",
        bound="150",
        jobs=[Job("Aanhangwagen naar de keuring", "Celia Moreels", 9)],
        costs=[
            Cost(140, "1680", "Aanhangwagen, tweedehands", "factuur 2026-044", M),
            Cost(90, "412.30", "Speelgoed en krijt", "kastickets in de map"),
        ],
        work=[Work(88, "7.5", M, "Celia Moreels", "Drie straten bezocht")],
        counts=[
            Count(40, "26", "straten", "aanvragen", reach=False),
            Count(40, "310", "kinderen", "geteld door de buren", reach=True),
        ],
        tales=[
            Tale(
                38,
                "Straat nummer zesentwintig, en voor het eerst een straat die zelf begon te koken.",
                "speelstraat",
                "Een straat met vlaggetjes, een hinkelpad en een bal",
                True,
            )
        ],
    ),
    Care(
        "Bevraging: hoe gaat het met je?",
        jobs=[Job("Scholen bellen die nog niet antwoordden", "Siebe Lambrecht", 7)],
        costs=[Cost(45, "640", "Vragenlijst laten nakijken", "factuur 2026-071")],
        counts=[Count(12, "418", "jongeren", "ingevulde vragenlijsten", reach=True)],
        tales=[Tale(12, "Zeven van de negen scholen doen mee. 418 jongeren vulden al in.")],
    ),
    Care(
        "Blokplekken op één kaart",
        costs=[
            Cost(20, "390", "Kaart laten tekenen", "factuur 2026-080"),
            Cost(6, "265", "Affiches voor elke school", "factuur 2026-091"),
        ],
        tales=[
            Tale(
                7,
                "De kaart hangt in alle scholen.",
                "blokplek",
                "Twee tafels met een lamp en boeken, tussen de rekken van de bib",
            )
        ],
    ),
    Care(
        "Nacht van het jeugdhuis",
        jobs=[
            Job("Bus reserveren", "Bram Verhulst", 3),
            Job("Affiche maken met de jeugdhuizen", "Celia Moreels", done=8),
        ],
        costs=[Cost(14, "900", "Voorschot voor de bus", "bestelbon 18", A)],
        tales=[Tale(8, "Alle vijf de jeugdhuizen doen mee, met elk een eigen uur op de bus.")],
    ),
    Care(
        "Kindergemeenteraad",
        work=[Work(30, "3", A, "", "Zaal en taart")],
        counts=[Count(30, "24", "kinderen", "klaslijst", "vierde leerjaar", A, True)],
        tales=[
            Tale(
                30,
                "De kinderen stelden elf vragen aan de burgemeester. Ze kregen er negen beantwoord.",
                public=True,
            )
        ],
    ),
    Care(
        "Zomerkamp over de gemeentegrens",
        theme="Samen een zomeraanbod",
        costs=[
            Cost(190, "3200", "Huur van de kampplaats", "contract met de provincie"),
            Cost(88, "2614.55", "Eten voor twee weken", "kastickets in de map", K),
            Cost(80, "1180", "Bus heen en terug", "factuur 2026-066", A),
        ],
        work=[Work(90, "12", K, "", "Kampweek, dag en nacht"), Work(85, "9", M, "Celia Moreels", "Kampweek")],
        counts=[
            Count(76, "22", "kinderen", "inschrijvingen", "", K, True),
            Count(76, "17", "kinderen", "inschrijvingen", "", M, True),
            Count(76, "19", "kinderen", "inschrijvingen", "", A, True),
        ],
        tales=[
            Tale(
                84,
                "Halfweg: niemand wil naar huis, ook de monitoren niet.",
                "kamp",
                "Twee tenten en een kampvuur aan de rand van een bos",
                True,
            )
        ],
        verdict=Verdict(
            60,
            "again",
            90,
            "Alle drie de gemeenten vragen hetzelfde kamp, met tien plaatsen meer.",
            "Regel het vervoer voor je de folder drukt",
            "Vijf kinderen konden pas mee toen er een bus was. Die kwam te laat in de folder, dus vroeg niemand ernaar. "
            "Zet het vervoer vooraan, en bel zelf de gezinnen die de sociale dienst kent.",
            "Als je kinderen wilt bereiken die anders niet op kamp gaan.",
            "kamp, drempels",
            share=True,
            went_well="Monitoren uit verschillende gemeenten werden één ploeg.",
            backs={M: "Onze monitoren komen volgend jaar allemaal terug."},
        ),
    ),
    Care(
        "Gedeelde kampmaterialen",
        costs=[
            Cost(220, "2480", "Vier patrouilletenten", "factuur 2025-112"),
            Cost(210, "906.20", "Kookpotten en een gasvuur", "factuur 2025-118", W),
        ],
        work=[Work(60, "6", W, "Siebe Lambrecht", "Uitleendienst opgezet")],
        counts=[
            Count(34, "17", "uitleningen", "uitleenlijst"),
            Count(34, "410", "kinderen", "uitleenlijst", reach=True),
        ],
        verdict=Verdict(
            24,
            "shop",
            90,
            "Het loopt vanzelf, en groepen blijven vragen. Dat hoort in een vast aanbod.",
            "Eén iemand met de sleutel werkt beter dan een kalender",
            "Met een gedeelde kalender stonden er twee groepen voor een leeg rek. Sinds één vrijwilliger de sleutel heeft, "
            "klopt alles.",
            "Als je materiaal uitleent.",
            "uitleendienst, materiaal",
        ),
    ),
]

SHOP = [
    Care(
        "Mobiel jeugdhuis",
        bound="500",
        jobs=[Job("Winterbanden laten leggen", "Fatima Amrani", 10)],
        costs=[Cost(60, "1340.60", "Onderhoud van de bus", "factuur 2026-210")],
        counts=[Count(20, "1280", "jongeren", "logboek van de bus", reach=True)],
        tales=[
            Tale(
                11,
                "De bus stond voor het eerst aan de sporthal, en bleef een uur langer dan gepland.",
                public=True,
            )
        ],
    ),
    Care(
        "Jongerenpanel van de streek",
        counts=[Count(25, "15", "jongeren", "aanwezigheidslijst", reach=True)],
        tales=[Tale(25, "Het panel las het meerjarenplan, en schrapte de helft van onze woorden.")],
    ),
]

CARE = {weide.STORY.slug: MEADOW, winkel.STORY.slug: SHOP}
