"""What may not stand in a log: whoever holds the link of an answer sheet reads what somebody answered."""

import logging
import re

LINK = re.compile(r"(/scan/(?:blad|m)/)[\w-]+")


class WithoutLinks(logging.Filter):
    """Takes the secret part out of the addresses of sheets and rounds."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = LINK.sub(r"\1...", record.getMessage()), None
        return True
