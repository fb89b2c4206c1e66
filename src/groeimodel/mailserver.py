"""The address of a mail server, as it stands in the setting `GROEIMODEL_MAIL`. No Django: the settings read it."""

from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlsplit

FORM = "smtp://naam:wachtwoord@adres:poort?tls=1"


@dataclass(frozen=True, slots=True)
class MailServer:
    host: str = ""
    port: int = 25
    user: str = ""
    password: str = ""
    starttls: bool = False
    """Begins in the open and becomes secret (port 587)."""
    tls: bool = False
    """Secret from the first sign (port 465)."""


def mail_server(url: str) -> MailServer:
    """`smtp://` (with `?tls=1`: STARTTLS) or `smtps://`; empty means that mails are only kept.

    Raises:
        ValueError: it is not such an address. The message does not repeat it, for it holds a password.
    """
    if not url.strip():
        return MailServer()
    parts = urlsplit(url.strip())
    try:
        port = parts.port
    except ValueError:
        port = 0
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname or port == 0:
        raise ValueError(f"GROEIMODEL_MAIL is niet van de vorm {FORM}")
    tls = parts.scheme == "smtps"
    starttls = not tls and parse_qs(parts.query).get("tls", ["0"])[-1] in {"1", "true", "yes", "on"}
    return MailServer(
        host=parts.hostname,
        port=port or (465 if tls else 587 if starttls else 25),
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        starttls=starttls,
        tls=tls,
    )
