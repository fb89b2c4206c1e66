"""`groeimodel choose FILE.pb`: choose what fits the budget, so that everybody can recompute a round."""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from fractions import Fraction
from pathlib import Path

from groeimodel.cli.files import print_json, reason
from groeimodel.formats.pb_file import BadElection, PbFile, read_pb
from groeimodel.rules.choosing import (
    COMPLETIONS,
    SATISFACTIONS,
    Election,
    Outcome,
    consent,
    equal_shares,
    greedy,
    phragmen,
)

RULES = ("equal-shares", "greedy", "phragmen", "consent")


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="BESTAND", help="verkiezing in .pb; - leest van de standaardinvoer")
    parser.add_argument(
        "--rule", choices=RULES, default=RULES[0], help="de kiesregel (standaard equal-shares)"
    )
    parser.add_argument(
        "--satisfaction",
        choices=SATISFACTIONS,
        help="wat een gekozen voorstel waard is voor wie het steunt: wat het kost, één, of de punten (standaard cost)",
    )
    parser.add_argument(
        "--completion",
        choices=COMPLETIONS,
        help="alleen bij equal-shares: wat er met het overschot gebeurt (standaard none)",
    )
    parser.add_argument(
        "--ties",
        choices=("cost", "id"),
        default="cost",
        help="bij gelijke stand: het goedkoopste, of op id (standaard cost)",
    )
    parser.add_argument(
        "--json", action="store_true", help="als JSON, met exacte getallen en wie wat betaalt"
    )


def run(options: argparse.Namespace) -> int:
    problem = misused(options)
    if problem:
        print(f"groeimodel choose: {problem}\nUitleg: groeimodel choose --help", file=sys.stderr)
        return 2
    try:
        data = sys.stdin.buffer.read() if options.file == "-" else Path(options.file).read_bytes()
        file = read_pb(data.decode("utf-8-sig"))
    except BadElection as error:
        print(f"{options.file} kan niet gelezen worden:\n{error}", file=sys.stderr)
        return 2
    except UnicodeDecodeError:
        print(f"{options.file}: dit is geen tekstbestand in UTF-8.", file=sys.stderr)
        return 2
    except OSError as error:
        print(reason(error, options.file), file=sys.stderr)
        return 2
    outcome = outcome_of(file.election, options)
    if options.json:
        print_json(as_json(outcome))
    else:
        print(as_text(outcome, file))
    return 0


def misused(options: argparse.Namespace) -> str:
    """Options that the rule would not look at: whoever gives them expects something."""
    if options.completion and options.rule != "equal-shares":
        return "--completion hoort bij --rule equal-shares."
    if options.satisfaction and options.rule in {"phragmen", "consent"}:
        return f"--satisfaction heeft bij --rule {options.rule} geen betekenis."
    return ""


def outcome_of(election: Election, options: argparse.Namespace) -> Outcome:
    satisfaction = options.satisfaction or "cost"
    if options.rule == "greedy":
        return greedy(election, satisfaction=satisfaction, ties=options.ties)
    if options.rule == "phragmen":
        return phragmen(election, ties=options.ties)
    if options.rule == "consent":
        return consent(election, ties=options.ties)
    return equal_shares(
        election, satisfaction=satisfaction, completion=options.completion or "none", ties=options.ties
    )


def as_json(outcome: Outcome) -> dict[str, object]:
    """Exact numbers stand in strings: '12', or '20/3'. Of equal ballots each voter pays the same for its weight."""
    projects = outcome.election.projects
    paid: dict[str, dict[str, Fraction]] = defaultdict(lambda: defaultdict(Fraction))
    for row, project, part in outcome.payments():
        voters = outcome.election.ballots[row].voters
        for voter in voters:
            paid[voter][projects[project].id] += part / len(voters)
    return {
        "rule": outcome.rule,
        "budget": str(outcome.election.budget),
        "selected": list(outcome.ids),
        "cost": str(outcome.cost),
        "payments": {voter: {one: str(part) for one, part in parts.items()} for voter, parts in paid.items()},
        "not_selected": [
            {"id": projects[project].id, "missing": str(missing)}
            for project, missing in outcome.missing().items()
        ],
        "ties": [{"taken": one.taken, "before": list(one.before)} for one in outcome.ties],
        "exhausted": outcome.exhausted,
    }


def as_text(outcome: Outcome, file: PbFile) -> str:
    projects = outcome.election.projects

    def name(number: int) -> str:
        key = projects[number].id
        return f"{key} {file.names[key]}" if key in file.names else key

    lines = [f"Gekozen: {len(outcome.selected)} van {len(projects)}"]
    lines += [
        f"  {place}. {name(one)}: {money(projects[one].cost)}"
        for place, one in enumerate(outcome.selected, 1)
    ]
    lines.append(f"Kost samen {money(outcome.cost)} van {money(outcome.election.budget)}.")
    missing = outcome.missing()
    if missing:
        lines.append("Niet gekozen, en wat ontbrak:")
        lines += [f"  {name(one)}: {money(part)}" for one, part in missing.items()]
    if outcome.ties:
        lines.append("Bij gelijke stand:")
        lines += [f"  {one.taken} ging voor op {', '.join(one.before)}" for one in outcome.ties]
    if outcome.exhausted:
        lines.append("Niets dat steun heeft, past nog in wat over is.")
    return "\n".join(lines)


def money(amount: Fraction) -> str:
    """Two digits where it is no whole number; '--json' has it exactly."""
    if amount.denominator == 1:
        return str(amount)
    return f"{float(amount):.2f}".replace(".", ",")
