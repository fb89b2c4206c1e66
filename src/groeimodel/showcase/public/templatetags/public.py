"""The words of the public page, in the language of the page."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.context import Context

register = template.Library()


@register.simple_tag(takes_context=True)
def say(context: Context, key: str, n: int | None = None, **values: Any) -> str:
    """A sentence of `content/public_page.toml`; with `n` the one for that many."""
    return str(context["say"](key, n, **values))
