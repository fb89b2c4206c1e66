"""Amounts in sentences and tables: `{{ amount|euro }}` is '€ 1.200' or '€ 12,50'."""

from decimal import Decimal

from django import template

from groeimodel.meadow.tending.money import in_euro

register = template.Library()


@register.filter
def euro(amount: Decimal | None) -> str:
    return "" if amount is None else in_euro(amount)
