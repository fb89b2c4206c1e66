"""A virus scanner, where the settings name one: the daemon of ClamAV, asked over its own socket (INSTREAM).

It answers before anything is kept. A scanner that is named and does not answer lets nothing in.
"""

from __future__ import annotations

import logging
import socket
import struct
from typing import IO

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from groeimodel.foundation.signin import events

PIECE = 64 * 1024
SECONDS = 30
LONGEST_ANSWER = 4096
log = logging.getLogger("groeimodel.files")


def look_through(file: IO[bytes]) -> None:
    """Have a file scanned, when a scanner is set.

    Raises:
        ValidationError: it holds something known to be harmful, or the scanner does not answer.
    """
    if not settings.FILES_SCANNER:
        return
    try:
        said = _ask(file)
    except OSError as error:
        log.error("The virus scanner does not answer: %s", type(error).__name__)
        said = ""
    if said.endswith("FOUND"):
        events.warn("upload refused", why="harmful")
        raise ValidationError(
            _("In dit bestand zit iets schadelijks. Het is niet bewaard. Verwittig je informaticadienst.")
        )
    if said != "stream: OK":
        raise ValidationError(
            _("Bestanden worden hier nagekeken op virussen, en dat lukt nu niet. Probeer het straks opnieuw.")
        )


def _ask(file: IO[bytes]) -> str:
    file.seek(0)
    with _connect() as line:
        line.sendall(b"zINSTREAM\0")
        while piece := file.read(PIECE):
            line.sendall(struct.pack("!L", len(piece)) + piece)
        line.sendall(struct.pack("!L", 0))
        answer = b""
        while (
            len(answer) < LONGEST_ANSWER
            and not answer.endswith(b"\0")
            and (more := line.recv(LONGEST_ANSWER))
        ):
            answer += more
    file.seek(0)
    return answer.rstrip(b"\0\n").decode("utf-8", "replace")


def _connect() -> socket.socket:
    """A path is a socket of this machine; `host:port` one of another."""
    where = settings.FILES_SCANNER
    if where.startswith("/"):
        line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        line.settimeout(SECONDS)
        line.connect(where)
        return line
    host, _colon, port = where.rpartition(":")
    return socket.create_connection((host, int(port)), timeout=SECONDS)
