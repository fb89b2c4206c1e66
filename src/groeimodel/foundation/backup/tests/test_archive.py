"""An archive is whole, or it is refused with the reason."""

from __future__ import annotations

import hashlib
import io
import subprocess
import tarfile
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from groeimodel.foundation.backup.archive import FORMAT, MANIFEST, SUMS, Manifest, Reader, Writer
from groeimodel.foundation.backup.trouble import Damaged

MOMENT = "2026-11-28T10:00:00+01:00"


def manifest(**other: object) -> Manifest:
    values: dict[str, object] = {
        "product": "0.7.0",
        "made_at": MOMENT,
        "kind": "sqlite",
        "server": "3.40.1",
        "migrations": ["jobs.0001_first"],
        "counts": {"people_person": 2},
        "documents": 1,
        "database": {"name": "database.sqlite3", "size": 4, "sha256": ""},
    }
    return Manifest(**{**values, **other})  # type: ignore[arg-type]


def archive(*parts: tuple[str, bytes], told: Manifest | None = None) -> bytes:
    out = io.BytesIO()
    writer = Writer(out, 0)
    for name, data in ((MANIFEST, (told or manifest()).as_bytes()), *parts):
        writer.add(name, io.BytesIO(data), len(data))
    writer.close()
    return out.getvalue()


GOOD = archive(("database.sqlite3", b"data"), ("files/1/ab/cd.pdf", b"pages" * 5000))


def read(data: bytes) -> dict[str, bytes]:
    reader = Reader(io.BytesIO(data))
    return {part.name: part.content.read() for part in reader.parts()}


def test_what_was_put_in_comes_out() -> None:
    assert read(GOOD) == {"database.sqlite3": b"data", "files/1/ab/cd.pdf": b"pages" * 5000}
    assert Reader(io.BytesIO(GOOD)).manifest == manifest()


def test_other_programs_open_and_check_it(tmp_path: Path) -> None:
    """Whoever has no Groeimodel any more still has the data."""
    (tmp_path / "a.tar").write_bytes(GOOD)
    subprocess.run(["tar", "xf", "a.tar"], cwd=tmp_path, check=True)
    subprocess.run(["sha256sum", "--quiet", "--strict", "-c", SUMS], cwd=tmp_path, check=True)
    assert (tmp_path / "files/1/ab/cd.pdf").read_bytes() == b"pages" * 5000


@pytest.mark.parametrize("at", [600, 1024 + 2, 2048 + 600, 3000, 20_000, 27_000, len(GOOD) - 10_500])
def test_one_changed_byte_is_found(at: int) -> None:
    changed = bytearray(GOOD)
    changed[at] ^= 0x40
    if bytes(changed) == GOOD or not any(GOOD[at : at + 1]):
        pytest.skip("filling between parts")
    with pytest.raises(Damaged):
        read(bytes(changed))


@pytest.mark.parametrize("length", [0, 100, 512, 1024, 2048, 4096, 20_000, 27_000])
def test_an_archive_that_was_cut_off_is_found(length: int) -> None:
    with pytest.raises(Damaged):
        read(GOOD[:length])


def test_every_cut_at_a_block_is_found() -> None:
    """Between two parts a tar looks as if it simply ends there."""
    end = GOOD.index(SUMS.encode()) + 512
    for length in range(0, end, 512):
        with pytest.raises(Damaged):
            read(GOOD[:length])


@pytest.mark.parametrize(
    "change",
    [
        lambda sums: sums.replace(b"cd.pdf", b"ce.pdf"),
        lambda sums: sums + hashlib.sha256(b"").hexdigest().encode() + b"  files/2/more.pdf\n",
        lambda sums: b"\n".join(sums.split(b"\n")[:-2]) + b"\n",
    ],
    ids=["another name", "a part that is not there", "a part without sum"],
)
def test_sums_that_do_not_fit_the_parts(change: Callable[[bytes], bytes]) -> None:
    with tarfile.open(fileobj=io.BytesIO(GOOD)) as tar:
        parts = [(one, tar.extractfile(one).read()) for one in tar.getmembers()]  # type: ignore[union-attr]
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as tar:
        for member, data in parts:
            data = change(data) if member.name == SUMS else data
            member.size = len(data)
            tar.addfile(member, io.BytesIO(data))
    with pytest.raises(Damaged):
        read(out.getvalue())


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "/etc/passwd", "files/../../x", "files/.ssh/key", "files//x"]
)
def test_nothing_climbs_out_of_its_folder(name: str) -> None:
    with pytest.raises(Damaged):
        read(archive((name, b"bad")))


def test_links_are_refused() -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as tar:
        data = manifest().as_bytes()
        info = tarfile.TarInfo(MANIFEST)
        info.size = len(data)
        tar.addfile(info, io.BytesIO(data))
        link = tarfile.TarInfo("files/link")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        tar.addfile(link)
    with pytest.raises(Damaged):
        read(out.getvalue())


@pytest.mark.parametrize(
    "told",
    [
        manifest(format=FORMAT + 1),
        manifest(kind="oracle"),
        manifest(counts={'x"; DROP TABLE people_person; --': 1}),
        manifest(counts={"people_person": "1"}),
        manifest(made_at="gisteren"),
        manifest(database={}),
        manifest(counts=["people_person"]),
        manifest(database=None),
        manifest(migrations=None, counts=None),
    ],
    ids=[
        "later form",
        "another database",
        "a table that is none",
        "a count that is none",
        "time",
        "no database",
        "counts that are a list",
        "nothing for a database",
        "nothing counted",
    ],
)
def test_a_manifest_that_cannot_be_used(told: Manifest) -> None:
    with pytest.raises(Damaged):
        read(archive(told=told))


@pytest.mark.parametrize(
    "data", [b"", b"hello", b"age-encryption.org/v1\n" + b"x" * 2000, b"\x1f\x8b" + b"0" * 999]
)
def test_what_is_no_archive_says_so(data: bytes) -> None:
    with pytest.raises(Damaged, match="geen reservekopie"):
        read(data)


class Nowhere(io.RawIOBase):
    def write(self, piece: object) -> int:
        return len(piece)  # type: ignore[arg-type]


def test_memory_stays_the_same_however_many_parts() -> None:
    def top(count: int) -> int:
        tracemalloc.start()
        writer = Writer(Nowhere(), 0)
        for number in range(count):
            writer.add(f"files/{number}", io.BytesIO(b"x"), 1)
        writer.close()
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    top(10)
    assert top(3000) < top(300) + 200_000
