"""Where secrets come from: the environment, or a file that the environment names. No Django: the settings read it.

`GROEIMODEL_METRICS_TOKEN_FILE=/run/secrets/metrics` stands for `GROEIMODEL_METRICS_TOKEN`, so that container engines and
systemd can hand over a secret without anybody reading it in the list of processes.
"""

import os
import secrets
import time
from collections.abc import Mapping
from pathlib import Path

NAMES = (
    "DATABASE_URL",
    "GROEIMODEL_ADDRESS_KEY",
    "GROEIMODEL_FILES",
    "GROEIMODEL_MAIL",
    "GROEIMODEL_METRICS_TOKEN",
    "GROEIMODEL_OIDC_CLIENT_SECRET",
    "GROEIMODEL_SECRET_KEY",
    "GROEIMODEL_SECRET_KEYS_OLD",
)
"""Settings that hold a secret, or an address with a password in it."""
MAY_BE_EMPTY = "GROEIMODEL_MAIL"
"""No mail server is a choice: mails are kept then. An empty file of any other secret is a mistake."""
LEAST_SIGNS, LEAST_DIFFERENT = 50, 5
"""Of a key that signs; what Django, too, asks at the least (check security.W009)."""
LEAST_TOKEN = 22
"""128 bits in base 64."""
MOST_BYTES = 64 * 1024


def secret(name: str, environment: Mapping[str, str] = os.environ) -> str:
    """The value of a secret setting, without the end of the line of its file; empty when it is not set.

    Raises:
        ValueError: both are set, or the file cannot be read. Neither its name nor its contents are repeated.
    """
    if name not in NAMES:
        raise KeyError(name)
    value, path = environment.get(name, ""), environment.get(f"{name}_FILE", "")
    if not path:
        return value
    if value:
        raise ValueError(f"Zet {name} of {name}_FILE, niet allebei")
    try:
        with Path(path).open("rb") as file:
            found = file.read(MOST_BYTES).decode().strip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise ValueError(f"Het bestand van {name}_FILE kan niet gelezen worden") from error
    if not found and name != MAY_BE_EMPTY:
        raise ValueError(f"Het bestand van {name}_FILE is leeg")
    return found


def signing_key(folder: Path) -> str:
    """From the environment or the file it names; else one that is made once and kept in the folder for data."""
    if key := secret("GROEIMODEL_SECRET_KEY"):
        return key
    path = folder / "secret_key"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        # O_EXCL: two workers that start together must end up with one key.
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        while not (key := path.read_text()):  # the other one is still writing it
            time.sleep(0.01)
        return key
    with os.fdopen(handle, "w") as file:
        file.write(secrets.token_urlsafe(50))
    return path.read_text()


def weak_key(key: str) -> bool:
    """Whether a key that signs is shorter or more uniform than one that was made at random."""
    return len(key) < LEAST_SIGNS or len(set(key)) < LEAST_DIFFERENT or key.startswith("django-insecure-")


def weak(key: str, old: list[str], token: str) -> str | None:
    """Which secret could be guessed, and what to do, in one line; None when all of them are strong."""
    if weak_key(key) or any(weak_key(one) for one in old):
        return (
            "GROEIMODEL_SECRET_KEY (of een van GROEIMODEL_SECRET_KEYS_OLD) is te zwak: neem er een van minstens "
            f"{LEAST_SIGNS} willekeurige tekens, bijvoorbeeld met: openssl rand -base64 48"
        )
    if token and len(token) < LEAST_TOKEN:
        return (
            f"GROEIMODEL_METRICS_TOKEN is te kort: minstens {LEAST_TOKEN} tekens, "
            "bijvoorbeeld met: openssl rand -hex 32"
        )
    return None
