"""Habits of code that open a door, looked for in every file: none of them is here."""

from __future__ import annotations

import ast
import re
import tomllib

from tests.security.reading import ROOT, SOURCE, calls, files, nodes


def scripts() -> dict[str, str]:
    return {str(path.relative_to(SOURCE)): path.read_text() for path in SOURCE.rglob("*.js")}


def test_every_form_names_its_fields() -> None:
    """A form that takes all columns of a row lets somebody fill in one that was not on the page."""
    found = []
    for place, node in nodes():
        if isinstance(node, ast.ClassDef) and node.name == "Meta" and not place.endswith("admin.py"):
            for one in node.body:
                if isinstance(one, ast.Assign):
                    names = {ast.unparse(target) for target in one.targets}
                    if "exclude" in names or ("fields" in names and "__all__" in ast.unparse(one.value)):
                        found.append(place)
    assert not found


def test_no_row_is_made_or_changed_from_a_request_as_it_came() -> None:
    found = []
    for place, _name, node in calls():
        spread = [ast.unparse(one.value) for one in node.keywords if one.arg is None]
        found += [place for one in spread if "request.POST" in one or "request.GET" in one]
    assert not found


MAY_TELL_ROWS = "foundation/backup/"


def test_no_row_is_told_whole() -> None:
    whole = {"model_to_dict", "serialize", "serializers.serialize"}
    assert not {place for place, name, _ in calls() if name in whole and not place.startswith(MAY_TELL_ROWS)}
    told = [(place, node) for place, name, node in calls() if name.endswith("JsonResponse")]
    assert told
    assert not [place for place, node in told if ".values()" in ast.unparse(node)]


FROM_EITHER = {
    "foundation/contact/views.py": "where one came from",
    "foundation/files/views.py": "where to go back to, inside this site",
    "meadow/actions/views/sowing.py": "the same form, filled in from a link to be looked at first",
    "shop/bank/views/letters.py": "which account the letters are about",
    "shop/bank/views/pages.py": "what a new form begins with",
    "shop/sittings/views/sittings.py": "what a new form begins with",
    "showcase/documents/views.py": "which document is asked; whoever may see it may have it made",
    "showcase/news/views/readers.py": "the language of the page",
    "soil/questions/views/asking.py": "what a new form begins with",
    "support/region/views/sessions.py": "what a new form begins with",
}
"""Pages that look in the address for what the form does not say, each for something that is no deed."""


def test_address_and_form_are_told_apart() -> None:
    mixed = re.compile(r"request\.(GET|POST)\b[^\n]*(\||\bor\b|\*\*)[^\n]*request\.(?!\1)(GET|POST)\b")
    assert {place for place, text in files() if mixed.search(text)} <= set(FROM_EITHER)
    assert not [place for place, text in files() if "request.REQUEST" in text]


STARTS_PROGRAMS = {
    "cli/worker.py": "the worker, beside the server",
    "foundation/backup/postgres.py": "pg_dump, pg_restore and psql",
}


def test_nothing_that_was_sent_is_run() -> None:
    runs = {"eval", "exec", "compile", "os.system", "os.popen", "__import__", "pickle.loads", "pickle.load"}
    runs |= {"marshal.loads", "yaml.load", "yaml.unsafe_load", "shelve.open"}
    assert not {(place, name) for place, name, _ in calls() if name in runs}
    assert not {place for place, _, node in calls() if any(one.arg == "shell" for one in node.keywords)}
    begun = {place for place, name, _ in calls() if name.startswith("subprocess.")}
    assert begun == set(STARTS_PROGRAMS)


def test_scripts_change_no_prototype_and_run_no_text() -> None:
    bad = re.compile(
        r"__proto__|\.prototype\b|constructor\[|\beval\(|new Function|Object\.assign\(|setTimeout\(\s*[\"'`]"
        r"|document\.write|outerHTML|insertAdjacentHTML"
    )
    found = [f"{place}: {one[0]}" for place, text in scripts().items() for one in bad.finditer(text)]
    assert len(scripts()) >= 5
    assert not found


def test_scripts_keep_nothing_on_the_device_but_answers_that_wait() -> None:
    """The phone of a live session keeps what was not sent yet: a role, no name, until it was sent."""
    kept = re.compile(r"localStorage|sessionStorage|indexedDB|document\.cookie|caches\.open|serviceWorker")
    assert {place for place, text in scripts().items() if kept.search(text)} == {
        "gauge/live/static/live/phone.js"
    }
    pages = [
        str(path) for path in SOURCE.rglob("*.html") if re.search(r"hx-push-url|hx-boost", path.read_text())
    ]
    assert not pages, "htmx would keep copies of pages in the browser"


def test_no_sound_picture_or_channel_between_browsers() -> None:
    web_rtc = re.compile(r"RTCPeerConnection|getUserMedia|WebSocket|RTCDataChannel")
    assert not [place for place, text in scripts().items() if web_rtc.search(text)]
    locked = {one["name"] for one in tomllib.loads((ROOT / "uv.lock").read_text())["package"]}
    assert not locked & {"aiortc", "aioice", "janus", "livekit", "livekit-api", "pylibsrtp"}


def test_types_are_checked_strictly() -> None:
    checked = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["mypy"]
    assert checked["strict"] is True
    assert "src" in checked["files"]
    but_for = re.compile(
        r'^# mypy: (?!disable-error-code="(type-arg|django-manager-missing)"$)', re.MULTILINE
    )
    loose = [place for place, text in files() if but_for.search(text)]
    assert not loose


def test_what_is_written_to_the_log_goes_one_way() -> None:
    """Only the settings say where a log goes: no file, mail or other machine is named anywhere else."""
    ways = (
        "FileHandler",
        "SysLogHandler",
        "SMTPHandler",
        "HTTPHandler",
        "SocketHandler",
        "AdminEmailHandler",
    )
    assert not {place for place, name, _ in calls() if name.endswith(ways)}
