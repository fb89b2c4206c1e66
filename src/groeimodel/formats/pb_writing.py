"""A round as a `.pb` file of Pabulib, so that everybody can recompute it. What stands where: docs/rules/choosing.md.

The file is valid for the checker of the field (`pabulib-checker`), as far as the round itself is: that checker takes no
proposals that cost nothing or more than the whole budget.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from io import StringIO
from math import gcd, lcm

from groeimodel.formats.pb_file import PARTS, WEIGHT
from groeimodel.formats.pb_settings import comment_of, exact
from groeimodel.rules.choosing import Ballot, Election, Settings

MOST_CLONES = 200
"""Voters of equal weight in one file, at most; beyond that, weights stand in a column."""
IDENTIFIER = re.compile(r"[^\s,;\"#=]+")


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a file says of a round beside its election."""

    title: str
    unit: str
    """Who chose: the partnership."""
    instance: str
    """Which round: a year, or a number."""
    begins: date
    ends: date
    names: Mapping[str, str] = field(default_factory=dict)
    """Of projects, by id."""
    categories: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Themes or kinds of projects, by id."""
    country: str = "Belgium"
    language: str = "nl"
    currency: str = "EUR"


@dataclass(frozen=True, slots=True)
class Voter:
    name: str
    weight: Fraction
    points: dict[int, int]


@dataclass(frozen=True, slots=True)
class Form:
    """How ballots are written."""

    voters: list[Voter]
    unit: Fraction
    """What one voter of the file weighs; in a column, what one stands for."""
    cloned: bool
    approval: bool


def write_pb(
    election: Election, settings: Settings, sheet: Sheet, *, selected: Collection[str] | None = None
) -> str:
    """The text of the file; with the ids of what was chosen, when that is known. The order of projects is the lot.

    Raises:
        ValueError: ids that cannot stand in a file, or amounts without an end.
    """
    _check(election)
    form = _form(election)
    out = StringIO()
    table = csv.writer(out, delimiter=";", lineterminator="\n")
    table.writerow([PARTS[0]])
    table.writerow(["key", "value"])
    table.writerows(_meta(election, settings, sheet, form))
    table.writerow([PARTS[1]])
    table.writerows(_projects(election, sheet, form, selected))
    table.writerow([PARTS[2]])
    table.writerows(_votes(election, form))
    return out.getvalue()


def _check(election: Election) -> None:
    ids = [project.id for project in election.projects]
    if len(set(ids)) < len(ids):
        raise ValueError("two projects have one id")
    for one in ids:
        if not IDENTIFIER.fullmatch(one) or one.upper() in PARTS:
            raise ValueError(f"a project cannot be called '{one}' in this format")
    for amount in (election.budget, *(project.cost for project in election.projects)):
        if "/" in exact(amount):
            raise ValueError(f"{amount} has no end in decimals")


def _form(election: Election) -> Form:
    voters = [voter for row, ballot in enumerate(election.ballots) for voter in _voters(row, ballot)]
    unit, cloned = _unit([voter.weight for voter in voters])
    if cloned:
        voters = [clone for voter in voters for clone in _clones(voter, unit)]
    approval = all(voter.points and set(voter.points.values()) == {1} for voter in voters)
    return Form(voters, unit, cloned, approval)


def _voters(row: int, ballot: Ballot) -> list[Voter]:
    """Of a ballot of several voters each has an equal part of the weight."""
    names = ballot.voters or (f"voter {row + 1}",)
    return [Voter(_line(name), ballot.weight / len(names), ballot.points) for name in names]


def _unit(weights: Sequence[Fraction]) -> tuple[Fraction, bool]:
    """What one voter of the file weighs, and whether each is as many voters as it weighs."""
    if not weights:
        return Fraction(1), True
    scale = lcm(*(weight.denominator for weight in weights))
    unit = Fraction(gcd(*(int(weight * scale) for weight in weights)), scale)
    if sum(weights) / unit <= MOST_CLONES:
        return unit, True
    plain = not any("/" in exact(weight) for weight in weights)
    return (Fraction(1) if plain else unit), False


def _clones(voter: Voter, unit: Fraction) -> list[Voter]:
    count = int(voter.weight / unit)
    if count == 1:
        return [voter]
    return [Voter(f"{voter.name} ({place})", unit, voter.points) for place in range(1, count + 1)]


def _meta(election: Election, settings: Settings, sheet: Sheet, form: Form) -> list[tuple[str, str]]:
    costs = sum((project.cost for project in election.projects), Fraction(0))
    most = max((max(b.points.values(), default=0) for b in election.ballots), default=0)
    scoring = [("min_points", "0"), ("max_points", str(max(5, most))), ("default_score", "0")]
    return [
        ("description", _line(sheet.title)),
        ("country", _line(sheet.country)),
        ("unit", _line(sheet.unit)),
        ("instance", _line(sheet.instance)),
        ("num_projects", str(len(election.projects))),
        ("num_votes", str(len(form.voters))),
        ("budget", exact(election.budget)),
        ("vote_type", "approval" if form.approval else "scoring"),
        ("rule", _rule(election, settings, form)),
        ("date_begin", sheet.begins.strftime("%d.%m.%Y")),
        ("date_end", sheet.ends.strftime("%d.%m.%Y")),
        *([] if form.approval else scoring),
        ("language", sheet.language),
        ("currency", sheet.currency),
        *([("fully_funded", "1")] if costs <= election.budget else []),
        ("comment", comment_of(election, settings, form.unit)),
    ]


def _rule(election: Election, settings: Settings, form: Form) -> str:
    """The word of the format where it says exactly what we did, else `unknown`: the comment says it all."""
    support = [
        (project.cost, sum(ballot.weight for ballot in election.ballots if p in ballot.points))
        for p, project in enumerate(election.projects)
    ]
    no_lot = len(set(support)) == len(support) and settings.ties == "cost"
    whole = all(amount.denominator == 1 for amount in (election.budget, *(cost for cost, _by in support)))
    plain = form.approval and form.cloned and no_lot and whole and not election.caps
    if plain and (settings.rule, settings.satisfaction, settings.completion) == (
        "equal-shares",
        "cost",
        "none",
    ):
        return "equalshares"
    return "unknown"


def _projects(
    election: Election, sheet: Sheet, form: Form, selected: Collection[str] | None
) -> list[list[str]]:
    grouped = [project.id for project in election.projects if sheet.categories.get(project.id)]
    header = ["project_id", "cost", "votes" if form.approval else "score", "name"]
    header += ["category"] * bool(grouped) + ["selected"] * (selected is not None)
    rows = [header]
    for p, project in enumerate(election.projects):
        row = [project.id, exact(project.cost), str(sum(voter.points.get(p, 0) for voter in form.voters))]
        row.append(_line(sheet.names.get(project.id, "")) or project.id)
        if grouped:
            row.append(",".join(_item(one) for one in sheet.categories.get(project.id, ()) if _item(one)))
        if selected is not None:
            row.append("1" if project.id in selected else "0")
        rows.append(row)
    return rows


def _votes(election: Election, form: Form) -> list[list[str]]:
    """Most points first. Who supports nothing has a first project without points: the format takes no empty vote."""
    header = ["voter_id", "vote", *([] if form.approval else ["points"]), *([] if form.cloned else [WEIGHT])]
    rows, names = [header], set[str]()
    for voter in form.voters:
        given = sorted(voter.points.items(), key=lambda one: (-one[1], one[0]))
        given = given or [(0, 0)] * bool(election.projects)
        row = [_once(voter.name, names), ",".join(election.projects[p].id for p, _points in given)]
        if not form.approval:
            row.append(",".join(str(points) for _p, points in given))
        if not form.cloned:
            row.append(exact(voter.weight / form.unit))
        rows.append(row)
    return rows


def _once(name: str, names: set[str]) -> str:
    """A name that no other row has."""
    found, place = name, 1
    while found in names or found.upper() in PARTS or not found:
        place += 1
        found = f"{name} - {place}".strip(" -")
    names.add(found)
    return found


def _line(text: str) -> str:
    """One line without signs that steer."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def _item(text: str) -> str:
    """Of a list that commas part."""
    return " ".join(_line(text).replace(",", " ").split())
