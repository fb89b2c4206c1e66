# mypy: disable-error-code="type-arg"
from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from django import forms

from groeimodel.foundation.partners.models import Municipality
from groeimodel.meadow.actions.models import ActionExpectation


class ForPlace(forms.Form):
    """For which municipality; not asked where there is but one."""

    municipality = forms.TypedChoiceField(label="Voor welke gemeente?")

    def __init__(self, data: Any = None, *, places: Sequence[Municipality]) -> None:
        super().__init__(data)
        known = {str(one.pk): one for one in places}
        field = cast(forms.TypedChoiceField, self.fields["municipality"])
        field.choices = [(key, one.name) for key, one in known.items()]
        field.coerce = known.__getitem__
        if len(places) == 1:
            field.widget, field.initial = forms.HiddenInput(), places[0].pk


class ExpectForm(ForPlace):
    text = forms.CharField(
        label="Wat verwachten jullie ervan?",
        max_length=240,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Concreet. Bijvoorbeeld: tien jongeren van bij ons doen mee.",
    )


class LookBackForm(ForPlace):
    came = forms.ChoiceField(
        label="Is dat uitgekomen?", choices=ActionExpectation.Came.choices, widget=forms.RadioSelect
    )
    text = forms.CharField(label="Wat valt je op?", max_length=240, required=False)
