"""Backups: was one made lately, and would it come back?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from django.db import connection
from django.utils import timezone

from groeimodel.foundation.backup import making, postgres, selectors
from groeimodel.foundation.backup.progress import Progress
from groeimodel.foundation.backup.restoring import Checked, look_through, refuse_unfit
from groeimodel.foundation.backup.trouble import Refused
from groeimodel.foundation.doctor.findings import BACKUP, Check, Said, Wishes, look, mend, ok

OLD, TOO_OLD = timedelta(days=2), timedelta(days=8)
EACH_NIGHT = "Maak er elke nacht een: groeimodel backup MAP --keep 14"


def last(wishes: Wishes) -> Iterator[Said]:
    """Of this command only: other ways of keeping copies are not known."""
    found = selectors.last_made()
    if found is None or found.finished_at is None:
        yield look(
            "Van deze installatie werd nog geen reservekopie gemaakt met groeimodel backup.",
            EACH_NIGHT,
            BACKUP,
        )
        return
    age = timezone.now() - found.finished_at
    words = f"De laatste reservekopie is van {timezone.localtime(found.finished_at):%d/%m/%Y om %H:%M}."
    if age > OLD:
        yield (mend if age > TOO_OLD else look)(words, EACH_NIGHT, BACKUP)
    elif found.missing:
        yield look(
            f"{words} {found.missing} bestanden ontbraken erin.",
            "Kijk de opslag na: groeimodel doctor --all",
            BACKUP,
        )
    else:
        yield ok(words)


def programs(wishes: Wishes) -> Iterator[Said]:
    if connection.vendor == "postgresql":
        try:
            for name in ("pg_dump", "pg_restore", "psql"):
                postgres.program(name, least=postgres.server_major())
        except Refused as error:
            words, _, todo = str(error).partition(". ")
            yield mend(f"{words}.", todo, BACKUP)
            return
    yield ok("De programma's om reservekopieën te maken zijn er.")


def archive(wishes: Wishes) -> Iterator[Said]:
    """Reads the newest archive of a folder from front to back, as a restore does before it changes anything."""
    if wishes.archives is None:
        return
    path = _newest(wishes.archives)
    if path is None:
        yield mend("In de map van --backup staat geen reservekopie.", EACH_NIGHT, BACKUP)
        return
    try:
        with path.open("rb") as content:
            checked = look_through(content, Progress())
        refuse_unfit(checked.manifest)
    except Refused as error:
        yield mend(
            f"{path.name}: {error}",
            "Zet deze reservekopie niet terug. Maak meteen een nieuwe: groeimodel backup MAP",
            BACKUP,
        )
    except OSError as error:
        yield mend(
            f"{path.name} kan niet gelezen worden ({type(error).__name__}).",
            "Zorg dat de account van het product dit bestand mag lezen (chown of chmod).",
            BACKUP,
        )
    else:
        yield from _about(path, checked)


def _newest(place: Path) -> Path | None:
    if place.is_file():
        return place
    ours = [one for one in place.glob("*.tar") if making.NAME.fullmatch(one.name)] if place.is_dir() else []
    return max(ours, key=lambda one: (one.name[:27], len(one.name), one.name), default=None)


def _about(path: Path, checked: Checked) -> Iterator[Said]:
    age = timezone.now() - checked.manifest.moment
    words = f"{path.name} is volledig en onbeschadigd, met {checked.files} bestanden."
    if age > OLD:
        words = f"{path.name} is volledig, maar al {age.days} dagen oud."
        yield (mend if age > TOO_OLD else look)(words, EACH_NIGHT, BACKUP)
    elif checked.remarked:
        yield look(
            f"{words} Er ontbraken er {checked.remarked}.",
            "Kijk de opslag na: groeimodel doctor --all",
            BACKUP,
        )
    else:
        yield ok(words)
    if path.stat().st_mode & 0o077:
        yield mend(
            f"Anderen op deze computer kunnen {path.name} lezen.",
            f"Doe in die map: chmod 600 {path.name} (of versleutel de reservekopie).",
            BACKUP,
        )


CHECKS = (
    Check("backup.last", last, needs="tables"),
    Check("backup.programs", programs, needs="database"),
    Check("backup.archive", archive, needs="database"),
)
