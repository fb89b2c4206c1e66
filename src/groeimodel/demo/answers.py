"""How the three example partnerships lean in their scans, and what their people wrote."""

from groeimodel.demo import potgrond, weide, winkel
from groeimodel.demo.rounds import Leanings, RoundStory

LEANINGS: dict[str, Leanings] = {
    potgrond.STORY.slug: Leanings(
        rounds=[
            RoundStory(690, "Nulmeting", {"soil": 3.1, "meadow": 1.8, "shop": 1.3}),
            RoundStory(480, "Tweede ronde", {"soil": 3.6, "meadow": 1.9, "shop": 1.2}),
            RoundStory(270, "Derde ronde", {"soil": 4.0, "meadow": 2.0, "shop": 1.3}),
            RoundStory(40, "Vierde ronde", {"soil": 4.3, "meadow": 1.9, "shop": 1.2}),
        ],
        alderman={"mandate": 0.35, "visibility": -0.3},
        guesses={"soil-mandate-time": -0.8, "soil-visibility-report": 0.7},
        municipality={potgrond.L: 0.2, potgrond.H: -0.3},
        voices={
            (potgrond.L, "alderman"): (
                "Weten wat er besproken wordt, in vijf regels.",
                "De verslagen komen laat.",
                "Ik wil de andere schepenen wel eens ontmoeten.",
            ),
            (potgrond.L, "officer"): (
                "Een collega die ik snel kan bellen.",
                "Ik doe ook cultuur en sport, dus weinig tijd.",
                "We hebben allemaal dezelfde vragen over kampen.",
            ),
            (potgrond.H, "officer"): (
                "Iemand die mijn verhaal op het college brengt.",
                "Onze schepenzetel is leeg.",
                "Bij de anderen zie ik hoe het kan.",
            ),
            (potgrond.V, "alderman"): (
                "Goede ideeën die elders al werken.",
                "Weinig budget voor iets nieuws.",
                "De speelstraten tonen dat het loont.",
            ),
        },
    ),
    weide.STORY.slug: Leanings(
        rounds=[
            RoundStory(700, "Nulmeting", {"soil": 3.2, "meadow": 2.3, "shop": 1.4}),
            RoundStory(500, "Tweede ronde", {"soil": 3.6, "meadow": 2.9, "shop": 1.5}),
            RoundStory(290, "Derde ronde", {"soil": 3.7, "meadow": 3.5, "shop": 1.6}),
            RoundStory(45, "Vierde ronde", {"soil": 3.7, "meadow": 3.9, "shop": 1.8}),
        ],
        alderman={"gardener": 0.6, "soil-mandate-time": 0.7, "showing": -0.25},
        divided=("meadow-choosing-layout", "soil-balance-use"),
        guesses={"meadow-gardener-time": 0.9, "meadow-gardener-trust": -0.7, "soil-mandate-time": 0.8},
        municipality={weide.K: 0.25, weide.R: -0.45, weide.W: 0.1},
        voices={
            (weide.K, "alderman"): (
                "Resultaten die ik op het college kan tonen.",
                "Ik zie de acties pas als ze voorbij zijn.",
                "Andere schepenen vragen ernaar.",
            ),
            (weide.K, "officer"): (
                "Uren voor de acties, niet alleen voor de vergaderingen.",
                "Twee acties liepen uit door een zieke collega.",
                "Fuifcoaches willen ook in de winter werken.",
            ),
            (weide.M, "alderman"): (
                "Mee kiezen voor we starten.",
                "De keuze viel soms al voor ik het wist.",
                "Ons jeugdplan past bij de bevraging.",
            ),
            (weide.A, "officer"): (
                "Duidelijk wie een actie trekt.",
                "Ik ben nieuw en ken nog niet iedereen.",
                "De kindergemeenteraad kan bij de buren ook.",
            ),
            (weide.R, "alderman"): (
                "Een nieuwe jeugdambtenaar.",
                "Zonder ambtenaar blijft veel liggen.",
                "Misschien kan een buurgemeente tijdelijk helpen.",
            ),
        },
    ),
    winkel.STORY.slug: Leanings(
        rounds=[
            RoundStory(710, "Nulmeting", {"soil": 3.7, "meadow": 3.4, "shop": 2.4}),
            RoundStory(510, "Tweede ronde", {"soil": 3.8, "meadow": 3.7, "shop": 3.0}),
            RoundStory(300, "Derde ronde", {"soil": 3.8, "meadow": 3.9, "shop": 3.6}),
            RoundStory(50, "Vierde ronde", {"soil": 3.5, "meadow": 4.0, "shop": 3.9}),
        ],
        alderman={"organs": 0.35, "plan": 0.3, "balance": -0.2},
        divided=("shop-plan-interlock", "shop-anchoring-soil"),
        guesses={"shop-organs-steer": 0.8, "soil-expectations-duo": 0.6},
        municipality={winkel.D: 0.2, winkel.B: -0.4},
        voices={
            (winkel.D, "alderman"): (
                "Cijfers die ons meerjarenplan aan dat van de streek koppelen.",
                "Twee plannen, twee kalenders.",
                "De subsidie overtuigt ook twijfelaars.",
            ),
            (winkel.D, "officer"): (
                "Minder papierwerk voor dezelfde actie.",
                "De dagelijkse werking slorpt de uitwisseling op.",
                "Klanten vragen om het mobiele jeugdhuis.",
            ),
            (winkel.N, "officer"): (
                "Tijd om gewoon eens te praten met collega's.",
                "Elke vergadering heeft een volle agenda.",
                "Een dag per jaar zonder agenda?",
            ),
            (winkel.P, "alderman"): (
                "Weten wat onze eigen jongeren eraan hebben.",
                "Inwoners kennen de winkel niet bij naam.",
                "Het aanbod op school tonen.",
            ),
        },
    ),
}
