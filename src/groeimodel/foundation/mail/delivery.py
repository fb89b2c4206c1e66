"""Giving mails to the mail server: the job `mail.send`."""

from __future__ import annotations

import re
import smtplib
from email.mime.text import MIMEText
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.db.models import F
from django.utils import timezone

from groeimodel.foundation.jobs import Failed, GiveUp, handler
from groeimodel.foundation.mail.models import OutgoingMail

State = OutgoingMail.State
FOR_GOOD = 500
"""From this code on a server says that trying again is of no use (RFC 5321, 4.2.1)."""


def mark_failed(payload: dict[str, Any]) -> None:
    """After the last try."""
    OutgoingMail.objects.filter(pk=payload["mail"], state=State.WAITING).update(state=State.FAILED)


@handler("mail.send", tries=8, given_up=mark_failed)
def send(payload: dict[str, Any]) -> None:
    """Send one mail; without a mail server it is only kept. What was sent or forgotten already is left alone."""
    mail = OutgoingMail.objects.filter(pk=payload["mail"], emptied_at__isnull=True).first()
    if mail is None or mail.state in (State.SENT, State.HELD):
        return
    mine = OutgoingMail.objects.filter(pk=mail.pk)
    if not settings.EMAIL_HOST:
        mine.update(state=State.HELD)
        return
    mine.update(tries=F("tries") + 1)
    try:
        hand_over(mail)
    except Failed as error:
        mine.update(error=str(error)[:200])
        raise
    mine.update(state=State.SENT, sent_at=timezone.now(), error="")


def hand_over(mail: OutgoingMail) -> None:
    """Give a mail to the server.

    Raises:
        GiveUp: the server refuses this reader or this mail for good.
        Failed: it did not work now, or the server does not want us at all: somebody may repair that.
    """
    try:
        message_of(mail).send()
    except smtplib.SMTPRecipientsRefused as error:
        codes = [code for code, _ in error.recipients.values()]
        raise _refused("Het adres wordt geweigerd", max(codes, default=0)) from error
    except smtplib.SMTPDataError as error:
        raise _refused("De mail wordt geweigerd", error.smtp_code) from error
    except smtplib.SMTPResponseException as error:
        raise Failed(f"De mailserver weigert ons ({type(error).__name__}, {error.smtp_code})") from error
    except ValueError as error:  # a header or an address that cannot be written down
        raise GiveUp("Deze mail kan zo niet verstuurd worden") from error
    except (smtplib.SMTPException, OSError) as error:
        raise Failed(f"De mailserver is niet te bereiken ({type(error).__name__})") from error


def _refused(what: str, code: int) -> Failed:
    if code >= FOR_GOOD:
        return GiveUp(f"{what}, voorgoed ({code})")
    return Failed(f"{what}, voorlopig ({code})")


def message_of(mail: OutgoingMail) -> EmailMultiAlternatives:
    """The mail as it goes over the line (RFC 5322), with a way out that mail programs understand (RFC 8058)."""
    headers = {"Message-ID": mail.message_id, "Auto-Submitted": "auto-generated"}
    if mail.unsubscribe_url:
        headers["List-Unsubscribe"] = f"<{mail.unsubscribe_url}>"
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message = EmailMultiAlternatives(
        subject=mail.subject,
        body=mail.text,
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[mail.address],
        headers=headers,
        connection=get_connection("django.core.mail.backends.smtp.EmailBackend"),
    )
    message.attach_alternative(mail.html, "text/html")
    if mail.calendar:
        message.attach(_calendar_part(mail.calendar))
    return message


def _calendar_part(text: str) -> MIMEText:
    """A calendar file as a part of a mail (RFC 6047): with its method, and a name for programs that only know files."""
    part = MIMEText(text, "calendar", "utf-8")
    method = re.search(r"^METHOD:(\w+)", text, re.MULTILINE)
    if method:
        part.set_param("method", method[1])
    part.add_header("Content-Disposition", "attachment", filename="ontmoeting.ics")
    return part
