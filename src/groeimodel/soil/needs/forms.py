# mypy: disable-error-code="type-arg"
from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, cast

from django import forms

from groeimodel.foundation.partners.models import Municipality
from groeimodel.soil.needs.models import Need
from groeimodel.soil.needs.selectors import Filter
from groeimodel.soil.needs.services import Heard


class NeedForm(forms.ModelForm):
    """What do children and young people of a municipality need, and how is that known?"""

    class Meta:
        model = Need
        fields = ["title", "municipality", "for_whom", "source", "heard_on", "source_words", "text"]
        widgets = {
            "heard_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "text": forms.Textarea(attrs={"rows": 3}),
            "for_whom": forms.RadioSelect,
            "source": forms.RadioSelect,
        }
        help_texts = {
            "title": "Bijvoorbeeld: jongeren van 14 tot 16 vinden na school geen plek.",
            "source_words": "Bijvoorbeeld: enquête bij 212 leerlingen, of de jeugdraad van maart.",
            "text": "Wat kinderen of jongeren zeiden, en hoeveel het er waren. Schrijf nooit een naam.",
            "heard_on": "De dag van de bevraging, het gesprek of het cijfer.",
        }

    def __init__(
        self,
        data: Any = None,
        *,
        own: Sequence[Municipality],
        today: date,
        instance: Need | None = None,
    ) -> None:
        super().__init__(data, instance=instance)
        where = cast(forms.ModelChoiceField, self.fields["municipality"])
        where.queryset = Municipality.objects.filter(pk__in=[one.pk for one in own])
        where.empty_label = "Kies een gemeente"
        if len(own) == 1:
            where.initial, where.widget = own[0].pk, forms.HiddenInput()
        for name, known in (("source", Need.Source.choices), ("for_whom", Need.ForWhom.choices)):
            cast(forms.ChoiceField, self.fields[name]).choices = known
        self.fields["heard_on"].initial = today
        self.today = today

    def clean_heard_on(self) -> date:
        heard_on: date = self.cleaned_data["heard_on"]
        if heard_on > self.today:
            raise forms.ValidationError("Deze dag moet nog komen.")
        return heard_on

    def heard(self) -> Heard:
        return Heard(**self.cleaned_data)


class CloseForm(forms.Form):
    why = forms.CharField(
        label="Waarom is dit geen nood meer?",
        max_length=240,
        help_text="Bijvoorbeeld: sinds september is de polyvalente zaal elke woensdag open.",
    )


class FilterForm(forms.Form):
    """What the list shows."""

    gemeente = forms.TypedChoiceField(label="Gemeente", required=False, coerce=int, empty_value=None)
    voor = forms.ChoiceField(label="Voor wie", required=False)
    gesloten = forms.BooleanField(label="Ook wat afgesloten is", required=False)

    def __init__(self, data: Any, *, members: Sequence[Municipality]) -> None:
        super().__init__(data)
        places = [("", "Alle gemeenten"), *((one.pk, one.name) for one in members)]
        cast(forms.ChoiceField, self.fields["gemeente"]).choices = places
        whom = [one for one in Need.ForWhom.choices if one[0] != Need.ForWhom.ALL]
        cast(forms.ChoiceField, self.fields["voor"]).choices = [("", "Iedereen"), *whom]

    def chosen(self) -> Filter:
        """What was asked and exists; anything else filters nothing."""
        self.is_valid()
        found = getattr(self, "cleaned_data", {})
        return Filter(found.get("gemeente"), found.get("voor") or "", bool(found.get("gesloten")))
