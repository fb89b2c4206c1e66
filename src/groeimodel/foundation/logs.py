"""What may not stand in a log: whoever holds the link of an answer sheet reads what somebody answered, and a signed
link of a mail opens what it was signed for."""

import logging
import re

LINK = re.compile(r"(/scan/(?:blad|m)/)[\w-]+")
SIGNED = re.compile(r"\.?[\w-]+:[\w-]{6,}:[\w-]{27,}")
"""Payload, moment and signature, as `django.core.signing` writes them."""


class WithoutLinks(logging.Filter):
    """Takes the secret part out of the addresses of sheets and rounds, and out of signed links."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = SIGNED.sub("...", LINK.sub(r"\1...", record.getMessage())), None
        return True
