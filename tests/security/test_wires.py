"""Lines to other machines: secret, to somebody whose certificate was looked at; and only to those that the settings name."""

from __future__ import annotations

import ast
import smtplib
import ssl
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from django.conf import settings as django_settings
from django.core.mail import EmailMessage, get_connection
from pytest_django.fixtures import Settings

from groeimodel.filestore import file_store
from groeimodel.foundation.signin.adapters import SocialAccountAdapter
from groeimodel.foundation.testing.mailserver import Postbox, free_port
from groeimodel.foundation.wires import open_wires
from tests.security.reading import nodes


@pytest.fixture
def unknown_certificate(tmp_path: Path) -> ssl.SSLContext:
    """Of a server that nobody vouches for."""
    key, name = (
        ec.generate_private_key(ec.SECP256R1()),
        x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "mail")]),
    )
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    file = tmp_path / "server.pem"
    plain = serialization.NoEncryption()
    private = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    file.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    return context


@pytest.fixture
def stranger(unknown_certificate: ssl.SSLContext) -> Iterator[tuple[int, Postbox]]:
    port, postbox = free_port(), Postbox()
    controller = Controller(postbox, hostname="127.0.0.1", port=port, tls_context=unknown_certificate)
    controller.start()
    yield port, postbox
    controller.stop()


def test_no_mail_goes_to_a_server_whose_certificate_nobody_vouches_for(stranger: tuple[int, Postbox]) -> None:
    port, postbox = stranger
    smtp = get_connection(
        "django.core.mail.backends.smtp.EmailBackend", host="localhost", port=port, use_tls=True, timeout=5
    )
    with pytest.raises(ssl.SSLCertVerificationError):
        smtp.send_messages([EmailMessage("Geheim", "x", "a@voorbeeld.test", ["b@voorbeeld.test"])])
    assert postbox.raw == []


def test_a_server_that_does_not_know_tls_gets_no_mail_either() -> None:
    port, postbox = free_port(), Postbox()
    controller = Controller(postbox, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        smtp = get_connection(
            "django.core.mail.backends.smtp.EmailBackend",
            host="localhost",
            port=port,
            use_tls=True,
            timeout=5,
        )
        with pytest.raises(smtplib.SMTPNotSupportedError):
            smtp.send_messages([EmailMessage("Geheim", "x", "a@voorbeeld.test", ["b@voorbeeld.test"])])
    finally:
        controller.stop()
    assert postbox.raw == []


def test_a_provider_is_asked_over_checked_tls_and_nowhere_else() -> None:
    session = SocialAccountAdapter().get_requests_session()
    assert session.verify is True
    assert session.max_redirects == 0


def test_no_version_of_tls_that_is_too_old() -> None:
    assert ssl.create_default_context().minimum_version >= ssl.TLSVersion.TLSv1_2


PLAIN: list[tuple[dict[str, Any], str]] = [
    ({"EMAIL_HOST": "mail.example"}, "GROEIMODEL_MAIL"),
    ({"STORAGES": {"files": file_store("s3://k:s@s3.example/b?tls=0", Path())}}, "GROEIMODEL_FILES"),
    ({"HTTPS": True, "PUBLIC_URL": "http://groei.example"}, "GROEIMODEL_URL"),
    (
        {
            "SOCIALACCOUNT_PROVIDERS": {
                "openid_connect": {"APPS": [{"settings": {"server_url": "http://op.example"}}]}
            }
        },
        "GROEIMODEL_OIDC_URL",
    ),
    *(
        (
            {
                "DATABASES": {
                    "default": {
                        "ENGINE": "django.db.backends.postgresql",
                        "HOST": "db.example",
                        "OPTIONS": how,
                    }
                }
            },
            "DATABASE_URL",
        )
        for how in ({}, {"sslmode": "prefer"}, {"sslmode": "require"})
    ),
]


@pytest.mark.parametrize(("given", "named"), PLAIN)
def test_a_line_in_the_open_is_named(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, given: dict[str, Any], named: str
) -> None:
    for name, value in given.items():
        if name == "DATABASES":  # a test that takes the database away ends badly
            monkeypatch.setitem(django_settings.DATABASES, "default", value["default"])
        else:
            setattr(settings, name, value)
    assert [one for one in open_wires() if one.startswith(named)]


def test_secret_lines_and_those_on_this_machine_are_fine(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.EMAIL_HOST, settings.EMAIL_USE_TLS = "mail.example", True
    settings.STORAGES = {"files": file_store("s3://k:s@127.0.0.1:9000/b?tls=0", Path())}
    how = {"sslmode": "verify-full"}
    engine = "django.db.backends.postgresql"
    for database in (
        {"ENGINE": engine, "HOST": "db.example", "OPTIONS": how},
        {"ENGINE": engine, "HOST": ""},
        {"ENGINE": engine, "HOST": "/var/run/postgresql"},
        {"ENGINE": "django.db.backends.sqlite3"},
    ):
        monkeypatch.setitem(django_settings.DATABASES, "default", database)
        assert open_wires() == []


REACH_OUT = {
    "requests",
    "urllib.request",
    "http.client",
    "httpx",
    "aiohttp",
    "ftplib",
    "telnetlib",
    "smtplib",
    "boto3",
}
MAY = {
    "foundation/doctor/outside.py": "the mail server and the provider of the settings, when an administrator asks",
    "foundation/mail/delivery.py": "names the errors of the mail server of the settings",
    "foundation/signin/adapters.py": "the provider of the settings",
    "foundation/signin/views.py": "names the errors of the provider of the settings",
}


def test_nothing_else_reaches_out() -> None:
    """No page makes the server open an address that somebody typed."""
    found = set()
    for place, node in nodes():
        names = []
        if isinstance(node, ast.Import):
            names = [one.name for one in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module, *(f"{node.module}.{one.name}" for one in node.names)]
        if any(name == far or name.startswith(f"{far}.") for name in names for far in REACH_OUT):
            found.add(place)
    assert found <= set(MAY), found - set(MAY)
