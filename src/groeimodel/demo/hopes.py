"""What partners of the meadow example expected of shared actions, and how it turned out."""

from groeimodel.demo import weide
from groeimodel.demo.kit import Planted, moment
from groeimodel.meadow.actions import expecting
from groeimodel.meadow.actions.models import Action, ActionExpectation

HOPES = {
    "Fuifcoaches voor de hele streek": {
        weide.K: "Dat onze jeugdhuizen zelf coaches leveren.",
        weide.M: "Geen tussenkomst van de politie meer op onze twee grote fuiven.",
        weide.W: "Zes opgeleide jongeren tegen de zomer.",
    },
    "Zomerkamp over de gemeentegrens": {
        weide.K: "Twintig plaatsen voor kinderen van bij ons.",
        weide.A: "Ook kinderen die anders nooit op kamp gaan.",
    },
}
CAME = {
    ("Zomerkamp over de gemeentegrens", weide.K): ("yes", "Het waren er 22."),
    ("Zomerkamp over de gemeentegrens", weide.A): ("partly", "Vijf kinderen. Het vervoer bleef een drempel."),
}


def hope(planted: Planted) -> None:
    """What was expected is written down before the end, so straight into the rows; looking back goes through the service."""
    for title, said in HOPES.items():
        action = Action.objects.filter(partnership=planted.partnership, title=title).first()
        if action is None:
            continue
        for name, text in said.items():
            ActionExpectation.objects.create(
                action=action,
                municipality=planted.municipality(name),
                text=text,
                written_at=moment(action.starts or planted.today),
            )
            if (title, name) in CAME:
                came, words = CAME[title, name]
                expecting.look_back(
                    action=action, municipality=planted.municipality(name), came=came, text=words
                )
