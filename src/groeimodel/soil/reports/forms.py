# mypy: disable-error-code="type-arg"
from django import forms
from django.utils.translation import gettext_lazy as _

from groeimodel.soil.reports.models import Report, Takeaway


class TakeawayForm(forms.ModelForm):
    """One sentence is enough."""

    class Meta:
        model = Takeaway
        fields = ["text"]
        widgets = {"text": forms.Textarea(attrs={"rows": 2})}
        help_texts = {
            "text": _(
                "Eén zin volstaat. Bijvoorbeeld: het charter van de buren, om te bespreken met de politie."
            )
        }


class ReportForm(forms.Form):
    text = forms.CharField(
        label=_("Verslag"),
        max_length=Report._meta.get_field("text").max_length,
        widget=forms.Textarea(attrs={"rows": 18}),
    )
