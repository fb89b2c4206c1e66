# mypy: disable-error-code="type-arg"
from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, cast

from django import forms
from django.utils import timezone

from groeimodel.foundation.people.models import Person
from groeimodel.gauge.expectations.models import Agreement, Expectation, Gauge, Sheet
from groeimodel.gauge.expectations.services import Agreed, Wording
from groeimodel.gauge.expectations.services.rounds import OPEN_DAYS


def day_input() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class WordsForm(forms.ModelForm):
    """What do you expect, in your own words?"""

    class Meta:
        model = Sheet
        fields = ["words"]
        widgets = {"words": forms.Textarea(attrs={"rows": 3})}
        labels = {"words": "Wat verwacht jij van deze samenwerking?"}
        help_texts = {"words": "Eén zin volstaat. De andere partners kunnen dit lezen."}


class RoundForm(forms.Form):
    closes_on = forms.DateField(
        label="Tot wanneer kan men antwoorden?",
        help_text="Tot en met deze dag. Een week ervoor gaat er vanzelf één herinnering.",
        widget=day_input(),
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        self.fields["closes_on"].initial = timezone.localdate() + timedelta(days=OPEN_DAYS)


class CadenceForm(forms.Form):
    cadence = forms.TypedChoiceField(
        label="Hoe vaak vragen jullie het?",
        choices=Gauge.Cadence.choices,
        coerce=int,
        widget=forms.RadioSelect,
    )


class WordingForm(forms.ModelForm):
    class Meta:
        model = Expectation
        fields = ["text", "question", "guess"]
        help_texts = {
            "text": "Maak de zin af, over één ding. Bijvoorbeeld: we elkaar bellen als het misloopt.",
            "question": "Komt op de kaart van de gespreksgids. Bijvoorbeeld: wanneer bel jij?",
            "guess": "Vink aan als je wilt zien of schepenen en ambtenaren elkaar hier juist inschatten.",
        }

    def wording(self) -> Wording:
        return Wording(**self.cleaned_data)


class TalkForm(forms.Form):
    on = forms.DateField(label="Wanneer praatten jullie erover?", widget=day_input())


class AgreementForm(forms.ModelForm):
    """What was agreed, who sees to it, and by when. `people` are known already: a page has many of these forms."""

    owner = forms.TypedChoiceField(label="Wie trekt het?")

    class Meta:
        model = Agreement
        fields = ["text", "owner", "due"]
        widgets = {"due": day_input(), "text": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, data: Any = None, *, people: Sequence[Person], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        known = {str(one.pk): one for one in people}
        owner = cast(forms.TypedChoiceField, self.fields["owner"])
        names = sorted((one.name, key) for key, one in known.items())
        owner.choices = [("", "Kies iemand"), *((key, name) for name, key in names)]
        owner.coerce = known.__getitem__

    def clean_due(self) -> date:
        due: date = self.cleaned_data["due"]
        if due < timezone.localdate() and due != self.instance.due:
            raise forms.ValidationError("Kies een dag die nog moet komen.")
        return due

    def agreed(self, about: str = "") -> Agreed:
        return Agreed(**self.cleaned_data, about=about)
