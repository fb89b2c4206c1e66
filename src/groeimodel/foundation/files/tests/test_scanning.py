"""A virus scanner that the settings name sees each document before it is kept."""

from __future__ import annotations

import io
import socketserver
import struct
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django_scopes import scopes_disabled
from pytest_django.fixtures import Settings

from groeimodel.foundation.files import recognising, services
from groeimodel.foundation.files.models import Document
from groeimodel.foundation.testing.cast import Cast

EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
"""What every scanner knows, and harms nobody."""


class Daemon(socketserver.StreamRequestHandler):
    """Speaks INSTREAM as clamd does: pieces with their length, until one of nothing."""

    def handle(self) -> None:
        assert self.rfile.read(10) == b"zINSTREAM\0"
        came = b""
        while length := struct.unpack("!L", self.rfile.read(4))[0]:
            came += self.rfile.read(length)
        found = EICAR in came
        self.wfile.write(b"stream: Eicar-Test-Signature FOUND\0" if found else b"stream: OK\0")


@pytest.fixture(params=["socket", "port"])
def scanner(request: Any, tmp_path: Path, settings: Settings) -> Iterator[None]:
    server: socketserver.BaseServer
    if request.param == "socket":
        settings.FILES_SCANNER = str(tmp_path / "clamd.ctl")
        server = socketserver.ThreadingUnixStreamServer(settings.FILES_SCANNER, Daemon)
    else:
        server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Daemon)
        settings.FILES_SCANNER = f"127.0.0.1:{server.server_address[1]}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield
    server.shutdown()
    server.server_close()


def keep(cast: Cast, content: bytes) -> Document:
    upload = SimpleUploadedFile("verslag.txt", content)
    return services.keep(subject=cast.partnership, upload=upload, actor=cast.finn)


def test_what_is_harmful_is_refused_and_the_rest_is_kept_whole(cast: Cast, scanner: None) -> None:
    text = b"Verslag " * 20_000
    kept = keep(cast, text)
    assert kept.size == len(text)
    with pytest.raises(ValidationError, match="schadelijks"):
        keep(cast, text + EICAR)
    with scopes_disabled():
        assert Document.objects.count() == 1


def test_a_scanner_that_does_not_answer_lets_nothing_in(
    cast: Cast, settings: Settings, tmp_path: Path
) -> None:
    settings.FILES_SCANNER = str(tmp_path / "gone.ctl")
    with pytest.raises(ValidationError, match="straks opnieuw"):
        keep(cast, b"Verslag")
    settings.FILES_SCANNER = ""
    assert keep(cast, b"Verslag").size == 7


def container(parts: int, size: int) -> io.BytesIO:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        for number in range(parts):
            archive.writestr(f"{number}.xml", b"\0" * size)
    out.seek(0)
    return out


def test_a_container_that_unpacks_to_something_huge_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recognising, "MOST_UNPACKED", 1_000_000)
    monkeypatch.setattr(recognising, "MOST_PARTS", 50)
    assert recognising.recognise(container(40, 1000), "x.odt").suffix == "odt"
    for bomb in (container(2, 1_000_000), container(60, 1)):
        with pytest.raises(ValidationError, match="te groot"):
            recognising.recognise(bomb, "x.odt")
