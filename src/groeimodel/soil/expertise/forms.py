from __future__ import annotations

from typing import Any, cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groeimodel.content.nutrients import nutrients
from groeimodel.foundation.people.models import Person
from groeimodel.soil.expertise.models import Expertise
from groeimodel.soil.expertise.selectors import Desk
from groeimodel.soil.expertise.services import Said

ME = "ik"


class ExpertiseForm(forms.Form):
    """An area, brought or looked for, in own words, of oneself or of a municipality."""

    area = forms.ChoiceField(label=gettext_lazy("Waarover gaat het?"))
    kind = forms.ChoiceField(
        label=gettext_lazy("Wat doe je?"), choices=Expertise.Kind.choices, widget=forms.RadioSelect
    )
    text = forms.CharField(
        label=gettext_lazy("In je eigen woorden"),
        max_length=300,
        required=False,
        help_text=gettext_lazy(
            "Kort en concreet. Bijvoorbeeld: een fuifcharter met de politie. Noem geen kinderen of jongeren bij naam."
        ),
    )
    whom = forms.ChoiceField(label=gettext_lazy("Voor wie?"))
    opened = forms.BooleanField(
        label=gettext_lazy("Andere samenwerkingen mogen dit zien"),
        required=False,
        help_text=gettext_lazy("Enkel wat je meebrengt. Ze zien je gemeente, niet je naam."),
    )

    def __init__(
        self,
        data: Any = None,
        *,
        desk: Desk,
        person: Person,
        of: Expertise | None = None,
        asked: dict[str, str] | None = None,
    ) -> None:
        """`asked` are the values that a link to the form named."""
        super().__init__(data, initial=_of(of) if of else {"kind": "brings", **(asked or {})})
        self.desk, self.person, self.of = desk, person, of
        areas = cast(forms.ChoiceField, self.fields["area"])
        areas.choices = [("", _("Kies een gebied")), *((one.id, one.name) for one in nutrients())]
        whom = cast(forms.ChoiceField, self.fields["whom"])
        me = (ME, of.person.name if of and of.person else _("voor mezelf"))
        whom.choices = [me, *((str(one.pk), one.name) for one in desk.own)]

    def said(self) -> Said:
        found = self.cleaned_data
        who = self.of.person if self.of and self.of.person else self.person
        places = {str(one.pk): one for one in self.desk.own}
        return Said(
            area=found["area"],
            kind=found["kind"],
            text=found["text"],
            person=who if found["whom"] == ME else None,
            municipality=places.get(found["whom"]),
            opened=found["opened"],
        )


def _of(one: Expertise) -> dict[str, Any]:
    whom = ME if one.person_id else str(one.municipality.today if one.municipality else "")
    return {"area": one.area, "kind": one.kind, "text": one.text, "whom": whom, "opened": one.opened}
