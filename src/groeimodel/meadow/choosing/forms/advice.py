# mypy: disable-error-code="type-arg"
"""What children and young people are asked: three things, in very simple words."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from groeimodel.meadow.choosing.models import Round, YoungAnswer


class AdviceForm(forms.Form):
    picks = forms.TypedMultipleChoiceField(
        label=_("Wat zou jij doen?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    age = forms.ChoiceField(
        label=_("Hoe oud ben je?"), choices=YoungAnswer.Age.choices, widget=forms.RadioSelect
    )
    municipality = forms.TypedChoiceField(label=_("Waar woon je?"))

    def __init__(self, data: Any = None, *, round: Round) -> None:
        super().__init__(data)
        self.proposals = {str(one.pk): one for one in round.proposals.select_related("action")}
        picks = cast(forms.TypedMultipleChoiceField, self.fields["picks"])
        picks.choices = [(key, str(one)) for key, one in self.proposals.items()]
        picks.coerce = self.proposals.__getitem__
        places = {
            str(one.municipality_id): one.municipality for one in round.stakes.select_related("municipality")
        }
        place = cast(forms.TypedChoiceField, self.fields["municipality"])
        place.choices = [("", _("Kies je gemeente")), *((key, one.name) for key, one in places.items())]
        place.coerce = places.__getitem__

    def clean_picks(self) -> list[Any]:
        picks: list[Any] = self.cleaned_data["picks"]
        if not picks:
            raise forms.ValidationError(_("Kies minstens één idee."))
        return picks
