# mypy: disable-error-code="type-arg"
"""What the forms of the counter share."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

DATE = "%Y-%m-%d"


def day_field() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"}, format=DATE)


class OffersField(forms.ModelMultipleChoiceField):
    """Offers to tick. A number that no key can be is refused here: a database would stumble over it."""

    widget = forms.CheckboxSelectMultiple

    def clean(self, value: Any) -> Any:
        for one in value or ():
            if not (str(one).isdecimal() and len(str(one)) < 19):
                message = self.error_messages["invalid_pk_value"]
                raise forms.ValidationError(message, code="invalid_pk_value", params={"pk": str(one)[:20]})
        return super().clean(value)


def period_problem(starts: date | None, ends: date | None) -> Any:
    """What is wrong with a first and a last day; empty when nothing is."""
    if ends and not starts:
        return _("Zeg ook vanaf wanneer.")
    return _("De laatste dag ligt voor de eerste.") if starts and ends and ends < starts else ""
