"""The table of OWASP ASVS 5.0.0, levels 1 and 2: reads docs/asvs/, writes docs/admin/asvs.md.

    .venv/bin/python tools/asvs.py            writes the page anew
    .venv/bin/python tools/asvs.py --missing  what is still to be gone through, a number a line

A chapter is a file (`v01.toml` to `v17.toml`) with `title` and rows:

    [[row]]
    id = "1.2.4"
    says = "Queries are built by the ORM or with parameters."    # our own words, one line
    tests = ["src/groeimodel/x/tests/test_y.py::test_z"]         # pytest nodes that prove it
    reason = "Why it holds."                                     # what no test can show
    applies = false                                              # the product has no such thing: reason says so

A row has tests, or a reason, or both. The level comes from `ids.toml`.
"""

from __future__ import annotations

import ast
import sys
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "asvs"
PAGE = ROOT / "docs" / "admin" / "asvs.md"
CHAPTERS = 17
KEYS = {"id", "says", "tests", "reason", "applies"}


@dataclass(frozen=True)
class Row:
    id: str
    says: str
    tests: tuple[str, ...] = ()
    reason: str = ""
    applies: bool = True

    @property
    def order(self) -> tuple[int, ...]:
        return tuple(int(part) for part in self.id.split("."))


@dataclass(frozen=True)
class Chapter:
    number: int
    title: str
    rows: tuple[Row, ...]


def levels() -> dict[str, int]:
    """Number of a requirement -> its level, in the order of the standard."""
    return dict(tomllib.loads((FOLDER / "ids.toml").read_text()))


def chapters() -> list[Chapter]:
    """The chapters that have a file. A key that is not known is a ValueError."""
    found = []
    for path in sorted(FOLDER.glob("v[0-9][0-9].toml")):
        data = tomllib.loads(path.read_text())
        for row in data["row"]:
            if unknown := set(row) - KEYS:
                raise ValueError(f"{path.name}: {row['id']} has {', '.join(sorted(unknown))}")
        rows = tuple(Row(**{**row, "tests": tuple(row.get("tests", ()))}) for row in data["row"])
        found.append(Chapter(int(path.stem[1:]), data["title"], rows))
    return found


@cache
def tests_in(path: Path) -> frozenset[str]:
    """The names of the tests in a file as pytest writes them: `test_a`, `TestB::test_c`."""
    names = set()
    for node in ast.parse(path.read_text()).body:
        if isinstance(node, ast.ClassDef):
            names |= {f"{node.name}::{part.name}" for part in node.body if isinstance(part, ast.FunctionDef)}
        elif isinstance(node, ast.FunctionDef):
            names.add(node.name)
    return frozenset(name for name in names if name.rpartition("::")[2].startswith("test_"))


def exists(node: str) -> bool:
    """Whether a pytest node `path::name` is there; the parameters of a test are not part of its name."""
    file, _, name = node.partition("::")
    path = ROOT / file
    return path.is_file() and path.name.startswith("test_") and name in tests_in(path)


def counts(rows: list[Row]) -> str:
    tested = sum(1 for row in rows if row.tests)
    out = sum(1 for row in rows if not row.applies)
    return f"{len(rows)} rows: {tested} tested, {len(rows) - tested - out} by reason, {out} not applicable"


def cell(row: Row) -> str:
    """What proves a row, on one line of a table."""
    tests = [f"[`{name}`](../../{file})" for file, _, name in (node.partition("::") for node in row.tests)]
    text = ("" if row.applies else "Not applicable. ") + row.reason
    return "<br>".join(part.replace("|", "\\|") for part in [*tests, text.strip()] if part)


def page(found: list[Chapter], level: dict[str, int]) -> str:
    """The whole page in Markdown."""
    rows = [row for chapter in found for row in chapter.rows]
    lines = [
        "# OWASP ASVS 5.0.0, level 2, item by item",
        "",
        "<!-- Made by tools/asvs.py from docs/asvs/; write there, then run it. -->",
        "",
        "Every requirement of levels 1 and 2 of the [Application Security Verification Standard]"
        "(https://github.com/OWASP/ASVS/tree/v5.0.0/5.0/en) (OWASP, version 5.0.0, CC BY-SA 4.0), with the tests",
        "that prove it or the reason why it holds. What a requirement asks is told in our own short words; the standard",
        "itself is the norm. A test (`tests/security/test_asvs.py`) holds that no requirement is missing and that",
        "every test named here exists.",
        "",
        f"**{counts(rows)}.** A row that is tested may carry a remark as well.",
        "",
    ]
    for chapter in found:
        lines += [f"## V{chapter.number} {chapter.title}", "", f"{counts(list(chapter.rows))}.", ""]
        lines += ["| Item | Level | Asks | Proof |", "| :-- | :-: | :-- | :-- |"]
        for row in sorted(chapter.rows, key=lambda row: row.order):
            lines.append(f"| {row.id} | {level.get(row.id, '?')} | {row.says} | {cell(row)} |")
        lines.append("")
    return "\n".join(lines)


def main() -> None:
    found, level = chapters(), levels()
    if "--missing" in sys.argv:
        done = {row.id for chapter in found for row in chapter.rows}
        print("\n".join(key for key in level if key not in done))
        return
    PAGE.write_text(page(found, level))
    print(f"{PAGE.relative_to(ROOT)}: {counts([row for chapter in found for row in chapter.rows])}")


if __name__ == "__main__":
    main()
