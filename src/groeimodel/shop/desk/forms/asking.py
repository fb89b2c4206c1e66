"""What a customer fills in, on a phone, in two minutes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.partners.models import Municipality
from groeimodel.shop.counter.models import Offer
from groeimodel.shop.desk import guarding
from groeimodel.shop.desk.models import Request
from groeimodel.shop.desk.services import Wish

ELSEWHERE, MADE_TO_MEASURE = "andere", "anders"


class AskForm(forms.Form):
    """All that is wrong is said at once, and nothing that was typed is lost."""

    offer = forms.ChoiceField(label=_("Waarover gaat het?"))
    text = forms.CharField(
        label=_("Wat wil je vragen?"),
        max_length=3000,
        help_text=_("Schrijf het zoals je het zou vertellen. Geen namen van kinderen of jongeren."),
        error_messages={"required": _("Schrijf wat je wilt vragen.")},
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    people = forms.IntegerField(
        label=_("Hoeveel mensen?"),
        required=False,
        min_value=1,
        max_value=100_000,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )
    day = forms.DateField(
        label=_("Welke dag?"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    when = forms.CharField(
        label=_("Kan een andere dag ook?"),
        required=False,
        max_length=160,
        help_text=_("Bijvoorbeeld: een woensdag in mei, na 16 uur."),
    )
    who = forms.ChoiceField(
        label=_("Voor wie vraag je het?"),
        choices=Request.Who,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies voor wie je het vraagt.")},
    )
    organisation = forms.CharField(
        label=_("Naam van je school, vereniging of dienst"),
        required=False,
        max_length=120,
        help_text=_("Ben je een inwoner? Dan mag dit leeg blijven."),
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    municipality = forms.ChoiceField(
        label=_("In welke gemeente woon je of zit je organisatie?"),
        error_messages={"required": _("Kies een gemeente.")},
    )
    name = forms.CharField(
        label=_("Je naam"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Schrijf je naam.")},
    )
    email = forms.EmailField(
        label=_("Je e-mailadres"),
        help_text=_("Hier sturen we een link naartoe om je vraag te bevestigen."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"required": _("Schrijf je e-mailadres.")},
    )
    phone = forms.CharField(
        label=_("Je telefoonnummer"),
        required=False,
        max_length=30,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "tel"}),
    )
    adult = forms.BooleanField(
        label=_("Ik ben 18 of ouder"),
        error_messages={
            "required": _("Ben je jonger dan 18? Laat een volwassene of je jeugddienst dit vragen.")
        },
    )
    website = forms.CharField(required=False, max_length=200)
    """A trap: people do not see it, programs fill it in."""
    stamp = forms.CharField(required=False, max_length=300, widget=forms.HiddenInput)

    def __init__(
        self,
        data: Any = None,
        *,
        slug: str,
        members: Sequence[Municipality],
        offers: Sequence[Offer],
        today: date,
        chosen: str = "",
    ) -> None:
        """`chosen` is the key of the offer that the link to the form named."""
        super().__init__(data)
        self.slug, self.today = slug, today
        self.members = {str(one.pk): one for one in members}
        self.offers = {str(one.pk): one for one in offers}
        offer = cast(forms.ChoiceField, self.fields["offer"])
        offer.choices = [
            (MADE_TO_MEASURE, _("Iets anders, op maat")),
            *((key, one.title) for key, one in self.offers.items()),
        ]
        offer.initial = chosen if chosen in self.offers else MADE_TO_MEASURE
        place = cast(forms.ChoiceField, self.fields["municipality"])
        place.choices = [
            ("", _("Kies een gemeente")),
            *((key, one.name) for key, one in self.members.items()),
            (ELSEWHERE, _("Een andere gemeente")),
        ]
        self.fields["day"].widget.attrs["min"] = today.isoformat()

    @property
    def fresh_stamp(self) -> str:
        """For the form that is shown now: what was sent before is not shown again."""
        return guarding.stamp(self.slug)

    @property
    def trapped(self) -> bool:
        """A program filled in what people do not see."""
        return bool(str(self.data.get("website", "")).strip())

    @property
    def wrong(self) -> list[Any]:
        """The fields with a problem, in the order of the page: for the list at the top."""
        return [field for field in self if field.errors and not field.is_hidden]

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"]
        if guarding.too_many_links(text):
            raise forms.ValidationError(_("Er staan te veel links in. Laat er hoogstens twee staan."))
        return text

    def clean_day(self) -> date | None:
        day: date | None = self.cleaned_data["day"]
        if day is not None and day < self.today:
            raise forms.ValidationError(_("Deze dag is al voorbij. Kies een dag die nog komt."))
        return day

    def clean(self) -> None:
        super().clean()
        who = self.cleaned_data.get("who")
        if who and who != Request.Who.RESIDENT and not self.cleaned_data.get("organisation"):
            self.add_error("organisation", _("Schrijf hoe je school, vereniging of dienst heet."))
        for name in ("organisation", "name", "when", "phone"):
            if guarding.LINK.search(self.cleaned_data.get(name) or ""):
                self.add_error(name, _("Hier hoort geen link."))
        self.check_stamp()

    def check_stamp(self) -> None:
        """Said only where all else is right: whoever mends a form sends it again anyway."""
        if not self.errors and guarding.too_fast_or_old(self.data.get("stamp", ""), self.slug):
            self.add_error(
                None,
                _("Dat ging te snel, of deze pagina stond te lang open. Kijk alles na en verstuur opnieuw."),
            )

    def wish(self) -> Wish:
        found = self.cleaned_data
        return Wish(
            who=found["who"],
            name=found["name"],
            email=found["email"],
            text=found["text"],
            organisation=found["organisation"],
            phone=found["phone"],
            municipality=self.members.get(found["municipality"]),
            offer=self.offers.get(found["offer"]),
            people=found["people"],
            day=found["day"],
            when=found["when"],
        )


class TakeDownForm(AskForm):
    """The same, filled in by who works at the desk, for who calls or comes by: no trap, no mail to confirm."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("adult", "website", "stamp"):
            del self.fields[name]
        self.fields["email"].required = False
        self.fields["email"].label = _("E-mailadres")
        self.fields["email"].help_text = _("Zonder adres kan de klant niet meevolgen, en bel je zelf.")
        self.fields["name"].label = _("Naam")
        self.fields["phone"].label = _("Telefoonnummer")
        self.fields["text"].help_text = _("In de woorden van de klant. Geen namen van kinderen of jongeren.")

    def check_stamp(self) -> None:
        """Nobody but who is signed in sees this form."""


class RateForm(forms.Form):
    score = forms.TypedChoiceField(
        label=_("Hoe was het?"),
        coerce=int,
        choices=[
            (1, _("1: slecht")),
            (2, _("2: matig")),
            (3, _("3: gaat wel")),
            (4, _("4: goed")),
            (5, _("5: heel goed")),
        ],
        widget=forms.RadioSelect,
    )
    text = forms.CharField(
        label=_("Wat kan beter, of wat was fijn?"),
        required=False,
        max_length=500,
        help_text=_("Schrijf geen namen."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class MessageForm(forms.Form):
    text = forms.CharField(label=_("Je bericht"), max_length=3000, widget=forms.Textarea(attrs={"rows": 4}))
