from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.mail.models import Cadence
from groeimodel.foundation.mail.selectors import Wishes
from groeimodel.foundation.mail.services.wishes import OFF


class WishesForm(forms.Form):
    """Which mails do you want, and how often the digest?"""

    every = forms.ChoiceField(
        label=_("Hoe vaak wil je een overzicht van wat er gebeurde?"),
        choices=[*Cadence.Every.choices, (OFF, _("nooit"))],
        widget=forms.RadioSelect,
    )
    wanted = forms.MultipleChoiceField(
        label=_("Welke andere mails wil je krijgen?"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, data: Any = None, *, wishes: Wishes) -> None:
        super().__init__(data, initial={"every": wishes.every, "wanted": wishes.wanted})
        choices = [(kind.name, kind.label) for kind in wishes.kinds]
        cast(forms.MultipleChoiceField, self.fields["wanted"]).choices = choices
        if not choices:
            del self.fields["wanted"]
        if not wishes.every:
            del self.fields["every"]

    def choices(self) -> dict[str, Any]:
        """As `services.choose` takes them; only of a valid form."""
        return {"wanted": self.cleaned_data.get("wanted", ()), "every": self.cleaned_data.get("every", "")}
