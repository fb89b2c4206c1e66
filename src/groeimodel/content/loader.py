"""Reads the content files of a folder into one `Content` value, or says everything that is wrong with them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, cast

from groeimodel.content.checks import check, check_words
from groeimodel.content.errors import ContentError
from groeimodel.content.reader import LANGUAGES, Table
from groeimodel.rules.growth.content import (
    ACTORS,
    LAYERS,
    ROLES,
    Block,
    Content,
    Factor,
    Layer,
    Model,
    Part,
    Place,
    Principle,
    Role,
    Statement,
    Text,
)

NAMES = (
    *(f"statements/{layer}.toml" for layer in LAYERS),
    *("version.toml", "principles.toml", "factors.toml", "places.toml"),
    *(f"models/{layer}.toml" for layer in LAYERS),
)
"""Every file but those of words/, which may be any number."""


def load_from(folder: Path) -> Content:
    """Content of a folder laid out as this package. Raises ContentError with every problem of every file.

    When a file cannot be read at all, what should hold between files is not checked: one typing error
    would else be reported as a hundred unknown ids.
    """
    raw: dict[str, Any] = {}
    unread: list[str] = []
    words = [f"words/{path.name}" for path in sorted((folder / "words").glob("*.toml"))]
    for name in (*NAMES, *words):
        try:
            # Windows' Notepad may put a byte order mark in front; it means nothing here.
            raw[name] = tomllib.loads((folder / name).read_text(encoding="utf-8-sig"))
        except FileNotFoundError:
            unread.append(f"{name}: het bestand ontbreekt")
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            unread.append(f"{name}: is niet te lezen: {error}")
    return content_of(raw, unread)


def content_of(raw: Mapping[str, Any], unread: Sequence[str] = ()) -> Content:
    """Content of what the TOML of each file says. Raises ContentError with every problem, `unread` among them."""
    problems: list[str] = []

    def read(name: str) -> Table:
        return Table(raw[name], name, problems) if name in raw else Table({}, name, [])

    blocks: list[Block] = []
    statements: list[Statement] = []
    for layer in LAYERS:
        file = read(f"statements/{layer}.toml")
        file.only("block", "statement")
        blocks += [read_block(table, layer) for table in file.tables("block")]
        statements += [read_statement(table, layer) for table in file.tables("statement")]
    version, principles, factors, places = (
        read(f"{name}.toml") for name in ("version", "principles", "factors", "places")
    )
    version.only("version")
    for file, key in ((principles, "principle"), (factors, "factor"), (places, "place")):
        file.only(key)
    content = Content(
        version=version.string("version"),
        statements=tuple(statements),
        blocks=tuple(blocks),
        models=tuple(read_model(read(f"models/{layer}.toml"), layer) for layer in LAYERS),
        principles=tuple(read_principle(table) for table in principles.tables("principle")),
        factors=tuple(read_factor(table) for table in factors.tables("factor")),
        places=tuple(read_place(table) for table in places.tables("place")),
        words=read_words([name for name in raw if name.startswith("words/")], read, problems),
    )
    problems += unread or check(content)
    if problems:
        raise ContentError(problems)
    return content


def read_block(table: Table, layer: Layer) -> Block:
    table.only("id", "title", "purpose")
    return Block(table.string("id"), layer, table.text("title"), table.text("purpose"))


def read_statement(table: Table, layer: Layer) -> Statement:
    table.only("id", "block", "wording", "hallmark", "short", "guess", "factors", "advice", "start")
    wording = table.table("wording")
    wording.only("all", *ROLES)
    advice = table.table("advice")
    advice.only(*ACTORS)
    return Statement(
        id=table.string("id"),
        layer=layer,
        block=table.string("block"),
        wording=read_wording(wording),
        hallmark=table.flag("hallmark"),
        short=table.flag("short"),
        guess=table.flag("guess"),
        factors=table.strings("factors"),
        advice={actor: advice.text(actor) for actor in ACTORS},
        start=table.string("start"),
    )


def read_wording(table: Table) -> Mapping[Role, Text]:
    """`all` asks every role; a role of its own overrides it, or stands alone where there is no `all`."""
    named = {role: table.text(role) for role in ROLES if role in table.value}
    if "all" in table.value:
        shared = table.text("all")
        return {role: named.get(role, shared) for role in ROLES}
    if not named:
        table.wrong("", "aan geen enkele rol gevraagd")
    return named


def read_model(table: Table, layer: Layer) -> Model:
    table.only("layer", "name", "plain", "summary", "what", "enough", "grow_on", "parts")
    table.string("layer", among=[layer])
    parts = table.table("parts")
    parts.only(*ACTORS)
    return Model(
        layer=layer,
        name=table.text("name"),
        plain=table.text("plain"),
        summary=table.text("summary"),
        what=table.texts("what"),
        enough=table.text("enough"),
        grow_on=table.text("grow_on"),
        parts={actor: read_part(parts.table(actor)) for actor in ACTORS},
    )


def read_part(table: Table) -> Part:
    table.only("title", "points", "claims")
    return Part(table.text("title"), table.texts("points"), table.strings("claims"))


def read_principle(table: Table) -> Principle:
    table.only("id", "title", "text", "claims")
    return Principle(table.string("id"), table.text("title"), table.text("text"), table.strings("claims"))


def read_factor(table: Table) -> Factor:
    table.only("id", "group", "title", "text", "confirmed", "source")
    return Factor(
        id=table.string("id"),
        group=table.string("group", among=["structure", "results", "people"]),
        title=table.text("title"),
        text=table.text("text"),
        confirmed=table.flag("confirmed"),
        source=table.string("source", empty=True),
    )


def read_place(table: Table) -> Place:
    table.only("id", "label", "page")
    return Place(table.string("id"), table.text("label"), table.string("page", empty=True))


def read_words(names: Sequence[str], read: Any, problems: list[str]) -> dict[str, Text]:
    """All files of words/ in one mapping; nested tables become dotted keys."""
    homes: dict[str, str] = {}
    words: dict[str, Text] = {}
    for name in names:
        found = flatten(cast(Table, read(name)))
        for key, text in found:
            if key in words:
                problems.append(f"{name}: {key}: dit woord staat ook in {homes[key]}")
            words[key], homes[key] = text, name
        problems += check_words(dict(found), name)
    return words


def flatten(table: Table, prefix: str = "") -> list[tuple[str, Text]]:
    found: list[tuple[str, Text]] = []
    for key, value in table.value.items():
        full = f"{prefix}.{key}" if prefix else key
        if isinstance(value, dict) and not set(value) & set(LANGUAGES):
            found += flatten(Table(value, table.where, table.problems), full)
        else:
            found.append((full, table.as_text(value, full)))
    return found
