"""Keys: another one can take their place without anybody noticing, what they make cannot be guessed, and no weak sum is used."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.apps import apps
from django.contrib.auth.hashers import PBKDF2PasswordHasher, get_hasher, make_password
from django.db import models
from django.test import Client
from pytest_django.fixtures import Settings

from groeimodel.foundation import links
from groeimodel.foundation.aldermen.models import forgotten
from groeimodel.foundation.mail.readers import address_key
from groeimodel.foundation.testing.cast import Cast
from tests.security.reading import ROOT, SOURCE, nodes


def test_a_new_key_signs_nobody_out_and_breaks_no_link(
    client: Client, cast: Cast, settings: Settings
) -> None:
    client.force_login(cast.bram)
    link = links.sign("proef", {"seat": 3}, days=1)
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "nieuw" * 12, [settings.SECRET_KEY]
    assert client.get("/ik/").status_code == 200
    assert links.read("proef", link) == {"seat": 3}


def test_without_the_old_key_all_of_it_is_over(client: Client, cast: Cast, settings: Settings) -> None:
    client.force_login(cast.bram)
    link = links.sign("proef", {"seat": 3}, days=1)
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "nieuw" * 12, []
    assert client.get("/ik/").status_code == 302
    with pytest.raises(links.Invalid):
        links.read("proef", link)


def test_nothing_new_is_signed_with_an_old_key(settings: Settings) -> None:
    old = settings.SECRET_KEY
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "nieuw" * 12, [old]
    link = links.sign("proef", {}, days=1)
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = old, []
    with pytest.raises(links.Invalid):
        links.read("proef", link)


def test_an_address_is_known_again_with_a_new_key(settings: Settings) -> None:
    before = address_key("bram@voorbeeld.test"), forgotten("https://register.example/1")
    settings.SECRET_KEY = "nieuw" * 12
    assert before == (address_key("bram@voorbeeld.test"), forgotten("https://register.example/1"))


def test_debugging_and_a_real_site_do_not_go_together(tmp_path: Path) -> None:
    env = {"GROEIMODEL_VAR": str(tmp_path), "GROEIMODEL_DEBUG": "1", "GROEIMODEL_HTTPS": "1"}
    done = subprocess.run(
        [sys.executable, "-c", "import groeimodel.settings"],
        env=env | {"PYTHONPATH": str(SOURCE.parent)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert "gaan niet samen" in done.stderr


def test_the_key_of_the_first_start_is_long_and_nobody_elses(tmp_path: Path) -> None:
    keys = set()
    for name in ("een", "twee"):
        env = {"GROEIMODEL_VAR": str(tmp_path / name), "PYTHONPATH": str(SOURCE.parent)}
        subprocess.run([sys.executable, "-c", "import groeimodel.settings"], env=env, check=True)
        file = tmp_path / name / "secret_key"
        assert file.stat().st_mode & 0o077 == 0
        keys.add(file.read_text())
    assert len(keys) == 2
    assert all(len(key) >= 64 for key in keys)


def test_passwords_cost_as_much_to_guess_as_they_should() -> None:
    hasher = get_hasher()
    assert isinstance(hasher, PBKDF2PasswordHasher)
    assert (hasher.digest().name, hasher.iterations >= 600_000) == ("sha256", True)
    assert len(make_password("zin").split("$")[2]) >= 22


LEAST = 128 / 6
"""Signs of base 64 for 128 bits."""
SHORT_ON_PURPOSE = {
    "live.Session.code": "six figures from a screen: open while the session runs, and guesses are counted",
    "choosing.Round.code": "a word on a poster, to a form that everybody may fill in",
}


def test_links_that_open_something_cannot_be_guessed() -> None:
    short, seen = set(), 0
    for model in apps.get_models():
        if not model.__module__.startswith("groeimodel"):
            continue
        for field in model._meta.concrete_fields:
            named = field.name in {"token", "key", "code", "feed_key"} and isinstance(field, models.CharField)
            if named and field.has_default() and callable(field.default):
                seen += 1
                if len(str(field.get_default())) < LEAST:
                    short.add(f"{model._meta.app_label}.{model.__name__}.{field.name}")
    assert seen >= 5
    assert short <= set(SHORT_ON_PURPOSE)


def test_no_weak_sum_and_no_cipher_of_our_own() -> None:
    weak = {"md5", "sha1", "new", "blake2s"}
    found = {
        place
        for place, node in nodes()
        if (
            isinstance(node, ast.Attribute)
            and isinstance(node.value, ast.Name)
            and node.value.id == "hashlib"
            and node.attr in weak
        )
        or (
            isinstance(node, ast.ImportFrom)
            and node.module == "hashlib"
            and {one.name for one in node.names} & weak
        )
        or (
            isinstance(node, ast.ImportFrom)
            and (node.module or "").startswith(("cryptography", "Crypto", "nacl"))
        )
    }
    assert not found


def test_every_keyed_sum_is_sha_256() -> None:
    for place, node in nodes():
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "salted_hmac":
            given = {one.arg: one.value for one in node.keywords}
            assert isinstance(given.get("algorithm"), ast.Constant), place


NO_SECRET = {
    "foundation/jobs/services.py": "how long a job waits",
    "rules/growth/phase.py": "numpy: intervals of a score",
}


def test_chance_that_can_be_foretold_makes_no_secret() -> None:
    found = set()
    for place, node in nodes():
        if isinstance(node, ast.Import) and any(one.name == "random" for one in node.names):
            found.add(place)
        if isinstance(node, ast.ImportFrom) and node.module == "random":
            found.add(place)
    found = {place for place in found if not place.startswith("demo/")}
    assert found <= set(NO_SECRET), found


ONLY_FROM_OUTSIDE = re.compile(r"SECRET|PASSWORD|TOKEN|_KEY\b|\bKEY\b|CREDENTIAL", re.IGNORECASE)


def test_no_setting_holds_a_secret_of_its_own() -> None:
    """A value that could be one is read from the environment, or made at the first start."""
    for one in ast.walk(ast.parse((SOURCE / "settings.py").read_text())):
        pairs: list[tuple[str, ast.expr]] = []
        if isinstance(one, ast.Dict):
            pairs = [
                (ast.unparse(key), value) for key, value in zip(one.keys, one.values, strict=True) if key
            ]
        elif isinstance(one, ast.Assign):
            pairs = [(ast.unparse(target), one.value) for target in one.targets]
        for name, value in pairs:
            typed = isinstance(value, ast.Constant) and isinstance(value.value, str) and value.value
            assert not (ONLY_FROM_OUTSIDE.search(name) and typed), name
        asks = isinstance(one, ast.Call) and ast.unparse(one.func) == "os.environ.get"
        if isinstance(one, ast.Call) and asks:
            # What holds a secret goes through `secret`, which also takes a file.
            assert not ONLY_FROM_OUTSIDE.search(ast.unparse(one.args[0])), ast.unparse(one)


LOOKS_LIKE_A_KEY = re.compile(
    r"-----BEGIN [A-Z ]*PRIVATE KEY-----"
    r"|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_\w{36,}\b|\bglpat-[\w-]{20,}\b|\bxox[abp]-[\w-]{10,}\b|\bpypi-[\w-]{50,}\b"
    r"|\beyJ[\w-]{20,}\.eyJ[\w-]{20,}\.[\w-]{20,}"
    r"|(?i:secret|password|wachtwoord|passwd|api_?key|token)[\"']?\s*[=:]\s*[\"'](?=[^\"']*\d)(?=[^\"']*[A-Za-z])[\w+/=-]{24,}[\"']"
)
MADE_UP = "0123456789"
"""What a test makes up as a token has all figures in a row."""
PASSWORD_IN_ADDRESS = re.compile(
    r"\b[a-z][a-z0-9+]*://[^\s/:@\"'<>{}$*]+:(?P<word>[^\s/@\"'<>{}$*]{6,})@(?P<host>[\w.-]+)"
)
FINE = re.compile(
    r"(?i)password|wachtwoord|secret|geheim|passw|change_me|example|voorbeeld|^(user|naam|test)|localhost|127\\.0\\.0\\.1|\.example"
)


def test_no_file_of_the_repository_holds_what_looks_like_a_key() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a checkout")
    found = []
    for name in listed.stdout.split("\0"):
        path = ROOT / name
        if not name or name == "uv.lock" or not path.is_file() or path.stat().st_size > 2_000_000:
            continue
        text = path.read_bytes()
        if b"\0" in text:
            continue
        words = text.decode(errors="replace")
        keys = [one[0] for one in LOOKS_LIKE_A_KEY.finditer(words) if MADE_UP not in one[0]]
        found += [f"{name}: {one[:30]}" for one in keys]
        found += [
            f"{name}: {one[0]}"
            for one in PASSWORD_IN_ADDRESS.finditer(words)
            if not FINE.search(one["word"]) and not FINE.search(one["host"])
        ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "text",
    [
        "-----BEGIN " + "PRIVATE KEY-----",
        "AKIA" + "ABCDEFGHIJKLMNOP",
        'API_KEY = "' + "a1b2c3d4e5f6a7b8c9d0e1f2" + '"',
    ],
)
def test_the_finder_finds(text: str) -> None:
    assert LOOKS_LIKE_A_KEY.search(text)
