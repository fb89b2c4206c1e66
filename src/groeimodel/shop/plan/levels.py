"""The three levels of a plan by their names in addresses, with their words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from groeimodel.shop.plan.models import ActionPlan, Objective, PlanAction
from groeimodel.shop.plan.selectors import AnyRow


@dataclass(frozen=True, slots=True)
class LevelWords:
    model: type[AnyRow]
    name: Any
    new: Any
    """Of the page on which one is added."""
    remove: Any
    also: Any
    """What goes along when it is taken out."""


LEVELS: dict[str, LevelWords] = {
    "doelstelling": LevelWords(
        Objective,
        _("Beleidsdoelstelling"),
        _("Nieuwe doelstelling"),
        _("Deze doelstelling weghalen?"),
        _("Alles wat eronder staat, gaat mee uit het plan."),
    ),
    "actieplan": LevelWords(
        ActionPlan,
        _("Actieplan"),
        _("Nieuw actieplan"),
        _("Dit actieplan weghalen?"),
        _("De acties die eronder staan, gaan mee uit het plan."),
    ),
    "actie": LevelWords(
        PlanAction,
        _("Actie"),
        _("Nieuwe actie"),
        _("Deze actie weghalen?"),
        _("Haar ramingen tellen niet meer mee."),
    ),
}
BELOW = {"doelstelling": "actieplan", "actieplan": "actie"}
LEVEL_OF = {words.model: level for level, words in LEVELS.items()}


def level_of(row: AnyRow) -> str:
    return LEVEL_OF[type(row)]
