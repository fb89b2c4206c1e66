"""The rules of choosing on public elections, beside what the field's reference library answered on them.

Run: ``python -m bench.choosing [FOLDER]``. The folder holds elections as .pb and expected.json: for each election the
recorded answers (winners, in order of selection where the library gives it) and the library's seconds. It is not part
of the project, for the data state no licence; without FOLDER it is looked for where GROEIMODEL_PABULIB says, and in
../shared/data/pabulib beside the checkout. Where a city itself chose with equal shares, the file marks what it chose.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from groeimodel.formats.pb_file import read_pb
from groeimodel.rules.choosing import Election, Outcome, equal_shares, greedy, phragmen

ABSENT = "No elections here: name the folder, or set GROEIMODEL_PABULIB."
CHECKOUT = Path(__file__).resolve().parents[1]

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
    rule: str
    equal: bool | None
    """None where the library was stopped before it had an answer."""
    seconds: float
    recorded: float | None
    """Seconds of the library, on another run."""


def folder() -> Path | None:
    """Where the elections are, if they are here."""
    named = os.environ.get("GROEIMODEL_PABULIB")
    place = Path(named) if named else CHECKOUT.parent / "shared" / "data" / "pabulib"
    return place if (place / "expected.json").is_file() else None


def compare(place: Path) -> list[Comparison]:
    """Every recorded answer, and the outcome of every city that itself chose with equal shares."""
    known = json.loads((place / "expected.json").read_text(encoding="utf-8"))["instances"]
    found: list[Comparison] = []
    for name, answers in known.items():
        start = time.perf_counter()
        file = read_pb((place / f"{name}.pb").read_text(encoding="utf-8"))
        found.append(Comparison(name, "read", None, time.perf_counter() - start, answers.get("parse_s")))
        for rule, choose in RULES.items():
            answer = answers["rules"].get(rule)
            if answer is not None:
                found.append(_one(name, rule, choose, file.election, answer))
        if file.meta["rule"] == "equalshares/add1":
            start = time.perf_counter()
            outcome = equal_shares(file.election, completion="add1")
            seconds = time.perf_counter() - start
            found.append(Comparison(name, "official", set(outcome.ids) == file.marked, seconds, None))
    return found


def _one(name: str, rule: str, choose: Rule, election: Election, answer: dict[str, object]) -> Comparison:
    start = time.perf_counter()
    outcome = choose(election)
    seconds = time.perf_counter() - start
    equal: bool | None = None
    if "order" in answer:
        equal = list(outcome.ids) == answer["order"]
    elif "winners" in answer:
        equal = sorted(outcome.ids) == sorted(answer["winners"])  # type: ignore[call-overload]
    recorded = answer.get("s")
    return Comparison(name, rule, equal, seconds, recorded if isinstance(recorded, float) else None)


def table(comparisons: list[Comparison]) -> str:
    """All comparisons as Markdown."""
    shown = {True: "yes", False: "NO", None: "-"}
    lines = [
        "| election | rule | equal | seconds | recorded seconds of the library |",
        "|---|---|---|---:|---:|",
    ]
    for one in comparisons:
        recorded = "-" if one.recorded is None else f"{one.recorded:.3f}"
        lines.append(f"| {one.election} | {one.rule} | {shown[one.equal]} | {one.seconds:.3f} | {recorded} |")
    return "\n".join(lines)


def summary(comparisons: list[Comparison]) -> str:
    asked = [one for one in comparisons if one.equal is not None]
    plain = {one.election: 0.0 for one in comparisons}
    for one in comparisons:
        if one.rule == "read" or not one.rule.endswith(("add1", "official")):
            plain[one.election] = max(plain[one.election], one.seconds + _read(comparisons, one))
    raised = max((one.seconds for one in comparisons if one.rule.endswith("add1")), default=0.0)
    return (
        f"{sum(one.equal is True for one in asked)} of {len(asked)} recorded answers equal; "
        f"slowest reading with one rule {max(plain.values()):.2f} s, slowest add1 {raised:.2f} s."
    )


def _read(comparisons: list[Comparison], one: Comparison) -> float:
    if one.rule == "read":
        return 0.0
    return next(
        other.seconds for other in comparisons if (other.election, other.rule) == (one.election, "read")
    )


def run() -> tuple[dict[str, object], str]:
    """Figures and Markdown table, for `make bench`."""
    place = folder()
    if place is None:
        return {"compared": False}, ABSENT
    comparisons = compare(place)
    equal = all(one.equal is not False for one in comparisons)
    seconds = {f"{one.election} {one.rule}": round(one.seconds, 4) for one in comparisons}
    figures: dict[str, object] = {"compared": True, "equal": equal, "seconds": seconds}
    return figures, f"{summary(comparisons)}\n\n{table(comparisons)}"


def main() -> int:
    """Print the table; 1 when an answer differs, 0 also when there are no elections to compare with."""
    place = Path(sys.argv[1]) if len(sys.argv) > 1 else folder()
    if place is None or not (place / "expected.json").is_file():
        print(ABSENT)
        return 0
    comparisons = compare(place)
    print(table(comparisons))
    print(summary(comparisons))
    return 0 if all(one.equal is not False for one in comparisons) else 1


if __name__ == "__main__":
    sys.exit(main())
