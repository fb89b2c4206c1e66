# mypy: disable-error-code="type-arg"
from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any, cast

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.files.recognising import recognise
from groeimodel.foundation.partners.models import Municipality
from groeimodel.foundation.people.models import Person
from groeimodel.meadow.tending.services import Counted, News, Picture, Spent, ToDo, Worked

POT = ("", _("De pot: het budget van deze actie"))
TOGETHER = ("", _("Iedereen samen"))
PARTNERSHIP = ("", _("De samenwerking zelf"))


def day_field(label: Any, *, required: bool = True) -> forms.DateField:
    return forms.DateField(
        label=label, required=required, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )


def figure_field(label: Any, *, places: int, digits: int = 10, **more: Any) -> forms.DecimalField:
    """A comma is what people type here."""
    return forms.DecimalField(label=label, localize=True, max_digits=digits, decimal_places=places, **more)


class ByRow(forms.Form):
    """A form with choices among rows that were read before: no query for each."""

    def offer(self, name: str, rows: Sequence[Any], empty: tuple[str, Any] | None) -> None:
        known = {str(one.pk): one for one in rows}
        field = cast(forms.TypedChoiceField, self.fields[name])
        field.choices = [*([empty] if empty else []), *((key, str(one)) for key, one in known.items())]
        field.coerce, field.empty_value = known.__getitem__, None
        if len(field.choices) == 1:
            field.widget, field.initial = forms.HiddenInput(), next(iter(known), "")


class OnDay(forms.Form):
    """With a day that is not to come."""

    on = day_field(_("Welke dag?"))

    def __init__(self, data: Any = None, *, today: date, **more: Any) -> None:
        super().__init__(data, **more)
        self.today = today
        self.fields["on"].initial = today

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        if on > self.today:
            raise forms.ValidationError(_("Deze dag moet nog komen."))
        return on


class TaskForm(ByRow):
    text = forms.CharField(
        label=_("Wat moet er gebeuren?"),
        max_length=200,
        help_text=_("Bijvoorbeeld: de zaal vastleggen voor 12 maart."),
    )
    owner = forms.TypedChoiceField(label=_("Wie doet het?"), required=False)
    due = day_field(_("Tegen wanneer?"), required=False)

    def __init__(self, data: Any = None, *, people: Sequence[Person], **more: Any) -> None:
        super().__init__(data, **more)
        self.offer("owner", people, ("", _("Nog niemand")))

    @property
    def todo(self) -> ToDo:
        return ToDo(**self.cleaned_data)


class ExpenseForm(ByRow, OnDay):
    what = forms.CharField(
        label=_("Waarvoor?"), max_length=160, help_text=_("Bijvoorbeeld: huur van de geluidsinstallatie.")
    )
    amount = figure_field(_("Hoeveel euro?"), places=2, min_value=Decimal("0.01"))
    payer = forms.TypedChoiceField(
        label=_("Wie betaalde?"),
        required=False,
        help_text=_("Wat een gemeente zelf betaalt, telt mee voor wat ze inbrengt."),
    )
    source = forms.CharField(
        label=_("Waar is het bewijs?"),
        max_length=160,
        required=False,
        help_text=_("Bijvoorbeeld: factuur 2026-14, in de map van de boekhouding."),
    )
    field_order = ["what", "amount", "on", "payer", "source"]

    def __init__(self, data: Any = None, *, members: Sequence[Municipality], **more: Any) -> None:
        super().__init__(data, **more)
        self.offer("payer", members, POT)

    @property
    def spent(self) -> Spent:
        return Spent(**self.cleaned_data)


class ReasonForm(forms.Form):
    """Why something is put right."""

    reason = forms.CharField(
        label=_("Waarom zet je ze recht?"),
        max_length=160,
        help_text=_("Bijvoorbeeld: het bedrag was zonder btw genoteerd."),
    )


