"""Personal data: who tends an action, who led it a step further, and what somebody said for a municipality."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_scopes import scopes_disabled

from groeimodel.foundation.personal import Holding, Line, keep
from groeimodel.meadow.actions.models import Action, ActionExpectation, StageChange


def lines_of(person: Any) -> Iterator[Line]:
    with scopes_disabled():
        for one in Action.objects.filter(gardener=person):
            yield Line(_("Tuinier van"), str(one))
        for step in StageChange.objects.filter(by=person).select_related("action"):
            yield Line(step.action.title, f"{step.get_stage_display()}: {step.reason}")
        for told in ActionExpectation.objects.filter(written_by=person).select_related("action"):
            yield Line(told.action.title, told.text)


def let_go(person: Any) -> None:
    with scopes_disabled():
        Action.objects.filter(gardener=person).update(gardener=None)


def busy(person: Any) -> bool:
    with scopes_disabled():
        return Action.objects.filter(gardener=person).exists()


keep(
    Holding(
        "actions",
        label=gettext_lazy(
            "Acties die je trekt, stappen die je noteerde, en wat je namens je gemeente verwachtte"
        ),
        why=gettext_lazy("Om te tonen bij wie je moet zijn, en hoe een actie groeide."),
        kept=gettext_lazy(
            "Tuinier: tot iemand anders de actie trekt. De rest zolang de samenwerking bestaat."
        ),
        lines=lines_of,
        goes=gettext_lazy("Je staat nergens nog als tuinier."),
        stays=gettext_lazy("De acties zelf, hun stappen, en wat je gemeente verwachtte, zonder je naam."),
        erase=let_go,
        busy=busy,
    )
)
