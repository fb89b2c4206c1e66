# mypy: disable-error-code="type-arg"
"""Bouquets, specialities, suppliers and agreements."""

from __future__ import annotations

from datetime import date
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.partners.models import Partnership
from groeimodel.shop.counter.forms.common import OffersField, day_field, period_problem
from groeimodel.shop.counter.models import Agreement, Bouquet, Offer, Speciality, Supplier
from groeimodel.shop.counter.services import Agreed, Bunch, Card


class BouquetForm(forms.ModelForm):
    """Offers under one title, in the window for a period."""

    offers = OffersField(label=_("Aanbod"), queryset=None)

    class Meta:
        model = Bouquet
        fields = ["title", "text", "offers", "starts", "ends"]
        widgets = {
            "text": forms.Textarea(attrs={"rows": 3}),
            "starts": day_field(),
            "ends": day_field(),
        }
        help_texts = {
            "title": _("Bijvoorbeeld: Klaar voor de zomer."),
            "starts": _("Leeg: het boeket is gebonden, maar staat nog niet in de kijker."),
            "ends": _("Daarna gaat het vanzelf uit de kijker. Het aanbod blijft."),
        }

    def __init__(
        self, data: Any = None, *, partnership: Partnership, instance: Bouquet | None = None
    ) -> None:
        super().__init__(data, instance=instance)
        rows = Offer.objects.filter(partnership=partnership, draft=False, withdrawn_on=None)
        cast(forms.ModelMultipleChoiceField, self.fields["offers"]).queryset = rows.order_by("title")

    def clean(self) -> None:
        super().clean()
        problem = period_problem(self.cleaned_data.get("starts"), self.cleaned_data.get("ends"))
        if problem:
            self.add_error("ends", problem)

    def bunch(self) -> Bunch:
        found = dict(self.cleaned_data)
        return Bunch(**{**found, "offers": list(found["offers"])})


class SpecialityForm(forms.ModelForm):
    class Meta:
        model = Speciality
        fields = ["title", "why"]
        widgets = {"why": forms.Textarea(attrs={"rows": 3})}
        help_texts = {
            "title": _("Bijvoorbeeld: veilig uitgaan, of vakantie voor iedereen."),
            "why": _("Wat kunnen jullie beter dan een ander, en wie vraagt ernaar?"),
        }


class SupplierForm(forms.ModelForm):
    class Meta:
        model = Supplier
        fields = ["name", "contact", "email", "phone", "note"]
        widgets = {"note": forms.Textarea(attrs={"rows": 2})}
        help_texts = {
            "name": _("De organisatie of het bedrijf."),
            "contact": _("Wie je belt. Enkel gegevens voor zaken: geen privénummer of privéadres."),
        }

    def card(self) -> Card:
        return Card(**self.cleaned_data)


class AgreementForm(forms.ModelForm):
    offers = OffersField(label=_("Voor welk aanbod?"), queryset=None, required=False)

    class Meta:
        model = Agreement
        fields = ["title", "starts", "ends", "notice_on", "amount", "offers", "lapses"]
        localized_fields = ["amount"]  # a comma is what people type here
        widgets = {
            "starts": day_field(),
            "ends": day_field(),
            "notice_on": day_field(),
        }
        help_texts = {
            "title": _("Bijvoorbeeld: onderhoud van de tenten."),
            "ends": _("Leeg: voor onbepaalde tijd."),
            "notice_on": _("De laatste dag om ze te stoppen of te veranderen. We verwittigen je op tijd."),
            "lapses": _("Dan verwittigt niets je nog voor deze afspraak."),
        }

    def __init__(
        self, data: Any = None, *, partnership: Partnership, today: date, instance: Agreement | None = None
    ) -> None:
        super().__init__(data, instance=instance)
        rows = Offer.objects.filter(partnership=partnership, withdrawn_on=None).order_by("title")
        cast(forms.ModelMultipleChoiceField, self.fields["offers"]).queryset = rows
        self.fields["starts"].initial = today

    def clean(self) -> None:
        super().clean()
        first, last = self.cleaned_data.get("starts"), self.cleaned_data.get("ends")
        if problem := period_problem(first, last) if first else "":
            self.add_error("ends", problem)
        notice = self.cleaned_data.get("notice_on")
        if notice and last and notice > last:
            self.add_error("notice_on", _("Opzeggen kan enkel voor de afspraak ten einde is."))

    def agreed(self) -> Agreed:
        found = dict(self.cleaned_data)
        return Agreed(**{**found, "offers": list(found["offers"])})