class RefusalForm(forms.Form):
    reason = forms.CharField(
        label=_("Waarom niet?"),
        max_length=300,
        help_text=_("Eén zin: dan weet de tuinier wat wel kan."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class BoundForm(forms.Form):
    bound = figure_field(
        _("Tot welk bedrag beslist de tuinier alleen?"),
        places=2,
        required=False,
        min_value=0,
        help_text=_("In euro per uitgave. Leeg: er is geen grens, de tuinier beslist binnen het budget."),
    )


class HoursForm(ByRow, OnDay):
    hours = figure_field(
        _("Hoeveel uren?"), places=1, digits=4, min_value=Decimal("0.5"), max_value=Decimal(200)
    )
    what = forms.CharField(label=_("Waaraan?"), max_length=160, required=False)
    municipality = forms.TypedChoiceField(label=_("Voor welke gemeente?"), required=False)
    who = forms.ChoiceField(
        label=_("Wie werkte?"),
        choices=[("me", _("Ikzelf")), ("colleague", _("Een collega, zonder naam"))],
        initial="me",
        widget=forms.RadioSelect,
    )
    field_order = ["hours", "on", "what", "municipality", "who"]

    def __init__(
        self, data: Any = None, *, places: Sequence[Municipality], partnership_too: bool, **more: Any
    ) -> None:
        super().__init__(data, **more)
        self.offer("municipality", places, PARTNERSHIP if partnership_too else None)

    def worked(self, person: Person) -> Worked:
        found = dict(self.cleaned_data)
        return Worked(person=person if found.pop("who") == "me" else None, **found)


class ResultForm(ByRow, OnDay):
    figure = figure_field(_("Hoeveel?"), places=2, min_value=0)
    unit = forms.CharField(
        label=_("Wat tel je?"), max_length=40, help_text=_("Bijvoorbeeld: jongeren, plaatsen, uitleningen.")
    )
    source = forms.CharField(
        label=_("Waar komt het cijfer vandaan?"),
        max_length=160,
        help_text=_("Bijvoorbeeld: de deelnemerslijst, of geteld aan de ingang."),
    )
    what = forms.CharField(label=_("Waarover gaat het?"), max_length=160, required=False)
    municipality = forms.TypedChoiceField(label=_("Van welke gemeente?"), required=False)
    reach = forms.BooleanField(
        label=_("Dit zijn kinderen, jongeren of anderen die we bereikten"), required=False
    )
    field_order = ["figure", "unit", "what", "municipality", "on", "source", "reach"]

    def __init__(
        self, data: Any = None, *, places: Sequence[Municipality], together: bool, **more: Any
    ) -> None:
        super().__init__(data, **more)
        self.offer("municipality", places, TOGETHER if together else None)

    @property
    def counted(self) -> Counted:
        return Counted(**self.cleaned_data)


class NewsForm(forms.Form):
    text = forms.CharField(
        label=_("Wat is er nieuw?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Eén of twee zinnen. Geen namen van kinderen of jongeren."),
    )
    picture = forms.FileField(
        label=_("Een foto"),
        required=False,
        help_text=_("Geen foto's waarop kinderen of jongeren herkenbaar zijn."),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )
    alt = forms.CharField(
        label=_("Wat is er op de foto te zien?"),
        required=False,
        max_length=200,
        help_text=_("Voor wie de foto niet kan zien."),
    )
    public = forms.BooleanField(
        label=_("Iedereen mag dit lezen"),
        required=False,
        help_text=_("Ook wie niet bij de samenwerking hoort, met de foto. Zonder vinkje: enkel de partners."),
    )

    def clean_picture(self) -> UploadedFile[bytes] | None:
        upload: UploadedFile[bytes] | None = self.cleaned_data["picture"]
        if upload and not recognise(upload, upload.name or "").picture:
            raise forms.ValidationError(_("Kies een foto: JPG, PNG of WebP."))
        return upload

    def clean(self) -> None:
        super().clean()
        if self.cleaned_data.get("picture") and not self.cleaned_data.get("alt"):
            self.add_error("alt", _("Zeg in enkele woorden wat er op de foto te zien is."))

    @property
    def news(self) -> News:
        given = self.cleaned_data
        picture = Picture(given["picture"], given["alt"]) if given["picture"] else None
        return News(given["text"], given["public"], picture)
