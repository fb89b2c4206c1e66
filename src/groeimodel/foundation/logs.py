"""What may not stand in a log: nothing that says who somebody is, and nothing that opens something.

Whoever holds the link of an answer sheet reads what somebody answered, one of a request at the shop reads the request,
and a signed link of a mail opens what it was signed for. A path may be anything a visitor typed, so pages go by their route.
"""

import logging
import re

SECRET_ADDRESS = re.compile(r"(/scan/(?:blad|m)/)[\w-]+|(/(?:aanvraag|boekingen)/)[\w-]{20,}")
SIGNED = re.compile(r"\.?[\w-]+:[\w-]{6,}:[\w-]{27,}")
"""Payload, moment and signature, as `django.core.signing` writes them."""
URL = re.compile(r"\b([a-z][a-z0-9+.-]*://)(?:[^\s/@'\"]*@)?([^\s/?#'\"<>]*)[^\s'\"<>]*", re.IGNORECASE)
MAIL_ADDRESS = re.compile(r"[^\s@<>\"'(),;:=]+@[^\s@<>\"'(),;:]+\w")
IPV4 = re.compile(r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w.])")
IPV6 = re.compile(r"(?<![\w:])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?![\w:])", re.IGNORECASE)
ACCOUNT = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b")
NATIONAL_NUMBER = re.compile(r"\b\d{2}\.?\d{2}\.?\d{2}-?\d{3}\.?\d{2}\b")
TOKEN = re.compile(r"\b(?=[\w-]*\d)(?=[\w-]*[a-z])(?=[\w-]*[A-Z])[\w-]{20,}|\b[0-9a-f]{24,}\b")
"""Long, of digits and both kinds of letters, as random links are; or long and hexadecimal, as session keys are."""
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
"""What would begin another line, or command a terminal."""
OUR_OWN = ("groeimodel", "django", "py.warnings")
"""What these write was looked at. Of anything else, texts are left out and only numbers stay."""


def redacted(text: str) -> str:
    """A text without addresses of people or machines, tokens, account numbers, and what follows a host in a URL."""
    text = SIGNED.sub("...", SECRET_ADDRESS.sub(r"\1\2...", text))
    text = URL.sub(r"\1\2/...", text)
    text = MAIL_ADDRESS.sub("<mail>", text)
    text = IPV6.sub(_unless_time, IPV4.sub("<ip>", text))
    text = NATIONAL_NUMBER.sub("<number>", ACCOUNT.sub("<account>", text))
    return TOKEN.sub("...", CONTROL.sub(_shown, text))


def _shown(found: re.Match[str]) -> str:
    """A sign that would command something, as one that only says so."""
    return found[0].encode("unicode_escape").decode()


def _unless_time(found: re.Match[str]) -> str:
    """An hour with minutes and seconds looks a little like an address."""
    return found[0] if re.fullmatch(r"\d{1,2}:\d{2}:\d{2}", found[0]) else "<ip>"


def place_of(request: object) -> str:
    """The page that was asked, by its route: 'igs/<slug:slug>/oogst/'. Never what stood in the address."""
    match = getattr(request, "resolver_match", None)
    return f"/{match.route}" if match is not None else "(no such page)"


class WithoutLinks(logging.Filter):
    """Makes the message of a record fit to be kept. On the handler, so that it meets what every logger writes."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = redacted(_message(record)), None
        return True


def _message(record: logging.LogRecord) -> str:
    """The message with its arguments, as far as they are known to be harmless."""
    if not isinstance(record.args, tuple):
        return str(record.msg)
    request = getattr(record, "request", None)
    ours = record.name.split(".", maxsplit=1)[0] in OUR_OWN or record.name in OUR_OWN

    def shown(argument: object) -> object:
        if isinstance(argument, (int, float)):
            return argument
        text = str(argument)
        if request is not None and text.startswith("/"):
            return place_of(request)
        return text if ours else "..."

    try:
        return str(record.msg) % tuple(shown(one) for one in record.args)
    except (TypeError, ValueError):
        return str(record.msg)
