"""What the code itself may not hold: nothing that runs what people type, whatever way it would be typed in."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import openpyxl

from tests.security.reading import ROOT, SOURCE, calls, files, nodes


def imported() -> Iterator[tuple[str, str]]:
    for name, node in nodes():
        if isinstance(node, ast.Import):
            yield from ((name, one.name) for one in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield name, node.module
            yield from ((name, f"{node.module}.{one.name}") for one in node.names)


def users_of(*libraries: str) -> set[str]:
    return {name for name, one in imported() if one.startswith(libraries)}


def test_nothing_runs_a_text_as_code() -> None:
    runs = {"eval", "exec", "compile", "__import__", "os.system", "os.popen"}
    assert not [(name, called) for name, called, _node in calls() if called in runs]


def test_programs_are_started_with_a_list_and_never_by_a_shell() -> None:
    assert users_of("subprocess") == {"cli/worker.py", "foundation/backup/postgres.py"}
    started = [one for one in calls() if one[1] in ("subprocess.run", "subprocess.Popen")]
    assert started
    for name, _called, node in started:
        assert not [one for one in node.keywords if one.arg == "shell"], name
        assert not isinstance(node.args[0], ast.JoinedStr | ast.Constant), name


def test_nothing_takes_objects_out_of_bytes() -> None:
    """JSON, TOML, CSV and XML give texts, numbers and lists; these would give any object."""
    assert not users_of("pickle", "shelve", "marshal", "dill", "joblib", "yaml")


def test_languages_of_other_stores_are_not_spoken() -> None:
    assert not users_of("ldap", "ldap3", "memcache", "pymemcache", "pylibmc", "pymongo", "jnius", "jpype")
    assert not [
        name for name, called, _node in calls() if called.rpartition(".")[2] in ("pylatex", "pdflatex")
    ]


def test_xpath_is_asked_with_constants_only() -> None:
    asked = [node for _name, called, node in calls() if called.endswith((".xpath", ".XPath"))]
    assert all(isinstance(one.args[0], ast.Constant) for one in asked)


def test_templates_come_from_files() -> None:
    made = {"Template", "Engine.from_string", "engines.from_string", "django.template.Template"}
    assert not [(name, called) for name, called, _node in calls() if called in made]
    assert not users_of("jinja2", "mako")


SQL = {
    "cli/restore.py": "constants",
    "foundation/watch/selectors.py": "constants, one a database",
    "foundation/watch/seen.py": "counts what others ask",
    "foundation/search/engine.py": "names of our own tables; what is searched is a parameter",
    "foundation/backup/postgres.py": "constants and parameters",
    "foundation/backup/sqlite.py": "names of our own tables",
    "foundation/backup/snapshot.py": "names of our own tables, quoted",
    "foundation/privacy/retention.py": "the name of one table of ours",
    "foundation/carrying.py": "constants",
    "foundation/doctor/database.py": "constants",
    "foundation/watch/migrating.py": "what Django left for the end of a migration",
    "foundation/partners/management/commands/distribute.py": "what spreading.py makes",
    "foundation/partners/spreading.py": "names of our own tables, columns and keys, quoted",
    "foundation/search/selectors.py": "a constant; what is asked is a parameter",
}
"""Where SQL is written by hand, and what is put in its text."""


def test_sql_by_hand_stands_where_it_is_known_and_takes_nothing_of_people() -> None:
    by_hand = {
        name for name, called, _node in calls() if called.rpartition(".")[2] in ("execute", "executemany")
    }
    assert by_hand <= set(SQL), by_hand - set(SQL)
    assert not [name for name, called, _node in calls() if called.endswith((".raw", ".extra", "RawSQL"))]


def test_the_checker_of_dangerous_code_is_on() -> None:
    """Ruff's rules S (those of bandit) run at each landing: SQL put together, shells, weak XML, unescaped HTML."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["ruff"]["lint"]
    assert "S" in settings["select"]
    assert not [rule for rule in settings["ignore"] if rule.startswith("S") and rule != "S101"]


def test_every_reader_of_xml_opens_nothing_else() -> None:
    readers = {
        name for name, called, _node in calls() if called.rpartition(".")[2] in ("fromstring", "ParserCreate")
    }
    assert readers == {"formats/camt_file.py", "formats/questionnaire/sheets.py"}
    assert "formats/camt_file.py" in users_of("defusedxml.ElementTree.fromstring")
    assert openpyxl.DEFUSEDXML, "openpyxl reads with defusedxml when it is there"


