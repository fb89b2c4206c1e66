"""How the budget should spread over kinds of action: numbers that are 100 together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.choosing.services.layouts import check_parts


class LayoutForm(forms.Form):
    def __init__(self, data: Any = None, *, parts: Mapping[str, int] | None = None) -> None:
        super().__init__(data)
        even = 100 // len(Action.Species)
        for key, label in Action.Species.choices:
            self.fields[key] = forms.IntegerField(
                label=str(label).capitalize(),
                min_value=0,
                max_value=100,
                initial=parts.get(key, 0) if parts else even,
                widget=forms.NumberInput(attrs={"step": 5, "inputmode": "numeric"}),
            )

    def clean(self) -> None:
        super().clean()
        if len(self.cleaned_data) == len(self.fields):
            try:
                check_parts(self.cleaned_data)
            except ValidationError as error:
                self.add_error(None, error)
