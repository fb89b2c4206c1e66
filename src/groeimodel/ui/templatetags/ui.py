"""Components: small tags that every room uses. Each stands on the style page."""

from typing import Any

from django import template
from django.contrib.messages.storage.base import Message
from django.forms import BoundField
from django.template.context import Context
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from groeimodel.ui import messages

register = template.Library()

LOGO = (
    '<svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">'
    '<path fill="#5a3a2b" d="M3 20h26a13 10 0 0 1-26 0z"/>'
    '<path fill="none" stroke="#2f6b45" stroke-width="2.4" stroke-linecap="round" d="M16 21v-9"/>'
    '<path fill="#5c9a54" d="M16 16c-5 1-8-1-9-5 5-1 8 1 9 5zM16 14c5 .5 8-2 8.5-6-5-.5-8 2-8.5 6z"/>'
    '<circle cx="16" cy="7" r="3.6" fill="#f0b32e"/><circle cx="16" cy="7" r="1.5" fill="#5a3a2b"/></svg>'
)


@register.simple_tag
def logo() -> SafeString:
    """The mark of the product: a plant in soil."""
    return mark_safe(LOGO)  # noqa: S308 (a constant)


@register.simple_tag(takes_context=True)
def nav_link(context: Context, url_name: str, label: str, namespace: str) -> SafeString:
    """A link of the main menu, marked as current anywhere in its room."""
    request = context.get("request")
    match = getattr(request, "resolver_match", None)
    here = match is not None and match.app_name == namespace and match.view_name != "model:start"
    current = mark_safe(' aria-current="true"') if here else ""
    return format_html('<li><a href="{}"{}>{}</a></li>', reverse(url_name), current, label)


@register.inclusion_tag("ui/field.html")
def field(bound: BoundField) -> dict[str, Any]:
    """A form field with label, help and error, tied together for screen readers."""
    describedby = [f"{bound.auto_id}_help"] if bound.help_text else []
    if bound.errors:
        describedby.append(f"{bound.auto_id}_error")
    attributes: dict[str, str | bool] = {}
    if describedby:
        attributes["aria-describedby"] = " ".join(describedby)
    if bound.errors:
        attributes["aria-invalid"] = "true"
    return {"field": bound, "widget": bound.as_widget(attrs=attributes)}


@register.inclusion_tag("ui/choices.html")
def choices(bound: BoundField) -> dict[str, Any]:
    """A question with a few answers to tap, one of them: a group of radio buttons."""
    return {"field": bound}


@register.filter
def undo_of(message: Message) -> str:
    """Where what a message says is undone; empty when it cannot be."""
    return messages.undo_of(message)


@register.simple_block_tag
def notice(content: str, kind: str = "") -> SafeString:
    """A remark beside the text; kind is '', 'warn' or 'bad'."""
    extra = f" notice--{kind}" if kind else ""
    return format_html('<div class="notice{}">{}</div>', extra, content)


@register.simple_block_tag
def empty(content: str, title: str) -> SafeString:
    """An empty page that teaches: what this is for, why it helps the soil, one button."""
    return format_html(
        '<section class="empty">{}<h2>{}</h2>{}</section>',
        logo(),
        title,
        content,
    )


@register.inclusion_tag("ui/layer_tag.html")
def layer_tag(layer: str, label: str) -> dict[str, str]:
    """The name of a layer in its own colour."""
    return {"layer": layer, "label": label}
