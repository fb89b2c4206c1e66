"""Times of the field's reference library, pabutools, in an environment of its own.

It is GPL-3 and brings a proprietary solver, so it is no dependency: `environment` puts it in a folder of the user's cache,
and this very file is run there by its Python, once for each election: ``python choosing_peer.py FILE LIMIT RULE ...``. It
writes a line of JSON for each answer. Nothing of the project is imported there, and nothing of the library here.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

VERSION = "1.2.3"
LONGEST = 240
"""Seconds for one answer on the largest elections."""
USUAL = 60


def environment(*, install: bool) -> tuple[Path | None, str]:
    """Its Python, or why there is none. GROEIMODEL_PEER names another; with `install` it is made where it is missing."""
    if named := os.environ.get("GROEIMODEL_PEER"):
        return (Path(named), "") if works(Path(named)) else (None, f"{named} has no pabutools {VERSION}")
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = cache / "groeimodel" / f"pabutools-{VERSION}"
    python = folder / "bin" / "python"
    if works(python):
        return python, ""
    if not install:
        return None, f"pabutools is not in {folder}; `python -m bench.choosing` puts it there"
    print(f"Bringing pabutools {VERSION} into {folder} ...", file=sys.stderr, flush=True)
    steps = (
        [sys.executable, "-m", "venv", str(folder)],
        [str(python), "-m", "pip", "install", "--quiet", f"pabutools=={VERSION}"],
    )
    for step in steps:
        done = subprocess.run(step, capture_output=True, text=True, check=False)
        if done.returncode:
            last = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
            return None, f"pabutools cannot be installed ({last})"
    return (python, "") if works(python) else (None, "pabutools was installed but does not run")


def works(python: Path) -> bool:
    question = f"from importlib.metadata import version; assert version('pabutools') == '{VERSION}'"
    try:
        return subprocess.run([python, "-c", question], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def answers(python: Path, file: Path, rules: list[str], limit: int) -> dict[str, dict[str, Any]]:
    """By rule: `s` seconds and `order`, or `timeout_s`; and `parse` with its seconds. One after the other."""
    command = [str(python), str(Path(__file__).resolve()), str(file), str(limit), *rules]
    found: dict[str, dict[str, Any]] = {}
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=(limit + 30) * (len(rules) + 1), check=False
        )
        lines = done.stdout.splitlines()
    except subprocess.TimeoutExpired as error:
        lines = (error.stdout or b"").decode().splitlines()
    for line in lines:
        one = json.loads(line)
        found[one.pop("rule")] = one
    return found


class Late(Exception):
    """The time is up."""


def timed(limit: int, ask: Callable[[], Any]) -> tuple[Any, float]:
    def up(_signal: int, _frame: object) -> None:
        raise Late

    signal.signal(signal.SIGALRM, up)
    signal.alarm(limit)
    start = time.perf_counter()
    try:
        return ask(), time.perf_counter() - start
    finally:
        signal.alarm(0)


def main() -> None:
    """In the library's own environment."""
    from pabutools import election as words
    from pabutools import rules as rules_
    from pabutools.tiebreaking import lexico_tie_breaking

    file, limit, *asked = sys.argv[1:]
    (instance, profile), seconds = timed(10**4, lambda: words.parse_pabulib(file))
    print(json.dumps({"rule": "parse", "s": seconds}), flush=True)
    support = words.ApprovalProfile([words.ApprovalBallot(ballot) for ballot in profile], instance=instance)
    kinds = {
        "cost": (support, words.Cost_Sat),
        "card": (support, words.Cardinality_Sat),
        "cardinal": (profile, words.Additive_Cardinal_Sat),
        "borda": (profile, words.Additive_Borda_Sat),
    }

    def ask(name: str) -> Any:
        if name == "phragmen":
            return rules_.sequential_phragmen(instance, support, tie_breaking=lexico_tie_breaking)
        rule, kind, *how = name.split("_")
        ballots, satisfaction = kinds[kind]
        given = {"sat_class": satisfaction, "tie_breaking": lexico_tie_breaking}
        if rule == "greedy":
            return rules_.greedy_utilitarian_welfare(instance, ballots, **given)
        if how == ["u"]:
            both = [rules_.method_of_equal_shares, rules_.greedy_utilitarian_welfare]
            return rules_.completion_by_rule_combination(instance, ballots, both, [given, given])
        more = {"voter_budget_increment": 1} if how == ["add1"] else {}
        return rules_.method_of_equal_shares(instance, ballots, **given, **more)

    for name in asked:
        try:
            chosen, seconds = timed(int(limit), lambda name=name: ask(name))  # type: ignore[misc]
            answer = {"s": seconds, "winners": [str(one) for one in chosen]}
        except Late:
            answer = {"timeout_s": int(limit)}
        print(json.dumps({"rule": name, **answer}), flush=True)


if __name__ == "__main__":
    main()
