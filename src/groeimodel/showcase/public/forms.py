"""What stands on the page and in which words, as who coordinates fills it in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.partners.models import Appointment, Partnership, Tenure
from groeimodel.foundation.people.models import Person
from groeimodel.showcase.public.versions import Version
from groeimodel.showcase.sharing.models import PUBLIC, Kind

SAYS = {
    "garden": (
        _("De tuin"),
        _("De tekening, met een lijst in woorden ernaast. Anderen kunnen ze op hun eigen site zetten."),
    ),
    "actions": (
        _("Wat er groeit"),
        _(
            "De gezamenlijke acties die lopen of net klaar zijn, met het nieuws en de foto’s die iedereen mag zien. Geen ideeën, geen tuiniers, geen bedragen."
        ),
    ),
    "results": (
        _("Wat het opbracht"),
        _(
            "Cijfers van het laatste jaar met hun bron, en oogst waarvan de foto voor iedereen is. Niets uit scans, polsslag of graadmeter."
        ),
    ),
    "offer": (
        _("Het aanbod van de winkel"),
        _(
            "Alles wat vandaag in de winkel ligt, met een zoekveld. Staat de balie open, dan kunnen bezoekers het ook aanvragen."
        ),
    ),
    "organs": (
        _("Wie beslist"),
        _(
            "De organen, hoeveel plaatsen ze tellen, van welke gemeenten, en de telling. Geen namen van mensen."
        ),
    ),
    "decisions": (
        _("Besluiten"),
        _("De laatste besluiten die jullie bekendmaakten. Op de pagina van een besluit staat wie het nam."),
    ),
    "calendar": (
        _("De agenda"),
        _(
            "Zittingen van organen die openbaar zijn, en de eerste en laatste dag van acties die op de pagina staan. Nooit ontmoetingen van schepenen en ambtenaren."
        ),
    ),
    "news": (
        _("Nieuws"),
        _("De nieuwsbrieven die jullie verstuurden, en een knop om je in te schrijven."),
    ),
}
"""Each kind with what visitors will see of it, and what not."""
TITLE = "titel-"
MOST_TITLES = 60


class ChooseForm(forms.Form):
    kinds = forms.MultipleChoiceField(
        label=_("Wat staat erop?"),
        choices=[(kind.value, SAYS[kind.value][0]) for kind in PUBLIC],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies minstens één deel. Een lege pagina helpt niemand.")},
    )
    intro = forms.CharField(
        label=_("Wie zijn jullie, en wat doen jullie?"),
        help_text=_(
            "Twee of drie zinnen voor inwoners en jongeren. Laat je dit leeg, dan tonen we de tekst uit de gegevens van jullie samenwerking."
        ),
        max_length=800,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    email = forms.EmailField(
        label=_("E-mailadres van de samenwerking"),
        help_text=_("Iedereen ziet dit adres. Gebruik het adres van de organisatie, niet van één persoon."),
        required=False,
    )
    name_fr = forms.CharField(label=_("Naam in het Frans"), max_length=120, required=False)
    intro_fr = forms.CharField(
        label=_("Dezelfde zinnen in het Frans"),
        max_length=800,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4, "lang": "fr-BE"}),
    )

    def __init__(
        self,
        data: Any = None,
        *,
        partnership: Partnership,
        version: Version,
        french: bool,
        titles: Sequence[tuple[str, str]] = (),
    ) -> None:
        """`titles`: key and Dutch title of every row that can have a French one."""
        self.partnership = partnership
        self.keys = [key for key, _title in titles[:MOST_TITLES]] if french else []
        initial = {
            "kinds": [kind.value for kind in PUBLIC if kind in version.kinds],
            "intro": version.intro,
            "email": version.email,
            "name_fr": version.name_fr,
            "intro_fr": version.intro_fr,
        }
        super().__init__(data, initial=initial)
        self.version = version
        for key, title in titles[:MOST_TITLES] if french else ():
            self.fields[f"{TITLE}{key}"] = forms.CharField(
                label=title, max_length=200, required=False, initial=version.titles_fr.get(key, "")
            )
        if not french:
            del self.fields["name_fr"], self.fields["intro_fr"]

    def clean_email(self) -> str:
        """Only whoever takes part is looked for: nobody learns who has an account elsewhere."""
        email: str = self.cleaned_data["email"]
        here = Q(pk__in=Tenure.objects.filter(partnership=self.partnership).values("person"))
        here |= Q(pk__in=Appointment.objects.filter(partnership=self.partnership).values("person"))
        if email and Person.objects.filter(here, email__iexact=email).exists():
            raise ValidationError(
                _("Dit is het adres van iemand persoonlijk. Gebruik een adres van de organisatie.")
            )
        return email

    def kept(self) -> Version:
        """What was filled in; French titles of rows that are not on the page now stay as they were."""
        said = self.cleaned_data
        titles = {key: text for key, text in self.version.titles_fr.items() if key not in self.keys}
        titles |= {key: text for key in self.keys if (text := said[f"{TITLE}{key}"].strip())}
        return Version(
            kinds=frozenset(Kind(one) for one in said["kinds"]),
            email=said["email"],
            intro=said["intro"].strip(),
            name_fr=said.get("name_fr", self.version.name_fr).strip(),
            intro_fr=said.get("intro_fr", self.version.intro_fr).strip(),
            titles_fr=titles,
            online=self.version.online,
        )

    def french_titles(self) -> list[forms.BoundField]:
        return [self[f"{TITLE}{key}"] for key in self.keys]
