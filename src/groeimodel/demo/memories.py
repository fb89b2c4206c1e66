"""What the three example partnerships learned and kept; all of it invented."""

from groeimodel.demo import potgrond, weide, winkel
from groeimodel.demo.lessons import Memory, Paper, Taught
from groeimodel.soil.lessons.services import Learned

SOIL = Memory(
    lessons=[
        Taught(
            205,
            "Yasmine Ozturk",
            Learned(
                "Eet samen, dan komen ze terug",
                "Onze jeugdraad had vijf leden. Sinds we vier keer per jaar vergaderen met soep en brood, "
                "zijn het er veertien. De agenda werd korter, en niemand mist dat.",
                "Als je jeugdraad leegloopt.",
                "jeugdraad, inspraak",
                "Ontmoeting over de jeugdraad",
            ),
            150,
        ),
        Taught(
            92,
            "Jonas Mertens",
            Learned(
                "Laat jongeren en buren samen het uur kiezen",
                "Eerst schreven wij de regels over geluid zelf. Die hielden een week. Toen kozen gebruikers en buren "
                "samen het einduur, op een bord dat iedereen ziet. Sindsdien kwam er geen klacht meer.",
                "Bij lawaai op een plein of skatepark.",
                "geluid, buurt",
                "Telefoon met een collega",
            ),
            60,
        ),
        Taught(
            40,
            "Lotte Claessens",
            Learned(
                "Stiltetafels werken pas met een toezichter van hun leeftijd",
                "In de eerste examens bleef het rumoerig. Met een jobstudent aan de balie werd het stil, zonder één regel erbij.",
                "Als je een blokplek opent.",
                "blokplek, bib",
                "Ontmoeting over blokplekken",
            ),
        ),
        Taught(
            12,
            "Stijn Aerts",
            Learned(
                "Vraag Lotte om haar draaiboek voor je begint",
                "Lindergem had alles al uitgeschreven. Dat had ons drie weken gespaard.",
                "Voor je zelf iets uitvindt.",
                "draaiboek",
            ),
        ),
    ],
    papers=[
        Paper(
            188,
            "Gitte Maes",
            "Afspraken van onze groep.txt",
            "We zitten zes keer per jaar samen.\nWie iets meeneemt, zegt het de volgende keer.\nDe gastgemeente zorgt voor koffie.\n",
        ),
        Paper(
            30,
            "Nele Peeters",
            "Uurrooster kampen.csv",
            "week;kampen;plaats\n27;4;weide achter de kerk\n28;6;sporthal\n",
        ),
    ],
)
MEADOW = Memory(
    lessons=[
        Taught(
            120,
            "Bram Verhulst",
            Learned(
                "Zet op elke actie één trekker en één einddatum",
                "Drie acties bleven een jaar hangen omdat iedereen dacht dat een ander het deed. "
                "Met één naam en één datum was er na twee maanden iets te zien.",
                "Als gezamenlijke plannen blijven liggen.",
                "samenwerken, actie",
            ),
            90,
        ),
        Taught(
            70,
            "Celia Moreels",
            Learned(
                "Koop de kledij voor animatoren niet, leen ze",
                "We kochten tweehonderd T-shirts met een jaartal erop. Een jaar later lagen er honderdtwintig in de kelder.",
                "Voor je samen materiaal koopt.",
                "speelplein, materiaal",
            ),
            30,
        ),
    ],
)
SHOP = Memory(
    lessons=[
        Taught(
            160,
            "Fatima Amrani",
            Learned(
                "Reken eerst uit wat het kost om er níét bij te zijn",
                "Het college aarzelde over de bijdrage. Toen we toonden wat elke gemeente alleen zou betalen, was het besluit er in één zitting.",
                "Als je budget vraagt aan het college.",
                "budget, college",
            ),
            120,
        ),
    ],
)
MEMORIES = {potgrond.STORY.slug: SOIL, weide.STORY.slug: MEADOW, winkel.STORY.slug: SHOP}
THANKS = {
    "Bram Verhulst": ["Eet samen, dan komen ze terug", "Reken eerst uit wat het kost om er níét bij te zijn"],
    "Fatima Amrani": ["Eet samen, dan komen ze terug"],
    "Lotte Claessens": ["Zet op elke actie één trekker en één einddatum"],
}
"""Who said of which lessons of others that they helped."""
