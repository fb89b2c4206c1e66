"""The one form of mandates: an alderman gives with it, an officer or coordinator asks with it."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.mandates.models import Mandate
from groeimodel.foundation.mandates.services import Proposal
from groeimodel.foundation.mandates.subjects import Choice
from groeimodel.foundation.partners.models import Municipality
from groeimodel.foundation.people.models import Person

YEAR = timedelta(days=365)
LONG = timedelta(days=3653)
DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class MandateForm(forms.Form):
    holder = forms.ChoiceField(label=_("Voor wie?"))
    hours = forms.DecimalField(
        label=_("Hoeveel uren per maand?"),
        min_value=0.5,
        max_value=200,
        decimal_places=1,
        initial=8,
        help_text=_("Acht uur is ongeveer een dag per maand."),
    )
    amount = forms.DecimalField(
        label=_("Tot welk bedrag per beslissing?"),
        min_value=0,
        max_digits=11,
        decimal_places=2,
        required=False,
        help_text=_("In euro. Laat leeg als er geen grens is."),
    )
    purpose = forms.CharField(
        label=_("Waarvoor?"),
        max_length=160,
        required=False,
        help_text=_("Bijvoorbeeld: overleg met de buren, of een actie uitwerken. Mag leeg blijven."),
    )
    subject = forms.ChoiceField(label=_("Enkel voor één actie?"), required=False)
    starts = forms.DateField(label=_("Vanaf"), widget=DAY)
    ends = forms.DateField(label=_("Tot en met"), widget=DAY)
    basis = forms.CharField(
        label=_("Waarop steunt het?"),
        max_length=160,
        required=False,
        help_text=_("Bijvoorbeeld een beslissing van het college, met de datum. Mag leeg blijven."),
    )

    def __init__(
        self,
        data: Any = None,
        *,
        kind: str,
        holders: Sequence[Person],
        subjects: Sequence[Choice],
        today: date,
    ) -> None:
        super().__init__(data)
        self.today = today
        self.kind, self.holders = kind, {str(one.pk): one for one in holders}
        del self.fields["amount" if kind == Mandate.Kind.TIME else "hours"]
        self.fields["holder"].choices = [(key, str(one)) for key, one in self.holders.items()]  # type: ignore[attr-defined]
        subjects = [one for one in subjects if one.open]
        if subjects:
            everything = ("", _("Nee, voor de hele samenwerking"))
            self.fields["subject"].choices = [everything, *((one.key, one.title) for one in subjects)]  # type: ignore[attr-defined]
        else:
            del self.fields["subject"]
        self.fields["starts"].initial = today
        self.fields["ends"].initial = today + YEAR - timedelta(days=1)

    def clean(self) -> None:
        super().clean()
        starts, ends = self.cleaned_data.get("starts"), self.cleaned_data.get("ends")
        if starts and ends and ends < starts:
            self.add_error("ends", _("Kies een dag na het begin."))
        if starts and starts < self.today - LONG:
            self.add_error("starts", _("Deze dag ligt te ver terug."))
        if ends and ends > self.today + LONG:
            self.add_error("ends", _("Kies hoogstens tien jaar ver. Je kunt het later vernieuwen."))

    def proposal(self, municipality: Municipality) -> Proposal:
        fields = {**self.cleaned_data, "holder": self.holders[self.cleaned_data["holder"]]}
        return Proposal(municipality=municipality, kind=self.kind, **fields)


class HoursForm(forms.Form):
    """Hours worked on a time mandate."""

    on = forms.DateField(label=_("Welke dag?"), widget=DAY)
    hours = forms.DecimalField(
        label=_("Hoeveel uren?"),
        min_value=0.5,
        max_value=24,
        decimal_places=1,
    )
    what = forms.CharField(label=_("Waaraan?"), max_length=160, required=False)

    def __init__(self, data: Any = None, *, today: date) -> None:
        super().__init__(data)
        self.today = today
        self.fields["on"].initial = today

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        if on > self.today:
            raise forms.ValidationError(_("Deze dag moet nog komen."))
        if on < self.today - LONG:
            raise forms.ValidationError(_("Deze dag ligt te ver terug."))
        return on


class RefusalForm(forms.Form):
    reason = forms.CharField(
        label=_("Waarom niet?"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Eén zin helpt wie het vroeg. Leeg laten mag."),
    )
