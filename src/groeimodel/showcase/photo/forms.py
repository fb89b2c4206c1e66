from __future__ import annotations

from django import forms

from groeimodel.showcase.photo.models import Photo


class ShareForm(forms.Form):
    days = forms.TypedChoiceField(
        label="Hoe lang mag de foto te zien zijn?",
        choices=Photo.Days.choices,
        coerce=int,
        initial=Photo.Days.MONTH,
        widget=forms.RadioSelect,
    )
    note = forms.CharField(
        label="Voor welke gelegenheid?",
        max_length=60,
        required=False,
        help_text="Enkel voor je eigen lijst. Bijvoorbeeld: het college van mei. Namen zijn niet nodig.",
    )