MADE_SAFE = re.compile(r"\{\{[^}]*\|\s*safe\b[^}]*\}\}")
PICTURES = {"svg", "tall_svg", "slide_svg", "pictures.wide", "pictures.tall"}


def test_templates_let_through_pictures_of_ours_and_numbers_only() -> None:
    wrong = []
    for path in SOURCE.rglob("*.html"):
        for found in MADE_SAFE.findall(path.read_text()):
            what = found.strip("{} ").partition("|")[0]
            if what not in PICTURES and not re.search(r"(pk|_id|membership)$", what):
                wrong.append(f"{path.name}: {found}")
        assert "autoescape off" not in path.read_text(), path
    assert not wrong


def scripts() -> list[Path]:
    return [path for path in SOURCE.rglob("*.js") if ".min." not in path.name]


INSERTS = {"live/screen.js": "a part of a page that this site made and escaped"}


def test_scripts_put_text_in_pages_as_text() -> None:
    found = {
        f"{path.parent.name}/{path.name}"
        for path in scripts()
        if re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function", path.read_text()
        )
    }
    assert len(scripts()) > 5
    assert found == set(INSERTS)


def test_messages_between_windows_stay_on_this_site() -> None:
    """The deck tells its other window the number of a slide by a BroadcastChannel, which no other origin hears."""
    for path in scripts():
        text = path.read_text()
        if "postMessage" in text or "'message'" in text:
            assert "new BroadcastChannel(" in text, path
            assert not re.search(
                r"(window|parent|opener|top|frames?)\??\.(postMessage|addEventListener\(.message)", text
            )


def test_no_old_technology_and_no_sockets() -> None:
    words = r"<applet|<embed|<object\b|ActiveX|application/x-shockwave|\bnew WebSocket|ws://|wss://"
    texts = [*SOURCE.rglob("*.html"), *scripts()]
    assert not [path.name for path in texts if re.search(words, path.read_text())]
    assert not [find_spec(one) for one in ("channels", "graphene", "strawberry", "ariadne") if find_spec(one)]
    assert not users_of("websockets", "graphql")


def test_format_strings_are_never_what_somebody_typed() -> None:
    """`str.format` on a text of a variable can reach into objects: each place is known."""
    wrong = []
    for name, called, node in calls():
        if called.endswith((".format", ".format_map")) and isinstance(node.func, ast.Attribute):
            on = node.func.value
            if not isinstance(on, ast.Constant) and name not in FORMATTED:
                wrong.append(f"{name}:{node.lineno} {ast.unparse(on)[:50]}")
    assert not wrong, "\n".join(wrong)


FORMATTED = {
    "formats/chart_parts.py": "shapes of ours",
    "formats/gauge_charts.py": "shapes of ours",
    "formats/live_dots.py": "shapes of ours",
    "formats/questionnaire/template.py": "words of the shipped content",
    "rules/growth/content.py": "words of the content; what an editor changes must ask the same {names}",
    "rules/growth/story/words.py": "the same",
    **{
        f"rules/picture/{one}.py": "the same" for one in ("ground", "hills", "plots", "shop", "soil", "words")
    },
    "shop/bank/models.py": "an account number, by the library for it",
    "shop/money/selectors.py": "a reference, by the library for it",
}

PATTERNS = {
    "foundation/signin/passwords.py": "words of ours, letters only",
    "rules/lessons/__init__.py": "each word went through re.escape on the line before",
}


def test_patterns_are_constants_or_escaped() -> None:
    wrong = []
    for name, called, node in calls():
        if re.fullmatch(r"re\.(compile|search|match|fullmatch|sub|split|findall|finditer)", called):
            pattern = node.args[0]
            known = isinstance(
                pattern, ast.Constant | ast.Name | ast.Attribute
            ) or "re.escape" in ast.unparse(pattern)
            if not known and name not in PATTERNS:
                wrong.append(f"{name}:{node.lineno} {ast.unparse(pattern)[:70]}")
    assert not wrong, "\n".join(wrong)


def test_there_is_code_to_look_at() -> None:
    assert len(files()) > 500
    assert len(calls()) > 5000
