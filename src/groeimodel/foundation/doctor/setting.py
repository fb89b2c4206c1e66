"""Settings that are weak, or that contradict each other. Never what they hold."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import settings
from django.contrib.staticfiles.storage import ManifestFilesMixin, staticfiles_storage
from django.core.checks import run_checks
from django.core.checks.security.base import check_secret_key, check_secret_key_fallbacks
from django.http.request import validate_host

from groeimodel.foundation.doctor.findings import KEYS, SETTINGS, Check, Said, Wishes, look, mend, ok

OWN_WORDS = {f"security.W{number}" for number in ("004", "008", "009", "012", "016", "018", "020", "025")}
"""What Django's own checks say too, and what is told here in our words."""
OTHERS = 0o007
"""Rights of whoever has an account on the machine."""


def secret_key(wishes: Wishes) -> Iterator[Said]:
    """Only these two of Django's own; all are asked for by the last check."""
    weak = {one.id for one in (*check_secret_key(None), *check_secret_key_fallbacks(None))}
    todo = "Maak een nieuwe (openssl rand -base64 48) en volg 'Change the secret key'."
    if "security.W009" in weak:
        yield mend("GROEIMODEL_SECRET_KEY is te kort of te eenvoudig.", todo, KEYS)
    if "security.W025" in weak:
        yield mend(
            "Een sleutel in GROEIMODEL_SECRET_KEYS_OLD is te kort of te eenvoudig.",
            "Maak GROEIMODEL_SECRET_KEYS_OLD leeg, of laat die ene sleutel weg.",
            KEYS,
        )
    if not weak:
        yield ok("De geheime sleutel is sterk genoeg.")


def old_keys(wishes: Wishes) -> Iterator[Said]:
    old = settings.SECRET_KEY_FALLBACKS
    if settings.SECRET_KEY in old:
        yield mend(
            "GROEIMODEL_SECRET_KEYS_OLD bevat de sleutel van nu.",
            "Zet een nieuwe in GROEIMODEL_SECRET_KEY, of maak de lijst leeg.",
            KEYS,
        )
    elif old and settings.ADDRESS_KEY == settings.SECRET_KEY:
        yield mend(
            "De geheime sleutel is veranderd, en GROEIMODEL_ADDRESS_KEY is leeg: wie mails stopte, krijgt ze weer.",
            "Zet de oudste sleutel in GROEIMODEL_ADDRESS_KEY.",
            KEYS,
        )
    elif old:
        yield look(
            f"Er zijn nog oude sleutels: {len(old)}.",
            "Maak GROEIMODEL_SECRET_KEYS_OLD leeg, 400 dagen na het wisselen.",
            KEYS,
        )
    else:
        yield ok("Er zijn geen oude sleutels.")


def debug(wishes: Wishes) -> Iterator[Said]:
    if settings.DEBUG:
        yield mend(
            "GROEIMODEL_DEBUG staat aan: fouten tonen code en gegevens.",
            "Zet GROEIMODEL_DEBUG op 0.",
            SETTINGS,
        )
    else:
        yield ok("Fouten tonen geen code.")


def demo(wishes: Wishes) -> Iterator[Said]:
    if settings.DEMO and only_here():
        yield look(
            "Dit is de demonstratie: iedereen kan iedereen zijn.", "Zet er geen echte gegevens in.", SETTINGS
        )
    elif settings.DEMO:
        yield mend(
            "GROEIMODEL_DEMO staat aan: iedereen kan iedereen zijn.", "Zet GROEIMODEL_DEMO op 0.", SETTINGS
        )
    else:
        yield ok("Het is geen demonstratie.")


def only_here() -> bool:
    """Whether the public address is this machine itself: for trying out."""
    host = urlsplit(settings.PUBLIC_URL).hostname or ""
    return is_this_machine(host)


def is_this_machine(host: str) -> bool:
    if host in {"", "localhost"} or host.startswith(("/", "@")):  # a socket of Unix
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def https(wishes: Wishes) -> Iterator[Said]:
    if settings.HTTPS:
        yield ok("De site werkt over HTTPS.")
        if settings.ALLAUTH_TRUSTED_PROXY_COUNT < 1:
            yield look(
                "GROEIMODEL_PROXIES is 0: pogingen om aan te melden tellen samen voor alle mensen achter de proxy.",
                "Zet er het aantal proxy's in dat voor de site staat.",
                SETTINGS,
            )
    elif only_here():
        yield look(
            "De site is er alleen voor deze computer, zonder HTTPS.",
            "Komt de site online? Zet dan het adres in GROEIMODEL_URL, en GROEIMODEL_HTTPS op 1.",
            SETTINGS,
        )
    else:
        yield mend(
            "GROEIMODEL_HTTPS staat uit: wat mensen sturen, kan gelezen worden.",
            "Zet een proxy met HTTPS voor de site, en dan GROEIMODEL_HTTPS op 1.",
            SETTINGS,
        )


