"""What may not stand in a log: whoever holds the link of an answer sheet reads what somebody answered, one of a request
at the shop reads the request, and a signed link of a mail opens what it was signed for."""

import logging
import re

LINK = re.compile(r"(/scan/(?:blad|m)/)[\w-]+|(/(?:aanvraag|boekingen)/)[\w-]{20,}")
SIGNED = re.compile(r"\.?[\w-]+:[\w-]{6,}:[\w-]{27,}")
"""Payload, moment and signature, as `django.core.signing` writes them."""


class WithoutLinks(logging.Filter):
    """Takes the secret part out of the addresses of sheets, rounds, requests and calendars, and out of signed links."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = SIGNED.sub("...", LINK.sub(r"\1\2...", record.getMessage())), None
        return True
