from django import forms

from groeimodel.foundation.partners.models import Partnership


class AimForm(forms.Form):
    """Which of the three models does the partnership want to be? None is better than another."""

    aim = forms.ChoiceField(
        label="Welk model past bij jullie?",
        choices=[*Partnership.Aim.choices, ("", "We kiezen nog niet")],
        widget=forms.RadioSelect,
        required=False,
    )
