"""What the municipalities of the meadow and of the shop talk about: enough to show that soil is their base too."""

from groeimodel.demo import weide, winkel
from groeimodel.demo.exchange import Exchange, Gathering, Subject, Talk

MEADOW_TOWNS = [one.name for one in weide.STORY.members]
SHOP_TOWNS = [one.name for one in winkel.STORY.members]


def _few(towns: list[str], first: str, second: str, audience: str) -> Exchange:
    return Exchange(
        subjects=[
            Subject(
                first,
                "Wat doen we samen, en wat blijft van elke gemeente?",
                "Wat kost het je nu aan tijd?",
                towns[0],
                150,
                towns[1:4],
            ),
            Subject(
                second,
                "Hoe weten we of we de jongeren bereiken die we nog niet kennen?",
                "Wie ken jij die hen wel bereikt?",
                towns[1],
                70,
                towns[2:4],
            ),
        ],
        gatherings=[
            Gathering(
                f"Overleg over {first[0].lower()}{first[1:]}",
                88,
                f"Gemeentehuis, {towns[0]}",
                [
                    Talk(
                        first,
                        "Iedere gemeente vertelt wat lukt en wat niet.\nDe taken worden eerlijker verdeeld.",
                        [("decision", "Elke gemeente trekt één stuk.")],
                    )
                ],
                audience=audience,
            ),
            Gathering(
                f"Overleg over {second[0].lower()}{second[1:]}",
                31,
                f"Jeugdhuis, {towns[1]}",
                [
                    Talk(
                        second,
                        "Jeugdwerkers kennen de plekken waar wij niet komen. Volgende keer nodigen we hen uit.",
                    )
                ],
                absent=towns[3:4],
                audience=audience,
            ),
            Gathering("Volgend overleg", -23, f"Gemeentehuis, {towns[2]}", audience=audience),
        ],
    )


MEADOW = _few(MEADOW_TOWNS, "Samen een zomeraanbod", "Jongeren die we niet kennen", "officers")
SHOP = _few(SHOP_TOWNS, "De prijs van ons aanbod", "Nieuwe jongeren bereiken", "both")
