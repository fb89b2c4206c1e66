# mypy: disable-error-code="type-arg"
from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, cast

from django import forms
from django.utils.translation import gettext as _

from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.rules.organs import Heads
from groeimodel.shop.organs.models import Occupancy, Organ, OrganSeat, Term
from groeimodel.shop.organs.services import Decided, NewSeat, NewTerm, Particulars


def day_input() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class FoundForm(forms.Form):
    """Which organs of the template, from which day."""

    kinds = forms.MultipleChoiceField(label="Welke organen?", widget=forms.CheckboxSelectMultiple)
    starts = forms.DateField(label="Vanaf welke dag?", widget=day_input())

    def __init__(
        self, data: Any = None, *, offered: Sequence[tuple[str, str, str, bool]], today: date
    ) -> None:
        super().__init__(data)
        kinds = cast(forms.MultipleChoiceField, self.fields["kinds"])
        kinds.choices = [(kind, f"{name}: {what}") for kind, name, what, _standard in offered]
        self.initial = {"kinds": [kind for kind, _n, _w, standard in offered if standard], "starts": today}


class OrganForm(forms.ModelForm):
    class Meta:
        model = Organ
        fields = ["name", "starts", "ends", "public"]
        widgets = {"starts": day_input(), "ends": day_input()}
        labels = {"ends": "Laatste dag", "public": "De zittingen zijn openbaar"}
        help_texts = {"ends": "Enkel als dit orgaan op een vaste dag stopt. Wie erin zat, blijft te lezen."}

    def particulars(self) -> Particulars:
        return Particulars(**self.cleaned_data)


class HeadsForm(forms.Form):
    """Three figures of an organ; nothing about anybody."""

    women = forms.IntegerField(label="Vrouwen", min_value=0, max_value=200)
    men = forms.IntegerField(label="Mannen", min_value=0, max_value=200)
    others = forms.IntegerField(label="Anders of onbekend", min_value=0, max_value=200, initial=0)

    def heads(self) -> Heads:
        return Heads(**self.cleaned_data)


class SeatForm(forms.Form):
    """What a seat is."""

    municipality: forms.ModelChoiceField = forms.ModelChoiceField(
        label="Van welke gemeente?", queryset=None, required=False, empty_label="Van geen gemeente"
    )
    task = forms.CharField(
        label="Taak",
        max_length=60,
        help_text="Bijvoorbeeld: voorzitter, ondervoorzitter, secretaris, bestuurder.",
    )
    votes = forms.IntegerField(label="Hoeveel stemmen?", min_value=1, max_value=1000, initial=1)
    advisory = forms.BooleanField(label="Met raadgevende stem: telt niet mee", required=False)
    opposition = forms.BooleanField(label="Voor een raadslid van de oppositie", required=False)
    substitute: forms.ModelChoiceField = forms.ModelChoiceField(
        label="Plaatsvervanger", queryset=None, required=False, empty_label="Niemand"
    )

    def __init__(
        self,
        data: Any = None,
        *,
        members: Sequence[Municipality],
        people: Sequence[Person],
        seat: OrganSeat | None = None,
    ) -> None:
        super().__init__(data)
        keys = [one.pk for one in members]
        if seat is not None:
            keys += [seat.municipality_id] if seat.municipality_id else []
            names = ("municipality", "task", "votes", "advisory", "opposition", "substitute")
            self.initial = {name: getattr(seat, name) for name in names}
        place, person = (
            cast(forms.ModelChoiceField, self.fields[one]) for one in ("municipality", "substitute")
        )
        place.queryset = Municipality.objects.filter(pk__in=keys)
        person.queryset = Person.objects.filter(pk__in=[one.pk for one in people]).order_by("name")

    def new_seat(self) -> NewSeat:
        return NewSeat(**self.cleaned_data)


NEW = "new"


