# mypy: disable-error-code="type-arg"
from collections.abc import Sequence
from datetime import date
from typing import Any, cast

from django import forms
from django.db.models import QuerySet

from groeimodel.foundation.partners.models import Municipality
from groeimodel.soil.harvest.models import Harvest
from groeimodel.soil.harvest.selectors import Desk
from groeimodel.soil.harvest.services import Gain


class HarvestForm(forms.ModelForm):
    """What do you use locally now, thanks to the others?"""

    class Meta:
        model = Harvest
        fields = ["title", "municipality", "gained_on", "from_municipality", "source", "text"]
        widgets = {
            "gained_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "text": forms.Textarea(attrs={"rows": 3}),
        }
        labels = {"municipality": "In welke gemeente?"}
        help_texts = {
            "title": "Kort en concreet. Bijvoorbeeld: een fuifcharter voor onze zaal.",
            "from_municipality": "Laat leeg als het van de hele groep komt.",
            "source": "Bijvoorbeeld: ontmoeting over veilig uitgaan.",
        }

    def __init__(self, data: Any = None, *, desk: Desk, today: date, instance: Harvest | None = None) -> None:
        super().__init__(data, instance=instance)
        where = cast(forms.ModelChoiceField, self.fields["municipality"])
        origin = cast(forms.ModelChoiceField, self.fields["from_municipality"])
        where.queryset = _among(desk.own)
        origin.queryset = _among(desk.members)
        where.empty_label = "Kies een gemeente"
        origin.empty_label = "De hele groep"
        if len(desk.own) == 1:
            where.initial, where.empty_label = desk.own[0], None
        self.fields["gained_on"].initial = today
        self.today = today

    def clean_gained_on(self) -> date:
        gained_on: date = self.cleaned_data["gained_on"]
        if gained_on > self.today:
            raise forms.ValidationError("Deze dag moet nog komen. Oogst is wat je nu al gebruikt.")
        return gained_on

    def clean(self) -> None:
        super().clean()
        where = self.cleaned_data.get("municipality")
        if where and where == self.cleaned_data.get("from_municipality"):
            self.add_error("from_municipality", "Kies een andere gemeente dan die waar je het gebruikt.")

    def gain(self) -> Gain:
        return Gain(**self.cleaned_data)


def _among(municipalities: Sequence[Municipality]) -> QuerySet[Municipality]:
    return Municipality.objects.filter(pk__in=[one.pk for one in municipalities])
