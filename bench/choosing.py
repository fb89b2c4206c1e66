"""The rules of choosing on public elections, beside the field's reference library in the same run.

Run: ``python -m bench.choosing [FOLDER] [--recorded] [--only NAME]``. The folder holds elections as .pb and expected.json:
for each election the recorded answers of the library (winners, in order of selection where it gives that). It is not part
of the project, for the data state no licence; without FOLDER it is looked for where GROEIMODEL_PABULIB says, and in
../shared/data/pabulib beside the checkout. Where a city itself chose with equal shares, the file marks what it chose.

The library runs beside it from an environment of its own (`choosing_peer`), one answer after the other, each stopped at its
limit; it takes half an hour. With --recorded, and in `make bench` unless GROEIMODEL_PEER names the Python of such an
environment, its recorded seconds stand in the table instead. At the end: many voters, made here (`choosing_many`).
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from bench import choosing_many, choosing_peer
from groeimodel.formats.pb_file import PbFile, read_pb
from groeimodel.rules.choosing import Election, Outcome, equal_shares, greedy, phragmen

ABSENT = "No elections here: name the folder, or set GROEIMODEL_PABULIB."
CHECKOUT = Path(__file__).resolve().parents[1]
LARGE = 50_000
"""Voters from which on the library gets more time."""

Rule = Callable[[Election], Outcome]


def _shares(satisfaction: str, completion: str) -> Rule:
    return partial(equal_shares, satisfaction=satisfaction, completion=completion, ties="id")


RULES: dict[str, Rule] = {
    "greedy_cost": partial(greedy, ties="id"),
    "greedy_card": partial(greedy, satisfaction="cardinality", ties="id"),
    "greedy_cardinal": partial(greedy, satisfaction="additive", ties="id"),
    "greedy_borda": partial(greedy, satisfaction="additive", ties="id"),
    "phragmen": partial(phragmen, ties="id"),
    **{
        f"mes_{name}{suffix}": _shares(satisfaction, completion)
        for name, satisfaction in {
            "cost": "cost",
            "card": "cardinality",
            "cardinal": "additive",
            "borda": "additive",
        }.items()
        for suffix, completion in {"": "none", "_u": "greedy", "_add1": "add1-exhaustive"}.items()
    },
}
"""By the name of the recorded answer."""


@dataclass(frozen=True, slots=True)
class Comparison:
    election: str
    voters: int
    projects: int
    rule: str
    equal: bool | None
    """None where there is nothing to compare with: the library was stopped before it had an answer."""
    read: float
    seconds: float
    """Of the rule alone."""
    parse: float | None
    library: float | None
    """Seconds of the library, measured in this run or else recorded."""
    stopped: int | None
    """The limit at which the library was stopped in this run."""

    @property
    def times(self) -> float | None:
        """How many times as fast as the library, from file to outcome; at least that where it was stopped."""
        other = self.library if self.stopped is None else self.stopped
        return None if other is None else ((self.parse or 0.0) + other) / (self.read + self.seconds)


def folder() -> Path | None:
    """Where the elections are, if they are here."""
    named = os.environ.get("GROEIMODEL_PABULIB")
    place = Path(named) if named else CHECKOUT.parent / "shared" / "data" / "pabulib"
    return place if (place / "expected.json").is_file() else None


def compare(place: Path, peer: Path | None, only: str = "") -> list[Comparison]:
    """Every recorded answer, and the outcome of every city that itself chose with equal shares."""
    known = json.loads((place / "expected.json").read_text(encoding="utf-8"))["instances"]
    found: list[Comparison] = []
    for name, recorded in known.items():
        if only in name:
            found += _election(place / f"{name}.pb", recorded, peer)
    return found


def _election(path: Path, recorded: dict[str, Any], peer: Path | None) -> list[Comparison]:
    gc.collect()
    start = time.perf_counter()
    file = read_pb(path.read_text(encoding="utf-8"))
    read = time.perf_counter() - start
    voters = sum(len(ballot.voters) for ballot in file.election.ballots)
    ours = {rule: _timed(RULES[rule], file.election) for rule in RULES if rule in recorded["rules"]}
    said: dict[str, dict[str, Any]] = {}
    if peer:
        limit = choosing_peer.LONGEST if voters > LARGE else choosing_peer.USUAL
        print(f"{path.stem}: the library ...", file=sys.stderr, flush=True)
        said = choosing_peer.answers(peer, path, list(ours), limit)
    parse = said.get("parse", {}).get("s") or recorded.get("parse_s")
    found = []
    for rule, (outcome, seconds) in ours.items():
        answers = [recorded["rules"][rule], *([said[rule]] if rule in said else [])]
        same = [one for one in (_same(outcome, answer) for answer in answers) if one is not None]
        last = answers[-1]
        found.append(
            Comparison(
                path.stem,
                voters,
                len(file.election.projects),
                rule,
                all(same) if same else None,
                read,
                seconds,
                parse,
                last.get("s"),
                last.get("timeout_s"),
            )
        )
    return found + _official(path, file, voters, read)


def _official(path: Path, file: PbFile, voters: int, read: float) -> list[Comparison]:
    if file.meta["rule"] != "equalshares/add1":
        return []
    outcome, seconds = _timed(partial(equal_shares, completion="add1"), file.election)
    equal, size = set(outcome.ids) == file.marked, len(file.election.projects)
    return [Comparison(path.stem, voters, size, "official", equal, read, seconds, None, None, None)]


def _timed(rule: Rule, election: Election) -> tuple[Outcome, float]:
    start = time.perf_counter()
    outcome = rule(election)
    return outcome, time.perf_counter() - start


def _same(outcome: Outcome, answer: dict[str, Any]) -> bool | None:
    if "order" in answer:
        return list(outcome.ids) == list(answer["order"])
    return sorted(outcome.ids) == sorted(answer["winners"]) if "winners" in answer else None


def table(comparisons: list[Comparison], many: list[dict[str, object]], why: str) -> str:
    """Everything as Markdown; `why` says why the library's seconds are recorded ones."""
    shown = {True: "yes", False: "NO", None: "-"}
    source = "recorded" if why else "this run"
    lines = [
        f"| election | voters x projects | rule | winners equal | ours: read + rule, s | library ({source}): parse + rule, s | times as fast |",
        "|---|---|---|---|---:|---:|---:|",
    ]
    for one in comparisons:
        library = "-" if one.library is None else f"{one.parse or 0:.2f} + {one.library:.2f}"
        library = library if one.stopped is None else f"{one.parse or 0:.2f} + more than {one.stopped}"
        times = "-" if one.times is None else f"{one.times:,.0f}" if one.times >= 10 else f"{one.times:.1f}"
        lines.append(
            f"| {one.election} | {one.voters:,} x {one.projects} | {one.rule} | {shown[one.equal]} "
            f"| {one.read:.3f} + {one.seconds:.3f} | {library} | {'> ' * (one.stopped is not None)}{times} |"
        )
    for size in many:
        lines.append(
            f"| made here, {size['named']} projects a ballot, all different | {size['ballots']:,} x {size['projects']} "
            f"| mes_cost | - | {size['read']:.3f} + {size['rule']:.3f}, {size['megabytes']} MB | - | - |"
        )
    return "\n".join(lines) + (f"\n\nThe library did not run here: {why}." if why else "")


