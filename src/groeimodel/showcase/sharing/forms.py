from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from groeimodel.showcase.sharing.models import OTHERS

SAYS = {
    "region": (
        _("Onze regio-ondersteuner ziet in één overzicht hoe het met ons gaat"),
        _(
            "Droogt de potgrond uit? Welke vragen wachten, welke termijnen eindigen? Zo krijgen jullie op tijd hulp."
        ),
    ),
    "stroll": (
        _("Andere samenwerkingen kijken rond op onze gezamenlijke weide"),
        _(
            "Ze zien wat er groeit, met de namen van acties en gemeenten. Geen namen van mensen, geen bedragen."
        ),
    ),
    "comparison": (
        _("Onze cijfers tellen mee in een vergelijking zonder namen"),
        _(
            "Pas vanaf vijf andere samenwerkingen, en enkel in brede groepen. Niemand ziet welk cijfer van wie is."
        ),
    ),
    "trend": (
        _("Onze cijfers tellen mee in de open cijfers over alle samenwerkingen"),
        _(
            "Totalen per jaar, voor iedereen te lezen. Wat op minder dan vijf samenwerkingen steunt, blijft weg."
            " Zet je dit weer dicht, dan tellen jullie de volgende jaren niet mee. Wat gepubliceerd is, blijft."
        ),
    ),
}
"""What each kind means for whoever chooses, and what it does not show."""


class OthersForm(forms.Form):
    shown = forms.MultipleChoiceField(
        label=_("Wat mogen anderen zien?"),
        choices=[(kind.value, SAYS[kind.value][0]) for kind in OTHERS],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
