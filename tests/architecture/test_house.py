"""The house of ARCHITECTURE.md, beside the import contracts: sizes, shapes and names that keep rooms pleasant."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "groeimodel"
MAX_LINES, MAX_FUNCTION, MAX_VIEW, MAX_PARAMETERS = 400, 60, 25, 6

FILES = [path for path in sorted(SOURCE.rglob("*.py")) if "migrations" not in path.parts]
CODE = [path for path in FILES if "tests" not in path.parts]


def name(path: Path) -> str:
    return str(path.relative_to(SOURCE))


def functions(path: Path) -> list[ast.FunctionDef]:
    return [node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.FunctionDef)]


def length(node: ast.FunctionDef) -> int:
    """Lines of code, without the docstring."""
    doc = node.body[0]
    has_doc = isinstance(doc, ast.Expr) and isinstance(doc.value, ast.Constant)
    doc_lines = (doc.end_lineno or 0) - doc.lineno + 1 if has_doc else 0
    return (node.end_lineno or 0) - node.lineno + 1 - doc_lines


@pytest.mark.parametrize("path", FILES, ids=name)
def test_a_file_stays_readable(path: Path) -> None:
    lines = len(path.read_text().splitlines())
    assert lines <= MAX_LINES, f"{lines} lines: make it a package of the same name"


@pytest.mark.parametrize("path", CODE, ids=name)
def test_functions_stay_readable(path: Path) -> None:
    limit = MAX_VIEW if path.name == "views.py" else MAX_FUNCTION
    long = [f"{node.name}: {length(node)} lines" for node in functions(path) if length(node) > limit]
    wide = [
        f"{node.name}: {count} parameters"
        for node in functions(path)
        if (count := len(node.args.args) + len(node.args.posonlyargs)) > MAX_PARAMETERS
    ]
    assert not long + wide


@pytest.mark.parametrize("path", CODE, ids=name)
def test_every_public_function_says_its_types(path: Path) -> None:
    bare = [n.name for n in functions(path) if n.returns is None and not n.name.startswith("_")]
    assert not bare


def test_views_write_nothing_themselves() -> None:
    """Every write is in services.py; a view that saves would pass by the rights and the journal."""
    verbs = {"save", "create", "delete", "update", "bulk_create", "get_or_create", "update_or_create"}
    found = [
        f"{name(path)}:{node.lineno} .{node.func.attr}()"
        for path in CODE
        if path.name == "views.py"
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in verbs
    ]
    assert not found


def test_templates_lie_under_the_name_of_their_app() -> None:
    pages = {"404.html", "403.html", "403_csrf.html", "400.html", "429.html", "500.html", "503.html"}
    stray = [
        str(path.relative_to(SOURCE))
        for path in SOURCE.rglob("templates/*")
        if path.is_file() and path.name not in pages
    ]
    assert not stray


def test_no_page_carries_inline_style_or_script() -> None:
    """The Content Security Policy allows neither."""
    bad = []
    for path in SOURCE.rglob("templates/**/*.html"):
        text = path.read_text().replace('type="application/json"', "src=")  # data, which no browser runs
        text = re.sub(r"<script data-[a-z-]+=\"[\w.]+\" src=", "<script src=", text)
        for sign in (" style=", "<style", " onclick=", " onchange=", "javascript:"):
            if sign in text:
                bad.append(f"{path.relative_to(SOURCE)}: {sign.strip()}")
        if "<script" in text.replace("<script src=", "").replace('<script type="module" src=', "").replace(
            "<script defer src=", ""
        ):
            bad.append(f"{path.relative_to(SOURCE)}: inline script")
    assert not bad


def test_the_project_needs_nothing_beside_its_checkout() -> None:
    """What is shipped stands alone; only tests may look for data that lies beside the checkout, where it is present."""
    found = [name(path) for path in CODE if "../shared" in path.read_text()]
    assert not found
