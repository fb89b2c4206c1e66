# mypy: disable-error-code="type-arg"
"""An offer, why it is withdrawn, and its picture."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.files.recognising import recognise
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.gauge.expectations.guiding import people_of
from groeimodel.shop.counter.forms.common import day_field
from groeimodel.shop.counter.models import Offer, Speciality
from groeimodel.shop.counter.services import Said
from groeimodel.shop.plan.models import PlanAction
from groeimodel.shop.plan.selectors import actions_of, plan_to_show


class OfferForm(forms.ModelForm):
    """What whoever asks for it reads, and who tends it."""

    for_whom = forms.MultipleChoiceField(
        label=_("Voor wie?"),
        choices=Offer.ForWhom.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Niets aangevinkt is voor iedereen."),
    )
    speciality: forms.ModelChoiceField[Speciality] = forms.ModelChoiceField(
        label=_("Specialiteit"), queryset=None, required=False, empty_label=_("Geen")
    )
    plan_action: forms.ModelChoiceField[PlanAction] = forms.ModelChoiceField(
        label=_("Actie van het meerjarenplan"),
        queryset=None,
        required=False,
        empty_label=_("Geen"),
        help_text=_("Waar het geld voor dit aanbod gepland staat."),
    )

    class Meta:
        model = Offer
        fields = [
            "title",
            "text",
            "for_whom",
            "free",
            "price",
            "how",
            "asks_open",
            "bookable",
            "starts",
            "ends",
            "featured",
            "speciality",
            "responsible",
            "plan_action",
        ]
        widgets = {
            "text": forms.Textarea(attrs={"rows": 5}),
            "how": forms.Textarea(attrs={"rows": 2}),
            "starts": day_field(),
            "ends": day_field(),
        }
        help_texts = {
            "title": _("Zoals iemand het zou vragen. Bijvoorbeeld: tent lenen."),
            "text": _("Schrijf voor iemand die jullie niet kent. Korte zinnen, geen afkortingen."),
            "price": _("Bijvoorbeeld: € 60 voor een weekend, met waarborg."),
            "how": _("Bijvoorbeeld: bel drie weken vooraf, of kom langs op woensdag."),
            "asks_open": _("Wie het wil, vult een kort formulier in en volgt het antwoord met een link."),
            "bookable": _("Voor wat maar één iemand tegelijk kan gebruiken: een zaal, een springkasteel."),
            "ends": _("Leeg: zolang je het niet weghaalt."),
            "featured": _(
                "Het staat vooraan, tot je dit vinkje weghaalt. Voor een periode maak je een boeket."
            ),
            "responsible": _("Die kan het aanbod bijhouden en krijgt wat ervoor gevraagd wordt."),
        }

    def __init__(self, data: Any = None, *, partnership: Partnership, instance: Offer | None = None) -> None:
        super().__init__(data, instance=instance)
        kind = cast(forms.ModelChoiceField, self.fields["speciality"])
        kind.queryset = Speciality.objects.filter(partnership=partnership)
        plan = plan_to_show(partnership, timezone.localdate())
        action = cast(forms.ModelChoiceField, self.fields["plan_action"])
        action.queryset = actions_of(plan) if plan else PlanAction.objects.none()
        who = cast(forms.ModelChoiceField, self.fields["responsible"])
        keys = {one.pk for one in people_of(partnership)}
        if instance is not None and instance.responsible_id:
            keys.add(instance.responsible_id)
        who.queryset, who.empty_label = Person.objects.filter(pk__in=keys).order_by("name"), _("Niemand")
        self.fields["starts"].required = False

    def clean(self) -> None:
        super().clean()
        first, last = self.cleaned_data.get("starts"), self.cleaned_data.get("ends")
        if first and last and last < first:
            self.add_error("ends", _("De laatste dag ligt voor de eerste."))

    def said(self) -> Said:
        found = dict(self.cleaned_data)
        return Said(**{**found, "for_whom": tuple(found["for_whom"])})


class WhyForm(forms.Form):
    why = forms.CharField(
        label=_("Waarom haal je het weg?"),
        max_length=200,
        help_text=_(
            "Wie het zoekt, leest dit. Bijvoorbeeld: het springkasteel is stuk, een nieuw komt in mei."
        ),
    )


class PictureForm(forms.Form):
    picture = forms.FileField(
        label=_("Een foto"),
        help_text=_("Iedereen ziet deze foto. Geen kinderen of jongeren die herkenbaar zijn."),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )
    alt = forms.CharField(
        label=_("Wat is er op de foto te zien?"),
        max_length=200,
        help_text=_("Voor wie de foto niet kan zien."),
    )

    def clean_picture(self) -> UploadedFile[bytes]:
        upload: UploadedFile[bytes] = self.cleaned_data["picture"]
        if not recognise(upload, upload.name or "").picture:
            raise forms.ValidationError(_("Kies een foto: JPG, PNG of WebP."))
        return upload
