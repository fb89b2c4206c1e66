"""What this room follows: an action of the meadow that an evaluation hands to the shop."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django_scopes import scope

from groeimodel.foundation.journal import events
from groeimodel.foundation.journal.models import Entry
from groeimodel.meadow.evaluation.models import Evaluation
from groeimodel.meadow.tending.money import in_euro
from groeimodel.shop.counter.services import draft_from


def listen() -> None:
    """Called once, when the room is ready."""
    events.on("evaluation.to_shop", to_shop)


def to_shop(entry: Entry) -> None:
    """It becomes a draft offer that keeps its history: the action, with its evaluation."""
    with scope(partnership=entry.partnership):
        evaluation = Evaluation.objects.select_related("action__partnership").get(pk=entry.data["evaluation"])
        draft_from(action=evaluation.action, text=history_of(evaluation), at=entry.at)


def history_of(evaluation: Evaluation) -> str:
    """To begin the text of the offer with: what it was, what it cost, whom it reached, what was learnt."""
    action = evaluation.action
    told = [action.text] if action.text else []
    if evaluation.cost:
        told.append(_("Kostte op de weide %(cost)s.") % {"cost": in_euro(evaluation.cost)})
    if evaluation.reach:
        told.append(_("Bereikte %(reach)s kinderen en jongeren.") % {"reach": evaluation.reach})
    told.append(_("De les: %(lesson)s") % {"lesson": evaluation.title})
    return "\n".join(told)
