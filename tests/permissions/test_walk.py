"""Every address of the site, with every method, with every role and a stranger, against the one table of rights.

What somebody may is worked out from the roles as they stand written in `world.py`, so that a mistake in how roles are
looked up is found as well as one in a page.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import get_commands
from django.db import transaction
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from groeimodel.cli import COMMANDS as CLI
from groeimodel.rules.rights import RIGHTS, may
from groeimodel.rules.rights.commands import COMMANDS
from groeimodel.rules.rights.page import page
from tests.permissions.addresses import kwargs_of
from tests.permissions.conftest import Knock
from tests.permissions.world import Somebody, Subject, World

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "groeimodel"
DOOR = "/aanmelden/"
METHODS = ("get", "post")
WALKED: dict[str, int] = {}
"""Cases by address, filled while the walk goes on."""
ADMINISTRATION = "admin"
"""Django's own pages have Django's own rights; `tests/administration` is about them."""


def addresses(patterns: list[Any], room: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every address with its full name."""
    for one in patterns:
        if isinstance(one, URLResolver):
            if one.namespace != ADMINISTRATION:
                yield from addresses(one.url_patterns, f"{room}{one.namespace}:" if one.namespace else room)
        else:
            yield f"{room}{one.name}", one


ADDRESSES = dict(addresses(get_resolver().url_patterns))


def allowed(view: Callable[..., Any], method: str, somebody: Somebody, world: World) -> bool:
    """What the table says of this page for this person."""
    own = world.subjects["own"]
    if hasattr(view, "open_to_all"):
        return True
    if hasattr(view, "own_right"):  # about the person who asks
        pk = somebody.person.pk if somebody.person else 0
        return may(view.own_right, somebody.standing(Subject(people=frozenset({pk}))))
    right, each = view.rights[method]  # type: ignore[attr-defined]
    return may(right, somebody.standing(Subject())) and (not each or may(each, somebody.standing(own)))


def got_in(answer: Any) -> bool:
    """Not refused, and not sent to the door."""
    away = answer.status_code in (301, 302) and answer["Location"].startswith(DOOR)
    return answer.status_code != 403 and not away


@pytest.mark.parametrize("name", sorted(ADDRESSES))
def test_every_view_says_its_right(name: str) -> None:
    view: Any = ADDRESSES[name].callback
    pairs: dict[str, tuple[str, str]] = getattr(view, "rights", {})
    asked = {right for pair in pairs.values() for right in pair if right}
    asked |= {view.own_right} if hasattr(view, "own_right") else set()
    assert asked or hasattr(view, "open_to_all"), "say a right, or why it is open"
    assert asked <= set(RIGHTS)


@pytest.mark.parametrize("name", sorted(ADDRESSES))
def test_every_address_with_every_role(name: str, world: World, knock: Knock) -> None:
    pattern = ADDRESSES[name]
    path = reverse(name, kwargs=kwargs_of(name, set(pattern.pattern.converters), world))
    wrong, cases = [], 0
    for somebody in world.everybody:
        client = knock(somebody)
        for method in METHODS:
            with transaction.atomic():
                answer = client.generic(method.upper(), path)
                transaction.set_rollback(True)
            if answer.status_code == 405:
                continue
            cases += 1
            expected = allowed(pattern.callback, method, somebody, world)
            leaves = name in LEAVES
            if answer.status_code >= 500 or (got_in(answer) != expected and not leaves):
                wrong.append(
                    f"{somebody.name} {method} {path}: {answer.status_code}, expected {'in' if expected else 'refused'}"
                )
    WALKED[name] = cases
    assert cases > 0
    assert not wrong, "\n".join(wrong)


LEAVES = {
    "signin:again": "leads to the door on purpose",
    "signin:start_over": "leads to the door on purpose",
    "signin:become": "refused outside the demonstration",
    "account_confirm_login_code": "leads to the door while no code was asked",
    "mfa_login_webauthn": "leads to the door without a script",
}
"""Open pages whose answer looks like a refusal; their own tests say what they do."""


def test_the_walk_is_long() -> None:
    """How many cases of role, address and method were walked; shown with `pytest -rP`."""
    if len(WALKED) < len(ADDRESSES):
        pytest.skip("only a part of the addresses was walked in this run")
    print(
        f"{sum(WALKED.values())} cases: {len(WALKED)} addresses, 10 roles, get and post where the page takes them"
    )
    assert sum(WALKED.values()) > 1400


def test_every_command_is_in_the_table() -> None:
    own = {name for name, app in get_commands().items() if app.startswith("groeimodel.")}
    assert set(COMMANDS) == set(CLI) | {f"manage {name}" for name in own}


def test_the_page_is_made_from_the_table() -> None:
    assert (ROOT / "docs" / "rights.md").read_text() == page(), (
        "run: python -m groeimodel.rules.rights.page > docs/rights.md"
    )


NO_RIGHT_ASKED = {
    "foundation/journal/services.py record": "writes what another service did, which asked for the right",
    "foundation/mail/services/posting.py write": "writes what another service tells, which asked for the right",
    "foundation/mail/services/posting.py post": "posts what another service tells, which asked for the right",
    "foundation/members/services.py accept": "whoever has the link of the mail; the link is the right",
    "foundation/mandates/services.py warn": "called by the nightly job only",
    "foundation/mandates/services.py close_of_who_left": "follows a change for which the right was asked",
}
"""Writes that ask for no right, with the reason."""


def writes() -> Iterator[tuple[str, ast.FunctionDef]]:
    """Every public function of a service that writes."""
    for path in sorted(SOURCE.rglob("services.py")) + sorted(SOURCE.rglob("services/*.py")):
        if "tests" in path.parts:
            continue
        for node in ast.parse(path.read_text()).body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                takes = {argument.arg for argument in node.args.kwonlyargs}
                if takes & {"actor", "by"}:
                    yield f"{path.relative_to(SOURCE)} {node.name}", node


def asks(node: ast.FunctionDef) -> bool:
    calls = {
        call.func.id
        for call in ast.walk(node)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name)
    }
    return bool(calls & {"require", "_require", "give", "_own_row", "_place", "_whose"})


@pytest.mark.parametrize(
    ("name", "node"), list(writes()), ids=lambda one: one if isinstance(one, str) else ""
)
def test_every_service_asks_for_a_right(name: str, node: ast.FunctionDef) -> None:
    assert asks(node) or name in NO_RIGHT_ASKED
