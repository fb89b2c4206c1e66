# mypy: disable-error-code="type-arg"
"""Forms of a subsidy file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from groeimodel.content.subsidy import LONGEST
from groeimodel.meadow.tending.forms import figure_field
from groeimodel.rules.subsidy import Scheme
from groeimodel.shop.subsidy.models import Paper
from groeimodel.shop.subsidy.wording import example_of


class BeginForm(forms.Form):
    scheme = forms.ChoiceField(label=_("Voor welke regeling?"), widget=forms.RadioSelect)

    def __init__(self, data: Any = None, *, schemes: Sequence[Scheme]) -> None:
        super().__init__(data)
        field = self.fields["scheme"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(one.id, f"{one.name}: {one.what}") for one in schemes]
        if len(schemes) == 1:
            field.initial = schemes[0].id


class GrantsForm(forms.Form):
    """One amount for each year of the term."""

    def __init__(self, data: Any = None, *, years: range, granted: Mapping[int, Decimal]) -> None:
        super().__init__(data)
        for year in years:
            self.fields[f"y{year}"] = figure_field(
                str(year),
                places=2,
                digits=12,
                min_value=Decimal(0),
                required=False,
                initial=granted.get(year),
            )

    def amounts(self) -> dict[int, Decimal | None]:
        return {int(name[1:]): amount for name, amount in self.cleaned_data.items()}


class ValueForm(forms.Form):
    value = forms.CharField(label=_("Wat wordt er gevraagd?"), max_length=120)
    source = forms.CharField(
        label=_("Waar staat dat?"),
        max_length=300,
        help_text=_("Een webadres, een brief, een gesprek met wie. Zo kan een ander het nakijken."),
    )

    def __init__(self, data: Any = None, *, rule: str, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        self.fields["value"].help_text = example_of(rule)


class PaperForm(forms.Form):
    state = forms.ChoiceField(label=_("Hoe ver is dit?"), choices=Paper.State.choices)
    due_on = forms.DateField(
        label=_("Laatste dag"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Zoals de overheid hem jullie meedeelde."),
    )
    filed_on = forms.DateField(
        label=_("Ingediend op"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(self, data: Any = None, *, paper: Paper) -> None:
        first: dict[str, str | date | None] = {
            "state": paper.state,
            "due_on": paper.due_on,
            "filed_on": paper.filed_on,
        }
        super().__init__(data, initial=first)


class TextForm(forms.Form):
    text = forms.CharField(
        label=_("Jullie tekst"),
        required=False,
        max_length=60_000,
        widget=forms.Textarea(attrs={"rows": 14}),
    )
    limit = forms.IntegerField(
        label=_("Hoogstens zoveel tekens"),
        required=False,
        min_value=1,
        max_value=LONGEST,
        help_text=_("Zoals het formulier van de overheid zegt. Leeg: ons eigen uitgangspunt."),
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )


class NothingForm(forms.Form):
    """A button; holds what the service refuses."""

    sure = forms.CharField(required=False, widget=forms.HiddenInput())
