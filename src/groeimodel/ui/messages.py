"""A message with a button that undoes what was done: one tap, where people look for it.

done(request, _("Genoteerd."), undo=reverse("actions:take_back", args=[...]))
"""

from django.contrib import messages
from django.contrib.messages.storage.base import Message
from django.http import HttpRequest

UNDO = "undo:"


def done(request: HttpRequest, text: str, *, undo: str) -> None:
    """Say what was done. The button sends a form to `undo`, an address inside the site that asks for the right itself."""
    messages.success(request, text, extra_tags=UNDO + undo)


def undo_of(message: Message) -> str:
    """Where it is undone; empty when it cannot be."""
    tags = message.extra_tags or ""
    return tags.removeprefix(UNDO) if tags.startswith(UNDO) else ""
