"""A real site as it is set up: HTTPS only, nothing of the checkout has an address, nothing personal stays in a cache."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.test import Client
from pytest_django.fixtures import Settings

from groeimodel.foundation.testing.cast import Cast
from groeimodel.foundation.testing.mailbox import mails_to

SOURCE = Path(__file__).resolve().parents[2] / "src"
STRONG = "Een7sterke8sleutel9-" * 4
SHOW = """
from django.conf import settings as s
print(s.SECURE_SSL_REDIRECT, s.SECURE_HSTS_SECONDS >= 31536000, s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE)
print(s.SECURE_PROXY_SSL_HEADER, s.DEBUG, s.MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN)
"""


def test_the_setting_for_https_sets_all_of_it(tmp_path: Path) -> None:
    env = {"GROEIMODEL_VAR": str(tmp_path), "GROEIMODEL_HTTPS": "1", "GROEIMODEL_SECRET_KEY": STRONG}
    env |= {"PYTHONPATH": str(SOURCE), "DJANGO_SETTINGS_MODULE": "groeimodel.settings"}
    done = subprocess.run(
        [sys.executable, "-c", SHOW], env=env, capture_output=True, text=True, check=True
    ).stdout
    assert done.splitlines() == [
        "True True True True",
        "('HTTP_X_FORWARDED_PROTO', 'https') False False",
    ]


@pytest.fixture
def real(settings: Settings) -> None:
    settings.SECURE_SSL_REDIRECT, settings.SECURE_HSTS_SECONDS = True, 31_536_000
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")


def test_nothing_is_said_in_the_open(db: None, real: None) -> None:
    for method in ("get", "post"):
        answer = getattr(Client(), method)("/aanmelden/?next=/ik/")
        assert answer.status_code == 301
        assert answer["Location"] == "https://testserver/aanmelden/?next=/ik/"
        assert not answer.content
        assert not answer.cookies


def test_over_https_the_browser_is_told_to_stay_there(db: None, real: None) -> None:
    answer = Client(headers={"X-Forwarded-Proto": "https"}).get("/aanmelden/")
    assert answer.status_code == 200
    assert answer["Strict-Transport-Security"].startswith("max-age=31536000")


@pytest.mark.parametrize(
    "path",
    [
        "/.git/config",
        "/.git/HEAD",
        "/.env",
        "/pyproject.toml",
        "/uv.lock",
        "/secret_key",
        "/groeimodel.sqlite3",
        "/static/",
        "/static/ui/",
        "/static/..%2f..%2fpyproject.toml",
        "/static/../secret_key",
        "/files/",
        "/media/",
        "/docs/",
        "/admin/",
        "/__debug__/",
        "/server-status",
        "/phpinfo.php",
    ],
)
def test_nothing_of_the_checkout_or_the_folder_for_data_has_an_address(
    client: Client, db: None, path: str
) -> None:
    assert client.get(path).status_code == 404


def test_static_files_are_no_others_and_are_never_listed() -> None:
    assert Path(django_settings.STATIC_ROOT) == django_settings.VAR / "static"
    for name in ("WHITENOISE_ROOT", "WHITENOISE_INDEX_FILE", "WHITENOISE_AUTOREFRESH", "MEDIA_ROOT"):
        assert not getattr(django_settings, name, None), name


PERSONAL = (
    "/ik/",
    "/ik/toegang/",
    "/igs/testland/",
    "/igs/testland/themas/",
    "/igs/testland/documenten/",
    "/igs/testland/zoeken/?zoek=bram",
    "/nergens/",
)


@pytest.mark.parametrize("path", PERSONAL)
def test_what_somebody_sees_who_is_signed_in_stays_in_no_cache(client: Client, cast: Cast, path: str) -> None:
    client.force_login(cast.bram)
    for _ in range(2):  # also a page that the server kept
        assert "no-store" in client.get(path)["Cache-Control"]


def test_what_is_for_everybody_may_stay(client: Client, cast: Cast) -> None:
    assert "no-store" not in client.get("/").get("Cache-Control", "")


def test_no_script_and_no_letter_comes_from_elsewhere_and_nothing_is_sent_there(
    client: Client, db: None
) -> None:
    policy = client.get("/")["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "form-action 'self'" in policy
    assert "http" not in policy
    assert client.get("/")["Referrer-Policy"] == "same-origin"


def ask(email: str, forwarded: str) -> Any:
    return Client(REMOTE_ADDR="10.0.0.1", headers={"X-Forwarded-For": forwarded}).post(
        "/aanmelden/", {"email": email}, follow=True
    )


def test_whoever_writes_an_address_in_front_is_still_counted(cast: Cast, settings: Settings) -> None:
    """Behind one proxy only the last address counts, which the proxy wrote."""
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    answers = [ask(f"iemand{n}@elders.test", f"198.51.100.{n}, 192.0.2.9").status_code for n in range(21)]
    assert answers == [200] * 20 + [422]
    assert ask("bram@voorbeeld.test", "192.0.2.10").status_code == 200


def test_without_a_proxy_nobody_chooses_an_address(cast: Cast, settings: Settings) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 0
    answers = [ask(f"iemand{n}@elders.test", f"198.51.100.{n}").status_code for n in range(21)]
    assert answers == [200] * 20 + [422]


def test_what_stands_in_the_address_takes_no_place_of_what_a_form_sends(client: Client, cast: Cast) -> None:
    client.post("/aanmelden/?email=amina@voorbeeld.test", {"email": cast.bram.email})
    assert len(mails_to(cast.bram)) == 1
    assert not mails_to(cast.amina)
    client.post("/aanmelden/?email=amina@voorbeeld.test", {})
    assert not mails_to(cast.amina)
