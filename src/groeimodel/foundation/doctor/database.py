"""The database: does it answer, is it of this version, whole, and with room to grow."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.core.files.storage import FileSystemStorage, storages
from django.db import DatabaseError, InterfaceError, NotSupportedError, connection
from django.utils import timezone

from groeimodel.foundation import tenancy
from groeimodel.foundation.backup.progress import megabytes
from groeimodel.foundation.backup.trouble import database_trouble
from groeimodel.foundation.doctor.findings import BACKUP, SETTINGS, WATCH, Check, Said, Wishes, look, mend, ok
from groeimodel.foundation.doctor.setting import is_this_machine
from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.watch import selectors as watch
from groeimodel.foundation.watch import standing

GIGABYTE = 1_000_000_000
LITTLE, VERY_LITTLE = GIGABYTE, GIGABYTE // 5
"""Bytes of room: less than the first deserves a look, less than the second must be mended."""
APART, FAR_APART = 2.0, 60.0
"""Seconds between two clocks."""
CHECKED_TLS = {"verify-full", "verify-ca"}


def answers(wishes: Wishes) -> Iterator[Said]:
    try:
        if connection.vendor == "sqlite" and not Path(connection.settings_dict["NAME"]).exists():
            yield mend("De databank bestaat nog niet.", "Doe: groeimodel manage migrate", SETTINGS)
            return
        connection.ensure_connection()
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            if connection.vendor == "sqlite":
                cursor.execute("SELECT count(*) FROM sqlite_master")
    except NotSupportedError:
        words = "De databank is van een versie die niet meer ondersteund wordt."
        yield mend(words, "Werk de databankserver bij (PostgreSQL 14 of nieuwer).", SETTINGS)
    except (DatabaseError, InterfaceError, sqlite3.Error) as error:
        words, _, todo = database_trouble(error).partition(". ")
        yield mend(f"{words}.", todo or "Kijk de instelling DATABASE_URL na.", SETTINGS)
    else:
        yield ok("De databank antwoordt.")


def version(wishes: Wishes) -> Iterator[Said]:
    least = connection.features.minimum_database_version or (0,)
    found = connection.get_database_version()
    shown = ".".join(map(str, found))
    if found < least:
        wanted = ".".join(map(str, least))
        yield mend(
            f"De databank is van versie {shown}; nodig is {wanted}.",
            "Installeer een nieuwere versie van de databank.",
            SETTINGS,
        )
    else:
        yield ok(f"{connection.display_name} {shown}.")


def migrations(wishes: Wishes) -> Iterator[Said]:
    done = standing.applied()
    waiting, strange = standing.migrations() - done, standing.unknown(done)
    if waiting:
        first = ".".join(min(waiting))
        steps = "1 stap ontbreekt" if len(waiting) == 1 else f"{len(waiting)} stappen ontbreken"
        words = f"De databank is niet bijgewerkt: {steps}, zoals {first}."
        yield mend(words, "Doe: groeimodel manage migrate", WATCH)
    elif strange:
        yield look(
            f"De databank kent stappen die deze versie niet heeft: {len(strange)}, zoals {'.'.join(min(strange))}.",
            "Draait overal dezelfde versie, en is het niet een oudere dan voorheen?",
            WATCH,
        )
    else:
        yield ok("De databank is van deze versie.")


def cache(wishes: Wishes) -> Iterator[Said]:
    if "cache" in watch.missing():
        yield mend(
            "De tabel ontbreekt die pogingen om aan te melden telt.",
            "Doe: groeimodel manage createcachetable",
            WATCH,
        )
    else:
        yield ok("Pogingen om aan te melden worden geteld.")


def encoding(wishes: Wishes) -> Iterator[Said]:
    if connection.vendor == "sqlite":
        (found,) = _one("PRAGMA encoding")
        good = found == "UTF-8"
    else:
        (found,) = _one("SHOW server_encoding")
        good = found == "UTF8"
    if not good:
        yield mend(
            f"De databank bewaart tekst als {found}.",
            "Maak een nieuwe databank met UTF-8, en zet er de gegevens in over.",
            BACKUP,
        )
    elif trouble := _other_order():
        yield trouble
    else:
        yield ok("Tekst wordt bewaard als UTF-8.")


def _other_order() -> Said | None:
    """After an upgrade of the system words may have another order; indexes of before then miss rows."""
    if connection.vendor != "postgresql" or watch_major() < 15:
        return None
    kept, now = _one(
        "SELECT datcollversion, pg_database_collation_actual_version(oid) FROM pg_database"
        " WHERE datname = current_database()"
    )
    if kept is None or now is None or kept == now:
        return None
    return mend(
        "Het systeem onder PostgreSQL sorteert woorden anders dan toen de databank gemaakt werd.",
        "Doe in psql: REINDEX DATABASE naam; en dan: ALTER DATABASE naam REFRESH COLLATION VERSION;",
        SETTINGS,
    )


def watch_major() -> int:
    return int(connection.get_database_version()[0])


def whole(wishes: Wishes) -> Iterator[Said]:
    troubles = list(_sqlite_troubles(wishes) if connection.vendor == "sqlite" else _postgres_troubles())
    for words in troubles:
        yield mend(words, "Zet de laatste reservekopie terug, of herstel dit eerst.", BACKUP)
    if not troubles:
        yield ok("De databank is heel.")


def _sqlite_troubles(wishes: Wishes) -> Iterator[str]:
    if _one(f"PRAGMA {'integrity_check' if wishes.whole else 'quick_check'}(1)") != ("ok",):
        yield "De databank is beschadigd."
    if found := _one("PRAGMA foreign_key_check"):
        yield f"Rijen in {found[0]} verwijzen naar rijen die er niet zijn."


def _postgres_troubles() -> Iterator[str]:
    (indexes,) = _one("SELECT count(*) FROM pg_index WHERE NOT indisvalid") or (0,)
    if indexes:
        yield f"{indexes} indexen zijn niet geldig (REINDEX)."
    (unproven,) = _one("SELECT count(*) FROM pg_constraint WHERE NOT convalidated") or (0,)
    if unproven:
        yield f"{unproven} regels van de databank zijn niet nagekeken (VALIDATE CONSTRAINT)."


def _one(statement: str) -> tuple[object, ...]:
    """The first row; empty when there is none."""
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return tuple(cursor.fetchone() or ())


def partnerships(wishes: Wishes) -> Iterator[Said]:
    found = tenancy.disagreeing()
    for table, number in found:
        yield mend(
            f"In {table} horen {number} rijen bij een andere samenwerking dan wat erboven staat.",
            "Laat niemand gissen: meld dit aan wie het product maakt.",
            "docs/adr/0014-every-row-carries-its-partnership.md",
        )
    if not found:
        yield ok("Elke rij hoort bij één samenwerking.")


def room(wishes: Wishes) -> Iterator[Said]:
    """Of the disks of this machine; that of a database server elsewhere is not seen."""
    var = Path(settings.VAR)
    places = {"gegevens": var}
    if connection.vendor == "sqlite":
        places["de databank"] = Path(connection.settings_dict["NAME"]).parent
    storage = storages["files"]
    if isinstance(storage, FileSystemStorage):
        places["documenten"] = Path(storage.location)
    for name, place in places.items():
        yield _room_of(name, place)


def _room_of(name: str, place: Path) -> Said:
    while not place.exists() and place != place.parent:
        place = place.parent
    free = shutil.disk_usage(place).free
    words = f"Op de schijf van {name} is {megabytes(free)} vrij."
    if free >= LITTLE:
        return ok(words)
    return (look if free >= VERY_LITTLE else mend)(words, "Maak plaats of neem een grotere schijf.", BACKUP)


def clock(wishes: Wishes) -> Iterator[Said]:
    (theirs,) = _one("SELECT clock_timestamp()") if connection.vendor == "postgresql" else (timezone.now(),)
    assert isinstance(theirs, datetime)
    apart = abs((timezone.now() - theirs).total_seconds())
    last = Entry.objects.order_by("-pk").values_list("at", flat=True).first()
    if apart > APART:
        say = mend if apart > FAR_APART else look
        yield say(
            f"De klok verschilt {apart:.0f} seconden van die van de databank.",
            "Zet op beide computers het bijstellen van de klok aan (NTP).",
            WATCH,
        )
    elif last is not None and last > timezone.now() + timedelta(minutes=5):
        yield mend(
            "De klok loopt achter: het dagboek kent al een later ogenblik.",
            "Zet het bijstellen van de klok aan (NTP).",
            WATCH,
        )
    else:
        yield ok("De klok is die van de databank.")


def tls(wishes: Wishes) -> Iterator[Said]:
    told = connection.settings_dict
    if connection.vendor != "postgresql" or is_this_machine(str(told.get("HOST", ""))):
        yield ok("De databank staat op deze computer.")
    elif told.get("OPTIONS", {}).get("sslmode") in CHECKED_TLS:
        yield ok("De verbinding met de databank is versleuteld en nagekeken.")
    else:
        todo = "Zet achter het adres in DATABASE_URL: ?sslmode=verify-full&sslrootcert=BESTAND"
        yield look("DATABASE_URL kijkt niet na met welke databank het praat.", todo, SETTINGS)


CHECKS = (
    Check("database.answers", answers),
    Check("database.version", version, needs="database"),
    Check("database.tls", tls),
    Check("database.migrations", migrations, needs="database"),
    Check("database.encoding", encoding, needs="database"),
    Check("database.whole", whole, needs="database"),
    Check("database.cache", cache, needs="tables"),
    Check("database.partnerships", partnerships, needs="tables"),
    Check("database.clock", clock, needs="tables"),
    Check("database.room", room),
)
