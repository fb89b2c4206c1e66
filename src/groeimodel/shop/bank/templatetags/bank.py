"""Amounts under each other, always to the cent: `{{ amount|to_the_cent }}` is '€ 1.200,00'."""

from decimal import Decimal

from django import template
from django.utils.formats import number_format

from groeimodel.meadow.tending.money import cents

register = template.Library()


@register.filter
def to_the_cent(amount: Decimal) -> str:
    shown = cents(amount)
    sign = "−" if shown < 0 else ""
    return f"{sign}€\N{NO-BREAK SPACE}{number_format(abs(shown), 2, force_grouping=True)}"
