"""What came out of a meeting: four small forms."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groeimodel.foundation.partners.models import Municipality
from groeimodel.foundation.people.models import Person
from groeimodel.soil.notes.models import LONGEST, Outcome
from groeimodel.soil.notes.services import Found, Sent

WEEKS = timedelta(weeks=3)
LABELS = {
    "decision": gettext_lazy("Wat is er beslist?"),
    "todo": gettext_lazy("Wat moet er gebeuren?"),
    "seed": gettext_lazy("Welk idee?"),
    "harvest": gettext_lazy("Wat gebruik je nu lokaal?"),
}


class NoteForm(forms.Form):
    """A text as an open page sends it."""

    base = forms.IntegerField(min_value=0, max_value=10**9)
    writer = forms.CharField(max_length=40, required=False)
    text = forms.CharField(
        max_length=LONGEST,
        required=False,
        strip=False,
        error_messages={
            "max_length": gettext_lazy("Dit verslag wordt te lang. Zet een deel bij een ander punt.")
        },
    )

    def sent(self) -> Sent:
        data = self.cleaned_data
        return Sent(data["base"], data["text"], data["writer"])


class OutcomeForm(forms.Form):
    """One outcome of a kind; `people` and `places` are those of the partnership."""

    text = forms.CharField(max_length=300)

    def __init__(
        self,
        data: Any = None,
        *,
        kind: str,
        people: list[Person],
        places: list[Municipality],
        today: date,
        prefix: str | None = None,
    ) -> None:
        super().__init__(data, prefix=prefix)
        self.kind, self.people, self.places = kind, people, places
        self.fields["text"].label = LABELS[kind]
        if kind == Outcome.Kind.TODO:
            names = [("", _("Nog niemand")), *((one.pk, one.name) for one in people)]
            self.fields["owner"] = forms.ChoiceField(label=_("Wie?"), choices=names, required=False)
            self.fields["due"] = forms.DateField(
                label=_("Tegen wanneer?"),
                initial=today + WEEKS,
                widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            )
        if kind == Outcome.Kind.HARVEST:
            towns = [(one.pk, one.name) for one in places]
            if len(towns) > 1:
                towns = [("", _("Kies een gemeente")), *towns]  # type: ignore[list-item]
            self.fields["municipality"] = forms.ChoiceField(label=_("In welke gemeente?"), choices=towns)

    def found(self) -> Found:
        data = self.cleaned_data
        owner = next((one for one in self.people if str(one.pk) == data.get("owner")), None)
        place = next((one for one in self.places if str(one.pk) == data.get("municipality")), None)
        return Found(self.kind, data["text"], owner, data.get("due"), place)
