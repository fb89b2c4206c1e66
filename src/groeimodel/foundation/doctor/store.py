"""Documents: can they be kept and read, and is what the database names there?"""

from __future__ import annotations

import contextlib
import itertools
import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage
from django.utils import timezone

from groeimodel.foundation.doctor.findings import FILES, Check, Said, Wishes, look, mend, ok
from groeimodel.foundation.files import nightly, storing
from groeimodel.foundation.watch import selectors as watch

SAMPLE = 500
"""Files that are looked for, spread over all, unless all are asked for."""
SHOWN = 3
PROBE = b"groeimodel doctor"
STRAY = timedelta(days=2)
"""After two nights the sweep must have taken what nothing names."""
RIGHTS = "Kijk na van wie de map is en wie erin mag schrijven: de account van het product."
CONNECTION = "Kijk GROEIMODEL_FILES na: adres, sleutel en rechten op de emmer."


def usable(wishes: Wishes) -> Iterator[Said]:
    """Write, read and remove a probe. If this is killed meanwhile, the nightly sweep takes the probe."""
    storage = storing.storage()
    folder = Path(storage.location) if isinstance(storage, FileSystemStorage) else None
    if folder and not folder.exists():
        if watch.files_answer():
            yield ok("De map van documenten komt er met het eerste document.")
        else:
            yield mend("De map van documenten kan niet gemaakt worden.", RIGHTS, FILES)
        return
    try:
        same = _probed()
    except Exception as error:  # each storage has its own
        words = f"Documenten kunnen niet bewaard worden ({type(error).__name__})."
        yield mend(words, RIGHTS if folder else CONNECTION, FILES)
        return
    if not same:
        yield mend(
            "Wat in de opslag gezet wordt, komt er anders uit.",
            "De schijf of de opslag is stuk: kijk ze na, en vervang ze als dat nodig is.",
            FILES,
        )
    elif trouble := _rights(folder) if folder else None:
        yield trouble
    else:
        yield ok("Documenten kunnen bewaard, gelezen en weggehaald worden.")


def _probed() -> bool:
    storage = storing.storage()
    path = storage.save(f"doctor-{uuid4().hex}.txt", ContentFile(PROBE))
    try:
        with storage.open(path) as content:
            return bool(content.read() == PROBE)
    finally:
        storage.delete(path)


def _rights(folder: Path) -> Said | None:
    found, above = folder.stat(), folder.parent.stat()
    if found.st_uid != above.st_uid:
        return mend("De map van documenten is van een andere account dan de map erboven.", RIGHTS, FILES)
    if found.st_mode & 0o007 and above.st_mode & 0o001:
        return mend(
            "Anderen op deze computer kunnen documenten lezen.",
            "Doe: chmod 700 op de map waar documenten in staan.",
            FILES,
        )
    return None


def missing(wishes: Wishes) -> Iterator[Said]:
    """Without --all: is it there; with: is it also what was put there."""
    gone: list[str] = []
    other: list[str] = []
    looked = 0
    for path, sha256 in _asked(wishes):
        looked += 1
        state = _state(path, sha256 if wishes.whole else "")
        if state:
            (gone if state == "missing" else other).append(path)
    back = "Zet ze terug uit een reservekopie."
    if gone:
        yield mend(f"In de opslag ontbreken {len(gone)} van {looked} bestanden: {_some(gone)}.", back, FILES)
    if other:
        yield mend(
            f"In de opslag zijn {len(other)} bestanden beschadigd of onleesbaar: {_some(other)}.", back, FILES
        )
    if not gone and not other:
        yield ok(f"Alle bestanden die nagekeken zijn, zijn er: {looked}.")


def _asked(wishes: Wishes) -> Iterator[tuple[str, str]]:
    if wishes.whole:
        return nightly.all_named()
    total = sum(1 for _ in nightly.all_named())
    return itertools.islice(nightly.all_named(), 0, None, max(1, total // SAMPLE))


def _state(path: str, sha256: str) -> str:
    try:
        if not sha256:
            return "" if storing.storage().exists(path) else "missing"
        with storing.storage().open(path) as content:
            return "" if storing.digest(content) == sha256 else "damaged"
    except FileNotFoundError:
        return "missing"
    except OSError:
        return "damaged"


def _some(paths: list[str]) -> str:
    return ", ".join(paths[:SHOWN]) + (", ..." if len(paths) > SHOWN else "")


def stray(wishes: Wishes) -> Iterator[Said]:
    """Files that nothing names, and that the nightly sweep should have taken. A large storage only with --all."""
    everything = storing.everything()
    listed = list(everything if wishes.whole else itertools.islice(everything, 20 * SAMPLE))
    named = {path for path, _ in nightly.all_named()}
    before = timezone.now() - STRAY
    found = [one for one in listed if one not in named and storing.kept_since(one) < before]
    if found:
        words = f"In de opslag liggen {len(found)} bestanden die nergens bij horen: {_some(found)}."
        yield look(words, "Laat ook 's nachts een werker lopen: die ruimt ze op.", FILES)
    else:
        yield ok("In de opslag ligt niets te veel.")


def left_behind(wishes: Wishes) -> Iterator[Said]:
    """Copies of the database that a killed restore left."""
    var = Path(settings.VAR)
    found = [one for place in (var, var / "files") for one in place.glob(".groeimodel-*")]
    old = []
    for one in found:
        with contextlib.suppress(OSError):
            if timezone.now().timestamp() - os.stat(one).st_mtime > STRAY.total_seconds():
                old.append(one.name)
    if old:
        words = f"Een afgebroken opdracht liet {len(old)} mappen na in GROEIMODEL_VAR, zoals {old[0]}."
        yield look(words, "Verwijder die mappen: er kan een kopie van de databank in zitten.", FILES)
    else:
        yield ok("Er bleef niets half staan.")


CHECKS = (
    Check("files.store", usable),
    Check("files.missing", missing, needs="tables"),
    Check("files.stray", stray, needs="tables"),
    Check("files.left_behind", left_behind),
)