def summary(comparisons: list[Comparison], many: list[dict[str, object]]) -> str:
    asked = [one for one in comparisons if one.equal is not None]
    plain = [one.read + one.seconds for one in comparisons if not one.rule.endswith(("add1", "official"))]
    raised = [one.seconds for one in comparisons if one.rule.endswith(("add1", "official"))]
    shares = [one for one in comparisons if one.rule == "mes_cost" and one.times is not None]
    largest = max(shares, key=lambda one: one.voters, default=None)
    said = [f"{sum(one.equal is True for one in asked)} of {len(asked)} answers equal."]
    if comparisons:
        said.append(f"Slowest file and rule {max(plain):.2f} s, slowest add1 {max(raised):.2f} s.")
    if largest is not None:
        said.append(f"Equal shares on the largest ({largest.election}): {largest.times:,.0f} times as fast.")
    said += [
        f"{one['ballots']:,} different ballots of {one['named']}: {one['read'] + one['rule']:.2f} s, {one['megabytes']} MB."  # type: ignore[operator]
        for one in many
    ]
    return " ".join(said)


def run() -> tuple[dict[str, object], str]:
    """Figures and Markdown table, for `make bench`; without the elections only the many voters."""
    many = [choosing_many.apart(choosing_many.USUAL)]
    place = folder()
    if place is None:
        return {"compared": False, "many": many}, f"{ABSENT}\n\n{table([], many, '')}"
    peer, why = None, "`python -m bench.choosing` runs it, or GROEIMODEL_PEER names its Python"
    if os.environ.get("GROEIMODEL_PEER"):
        peer, why = choosing_peer.environment(install=False)
    comparisons = compare(place, peer)
    equal = all(one.equal is not False for one in comparisons)
    seconds = {f"{one.election} {one.rule}": round(one.read + one.seconds, 4) for one in comparisons}
    figures: dict[str, object] = {"compared": True, "equal": equal, "seconds": seconds, "many": many}
    return figures, f"{summary(comparisons, many)}\n\n{table(comparisons, many, why)}"


def main() -> int:
    """Print the table; 1 when an answer differs, 0 also when there are no elections to compare with."""
    parser = argparse.ArgumentParser(prog="python -m bench.choosing")
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument(
        "--recorded", action="store_true", help="do not run the library: its recorded seconds"
    )
    parser.add_argument("--only", default="", help="elections whose name holds this")
    options = parser.parse_args()
    place = options.folder or folder()
    if place is None or not (place / "expected.json").is_file():
        print(ABSENT)
        return 0
    peer, why = None, "--recorded"
    if not options.recorded:
        peer, why = choosing_peer.environment(install=True)
    comparisons = compare(place, peer, options.only)
    many = [choosing_many.apart(size) for size in (choosing_many.USUAL, choosing_many.FULL)]
    print(table(comparisons, many, why))
    print(summary(comparisons, many))
    return 0 if all(one.equal is not False for one in comparisons) else 1


if __name__ == "__main__":
    sys.exit(main())
