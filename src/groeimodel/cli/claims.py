"""`groeimodel claims`: what the growth model asks, and which tests prove that it works here."""

from __future__ import annotations

import argparse
import ast
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[3]
STATES = ("done", "open")


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--check",
        action="store_true",
        help="faal wanneer een claim die klaar heet door geen test bewezen wordt",
    )


def run(options: argparse.Namespace) -> int:
    path = CHECKOUT / "docs" / "claims.toml"
    if not path.exists():
        print(
            "claims: dit werkt alleen in een kloon van het project (docs/claims.toml ontbreekt).",
            file=sys.stderr,
        )
        return 2
    claims = tomllib.loads(path.read_text(encoding="utf-8"))
    proofs = collect(CHECKOUT)
    problems = find_problems(claims, proofs)
    if not options.check:
        print_list(claims, proofs)
    for problem in problems:
        print(problem, file=sys.stderr)
    done = sum(claim["status"] == "done" for claim in claims.values())
    print(f"{len(claims)} claims: {done} klaar, {len(claims) - done} open, {len(problems)} problemen")
    return 1 if options.check and problems else 0


def print_list(claims: Mapping[str, Mapping[str, str]], proofs: Mapping[str, list[str]]) -> None:
    for key, claim in claims.items():
        print(f"{key:4} {claim['status']:5} {claim['says']}")
        for test in proofs.get(key, []):
            print(f"           {test}")


def find_problems(claims: Mapping[str, Mapping[str, str]], proofs: Mapping[str, list[str]]) -> list[str]:
    """Every reason why the claims file and the tests do not agree."""
    problems = [
        f"{key}: status is '{claim.get('status')}', dat moet 'done' of 'open' zijn"
        for key, claim in claims.items()
        if claim.get("status") not in STATES
    ]
    problems += [
        f"{key}: heet klaar, maar geen enkele test draagt dit nummer"
        for key, claim in claims.items()
        if claim.get("status") == "done" and not proofs.get(key)
    ]
    problems += [
        f"{key}: onbekende claim in {tests[0]}" for key, tests in proofs.items() if key not in claims
    ]
    return problems


def collect(root: Path) -> dict[str, list[str]]:
    """Tests by the claim ids they carry, found by reading the test files (nothing is run)."""
    proofs: dict[str, list[str]] = defaultdict(list)
    for folder in (root / "src", root / "tests"):
        for path in sorted(folder.rglob("test_*.py")):
            for key, test in claims_of(path.read_text(encoding="utf-8")):
                proofs[key].append(f"{path.relative_to(root)}::{test}")
    return dict(proofs)


def claims_of(source: str) -> Iterator[tuple[str, str]]:
    """Pairs of claim id and test name in one test module, marks on classes included."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.FunctionDef | ast.ClassDef):
            continue
        for decorator in node.decorator_list:
            if isinstance(decorator, ast.Call) and ast.unparse(decorator.func) == "pytest.mark.claim":
                for argument in decorator.args:
                    if isinstance(argument, ast.Constant):
                        yield str(argument.value), node.name
