"""Lines to other machines that anybody on the way could read: said by `groeimodel manage check --deploy`.

What runs on this machine itself may be spoken to in the open.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import Warning as Warned
from django.core.checks import register as register_check

HERE = ("localhost", "127.0.0.1", "::1")
CHECKED = ("verify-ca", "verify-full")
"""What PostgreSQL calls a line that is secret to somebody whose certificate was looked at."""


def open_wires() -> list[str]:
    """Settings whose line is not secret, each with what to do, in English."""
    found = []
    mail = settings.EMAIL_HOST
    if mail and mail not in HERE and not (settings.EMAIL_USE_TLS or settings.EMAIL_USE_SSL):
        found.append("GROEIMODEL_MAIL: add ?tls=1, or write smtps://")
    database: Any = settings.DATABASES["default"]
    host = str(database.get("HOST") or "localhost")
    apart = database["ENGINE"].endswith("postgresql") and host not in HERE and not host.startswith("/")
    if apart and database.get("OPTIONS", {}).get("sslmode") not in CHECKED:
        found.append("DATABASE_URL: add ?sslmode=verify-full&sslrootcert=FILE")
    files: Any = settings.STORAGES["files"].get("OPTIONS", {}).get("endpoint_url", "")
    if _in_the_open(files):
        found.append("GROEIMODEL_FILES: take &tls=0 away")
    openid: Any = settings.SOCIALACCOUNT_PROVIDERS.get("openid_connect", {})
    if any(_in_the_open(app["settings"]["server_url"]) for app in openid.get("APPS", [])):
        found.append("GROEIMODEL_OIDC_URL: write https://")
    if settings.HTTPS and not settings.PUBLIC_URL.startswith("https://"):
        found.append("GROEIMODEL_URL: write https://, so that links in mails never begin in the open")
    return found


def _in_the_open(address: str) -> bool:
    parts = urlsplit(address)
    return parts.scheme == "http" and parts.hostname not in HERE


def register() -> None:
    """Called once, when the program is ready."""

    @register_check("security", deploy=True)
    def wires(app_configs: Any, **kwargs: Any) -> list[Warned]:
        return [Warned(f"Not a secret line. {words}.", id="groeimodel.W001") for words in open_wires()]
