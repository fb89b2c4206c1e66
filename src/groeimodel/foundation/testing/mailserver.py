"""A real mail server on loopback, that keeps what it gets and refuses when it is told to."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP


class Postbox:
    """What arrived, and what to answer instead."""

    def __init__(self) -> None:
        self.raw: list[bytes] = []
        self.readers: list[str] = []
        self.answers_to_reader: list[str] = []
        """The answers to the next readers that are named; '250' goes on."""
        self.answers_to_mail: list[str] = []
        self.waits = threading.Event()
        """Cleared: a mail is taken in, but the answer does not come."""
        self.waits.set()

    @property
    def mails(self) -> list[EmailMessage]:
        return [message_from_bytes(one, policy=policy.default) for one in self.raw]

    async def handle_RCPT(self, server: SMTP, session: Any, envelope: Any, address: str, options: Any) -> str:
        answer = self.answers_to_reader.pop(0) if self.answers_to_reader else "250 OK"
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server: SMTP, session: Any, envelope: Any) -> str:
        import asyncio

        answer = self.answers_to_mail.pop(0) if self.answers_to_mail else "250 OK"
        if answer.startswith("250"):
            self.raw.append(envelope.content)
            self.readers += envelope.rcpt_tos
        while not self.waits.is_set():
            await asyncio.sleep(0.02)
        return answer


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def mail_server(port: int) -> Iterator[Postbox]:
    """A server on this port for as long as the block lasts."""
    postbox = Postbox()
    controller = Controller(postbox, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield postbox
    finally:
        postbox.waits.set()
        controller.stop()
