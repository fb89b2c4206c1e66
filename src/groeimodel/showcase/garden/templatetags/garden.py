"""Small drawings and questions of the garden's pages."""

from datetime import date
from math import cos, pi, sin

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.actions.selectors import is_overdue

register = template.Library()

PETALS = {"poppy": 5, "cornflower": 9, "sunflower": 12, "mallow": 5, "daisy": 10}


@register.filter
def overdue(action: Action, today: date) -> bool:
    return is_overdue(action, today)


@register.simple_tag
def flower_icon(species: str) -> SafeString:
    """The flower of a kind of action, small; the colour comes from the style sheet."""
    count = PETALS[species]
    wide = 15 / count + 1.6
    petals = format_html_join(
        "",
        '<ellipse cx="{}" cy="{}" rx="{}" ry="6.4" transform="rotate({} {} {})"/>',
        (
            (x, y, f"{wide:.1f}", f"{360 * at / count:.0f}", x, y)
            for at in range(count)
            for x, y in [
                (f"{16 + 7.5 * sin(2 * pi * at / count):.1f}", f"{16 - 7.5 * cos(2 * pi * at / count):.1f}")
            ]
        ),
    )
    return format_html(
        '<svg class="flower flower--{}" viewBox="0 0 32 32" aria-hidden="true" focusable="false">'
        '<g class="flower__petals">{}</g><circle class="flower__heart" cx="16" cy="16" r="4.2"/></svg>',
        species,
        petals,
    )
