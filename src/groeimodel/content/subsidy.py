"""Schemes of subsidy (`subsidy.toml`): what each asks, with for every rule its source and status.

Apart from `Content`: no scan keeps a copy of it.
"""

from __future__ import annotations

import re
import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from groeimodel.content.errors import ContentError
from groeimodel.content.forms import CONFIRMED, FORMS, TO_CONFIRM
from groeimodel.content.reader import Table
from groeimodel.rules.subsidy import CHECKED, Block, Document, Rule, Scheme, parse_value
from groeimodel.rules.subsidy.schemes import Value

NAME = "subsidy.toml"
SAYS = ("focus", "coordinator", "region", "assessment", "filing")
"""Rules that only say something."""
DRAFTS = (
    "partners",
    "organs",
    "needs",
    "goals",
    "estimates",
    "actions",
    "harvest",
    "decisions",
    "money",
    "cofinancing",
    "lessons",
)
LONGEST = 20_000


@cache
def schemes() -> dict[str, Scheme]:
    """By id, in the order of the file. Raises ContentError naming every problem."""
    return schemes_from(Path(__file__).parent)


def schemes_from(folder: Path) -> dict[str, Scheme]:
    """Those of a folder laid out as this package. Raises ContentError naming every problem."""
    problems: list[str] = []
    try:
        read = tomllib.loads((folder / NAME).read_text(encoding="utf-8-sig"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ContentError([f"{NAME}: is niet te lezen: {error}"]) from error
    file = Table(read, NAME, problems)
    file.only("scheme", "block")
    blocks = tuple(_block(one) for one in file.tables("block"))
    found = [_scheme(table, blocks) for table in file.tables("scheme")]
    _once(file, "scheme", [one.id for one in found])
    _once(file, "block", [f"{one.document}.{one.id}" for one in blocks])
    if problems:
        raise ContentError(problems)
    return {one.id: one for one in found}


def _scheme(table: Table, blocks: tuple[Block, ...]) -> Scheme:
    table.only("id", "name", "what", "starts", "ends", "rule", "document")
    starts, ends = _day(table, "starts"), _day(table, "ends")
    if starts and ends and ends < starts:
        table.wrong("ends", "ligt voor het begin")
    rules = tuple(_rule(one) for one in table.tables("rule"))
    documents = tuple(_document(one) for one in table.tables("document"))
    _once(table, "rule", [one.id for one in rules])
    _once(table, "document", [one.id for one in documents])
    for name in sorted(set(CHECKED) - {one.id for one in rules}):
        table.wrong(f"rule.{name}", "ontbreekt; is de waarde niet bekend, laat dan enkel 'value' weg")
    known = {one.id for one in documents}
    for name in sorted(known - {one.document for one in blocks}):
        table.wrong(f"document.{name}", "heeft geen enkel tekstblok")
    return Scheme(
        id=table.string("id"),
        name=table.text("name").nl,
        what=table.text("what").nl,
        starts=starts,
        ends=ends,
        rules=rules,
        documents=documents,
        blocks=tuple(one for one in blocks if one.document in known),
    )


def _rule(table: Table) -> Rule:
    table.only("id", "text", "value", "source", "status")
    name = table.string("id", among=(*CHECKED, *SAYS))
    source, confirmed = _trust(table)
    return Rule(name, table.text("text").nl, _value(table, name), source, confirmed)


def _value(table: Table, rule: str) -> Value | None:
    said: Any = table.value.get("value")
    if said is None:
        return None
    if rule in SAYS:
        table.wrong("value", "deze regel heeft geen waarde: hij zegt alleen iets")
        return None
    if not isinstance(said, str):
        table.wrong("value", "moet een tekst zijn, zoals '4', '0,90', '1/1' of 'ja'")
        return None
    try:
        value = parse_value(rule, said)
    except ValueError:
        table.wrong("value", f"'{said}' is geen waarde voor deze regel")
        return None
    if rule == "forms" and isinstance(value, tuple) and not set(value) <= set(FORMS):
        table.wrong("value", f"mag enkel bevatten: {', '.join(FORMS)}")
    return value


def _document(table: Table) -> Document:
    table.only("id", "name", "what", "due_on", "after_year", "source", "status")
    year = table.value.get("after_year")
    if year is not None and (not isinstance(year, int) or isinstance(year, bool) or not 1 <= year <= 12):
        table.wrong("after_year", "moet een heel getal van 1 tot 12 zijn")
        year = None
    source, confirmed = _trust(table)
    return Document(
        id=table.string("id"),
        name=table.text("name").nl,
        what=table.text("what").nl,
        due_on=_day(table, "due_on") if "due_on" in table.value else None,
        after_year=year,
        source=source,
        confirmed=confirmed,
    )


def _block(table: Table) -> Block:
    table.only("id", "document", "title", "what", "limit", "draft")
    limit = table.value.get("limit")
    if not isinstance(limit, int) or isinstance(limit, bool) or not 1 <= limit <= LONGEST:
        table.wrong("limit", f"moet een heel getal van 1 tot {LONGEST} zijn")
        limit = 1
    return Block(
        id=table.string("id"),
        document=table.string("document"),
        title=table.text("title").nl,
        what=table.text("what").nl,
        limit=limit,
        draft=table.string("draft", among=DRAFTS),
    )


def _trust(table: Table) -> tuple[str, bool]:
    """Source and whether it is confirmed; what is confirmed has a source."""
    confirmed = table.string("status", among=(CONFIRMED, TO_CONFIRM)) == CONFIRMED
    source = table.string("source", empty=True)
    if source and not re.match(r"https?://\S+$", source):
        table.wrong("source", "moet een webadres zijn, of leeg")
    if confirmed and not source:
        table.wrong("source", "wat bevestigd is, heeft een bron")
    return source, confirmed


def _day(table: Table, key: str) -> str:
    """As '2027-01-01'; empty where it is no day, which is a problem then."""
    said = table.value.get(key)
    if type(said) is not date:
        table.wrong(key, "moet een datum zijn, zoals 2027-01-01")
        return ""
    return said.isoformat()


def _once(table: Table, key: str, names: list[str]) -> None:
    for name in sorted({one for one in names if names.count(one) > 1}):
        table.wrong(f"{key}.{name}", "staat er twee keer")
