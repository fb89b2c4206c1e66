"""What the page of a decision says to programs only (RDFa): beside the words that people read."""

from datetime import datetime

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def say(name: str, words: str) -> SafeString:
    """A text, as a property of what stands around it."""
    return format_html('<meta property="{}" datatype="xsd:string" content="{}">', name, words)


@register.simple_tag
def lead(name: str, url: str) -> SafeString:
    """Another thing, as a property of what stands around it."""
    return format_html('<link property="{}" href="{}">', name, url)


@register.simple_tag
def moment(name: str, at: datetime) -> SafeString:
    """A time, as a property of what stands around it."""
    return format_html('<meta property="{}" datatype="xsd:dateTime" content="{}">', name, at.isoformat())
