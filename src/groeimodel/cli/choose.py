"""`groeimodel choose FILE.pb`: choose what fits the budget, so that everybody can recompute a round."""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from fractions import Fraction
from pathlib import Path

from groeimodel.cli.files import print_json, reason
from groeimodel.formats.pb_file import BadElection, PbFile, read_pb
from groeimodel.rules.choosing import COMPLETIONS, RULES, SATISFACTIONS, TIES, Outcome, Settings, choose


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="BESTAND", help="verkiezing in .pb; - leest van de standaardinvoer")
    parser.add_argument(
        "--rule", choices=RULES, help="de kiesregel (standaard wat het bestand zegt, anders equal-shares)"
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
        choices=TIES,
        help="bij gelijke stand: het goedkoopste, of op id (standaard cost)",
    )
    parser.add_argument(
        "--json", action="store_true", help="als JSON, met exacte getallen en wie wat betaalt"
    )


def run(options: argparse.Namespace) -> int:
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
    settings = settings_of(file, options)
    if problem := misused(settings.rule, options):
        print(f"groeimodel choose: {problem}\nUitleg: groeimodel choose --help", file=sys.stderr)
        return 2
    outcome = choose(file.election, settings)
    if options.json:
        print_json(as_json(outcome))
    else:
        print(as_text(outcome, file))
    return 0


def misused(rule: str, options: argparse.Namespace) -> str:
    """Options that the rule would not look at: whoever gives them expects something."""
    if options.completion and rule != "equal-shares":
        return f"--completion hoort bij --rule equal-shares, niet bij {rule}."
    if options.satisfaction and rule in {"phragmen", "consent"}:
        return f"--satisfaction heeft bij --rule {rule} geen betekenis."
    return ""


def settings_of(file: PbFile, options: argparse.Namespace) -> Settings:
    """What the file says of how was chosen, and what is asked here before it.

    Who asks for another rule or completion than the round had, only wants to see what it would have given: what no longer
    goes with it falls away.
    """
    said = file.settings or Settings()
    rule = options.rule or said.rule
    satisfaction = options.satisfaction or said.satisfaction
    completion = options.completion or said.completion
    return Settings(
        rule=rule,
        satisfaction=satisfaction if rule in {"equal-shares", "greedy"} else "cost",
        completion=completion if rule == "equal-shares" else "none",
        ties=options.ties or said.ties,
        step=said.step,
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
            {"id": projects[project].id, "missing": str(missing), **held(outcome, project)}
            for project, missing in outcome.missing().items()
        ],
        "ties": [{"taken": one.taken, "before": list(one.before)} for one in outcome.ties],
        "exhausted": outcome.exhausted,
    }


def held(outcome: Outcome, project: int) -> dict[str, list[str]]:
    """The caps that a project would go over, where there are any."""
    caps = [cap.name for cap in outcome.over(project)]
    return {"caps": caps} if caps else {}


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
        for one, part in missing.items():
            caps = ", ".join(cap.name for cap in outcome.over(one))
            lines.append(
                f"  {name(one)}: {money(part)}" + (f" (boven het plafond van {caps})" if caps else "")
            )
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