class SitForm(forms.Form):
    """Who sits there, as what, since when."""

    person = forms.ChoiceField(label="Wie?")
    name = forms.CharField(
        label="Naam",
        max_length=120,
        required=False,
        help_text="Enkel als je 'iemand anders' koos. Bijvoorbeeld een raadslid zonder account.",
    )
    capacity = forms.ChoiceField(
        label="Als wat?", choices=[("", "Niet genoteerd"), *Occupancy.Capacity.choices], required=False
    )
    since = forms.DateField(label="Sinds wanneer?", widget=day_input())
    incompatible = forms.ChoiceField(
        label="Heeft deze persoon een functie die hier niet mee samengaat?",
        choices=[("", "Nog niet gevraagd"), ("no", "Nee"), ("yes", "Ja")],
        widget=forms.RadioSelect,
        required=False,
        help_text="Vraag het aan de persoon zelf.",
    )

    def __init__(
        self,
        data: Any = None,
        *,
        people: Sequence[Person],
        today: date,
        now: Occupancy | None,
        first: Sequence[int] = (),
    ) -> None:
        """`first` are the keys of who is named first: whoever sits for the municipality."""
        super().__init__(data)
        self.people = {str(one.pk): one for one in people}
        order = sorted(people, key=lambda one: (one.pk not in first, one.name))
        choices = [(str(one.pk), one.name) for one in order]
        cast(forms.ChoiceField, self.fields["person"]).choices = [
            ("", _("Kies iemand")),
            *choices,
            (NEW, _("Iemand anders, bij naam")),
        ]
        self.initial = {"since": today}
        if now is not None:
            told = {True: "yes", False: "no", None: ""}[now.incompatible]
            self.initial |= {"person": str(now.person_id), "capacity": now.capacity, "incompatible": told}
        self.today = today

    def clean_since(self) -> date:
        since: date = self.cleaned_data["since"]
        if since > self.today:
            raise forms.ValidationError(_("Deze dag moet nog komen. Noteer het vanaf de dag zelf."))
        return since

    def clean(self) -> None:
        super().clean()
        if self.cleaned_data.get("person") == NEW and not self.cleaned_data.get("name", "").strip():
            self.add_error("name", _("Zeg wie."))

    def declared(self) -> bool | None:
        return {"yes": True, "no": False}.get(self.cleaned_data["incompatible"])


class DayForm(forms.Form):
    on = forms.DateField(label="Vanaf welke dag?", widget=day_input())

    def __init__(self, data: Any = None, *, today: date) -> None:
        super().__init__(data, initial={"on": today})


class TermForm(forms.ModelForm):
    """Legal form and days."""

    class Meta:
        model = Term
        fields = ["form", "starts", "ends", "basis"]
        widgets = {"starts": day_input(), "ends": day_input(), "form": forms.RadioSelect}
        labels = {
            "form": "Rechtsvorm",
            "starts": "Eerste dag",
            "ends": "Laatste dag",
            "basis": "Waarop steunt het?",
        }
        help_texts = {
            "ends": "Leeg als er geen einde afgesproken is.",
            "basis": "Bijvoorbeeld: oprichtingsakte van 12 december 2026.",
        }

    def __init__(self, data: Any = None, *, partnership: Partnership, instance: Term | None = None) -> None:
        begin = {} if instance else {"form": partnership.legal_form or Partnership.LegalForm.INFORMAL}
        super().__init__(data, instance=instance, initial=begin)
        cast(forms.ChoiceField, self.fields["form"]).choices = Partnership.LegalForm.choices

    def clean(self) -> None:
        super().clean()
        starts, ends = self.cleaned_data.get("starts"), self.cleaned_data.get("ends")
        if starts and ends and ends < starts:
            self.add_error("ends", _("De laatste dag ligt voor de eerste."))

    def _post_clean(self) -> None:
        """The row itself is checked by the service that writes it."""

    def new_term(self) -> NewTerm:
        return NewTerm(**self.cleaned_data)


class RenewalForm(forms.Form):
    """What the council of one municipality decided."""

    says_yes = forms.TypedChoiceField(
        label="Wat besliste de gemeenteraad?",
        choices=[("1", "Ja, we gaan mee verder"), ("0", "Nee, we stoppen")],
        coerce=lambda one: one == "1",
        widget=forms.RadioSelect,
    )
    decided_on = forms.DateField(label="Wanneer?", widget=day_input())
    document = forms.CharField(
        label="Waar staat het?",
        max_length=300,
        required=False,
        help_text="Het punt van de gemeenteraad, of het adres van de notulen.",
    )

    def __init__(self, data: Any = None, *, today: date, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.today = today

    def clean_decided_on(self) -> date:
        day: date = self.cleaned_data["decided_on"]
        if day > self.today:
            raise forms.ValidationError(_("Deze dag moet nog komen."))
        return day

    def decided(self, municipality: Municipality) -> Decided:
        return Decided(municipality, **self.cleaned_data)


class NextForm(forms.Form):
    """The term that follows."""

    ends = forms.DateField(label="Tot en met welke dag?", widget=day_input())
    basis = forms.CharField(label="Waarop steunt het?", max_length=200, required=False)
