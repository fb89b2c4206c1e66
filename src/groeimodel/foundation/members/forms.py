"""Forms of the pages where a partnership is run."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from groeimodel.content.municipalities import municipalities
from groeimodel.foundation.members.logo import LogoField
from groeimodel.foundation.members.models import Invitation
from groeimodel.foundation.members.services import Invitee
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.partners.services.founding import Particulars

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class InviteForm(forms.Form):
    """Somebody for a part that is known already: a seat, or an ambassador of one municipality."""

    name = forms.CharField(label=_("Naam"), max_length=120)
    email = forms.EmailField(
        label=_("E-mailadres"),
        help_text=_("Het werkadres. Enkel voor volwassenen: wij houden niets bij over minderjarigen."),
    )

    def invitee(self, role: str, municipality: Municipality | None = None) -> Invitee:
        fields = self.cleaned_data
        return Invitee(role=role, email=fields["email"], name=fields["name"], municipality=municipality)


class OtherPartForm(InviteForm):
    """Somebody for a part beside the seats."""

    role = forms.ChoiceField(label=_("Als wat?"), widget=forms.RadioSelect)

    field_order = ["role", "name", "email"]

    def __init__(self, data: Any = None, *, roles: Sequence[str]) -> None:
        super().__init__(data)
        words = {
            "coordinator": _("Coördinator: stuurt de samenwerking dag per dag"),
            "supporter": _("Regio-ondersteuner: begeleidt de samenwerking"),
            "guest": _("Gast: kijkt mee, zonder de uitslag van de groeiscan"),
        }
        self.fields["role"].choices = [(role, words[role]) for role in roles]  # type: ignore[attr-defined]
        self.fields["role"].initial = roles[-1]


class SitForm(forms.Form):
    """Somebody without a mail address who takes a seat: known by name only."""

    name = forms.CharField(label=_("Naam"), max_length=120)
    since = forms.DateField(label=_("Sinds wanneer?"), widget=DAY)

    def __init__(self, data: Any = None, *, today: date) -> None:
        super().__init__(data)
        self.today = today
        self.fields["since"].initial = today

    def clean_since(self) -> date:
        since: date = self.cleaned_data["since"]
        if since > self.today:
            raise forms.ValidationError(_("Deze dag moet nog komen."))
        return since


class NoteForm(forms.Form):
    text = forms.CharField(
        label=_("Wat staat er open voor wie na jou komt?"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_(
            "Lopende afspraken, wie je best eerst belt, wat je nog wilde doen. Schrijf niets over personen dat je hun niet zelf zou zeggen."
        ),
    )


class JoinForm(forms.Form):
    municipality = forms.CharField(
        label=_("Welke gemeente?"), widget=forms.TextInput(attrs={"list": "gemeenten", "autocomplete": "off"})
    )
    since = forms.DateField(label=_("Partner sinds"), widget=DAY)

    def __init__(self, data: Any = None, *, choices: Sequence[Municipality], today: date) -> None:
        super().__init__(data)
        self.choices, self.today = choices, today
        self.fields["since"].initial = today

    def clean_municipality(self) -> Municipality:
        typed = self.cleaned_data["municipality"].strip()
        listed = municipalities().find(typed)  # also by a name from before a merger, or in French
        for one in self.choices:
            if typed.casefold() == one.name.casefold() or (listed and listed.nis == one.nis):
                return one
        raise forms.ValidationError(
            _(
                "Geen gemeente met de naam ‘%(typed)s’ gevonden die nog geen partner is. Kies er een uit de lijst."
            )
            % {"typed": typed}
        )

    def clean_since(self) -> date:
        since: date = self.cleaned_data["since"]
        if since > self.today:
            raise forms.ValidationError(_("Deze dag moet nog komen."))
        return since


class LeaveForm(forms.Form):
    on = forms.DateField(label=_("Laatste dag als partner"), widget=DAY)

    def __init__(self, data: Any = None, *, today: date) -> None:
        super().__init__(data)
        self.today = today
        self.fields["on"].initial = today

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        if on > self.today:
            raise forms.ValidationError(
                _("Kies vandaag of een dag die voorbij is. Doe dit op de laatste dag zelf.")
            )
        return on


class ParticularsForm(forms.ModelForm):  # type: ignore[type-arg]
    """The data of a partnership that its coordinator keeps."""

    logo = LogoField(
        label=_("Logo"),
        required=False,
        help_text=_("PNG, JPEG of WebP, hoogstens 2 MB. We maken er een klein beeld van."),
    )
    remove_logo = forms.BooleanField(label=_("Haal het logo weg"), required=False)

    class Meta:
        model = Partnership
        fields = ["name", "legal_form", "region", "description", "colour", "public"]
        widgets = {"description": forms.Textarea(attrs={"rows": 3})}
        labels = {"public": _("Iedereen mag de tuin zien")}
        help_texts = {
            "region": _("Zoals jullie ze zelf noemen, bijvoorbeeld de Westhoek."),
            "public": _("Namen van mensen en de uitslag van de groeiscan blijven voor wie meedoet."),
        }

    def particulars(self) -> Particulars:
        return Particulars(**{name: self.cleaned_data[name] for name in Particulars.__slots__})


class WelcomeForm(forms.Form):
    """Accepting an invitation."""

    name = forms.CharField(label=_("Je naam"), max_length=120)
    adult = forms.BooleanField(label=_("Ik ben 18 jaar of ouder."))

    def __init__(self, data: Any = None, *, invitation: Invitation) -> None:
        super().__init__(data)
        self.fields["name"].initial = invitation.name
