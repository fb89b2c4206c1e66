"""Tags of the scan's pages."""

from django import template
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html

from groeimodel.foundation.partners.models import Partnership
from groeimodel.rules.growth.story.parts import StepTold

register = template.Library()


@register.simple_tag
def place_link(step: StepTold, partnership: Partnership | str) -> str:
    """Where a step can start: a link when the page exists, else the label alone.

    A page of the partnership itself takes its slug; without a partnership the page stands alone.
    """
    if not step.start_page:
        return step.start_label
    for arguments in ([partnership.slug] if isinstance(partnership, Partnership) else [], []):
        try:
            return format_html(
                '<a href="{}">{}</a>', reverse(step.start_page, args=arguments), step.start_label
            )
        except NoReverseMatch:
            continue
    return step.start_label
