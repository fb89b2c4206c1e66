"""The code of the product as rules about it read it: once for all of them."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "groeimodel"


@cache
def files() -> tuple[tuple[str, str], ...]:
    """Everything that runs on a server, and what stands in it; tests, migrations and the other tools do not."""
    return tuple(
        (str(path.relative_to(SOURCE)), path.read_text())
        for path in sorted(SOURCE.rglob("*.py"))
        if not {"tests", "testing", "migrations"} & set(path.parts)
    )


@cache
def nodes() -> tuple[tuple[str, ast.AST], ...]:
    """Every piece of it, with the file in which it stands."""
    return tuple((name, node) for name, text in files() for node in ast.walk(ast.parse(text)))


@cache
def calls() -> tuple[tuple[str, str, ast.Call], ...]:
    """Where, what is called, and the call."""
    return tuple((name, ast.unparse(node.func), node) for name, node in nodes() if isinstance(node, ast.Call))
