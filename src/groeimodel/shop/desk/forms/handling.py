# mypy: disable-error-code="type-arg"
"""What is filled in on the page of a request. Each form has its own name, so that only the one that was sent speaks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.partners.models import Municipality
from groeimodel.foundation.people.models import Person
from groeimodel.shop.counter.models import Offer
from groeimodel.shop.desk.models import Desk, Request
from groeimodel.shop.desk.services import Facts


def _area(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


def _date() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def _price() -> forms.DecimalField:
    return forms.DecimalField(
        label=_("Prijs in euro"),
        required=False,
        min_value=0,
        max_digits=9,
        decimal_places=2,
        localize=True,
        help_text=_("0 is gratis. Laat leeg als het geen rol speelt."),
    )


class AssignForm(forms.Form):
    handler = forms.TypedChoiceField(label=_("Wie volgt het op?"), coerce=int)

    def __init__(self, data: Any = None, *, prefix: str, people: Sequence[Person], request: Request) -> None:
        super().__init__(data, prefix=prefix)
        self.people = {one.pk: one for one in people}
        field = cast(forms.ChoiceField, self.fields["handler"])
        field.choices = [("", _("Kies iemand")), *((key, str(one)) for key, one in self.people.items())]
        field.initial = request.handler_id or ""


class ReplyForm(forms.Form):
    text = forms.CharField(label=_("Je antwoord"), max_length=3000, widget=_area(4))
    asks = forms.BooleanField(
        label=_("De klant moet hierop antwoorden"),
        required=False,
        help_text=_("Zonder vinkje zijn jullie aan zet, en loopt de antwoordtijd verder."),
    )


class NoteForm(forms.Form):
    text = forms.CharField(
        label=_("Nota"), max_length=3000, help_text=_("De klant ziet dit niet."), widget=_area(3)
    )


class ProposeForm(forms.Form):
    text = forms.CharField(label=_("Wat stel je voor?"), max_length=2000, widget=_area(4))
    day = forms.DateField(label=_("Op welke dag?"), required=False, widget=_date())
    price = _price()


class AgreeForm(forms.Form):
    what = forms.CharField(label=_("Wat is afgesproken?"), max_length=2000, widget=_area(3))
    day = forms.DateField(label=_("Wanneer is het?"), required=False, widget=_date())
    price = _price()


class DeclineForm(forms.Form):
    why = forms.CharField(
        label=_("Waarom kan het niet?"),
        max_length=1000,
        widget=_area(3),
        help_text=_("De klant leest dit. Ken je iemand die wel kan helpen? Zeg het erbij."),
    )


class FinishForm(forms.Form):
    """How many people, by municipality of residence: a field for each member, and one for elsewhere."""

    def __init__(
        self, data: Any = None, *, prefix: str, members: Sequence[Municipality], request: Request
    ) -> None:
        super().__init__(data, prefix=prefix)
        self.places: dict[str, Municipality | None] = {f"m{one.pk}": one for one in members}
        self.places["elsewhere"] = None
        own = f"m{request.municipality_id}" if request.municipality_id else "elsewhere"
        for key, one in self.places.items():
            self.fields[key] = forms.IntegerField(
                label=one.name if one else _("Elders, of niet geweten"),
                required=False,
                min_value=0,
                max_value=100_000,
                initial=request.people if key == own else None,
                widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
            )

    def served(self) -> dict[Municipality | None, int]:
        return {one: self.cleaned_data[key] or 0 for key, one in self.places.items()}


class CorrectForm(forms.Form):
    organisation = forms.CharField(label=_("Organisatie"), required=False, max_length=120)
    name = forms.CharField(label=_("Naam"), max_length=120)
    email = forms.EmailField(label=_("Mail"), required=False)
    phone = forms.CharField(label=_("Telefoon"), required=False, max_length=30)
    municipality = forms.ChoiceField(label=_("Gemeente"), required=False)
    offer = forms.ChoiceField(label=_("Waarover gaat het?"), required=False)
    people = forms.IntegerField(label=_("Hoeveel mensen?"), required=False, min_value=1, max_value=100_000)

    def __init__(
        self,
        data: Any = None,
        *,
        prefix: str,
        members: Sequence[Municipality],
        offers: Sequence[Offer],
        request: Request,
    ) -> None:
        super().__init__(data, prefix=prefix)
        self.members = {str(one.pk): one for one in members}
        self.offers = {str(one.pk): one for one in offers}
        if request.offer is not None:  # it may have left the window
            self.offers.setdefault(str(request.offer.pk), request.offer)
        place, offer = self.fields["municipality"], self.fields["offer"]
        cast(forms.ChoiceField, place).choices = [
            ("", _("Een andere gemeente")),
            *((key, one.name) for key, one in self.members.items()),
        ]
        cast(forms.ChoiceField, offer).choices = [
            ("", _("Iets op maat")),
            *((key, one.title) for key, one in self.offers.items()),
        ]
        for name in ("organisation", "name", "email", "phone", "people"):
            self.fields[name].initial = getattr(request, name)
        place.initial, offer.initial = str(request.municipality_id or ""), str(request.offer_id or "")

    def facts(self) -> Facts:
        found = self.cleaned_data
        chosen = {
            "municipality": self.members.get(found["municipality"]),
            "offer": self.offers.get(found["offer"]),
        }
        return Facts(**(found | chosen))


class TermsForm(forms.ModelForm):
    class Meta:
        model = Desk
        fields = ["open", "days", "welcome", "keep_months"]
        widgets = {"welcome": forms.Textarea(attrs={"rows": 4})}
        labels = {"welcome": _("Wat lezen klanten bovenaan?")}
        help_texts = {
            "days": _("Beloof enkel wat je kunt waarmaken. Weekends en feestdagen tellen niet."),
            "welcome": _("Bijvoorbeeld: wat je doet, voor wie, en wat het kost."),
            "keep_months": _("Cijfers blijven: hoeveel aanvragen, van welke gemeente, hoe snel."),
        }