def address(wishes: Wishes) -> Iterator[Said]:
    """Links in mails begin with it."""
    parts = urlsplit(settings.PUBLIC_URL)
    host = parts.hostname or ""
    shown = f"[{host}]" if ":" in host else host
    if parts.scheme not in {"http", "https"} or not host:
        yield mend(
            "GROEIMODEL_URL is geen adres van een site.",
            "Zet er het adres van de site in, zoals https://groei.example",
            SETTINGS,
        )
    elif settings.HTTPS and parts.scheme != "https":
        yield mend(
            "GROEIMODEL_URL begint niet met https://, de site werkt wel over HTTPS.",
            "Laat GROEIMODEL_URL met https:// beginnen.",
            SETTINGS,
        )
    elif not validate_host(shown, settings.ALLOWED_HOSTS):
        yield mend(
            "De naam in GROEIMODEL_URL staat niet in GROEIMODEL_HOSTS: links in mails werken niet.",
            "Zet die naam ook in GROEIMODEL_HOSTS.",
            SETTINGS,
        )
    else:
        yield ok("Links in mails leiden naar deze site.")


def hosts(wishes: Wishes) -> Iterator[Said]:
    if "*" in settings.ALLOWED_HOSTS:
        yield mend(
            "GROEIMODEL_HOSTS bevat *: de site antwoordt onder elke naam.",
            "Zet er in de plaats van * alleen de namen van de site in.",
            SETTINGS,
        )
    elif not settings.ALLOWED_HOSTS:
        yield mend(
            "GROEIMODEL_HOSTS is leeg: de site antwoordt niemand.", "Zet er de naam van de site in.", SETTINGS
        )
    else:
        yield ok(f"De site antwoordt onder {len(settings.ALLOWED_HOSTS)} namen.")


def time_zone(wishes: Wishes) -> Iterator[Said]:
    try:
        offset = datetime.now(ZoneInfo(settings.TIME_ZONE)).utcoffset()
    except (ZoneInfoNotFoundError, ValueError):
        offset = None
    if offset is None:
        yield mend(
            "De gegevens van tijdzones ontbreken op deze computer.", "Installeer het pakket tzdata.", SETTINGS
        )
    else:
        yield ok(f"Uren zijn die van {settings.TIME_ZONE}.")


def folder(wishes: Wishes) -> Iterator[Said]:
    """The folder for data, and the key that may lie in it."""
    var = Path(settings.VAR)
    if not var.is_dir():
        yield mend(
            "De map van GROEIMODEL_VAR bestaat niet.",
            "Maak die map, en maak de account van het product er eigenaar van.",
            SETTINGS,
        )
        return
    troubles = list(_rights(var))
    yield from troubles
    if not troubles:
        yield ok("De map voor gegevens is alleen voor het product.")


def _rights(var: Path) -> Iterator[Said]:
    key, found = var / "secret_key", var.stat()
    if key.exists() and key.stat().st_mode & 0o077:
        yield mend(
            "Anderen op deze computer kunnen het bestand secret_key lezen.",
            "Doe: chmod 600 $GROEIMODEL_VAR/secret_key. Maak daarna een nieuwe sleutel.",
            KEYS,
        )
    if found.st_mode & OTHERS:
        yield look(
            "Anderen op deze computer kunnen in de map van GROEIMODEL_VAR.",
            "Doe: chmod 700 $GROEIMODEL_VAR (of 750).",
            SETTINGS,
        )
    if found.st_uid != os.geteuid():
        yield look(
            "Je bent niet de account van wie de map van GROEIMODEL_VAR is: sommige controles zeggen dan weinig.",
            "Voer doctor uit met de account van het product.",
            SETTINGS,
        )


def static(wishes: Wishes) -> Iterator[Said]:
    storage: Any = staticfiles_storage
    if not isinstance(storage, ManifestFilesMixin):
        yield ok("Vaste bestanden komen uit het product.")
        return
    if storage.hashed_files:
        yield ok("Vaste bestanden zijn klaargezet.")
    else:
        yield mend(
            "Vaste bestanden zijn niet klaargezet: geen enkele pagina werkt.",
            "Doe: groeimodel manage collectstatic",
            SETTINGS,
        )


def rest_of_django(wishes: Wishes) -> Iterator[Said]:
    silenced = set(settings.SILENCED_SYSTEM_CHECKS)
    told = [one for one in run_checks(include_deployment_checks=True) if one.id not in OWN_WORDS | silenced]
    for one in told:
        say = mend if one.is_serious() else look
        yield say(f"Django meldt {one.id}.", "Lees de uitleg: groeimodel manage check --deploy", SETTINGS)
    if not told:
        yield ok("Django heeft niets aan te merken.")


CHECKS = (
    Check("settings.secret_key", secret_key),
    Check("settings.old_keys", old_keys),
    Check("settings.debug", debug),
    Check("settings.demo", demo),
    Check("settings.https", https),
    Check("settings.address", address),
    Check("settings.hosts", hosts),
    Check("settings.time_zone", time_zone),
    Check("settings.folder", folder),
    Check("settings.static", static),
    Check("settings.django", rest_of_django),
)
