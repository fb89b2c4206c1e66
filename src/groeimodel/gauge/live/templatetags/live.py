"""The pot on the screen."""

from django import template
from django.utils.safestring import SafeString, mark_safe

from groeimodel.formats.live_dots import pot
from groeimodel.gauge.live.selectors import Room

register = template.Library()


@register.simple_tag
def room_pot(room: Room) -> SafeString:
    """Everybody who is there, hollow until they answered; the page says the numbers."""
    return mark_safe(pot(room.joined, room.answered))  # noqa: S308
