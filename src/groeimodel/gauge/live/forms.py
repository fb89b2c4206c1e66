# mypy: disable-error-code="type-arg"
from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from django import forms

from groeimodel.foundation.partners.models import Municipality
from groeimodel.gauge.live.models import Role, Session
from groeimodel.gauge.live.sources import SEATS


class OpenForm(forms.Form):
    source = forms.ChoiceField(
        label="Wat vragen jullie?",
        choices=Session.Source.choices,
        initial=Session.Source.SCAN_SHORT,
        widget=forms.RadioSelect,
    )
    pace = forms.ChoiceField(
        label="Hoe?", choices=Session.Pace.choices, initial=Session.Pace.TOGETHER, widget=forms.RadioSelect
    )
    confidential = forms.BooleanField(
        label="Vertrouwelijk: in de uitslag van de groeiscan staan geen gemeenten",
        required=False,
        help_text="De graadmeter noemt altijd de gemeenten: daar spreek je verwachtingen uit naar elkaar.",
    )


class CodeForm(forms.Form):
    code = forms.CharField(
        label="Typ de zes cijfers van het scherm",
        max_length=12,
        widget=forms.TextInput(
            attrs={"inputmode": "numeric", "autocomplete": "off", "autofocus": True, "pattern": "[0-9 ]*"}
        ),
    )

    def clean_code(self) -> str:
        code = "".join(sign for sign in self.cleaned_data["code"] if sign.isdigit())
        if len(code) != 6:
            raise forms.ValidationError("De code heeft zes cijfers.")
        return code


class JoinForm(forms.Form):
    role = forms.ChoiceField(label="Wie ben je?", choices=Role.choices, widget=forms.RadioSelect)
    municipality = forms.ModelChoiceField(
        label="Van welke gemeente?",
        queryset=Municipality.objects.none(),
        required=False,
        empty_label="Kies je gemeente",
        help_text="Mag leeg blijven als je coördinator, regio-ondersteuner of iemand anders bent.",
    )

    def __init__(self, data: Any = None, *, members: Iterable[Municipality]) -> None:
        super().__init__(data)
        cast(forms.ModelChoiceField, self.fields["municipality"]).queryset = Municipality.objects.filter(
            pk__in=[one.pk for one in members]
        ).order_by("name")

    def clean(self) -> None:
        super().clean()
        nowhere = not self.cleaned_data.get("municipality") and "municipality" not in self.errors
        if nowhere and self.cleaned_data.get("role") in SEATS:
            self.add_error("municipality", "Kies je gemeente.")
