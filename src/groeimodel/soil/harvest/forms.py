# mypy: disable-error-code="type-arg"
from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, cast

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.timezone import localtime

from groeimodel.foundation.files.recognising import recognise
from groeimodel.foundation.partners.models import Municipality
from groeimodel.soil.harvest.models import Harvest
from groeimodel.soil.harvest.selectors import Desk, Filter
from groeimodel.soil.harvest.services import Gain, Picture
from groeimodel.soil.meetings.models import Meeting


class MeetingField(forms.ModelChoiceField):
    """A meeting, by its title with its day."""

    def label_from_instance(self, obj: Meeting) -> str:
        day = date_format(localtime(obj.starts), "j F Y") if obj.starts else ""
        return f"{obj.title} ({day})"


class HarvestForm(forms.ModelForm):
    """What do you use locally now, thanks to the others?"""

    meeting = MeetingField(
        queryset=None, label="Van welke ontmoeting?", required=False, empty_label="Geen ontmoeting"
    )

    picture = forms.FileField(
        label="Een foto",
        required=False,
        help_text="Geen foto's waarop kinderen of jongeren herkenbaar zijn.",
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )
    alt = forms.CharField(
        label="Wat is er op de foto te zien?",
        required=False,
        max_length=200,
        help_text="Voor wie de foto niet kan zien.",
    )

    class Meta:
        model = Harvest
        fields = [
            "title",
            "municipality",
            "gained_on",
            "figure",
            "unit",
            "from_municipality",
            "source",
            "text",
            "picture_for_all",
        ]
        localized_fields = ["figure"]  # a comma is what people type here
        widgets = {
            "gained_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "text": forms.Textarea(attrs={"rows": 3}),
        }
        labels = {"municipality": "In welke gemeente?"}
        help_texts = {
            "title": "Kort en concreet. Bijvoorbeeld: een fuifcharter voor onze zaal.",
            "from_municipality": "Laat leeg als het van de hele groep komt.",
            "source": "Enkel als het niet van een ontmoeting kwam. Bijvoorbeeld: telefoon met een collega.",
            "figure": "Hoeveel bereikte, spaarde of gebruikte je? Een cijfer overtuigt.",
            "unit": "Bijvoorbeeld: kinderen, euro gespaard, uren.",
            "picture_for_all": "Zonder vinkje zien enkel de partners de foto.",
        }

    def __init__(
        self,
        data: Any = None,
        files: Any = None,
        *,
        desk: Desk,
        today: date,
        instance: Harvest | None = None,
        asked: str = "",
    ) -> None:
        """`asked` is the key of the meeting that the link to the form named."""
        super().__init__(data, files, instance=instance)
        where = cast(forms.ModelChoiceField, self.fields["municipality"])
        origin = cast(forms.ModelChoiceField, self.fields["from_municipality"])
        where.queryset = _among(desk.own)
        origin.queryset = _among(desk.members)
        held = cast(forms.ModelChoiceField, self.fields["meeting"])
        held.queryset = Meeting.objects.filter(
            partnership=desk.partnership, cancelled_at=None, starts__date__lte=today
        ).order_by("-starts")
        held.initial = instance.meeting_id if instance else asked or None
        where.empty_label = "Kies een gemeente"
        origin.empty_label = "De hele groep"
        if len(desk.own) == 1:
            where.initial, where.empty_label = desk.own[0], None
        self.fields["gained_on"].initial = today
        self.today = today

    def clean_gained_on(self) -> date:
        gained_on: date = self.cleaned_data["gained_on"]
        if gained_on > self.today:
            raise forms.ValidationError("Deze dag moet nog komen. Oogst is wat je nu al gebruikt.")
        return gained_on

    def clean_picture(self) -> UploadedFile[bytes] | None:
        upload: UploadedFile[bytes] | None = self.cleaned_data["picture"]
        if upload and not recognise(upload, upload.name or "").picture:
            raise forms.ValidationError("Kies een foto: JPG, PNG of WebP. Een ander document kan erna nog.")
        return upload

    def clean(self) -> None:
        super().clean()
        where = self.cleaned_data.get("municipality")
        if where and where == self.cleaned_data.get("from_municipality"):
            self.add_error("from_municipality", "Kies een andere gemeente dan die waar je het gebruikt.")

        if self.cleaned_data.get("figure") is not None and not self.cleaned_data.get("unit"):
            self.add_error("unit", "Zeg erbij waarvan het cijfer is.")
        if self.cleaned_data.get("picture") and not self.cleaned_data.get("alt"):
            self.add_error("alt", "Zeg in enkele woorden wat er op de foto te zien is.")

    def gain(self) -> Gain:
        found = dict(self.cleaned_data)
        upload, alt = found.pop("picture"), found.pop("alt")
        return Gain(**found, picture=Picture(upload, alt) if upload else None)


class FilterForm(forms.Form):
    """What the list shows: of one municipality, of one year."""

    gemeente = forms.TypedChoiceField(label="Gemeente", required=False, coerce=int, empty_value=None)
    jaar = forms.TypedChoiceField(label="Jaar", required=False, coerce=int, empty_value=None)

    def __init__(self, data: Any, *, members: Sequence[Municipality], years: Sequence[int]) -> None:
        super().__init__(data)
        self._offer("gemeente", "Alle gemeenten", [(one.pk, one.name) for one in members])
        self._offer("jaar", "Alle jaren", [(year, str(year)) for year in years])

    def _offer(self, name: str, everything: str, choices: list[tuple[int, str]]) -> None:
        cast(forms.ChoiceField, self.fields[name]).choices = [("", everything), *choices]

    def chosen(self) -> Filter:
        """What was asked and exists; anything else filters nothing."""
        self.is_valid()
        found = getattr(self, "cleaned_data", {})
        return Filter(found.get("gemeente"), found.get("jaar"))


def _among(municipalities: Sequence[Municipality]) -> QuerySet[Municipality]:
    return Municipality.objects.filter(pk__in=[one.pk for one in municipalities])
