"""Figures of this room's pages."""

from decimal import Decimal
from fractions import Fraction

from django import template

from groeimodel.meadow.choosing import covering

register = template.Library()


@register.filter
def euro(amount: Decimal | Fraction | None) -> str:
    """Belgian figures; cents only where there are any. A fraction is rounded to the cent."""
    if isinstance(amount, Fraction):
        amount = Decimal(round(amount * 100)) / 100
    return covering.euro(amount)


@register.filter
def percent(part: Fraction) -> str:
    """A part in percent, already times 100, without decimals."""
    return str(round(part))


@register.filter
def plain(number: Fraction) -> str:
    """For in a picture: a point, two digits."""
    return f"{float(number):.2f}"
