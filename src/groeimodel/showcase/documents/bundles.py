"""Many documents in one ZIP: all of one municipality, or the note of every municipality."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.utils.text import slugify
from django.utils.translation import gettext as _

from groeimodel import content
from groeimodel.foundation.partners.models import Municipality
from groeimodel.showcase.documents import pictures
from groeimodel.showcase.documents.kinds import AUDIENCES, KINDS, Kind
from groeimodel.showcase.documents.selectors import kinds_for, members_of
from groeimodel.showcase.documents.wishes import Made, Step, Wanted
from groeimodel.showcase.documents.wording import made_of, over
from groeimodel.showcase.kit.selectors import ground_of
from groeimodel.showcase.kit.telling import kit_of
from groeimodel.showcase.kit.telling import on_paper as kit_on_paper
from groeimodel.showcase.sheets.selectors import AUDIENCES as READERS
from groeimodel.showcase.sheets.selectors import Shown, shown
from groeimodel.showcase.sheets.telling import on_paper as sheet_on_paper

FOLDERS = {"college": "college", "council": "gemeenteraad", "residents": "inwoners", "partners": "partners"}
Maker = Callable[[str, str, Wanted], Made]


@dataclass(frozen=True, slots=True)
class Piece:
    """One file of a bundle, made when its turn comes."""

    words: str
    make: Callable[[], tuple[str, bytes]]
    """Path in the bundle, and what is in it."""


def everything(wanted: Wanted, make: Maker, tell: Step) -> bytes:
    """All documents of the page for one municipality, in folders by reader."""
    poster = Piece(_("Affiche van het groeimodel"), _poster_file)
    return _zipped(wanted, [*_made(wanted, make), *_kit(wanted), *_sheets(wanted), poster], tell)


def all_notes(wanted: Wanted, make: Maker, tell: Step) -> bytes:
    """The college note of each municipality, as every file that it comes in."""
    kind = next(one for one in KINDS if one.key == "collegenota")
    pieces = []
    for where in members_of(wanted.partnership):
        words = _("Nota van %(name)s") % {"name": where.name}
        there = replace(wanted, municipality=where)
        pieces += [Piece(words, partial(_file, kind, form, there, make, "")) for form in kind.formats]
    return _zipped(wanted, pieces, tell)


def _made(wanted: Wanted, make: Maker) -> Iterator[Piece]:
    for kind in kinds_for(wanted.partnership):
        if kind.page or kind.long or (kind.local and wanted.municipality is None):
            continue
        folder = f"{FOLDERS[kind.audience]}/"
        for form in kind.formats:
            yield Piece(str(kind.title), partial(_file, kind, form, wanted, make, folder))


def _file(kind: Kind, form: str, wanted: Wanted, make: Maker, folder: str) -> tuple[str, bytes]:
    made = make(kind.key, form, wanted)
    return f"{folder}{made.name}", made.content


def _kit(wanted: Wanted) -> Iterator[Piece]:
    if wanted.municipality is not None:
        yield Piece(_("Ambassadeurskit"), partial(_kit_file, wanted, wanted.municipality))


def _kit_file(wanted: Wanted, where: Municipality) -> tuple[str, bytes]:
    from groeimodel.formats.kit_sheet import render_kit

    told = kit_of(ground_of(wanted.partnership, where, wanted.today))
    name = slugify(f"ambassadeurskit {where.name} {wanted.today}")
    return f"college/{name}.pdf", render_kit(kit_on_paper(told, garden=_garden(wanted, for_all=False)))


def _sheets(wanted: Wanted) -> Iterator[Piece]:
    """The harvest sheet for each of its readers; without harvest there is none."""
    where = wanted.municipality
    if where is None:
        return
    for reader in READERS:
        sheet = shown(wanted.partnership, where, reader, wanted.period)
        if sheet.total:
            yield Piece(_("Oogstblad"), partial(_sheet_file, wanted, sheet))


def _sheet_file(wanted: Wanted, sheet: Shown) -> tuple[str, bytes]:
    from groeimodel.formats.harvest_sheet import render_sheet

    everyone = sheet.audience == "inwoners"
    name = slugify(f"oogstblad {sheet.municipality.name} {sheet.audience}")
    folder = FOLDERS["residents" if everyone else "college"]
    return f"{folder}/{name}.pdf", render_sheet(
        sheet_on_paper(sheet, garden=_garden(wanted, for_all=everyone))
    )


def _poster_file() -> tuple[str, bytes]:
    from groeimodel.formats.poster import render_poster

    return f"{FOLDERS['residents']}/affiche-groeimodel.pdf", render_poster(content.load(), "nl")


def _garden(wanted: Wanted, *, for_all: bool) -> str:
    return pictures.drawn(pictures.garden_for(wanted.partnership, wanted.today, for_all=for_all))


def _zipped(wanted: Wanted, pieces: list[Piece], tell: Step) -> bytes:
    """With a note of what is in it; the same records give the same bytes."""
    into, names = BytesIO(), []
    with ZipFile(into, "w", ZIP_DEFLATED) as bundle:
        for n, piece in enumerate(pieces):
            words = {"n": n + 1, "total": len(pieces), "what": piece.words}
            tell(100 * n // len(pieces), _("%(what)s: bestand %(n)s van %(total)s") % words)
            name, made = piece.make()
            names.append(name)
            _add(bundle, name, made, wanted)
        tell(98, _("Alles samenvoegen"))
        _add(bundle, "lees-mij.txt", _readme(wanted, names).encode(), wanted)
    return into.getvalue()


def _add(bundle: ZipFile, name: str, made: bytes, wanted: Wanted) -> None:
    day = wanted.today
    entry = ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
    entry.compress_type = ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    bundle.writestr(entry, made)


def _readme(wanted: Wanted, names: list[str]) -> str:
    titles = {folder: str(title) for (key, title, _says) in AUDIENCES for folder in [FOLDERS[key]]}
    lines = [wanted.partnership.name]
    if wanted.municipality is not None and any("/" in one for one in names):
        lines.append(wanted.municipality.name)
    lines += [over(wanted.period), "", made_of(wanted.partnership, wanted.today), ""]
    last = ""
    for one in sorted(names):
        folder = one.rpartition("/")[0]
        if folder != last:
            lines += ["", titles.get(folder, folder)]
            last = folder
        lines.append(f"- {one}")
    return "\r\n".join(lines) + "\r\n"
