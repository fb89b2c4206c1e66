"""Mails of the demonstration on a page, with links that lead to where the reader is looking."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.utils.html import urlize
from django.utils.safestring import SafeString, mark_safe

from groeimodel.foundation.mail.models import OutgoingMail


def html_of(mail: OutgoingMail, request: HttpRequest) -> str:
    """The HTML, whose links open in the whole window instead of in the frame."""
    return _here(mail.html, request).replace("<head>", '<head><base target="_top">', 1)


def text_of(mail: OutgoingMail, request: HttpRequest) -> SafeString:
    """The plain text, with links that can be clicked."""
    return mark_safe(urlize(_here(mail.text, request), autoescape=True))  # noqa: S308 (escaped by urlize)


def _here(words: str, request: HttpRequest) -> str:
    """Somebody may look from a phone, or under another name of this machine: links stay on the site that is open."""
    return words.replace(settings.PUBLIC_URL + "/", request.build_absolute_uri("/"))
