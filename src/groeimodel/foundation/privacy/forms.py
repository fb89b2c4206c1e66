from django import forms
from django.utils.translation import gettext_lazy as _


class NameForm(forms.Form):
    """What are you called?"""

    name = forms.CharField(
        label=_("Je naam"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Vul je naam in.")},
    )


class AddressForm(forms.Form):
    """At which address do you want your mails?"""

    email = forms.EmailField(
        label=_("Je nieuwe e-mailadres"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": _("Vul je nieuwe adres in."),
            "invalid": _("Dit is geen e-mailadres. Kijk of er een @ in staat."),
        },
    )


class EraseForm(forms.Form):
    """One tick, so that nobody erases by accident."""

    sure = forms.BooleanField(
        label=_("Ja, wis mijn gegevens"),
        error_messages={"required": _("Vink aan dat je dit wilt.")},
    )
