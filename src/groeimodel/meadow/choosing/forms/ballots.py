# mypy: disable-error-code="type-arg"
"""One proposal on a ballot: points, the goal of the own policy, and a red line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from groeimodel.meadow.choosing.models import Proposal, Round
from groeimodel.meadow.choosing.services import Said

POINTS = [(str(number), str(number)) for number in range(6)]
YES_NO = [("1", _("ja")), ("0", _("nee"))]


class LineForm(forms.Form):
    """Each proposal has its own, with its key before the names of its fields."""

    points = forms.ChoiceField(label=_("Hoe graag?"), widget=forms.RadioSelect, required=False)
    goal = forms.CharField(
        label=_("Bij welk doel van jullie beleid past dit?"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"list": "doelen", "autocomplete": "off"}),
    )
    red = forms.BooleanField(label=_("Rode lijn: hier willen we eerst over praten"), required=False)
    reason = forms.CharField(
        label=_("Waarom?"), max_length=240, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, data: Any = None, *, proposal: Proposal, initial: Mapping[str, Any]) -> None:
        super().__init__(data, prefix=f"p{proposal.pk}", initial=dict(initial))
        self.proposal = proposal
        points = cast(forms.ChoiceField, self.fields["points"])
        points.choices = POINTS if proposal.round.marks == Round.Marks.POINTS else YES_NO

    def clean(self) -> None:
        super().clean()
        given = self.cleaned_data
        if given.get("red") and not given.get("reason") and "reason" not in self.errors:
            self.add_error("reason", _("Schrijf waarover jullie willen praten."))

    @property
    def typed(self) -> dict[str, Any]:
        """As a draft keeps it."""
        return {name: self.cleaned_data.get(name, "") for name in ("points", "goal", "red", "reason")}

    @property
    def open_again(self) -> bool:
        """Whether what lies folded has to be seen."""
        return bool(self["red"].value() or self.errors)


def said_from(proposal: Proposal, typed: Mapping[str, Any]) -> Said:
    """What a line says, from its draft; what was left open is 0."""
    return Said(
        proposal=proposal,
        points=int(typed.get("points") or 0),
        goal=str(typed.get("goal", "")),
        red_line=str(typed.get("reason", "")) if typed.get("red") else "",
    )
