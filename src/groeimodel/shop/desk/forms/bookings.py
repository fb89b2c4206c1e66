# mypy: disable-error-code="type-arg"
"""What is filled in to book, and to say what can be booked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from groeimodel.shop.counter.models import Offer
from groeimodel.shop.desk.models import Bookable, Request
from groeimodel.shop.desk.models.bookings import part_name
from groeimodel.shop.desk.services import Span, Thing


class ThingForm(forms.ModelForm):
    offer = forms.ChoiceField(label=_("Bij welk aanbod hoort het?"), required=False)
    retired = forms.BooleanField(label=_("Dit kun je niet meer boeken"), required=False)

    class Meta:
        model = Bookable
        fields = ["title", "parts", "capacity", "buffer", "place"]
        help_texts = {
            "title": _("Bijvoorbeeld: springkasteel, tent van 6 op 4 meter, mobiel podium."),
            "capacity": _("Van dit soort, om tegelijk uit te lenen."),
            "buffer": _("Om terug te brengen, te poetsen en na te kijken. 0 mag."),
        }

    def __init__(self, data: Any = None, *, instance: Bookable | None, offers: Sequence[Offer]) -> None:
        super().__init__(data, instance=instance)
        self.offers = {str(one.pk): one for one in offers}
        field = cast(forms.ChoiceField, self.fields["offer"])
        field.choices = [
            ("", _("Los van het aanbod")),
            *((key, one.title) for key, one in self.offers.items()),
        ]
        field.initial = str(instance.offer_id or "") if instance else ""
        if instance is None:
            del self.fields["retired"]
        else:
            self.fields["retired"].initial = instance.retired_on is not None

    def thing(self) -> Thing:
        told = {name: self.cleaned_data[name] for name in self.Meta.fields}
        return Thing(**told, offer=self.offers.get(self.cleaned_data["offer"]))


class BookForm(forms.Form):
    first_day = forms.DateField(
        label=_("Van"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    first_part = forms.TypedChoiceField(label=_("Vanaf"), coerce=int)
    last_day = forms.DateField(
        label=_("Tot en met"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Leeg: dezelfde dag."),
    )
    last_part = forms.TypedChoiceField(label=_("Tot en met welk deel?"), coerce=int)
    amount = forms.IntegerField(label=_("Hoeveel?"), min_value=1, initial=1)
    title = forms.CharField(
        label=_("Voor welke organisatie?"),
        required=False,
        max_length=120,
        help_text=_("Geen naam van een persoon: dit staat in kalenders."),
    )
    blocked = forms.BooleanField(
        label=_("Niet beschikbaar: onderhoud of verlof"),
        required=False,
        help_text=_("Dan kan niemand er nog iets van boeken."),
    )

    def __init__(
        self, data: Any = None, *, bookable: Bookable, request: Request | None, day: date | None
    ) -> None:
        super().__init__(data)
        parts = bookable.day_parts()
        for name in ("first_part", "last_part"):
            if bookable.parts == Bookable.Parts.DAY:
                del self.fields[name]
            else:
                ends = name == "last_part"
                choices = [(part, part_name(bookable.parts, part, ends=ends)) for part in parts]
                cast(forms.ChoiceField, self.fields[name]).choices = choices
                if ends and bookable.parts == Bookable.Parts.HOUR:
                    self.fields[name].label = _("Tot")
                self.fields[name].initial = parts[-1] if ends and bookable.parts == "half" else parts[0]
        if bookable.capacity == 1:
            del self.fields["amount"]
        if request is not None:
            del self.fields["blocked"]
            self.fields["title"].initial = request.organisation or request.get_who_display()
        wanted = day or (request and (request.agreed_on or request.day))
        self.fields["first_day"].initial = self.fields["last_day"].initial = wanted

    def span(self) -> Span:
        found = self.cleaned_data
        first = found["first_day"]
        return Span(
            first, found["last_day"] or first, found.get("first_part") or 0, found.get("last_part") or 0
        )

    @property
    def pieces(self) -> int:
        return self.cleaned_data.get("amount") or 1


class CancelForm(forms.Form):
    why = forms.CharField(label=_("Waarom annuleer je?"), max_length=200)
