# mypy: disable-error-code="type-arg"
from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class FileForm(forms.Form):
    file = forms.FileField(
        label=_("Bestand van de bank"),
        help_text=_("CODA of CAMT.053. Je downloadt het in de toepassing van je bank."),
        widget=forms.FileInput(attrs={"accept": ".cod,.coda,.xml,.txt,.bc2,.camt"}),
    )


class AccountForm(forms.Form):
    """An account; what cannot be is told by the service."""

    name = forms.CharField(label=_("Hoe noemen jullie ze?"), max_length=60, initial=_("Zichtrekening"))
    iban = forms.CharField(
        label=_("Rekeningnummer (IBAN)"), max_length=50, help_text=_("Zoals BE68 5390 0754 7034.")
    )
    bic = forms.CharField(
        label=_("BIC"),
        max_length=14,
        required=False,
        help_text=_("Enkel nodig wie van buiten België betaalt."),
    )


class ChangeAccountForm(AccountForm):
    iban = None  # type: ignore[assignment]


class StateForm(forms.Form):
    """Which lines of an account are shown."""

    stand = forms.ChoiceField(
        label=_("Toon"),
        required=False,
        choices=[
            ("", _("alle lijnen")),
            ("open", _("nog te koppelen")),
            ("matched", _("gekoppeld")),
            ("aside", _("hoort hier niet")),
        ],
    )
