"""Two texts beside each other, with what differs marked."""

from difflib import SequenceMatcher

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def removed(before: str, after: str) -> SafeString:
    """The text of before, with what went."""
    return _marked(before.split(), after.split(), "del")


@register.simple_tag
def added(before: str, after: str) -> SafeString:
    """The text of after, with what came."""
    return _marked(after.split(), before.split(), "ins")


def _marked(words: list[str], others: list[str], tag: str) -> SafeString:
    parts = []
    for kind, start, end, _from, _to in SequenceMatcher(None, words, others, autojunk=False).get_opcodes():
        if start < end:
            said = " ".join(words[start:end])
            parts.append((said,) if kind == "equal" else (format_html(f"<{tag}>{{}}</{tag}>", said),))
    return format_html_join(" ", "{}", parts)
