"""How the municipalities of the meadow example take their colleges along."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from groeimodel.demo.kit import Planted, moment
from groeimodel.demo.weide import A, K, M, W
from groeimodel.meadow.college import services
from groeimodel.meadow.college.services import Planned


@dataclass(frozen=True, slots=True)
class Talk:
    """A moment, so many days from now (before 0: it took place)."""

    where: str
    days: int
    role: str
    what: str
    purpose: str
    outcome: str = ""
    other: str = ""


TALKS = (
    Talk(
        K,
        -205,
        "alderman",
        "account",
        "De fuifcoaches voorstellen, met wat ze kosten.",
        "Het college betaalt voortaan twee avonden per jaar.",
    ),
    Talk(
        K,
        -70,
        "ambassador",
        "photo",
        "Laten zien wat er bloeit, in vijf minuten.",
        "De schepen van sport wil mee met de rondreizende speelstraat.",
    ),
    Talk(K, 12, "alderman", "kit", "Horen wat het college belangrijk vindt, voor we samen kiezen."),
    Talk(K, 96, "alderman", "sheet", "Tonen wat de fuifcoaches opbrachten, en wat we verder doen."),
    Talk(
        M,
        -130,
        "alderman",
        "visit",
        "Met het hele college naar het zomerkamp.",
        "Ze bleven eten. Het kamp staat nu in het meerjarenplan.",
    ),
    Talk(M, 40, "officer", "photo", "Tonen wat er dit voorjaar opengaat."),
    Talk(
        W,
        -40,
        "alderman",
        "other",
        "Uitleggen waarom de bandwedstrijd in de loods mag.",
        "De brandweer en het college waren in één avond akkoord.",
        "een filmpje van twee minuten",
    ),
    Talk(A, 25, "officer", "sheet", "Tonen wat we van de buren gebruiken, voor de begroting."),
)


def take_along(planted: Planted) -> None:
    """Plan every moment and finish those that are past; the scope must be open."""
    for one in TALKS:
        on = planted.today + timedelta(days=one.days)
        planned = services.plan(
            partnership=planted.partnership,
            municipality=planted.municipality(one.where),
            planned=Planned(on, one.role, one.what, one.purpose, one.other),
            actor=None,
            at=moment(min(on, planted.today) - timedelta(days=60)),
        )
        if one.outcome:
            services.finish(moment=planned, on=on, outcome=one.outcome, actor=None, at=moment(on))
