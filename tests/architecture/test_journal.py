"""Each verb that the code writes in the journal is told in Dutch somewhere, and nothing is told that nobody writes."""

import ast
from pathlib import Path

from groeimodel.foundation.journal.telling import known_verbs, telling_of

SOURCE = Path(__file__).resolve().parents[2] / "src" / "groeimodel"
CODE = [path for path in SOURCE.rglob("*.py") if not {"tests", "migrations"} & set(path.parts)]
WRITERS = {"record", "_note"}


def written() -> set[str]:
    """The first argument of every call that writes in the journal."""
    return {
        verb.value
        for path in CODE
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in WRITERS
        and node.args
        for verb in choices(node.args[0])
        if isinstance(verb, ast.Constant) and isinstance(verb.value, str)
    }


def choices(argument: ast.expr) -> list[ast.expr]:
    """Both sides of 'one if this else the other'; every value of a table that is looked up on the spot."""
    if isinstance(argument, ast.Subscript) and isinstance(argument.value, ast.Dict):
        return argument.value.values
    return [argument.body, argument.orelse] if isinstance(argument, ast.IfExp) else [argument]


def test_every_verb_is_told_and_every_telling_is_of_a_verb() -> None:
    assert len(written()) > 15
    assert written() == known_verbs()


def test_every_telling_is_a_sentence() -> None:
    for verb in known_verbs():
        telling = telling_of(verb)
        assert telling is not None
        assert str(telling.sentence).endswith(".")
