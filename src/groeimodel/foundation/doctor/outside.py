"""Servers of others that the settings name: mail, a provider to sign in with, and the own public address."""

from __future__ import annotations

import contextlib
import json
import smtplib
import socket
import ssl
import time
import urllib.request
from collections.abc import Iterator
from email.utils import parseaddr
from typing import Any
from urllib.error import URLError
from urllib.parse import urlsplit

from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from django.conf import settings

from groeimodel.foundation.doctor.findings import MAIL, SETTINGS, SIGNIN, Check, Said, Wishes, look, mend, ok
from groeimodel.foundation.doctor.setting import is_this_machine
from groeimodel.foundation.signin.openid import WELL_KNOWN, look_at

PATIENCE = 10.0
"""Seconds that a server of others has to answer."""
DAY = 24 * 3600
SOON, VERY_SOON = 21, 7
"""Days before a certificate ends."""
MOST = 1024 * 1024
TEST = "Kijk GROEIMODEL_MAIL na, en stuur een proefmail: groeimodel manage send_test_mail ADRES"


def mail_server(wishes: Wishes) -> Iterator[Said]:
    """Says hello and who we are, sends nothing."""
    if not settings.EMAIL_HOST:
        yield look(
            "Er is geen mailserver: mails worden alleen bewaard.",
            "Zet in GROEIMODEL_MAIL het adres van je mailserver.",
            MAIL,
        )
        return
    try:
        with _greeted() as server:
            if settings.EMAIL_HOST_USER:
                server.login(settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD)
            server.noop()
    except smtplib.SMTPAuthenticationError:
        yield mend("De mailserver aanvaardt de gebruiker of het wachtwoord niet.", TEST, MAIL)
    except ssl.SSLError:
        yield mend("Het certificaat van de mailserver klopt niet.", TEST, MAIL)
    except smtplib.SMTPNotSupportedError:
        yield mend("De mailserver kent STARTTLS of aanmelden niet.", TEST, MAIL)
    except (smtplib.SMTPException, OSError) as error:
        yield mend(f"De mailserver is niet te bereiken ({type(error).__name__}).", TEST, MAIL)
    else:
        yield _how_safe()


@contextlib.contextmanager
def _greeted() -> Iterator[smtplib.SMTP]:
    context = ssl.create_default_context()
    host, port = settings.EMAIL_HOST, settings.EMAIL_PORT
    if settings.EMAIL_USE_SSL:
        made: smtplib.SMTP = smtplib.SMTP_SSL(host, port, timeout=PATIENCE, context=context)
    else:
        made = smtplib.SMTP(host, port, timeout=PATIENCE)
    with made as server:
        server.ehlo()
        if settings.EMAIL_USE_TLS:
            server.starttls(context=context)
            server.ehlo()
        yield server


def _how_safe() -> Said:
    if settings.EMAIL_USE_SSL or settings.EMAIL_USE_TLS or is_this_machine(settings.EMAIL_HOST):
        return ok("De mailserver antwoordt.")
    return look(
        "Mails gaan leesbaar naar de mailserver.", "Gebruik ?tls=1 of smtps:// in GROEIMODEL_MAIL.", MAIL
    )


def sender(wishes: Wishes) -> Iterator[Said]:
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2]
    if not domain:
        yield mend(
            "GROEIMODEL_MAIL_FROM is geen mailadres.",
            "Zet er een mailadres in, zoals: Groeimodel <groei@groei.example>",
            MAIL,
        )
    elif settings.EMAIL_HOST and domain == "localhost":
        yield mend(
            "Mails vertrekken van een adres bij localhost, dat weinig servers aanvaarden.",
            "Zet in GROEIMODEL_MAIL_FROM een adres van je organisatie.",
            MAIL,
        )
    else:
        yield ok("Mails hebben een afzender.")


def provider(wishes: Wishes) -> Iterator[Said]:
    """Only asks what anybody may ask: the provider's description of itself."""
    apps: Any = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]
    if not apps:
        yield ok("Aanmelden gaat met een code of link per mail.")
    for app in apps:
        issuer = str(app["settings"]["server_url"]).partition(WELL_KNOWN)[0].rstrip("/")
        if not issuer or not app["client_id"]:
            yield mend(
                "GROEIMODEL_OIDC_URL of GROEIMODEL_OIDC_CLIENT_ID is leeg.",
                "Vul beide in, of maak GROEIMODEL_OIDC_NAME leeg: dan is er geen aanmelddienst.",
                SIGNIN,
            )
            continue
        yield _described(issuer)


def _described(issuer: str) -> Said:
    try:
        if not issuer.startswith(("https://", "http://")):
            raise ValueError
        with urllib.request.urlopen(f"{issuer}{WELL_KNOWN}openid-configuration", timeout=PATIENCE) as answer:  # noqa: S310
            look_at(json.loads(answer.read(MOST)), issuer)
    except OAuth2Error:
        return mend(
            "De aanmelddienst noemt zich anders dan GROEIMODEL_OIDC_URL, of werkt niet over HTTPS.",
            "Neem het adres (issuer) letterlijk over zoals de dienst het opgeeft, met https://.",
            SIGNIN,
        )
    except (URLError, OSError) as error:
        return mend(
            f"De aanmelddienst is niet te bereiken ({type(error).__name__}).",
            "Kijk na of het adres in GROEIMODEL_OIDC_URL klopt, en of deze computer dat adres kan bereiken.",
            SIGNIN,
        )
    except (ValueError, AttributeError):
        return mend(
            "GROEIMODEL_OIDC_URL is niet het adres van een aanmelddienst.",
            "Vraag het adres (issuer) aan wie de aanmelddienst beheert.",
            SIGNIN,
        )
    return ok("De aanmelddienst antwoordt.")


def certificate(wishes: Wishes) -> Iterator[Said]:
    """Only with --site: that address may be anywhere."""
    parts = urlsplit(settings.PUBLIC_URL)
    if not wishes.site or parts.scheme != "https" or not parts.hostname:
        return
    try:
        left = (_ends(parts.hostname, parts.port or 443) - time.time()) / DAY
    except ssl.SSLCertVerificationError:
        yield mend(
            "Het certificaat van de site is verlopen of wordt niet vertrouwd.",
            "Vernieuw het certificaat, op de proxy.",
            SETTINGS,
        )
    except OSError as error:
        yield mend(
            f"De site is niet te bereiken op GROEIMODEL_URL ({type(error).__name__}).",
            "Kijk na of de proxy draait, en of de naam van de site naar deze proxy leidt (DNS).",
            SETTINGS,
        )
    else:
        words = f"Het certificaat van de site geldt nog {left:.0f} dagen."
        if left > SOON:
            yield ok(words)
        else:
            yield (look if left > VERY_SOON else mend)(
                words, "Vernieuw het certificaat, op de proxy.", SETTINGS
            )


def _ends(host: str, port: int) -> float:
    context = ssl.create_default_context()
    with (
        socket.create_connection((host, port), timeout=PATIENCE) as plain,
        context.wrap_socket(plain, server_hostname=host) as safe,
    ):
        return ssl.cert_time_to_seconds(str((safe.getpeercert() or {})["notAfter"]))


CHECKS = (
    Check("mail.server", mail_server),
    Check("mail.sender", sender),
    Check("signin.provider", provider),
    Check("site.certificate", certificate),
)
