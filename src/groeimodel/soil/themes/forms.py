# mypy: disable-error-code="type-arg"
from django import forms
from django.utils.translation import gettext_lazy as _

from groeimodel.soil.themes.models import Link, Theme
from groeimodel.soil.themes.services import Proposal


class ThemeForm(forms.ModelForm):
    """What would you like to talk about?"""

    class Meta:
        model = Theme
        fields = ["title", "about", "asked"]
        widgets = {"about": forms.Textarea(attrs={"rows": 3})}
        help_texts = {
            "title": _("Kort. Bijvoorbeeld: veilig uitgaan."),
            "asked": _("Eén vraag, zodat iedereen zich kan voorbereiden. Ook je schepen leest ze."),
        }

    def proposal(self) -> Proposal:
        return Proposal(**self.cleaned_data)


class LinkForm(forms.ModelForm):
    url = forms.URLField(
        label=_("adres"),
        max_length=500,
        assume_scheme="https",
        widget=forms.URLInput(attrs={"placeholder": "https://"}),
        error_messages={"invalid": _("Plak het hele adres van de pagina, met https:// vooraan.")},
    )

    class Meta:
        model = Link
        fields = ["label", "url"]
