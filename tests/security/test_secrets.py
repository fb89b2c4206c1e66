"""Secrets come from the environment or a file that it names; a real site starts with strong ones only."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from groeimodel.secretstore import NAMES, secret, weak, weak_key
from tests.security.reading import SOURCE, files, nodes

STRONG = "Een7sterke8sleutel9-" * 4
SHOW = """
from django.conf import settings as s
app = s.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]
print(s.SECRET_KEY, s.SECRET_KEY_FALLBACKS, s.ADDRESS_KEY, s.METRICS_TOKEN, s.EMAIL_HOST_PASSWORD)
print(s.STORAGES["files"]["OPTIONS"].get("secret_key"), s.DATABASES["default"]["PASSWORD"], app and app[0]["secret"])
"""


def start(folder: Path, code: str = "import groeimodel.settings", **env: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={
            "GROEIMODEL_VAR": str(folder),
            "PYTHONPATH": str(SOURCE.parent),
            "DJANGO_SETTINGS_MODULE": "groeimodel.settings",
            **env,
        },
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def test_every_secret_can_come_from_a_file(tmp_path: Path) -> None:
    told = {
        "DATABASE_URL": "postgresql://groei:basiswoord@db.example/groei",
        "GROEIMODEL_ADDRESS_KEY": "adressleutel",
        "GROEIMODEL_FILES": "s3://sleutel:emmerwoord@s3.example/emmer",
        "GROEIMODEL_MAIL": "smtps://naam:postwoord@mail.example",
        "GROEIMODEL_METRICS_TOKEN": "meetwoord",
        "GROEIMODEL_OIDC_CLIENT_SECRET": "dienstwoord",
        "GROEIMODEL_SECRET_KEY": STRONG,
        "GROEIMODEL_SECRET_KEYS_OLD": "oud1,oud2",
    }
    assert set(told) == set(NAMES)
    env = {"GROEIMODEL_OIDC_NAME": "Dienst"}
    for name, value in told.items():
        file = tmp_path / name
        file.write_text(f"{value}\n")
        env[f"{name}_FILE"] = str(file)
    code, text = start(tmp_path, SHOW, **env)
    assert code == 0, text
    for word in ("basiswoord", "adressleutel", "emmerwoord", "postwoord", "meetwoord", "dienstwoord", STRONG):
        assert word in text
    assert "['oud1', 'oud2']" in text


def test_both_at_once_or_a_file_that_cannot_be_read_is_said_without_repeating_it(tmp_path: Path) -> None:
    empty, strange = tmp_path / "leeg", tmp_path / "vreemd"
    empty.write_text("\n")
    strange.write_bytes(b"\xff\xfe")
    name = "GROEIMODEL_SECRET_KEY"
    for given in (
        {name: "verklap", f"{name}_FILE": str(empty)},
        {f"{name}_FILE": str(empty)},
        {f"{name}_FILE": str(strange)},
        {f"{name}_FILE": str(tmp_path / "verklap")},
    ):
        with pytest.raises(ValueError, match=name) as refused:
            secret(name, given)
        assert "verklap" not in str(refused.value)
    assert secret("GROEIMODEL_MAIL", {"GROEIMODEL_MAIL_FILE": str(empty)}) == "", "no mail server is a choice"


def test_only_settings_that_hold_a_secret_are_read_this_way() -> None:
    with pytest.raises(KeyError):
        secret("GROEIMODEL_HOSTS", {})


@pytest.mark.parametrize("key", ["", "kort", "k" * 80, "abcd" * 20, "django-insecure-" + STRONG])
def test_a_key_that_can_be_guessed_is_weak(key: str) -> None:
    assert weak_key(key)
    assert weak(key, [], "")
    assert weak(STRONG, [key], "")


def test_strong_ones_are_fine() -> None:
    assert weak(STRONG, [STRONG], "m" * 22) is None
    assert weak(STRONG, [], "") is None


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({"GROEIMODEL_SECRET_KEY": "zwak"}, "GROEIMODEL_SECRET_KEY"),
        ({"GROEIMODEL_SECRET_KEY": STRONG, "GROEIMODEL_SECRET_KEYS_OLD": "zwak"}, "GROEIMODEL_SECRET_KEY"),
        ({"GROEIMODEL_SECRET_KEY": STRONG, "GROEIMODEL_METRICS_TOKEN": "zwak"}, "GROEIMODEL_METRICS_TOKEN"),
    ],
)
def test_a_real_site_does_not_start_with_a_weak_one(
    tmp_path: Path, given: dict[str, str], named: str
) -> None:
    code, text = start(tmp_path, GROEIMODEL_HTTPS="1", **given)
    assert code != 0
    assert named in text.splitlines()[-1]
    served = "import sys; from groeimodel.cli import run; sys.exit(run(['serve', '--port', '58731']))"
    code, text = start(tmp_path, served, GROEIMODEL_HTTPS="1", **given)
    assert code == 1
    assert len(text.strip().splitlines()) == 1, text
    assert "zwak" not in text.replace("te zwak", "")


def test_a_real_site_does_not_start_with_a_weak_one_of_its_own_file(tmp_path: Path) -> None:
    (tmp_path / "secret_key").write_text("zwak")
    code, text = start(tmp_path, GROEIMODEL_HTTPS="1")
    assert code != 0
    assert "GROEIMODEL_SECRET_KEY" in text.splitlines()[-1]
    (tmp_path / "secret_key").unlink()
    code, text = start(tmp_path, GROEIMODEL_HTTPS="1")
    assert code == 0, text


def test_nothing_beside_the_settings_reads_a_secret_from_elsewhere() -> None:
    """They are asked by `secret`, in the settings and where the server starts."""
    found = []
    readers = {name for name, text in files() if "environ" in text}
    for name, node in nodes():
        if name in readers and isinstance(node, (ast.Call, ast.Subscript)):
            asked = re.findall(r"environ(?:\.get\(|\[)'([A-Z_]+)'", ast.unparse(node))
            found += [f"{name}: {one}" for one in asked if one in NAMES]
    assert not found


def test_the_demonstration_takes_no_secret_of_a_real_site(tmp_path: Path) -> None:
    file = tmp_path / "adres"
    file.write_text("postgresql://groei:basiswoord@db.example/groei")
    env = {**os.environ, "GROEIMODEL_VAR": str(tmp_path), "DATABASE_URL_FILE": str(file)}
    env |= {"GROEIMODEL_MAIL_FILE": str(file), "DATABASE_URL": "", "GROEIMODEL_MAIL": ""}
    look = """
from groeimodel.cli import demo
demo.prepare = lambda: []
import argparse
demo.run(argparse.Namespace(prepare=True, host="127.0.0.1", port=8000, reset=False))
from django.conf import settings
print(settings.DATABASES["default"]["ENGINE"], repr(settings.EMAIL_HOST))
"""
    done = subprocess.run([sys.executable, "-c", look], env=env, capture_output=True, text=True, check=True)
    assert "sqlite3 ''" in done.stdout
