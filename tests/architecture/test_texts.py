"""Every text that a user reads goes through gettext or stands in a content file."""

import ast
import re
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2] / "src" / "groeimodel"
BARE_BY_DESIGN = {"style.html", "500.html"}
"""For developers only; and shown when nothing works any more."""
NAMES = {"Groeimodel", "Potgrond"}
GETTEXT = {"_", "gettext", "gettext_lazy", "ngettext", "pgettext"}


def bare_words(html: str) -> list[str]:
    """Words between tags that no tag translates."""
    html = re.sub(r"{% (blocktranslate|comment)\b.*?{% end\1 %}", "", html, flags=re.S)
    html = re.sub(r"<script\b[^>]*application/json.*?</script>", "", html, flags=re.S)
    html = re.sub(r"{% block \w*(class|attributes)\b.*?{% endblock %}", "", html)
    html = re.sub(r"{#.*?#}|{%.*?%}|{{.*?}}", "", html, flags=re.S)
    texts = re.sub(r"<[^>]*>", "\n", html).replace("&nbsp;", " ").split("\n")
    return [text.strip() for text in texts if re.search(r"[A-Za-zÀ-ÿ]{2,}", text)]


def test_templates_hold_no_bare_words() -> None:
    found = [
        f"{path.relative_to(SOURCE)}: {text}"
        for path in sorted(SOURCE.rglob("templates/**/*.html"))
        if path.name not in BARE_BY_DESIGN
        for text in bare_words(path.read_text())
        if not set(re.findall(r"[A-Za-zÀ-ÿ]{2,}", text)) <= NAMES
    ]
    assert not found, "\n".join(found)


def test_the_finder_finds() -> None:
    assert bare_words("<p>Dit is kaal.</p>{% translate 'Dit niet' %}{{ value }}") == ["Dit is kaal."]


def test_no_f_string_is_translated() -> None:
    """A catalogue holds fixed sentences; what changes is a named value."""
    found = [
        f"{path.relative_to(SOURCE)}:{node.lineno}"
        for path in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in GETTEXT
        and any(isinstance(argument, ast.JoinedStr) for argument in node.args)
    ]
    assert not found
