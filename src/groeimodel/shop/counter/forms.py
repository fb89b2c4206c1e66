# mypy: disable-error-code="type-arg"
from django import forms
from django.utils.translation import gettext_lazy as _

from groeimodel.shop.counter.models import Offer


class OfferForm(forms.ModelForm):
    """What whoever asks for it reads."""

    class Meta:
        model = Offer
        fields = ["title", "text"]
        widgets = {"text": forms.Textarea(attrs={"rows": 6})}
        help_texts = {
            "title": _("Zoals iemand het zou vragen."),
            "text": _("Wat krijg je, voor wie is het, en hoe vraag je het aan?"),
        }
