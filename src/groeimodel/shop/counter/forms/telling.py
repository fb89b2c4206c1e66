# mypy: disable-error-code="type-arg"
"""How many people an offer reached, and the one question to an alderman."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.shop.counter.forms.common import day_field
from groeimodel.shop.counter.models import Offer
from groeimodel.shop.counter.services import Counted


class CountForm(forms.Form):
    """How many people of each municipality of residence used an offer on a day."""

    offer: forms.ModelChoiceField[Offer] = forms.ModelChoiceField(
        label=_("Welk aanbod?"), queryset=None, empty_label=_("Kies een aanbod")
    )
    day = forms.DateField(label=_("Wanneer?"), widget=day_field())

    def __init__(
        self,
        data: Any = None,
        *,
        partnership: Partnership,
        members: Sequence[Municipality],
        today: date,
        offer: str = "",
    ) -> None:
        super().__init__(data, initial={"offer": offer or None, "day": today})
        rows = Offer.objects.filter(partnership=partnership, draft=False).order_by("title")
        cast(forms.ModelChoiceField, self.fields["offer"]).queryset = rows.select_related("partnership")
        self.members, self.today = members, today
        for key, name in [
            *((str(one.pk), one.name) for one in members),
            ("0", str(_("Elders, of niet geweten"))),
        ]:
            self.fields[f"m{key}"] = forms.IntegerField(
                label=name,
                required=False,
                min_value=0,
                max_value=100_000,
                widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
            )

    @property
    def heads(self) -> list[forms.BoundField]:
        """The fields for numbers of people."""
        return [self[name] for name in self.fields if name not in ("offer", "day")]

    def clean_day(self) -> date:
        day: date = self.cleaned_data["day"]
        if day > self.today:
            raise forms.ValidationError(_("Deze dag moet nog komen."))
        return day

    def clean(self) -> None:
        super().clean()
        if not self.errors and not any(self.cleaned_data.get(one.name) for one in self.heads):
            raise forms.ValidationError(_("Vul bij minstens één gemeente een aantal in."))

    def counted(self) -> list[Counted]:
        found = [Counted(one, self.cleaned_data.get(f"m{one.pk}") or 0) for one in self.members]
        return [*found, Counted(None, self.cleaned_data.get("m0") or 0)]


class SupportForm(forms.Form):
    """The one question to an alderman."""

    mark = forms.TypedChoiceField(
        label=_("Hoe sterk staat je college achter de winkel?"),
        choices=[(n, str(n)) for n in range(1, 6)],
        coerce=int,
        error_messages={"required": _("Kies een cijfer van 1 tot 5.")},
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=_("Waarom dit cijfer, in één zin?"),
        required=False,
        max_length=300,
        help_text=_("Wat loopt goed, of wat heeft je college nog nodig? De partners lezen dit."),
    )
