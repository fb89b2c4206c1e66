# mypy: disable-error-code="type-arg"
from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, cast

from django import forms

from groeimodel.foundation.people.models import Person
from groeimodel.meadow.college.models import Moment
from groeimodel.meadow.college.services import Planned


def day_input() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class MomentForm(forms.ModelForm):
    """Who, when, with what and for what. `people` are those of the municipality, by role."""

    who = forms.ChoiceField(label="Wie neemt het college mee?", widget=forms.RadioSelect)

    class Meta:
        model = Moment
        fields = ["on", "what", "other", "purpose"]
        widgets = {"on": day_input(), "what": forms.RadioSelect}
        labels = {"what": "Waarmee?", "purpose": "Waarvoor?", "other": "Iets anders: wat dan?"}
        help_texts = {
            "on": "Een dag waarop het college samenkomt, of waarop er iets te zien is.",
            "purpose": "Kort. Bijvoorbeeld: geld vragen voor de fuifcoaches.",
            "other": "Enkel invullen als je bij 'Waarmee?' iets anders koos.",
        }

    def __init__(
        self, data: Any = None, *, people: Mapping[str, list[Person]], today: date, **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        self.today = today
        self.people = {f"ambassador-{one.pk}": one for one in people.get(Moment.Role.AMBASSADOR, [])}
        who = cast(forms.ChoiceField, self.fields["who"])
        who.choices = list(_choices(people))
        what = cast(forms.ChoiceField, self.fields["what"])
        what.choices = Moment.What.choices
        if self.instance.role:
            named = f"ambassador-{self.instance.person_id}"
            who.initial = named if named in self.people else self.instance.role
        self.order_fields(["on", "who", "what", "other", "purpose"])

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        if on < self.today and on != self.instance.on:
            raise forms.ValidationError("Deze dag is voorbij. Kies een dag die nog moet komen.")
        return on

    def clean(self) -> None:
        super().clean()
        if self.cleaned_data.get("what") == Moment.What.OTHER:
            if not self.cleaned_data.get("other", "").strip():
                self.add_error("other", "Zeg waarmee.")
        else:
            self.cleaned_data["other"] = ""

    def planned(self) -> Planned:
        found = dict(self.cleaned_data)
        who = found.pop("who")
        person = self.people.get(who)
        return Planned(**found, role=Moment.Role.AMBASSADOR.value if person else who, person=person)


def _choices(people: Mapping[str, list[Person]]) -> Any:
    """The two seats with who sits there; each ambassador by name; the role itself while there is none."""
    for role in (Moment.Role.ALDERMAN, Moment.Role.OFFICER):
        named = ", ".join(one.name for one in people.get(role, []))
        yield role.value, f"{role.label.capitalize()}: {named}" if named else f"{role.label.capitalize()}"
    ambassadors = people.get(Moment.Role.AMBASSADOR, [])
    for one in ambassadors:
        yield f"ambassador-{one.pk}", f"Ambassadeur: {one.name}"
    if len(ambassadors) != 1:
        yield Moment.Role.AMBASSADOR.value, "Een van de ambassadeurs" if ambassadors else "Een ambassadeur"


class DoneForm(forms.ModelForm):
    """What came of it, in one sentence."""

    class Meta:
        model = Moment
        fields = ["outcome", "done_on"]
        widgets = {"done_on": day_input(), "outcome": forms.Textarea(attrs={"rows": 2})}
        labels = {"outcome": "Wat kwam ervan?", "done_on": "Wanneer was het?"}
        help_texts = {
            "outcome": "Eén zin. Bijvoorbeeld: het college wil volgend jaar twee avonden betalen.",
        }

    def __init__(self, data: Any = None, *, today: date, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.today = today
        for name in ("outcome", "done_on"):
            self.fields[name].required = True
        self.initial["done_on"] = self.instance.done_on or min(self.instance.on, today)

    def clean_done_on(self) -> date:
        day: date = self.cleaned_data["done_on"]
        if day > self.today:
            raise forms.ValidationError("Deze dag moet nog komen.")
        return day

    def _post_clean(self) -> None:
        """The row itself is checked by the service that writes it."""
