"""Elections in the `.pb` format of Pabulib (pabulib.org/format): read into an election, with every problem named.

One UTF-8 text file with three parts, META, PROJECTS and VOTES: a line with the title, a line with the names of the
columns, then rows, parted by semicolons. Ours are a column `__weight` (or `weight`) in VOTES, the weight of a voter, and
comments in META that say how was chosen: docs/rules/choosing.md.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from math import lcm
from operator import itemgetter
from typing import Any

from groeimodel.formats.pb_settings import read_comment
from groeimodel.rules.choosing import Ballot, Election, Project, Settings

PARTS = ("META", "PROJECTS", "VOTES")
TYPES = ("approval", "choose-1", "ordinal", "cumulative", "scoring")
WEIGHT = "__weight"
"""The checker of the field takes no strange columns but those that begin so."""
MOST_PROBLEMS = 20
DIGITS = 30
"""Longer numbers are no money, points or weights."""


class BadElection(ValueError):
    """The file is no election; the message has a line for each problem."""


@dataclass(frozen=True, slots=True)
class PbFile:
    meta: dict[str, str]
    names: dict[str, str]
    """Of projects, by id, where the file gives one."""
    marked: frozenset[str]
    """Projects that the file itself marks as selected."""
    election: Election
    settings: Settings | None
    """How a round of ours was chosen, where the file says so."""


Rows = list[tuple[int, dict[str, str]]]
Key = tuple[str, str, str]
"""Vote, points and weight as they stand in the file."""


@dataclass(slots=True)
class Table:
    """META or PROJECTS: rows with their line."""

    columns: list[str] | None = None
    rows: Rows = field(default_factory=list)

    def take(self, line: int, row: list[str]) -> None:
        cells = (cell.strip() for cell in row)
        self.rows.append((line, dict(zip(self.columns or [], cells, strict=False))))


@dataclass(slots=True)
class Votes(Table):
    """Equal votes become one with all their voters, before anything is made of them: so many cost little."""

    voters: dict[Key, list[str]] = field(default_factory=dict)
    first: dict[Key, int] = field(default_factory=dict)
    """The line where it stood first."""
    width: int = 0
    pick: Callable[[list[str]], tuple[str, ...]] | None = None
    """Voter, vote, points and weight of a row that is as wide as the columns, with an empty cell behind."""

    @property
    def weight(self) -> str:
        """The column with weights."""
        return WEIGHT if self.columns and WEIGHT in self.columns else "weight"

    def take(self, line: int, row: list[str]) -> None:
        if self.pick is None:
            columns = self.columns or []
            names = ("voter_id", "vote", "points", self.weight)
            self.pick = itemgetter(*(columns.index(name) if name in columns else -1 for name in names))
            self.width = len(columns)
        row += [""] * (self.width - len(row))
        row[self.width :] = [""]
        voter, vote, points, weight = self.pick(row)
        key = vote.strip(), points.strip(), weight.strip()
        if key in self.voters:
            self.voters[key].append(voter.strip())
        else:
            self.voters[key], self.first[key] = [voter.strip()], line


def read_pb(text: str) -> PbFile:
    """Raises BadElection with all problems at once, twenty at most."""
    problems: list[str] = []
    meta_, projects_, votes = _parts(text, problems)
    if problems:
        raise BadElection("\n".join(problems))
    meta = {row["key"]: row.get("value", "") for _line, row in meta_.rows if row.get("key")}
    budget = _number(meta.get("budget", ""), "META: budget", problems)
    kind = meta.get("vote_type", "")
    if kind not in TYPES:
        problems.append(f"META: vote_type moet een van deze zijn: {', '.join(TYPES)}; er staat '{kind}'.")
    projects, names, marked = _projects(projects_.rows, problems)
    numbers = {project.id: at for at, project in enumerate(projects)}
    said = read_comment(meta.get("comment", ""), numbers, problems)
    ballots = tuple(_ballots(votes, kind, numbers, said.weight, problems))
    if problems:
        more = len(problems) - MOST_PROBLEMS
        shown = problems[:MOST_PROBLEMS] + ([f"... en nog {more}."] if more > 0 else [])
        raise BadElection("\n".join(shown))
    election = Election(tuple(projects), ballots, budget, said.caps)
    return PbFile(meta, names, frozenset(marked), election, said.settings)


def _parts(text: str, problems: list[str]) -> tuple[Table, Table, Votes]:
    meta, projects, votes = Table(), Table(), Votes()
    parts = dict(zip(PARTS, (meta, projects, votes), strict=True))
    part: Table | None = None
    reader = csv.reader(text.lstrip("\ufeff").splitlines(), delimiter=";")
    try:
        for row in reader:
            if not row or (not row[0].strip() and not any(cell.strip() for cell in row)):
                continue
            if len(row) == 1 and (title := row[0].strip()) in PARTS:
                part = parts[title]
                if part.columns is not None:
                    problems.append(f"Regel {reader.line_num}: het deel {title} staat er twee keer.")
                    return meta, projects, votes
            elif part is None:
                problems.append(f"Regel {reader.line_num}: het bestand begint niet met META.")
                return meta, projects, votes
            elif part.columns is None:
                part.columns = [cell.strip().lower() for cell in row]
            else:
                part.take(reader.line_num, row)
    except csv.Error as error:
        problems.append(f"Regel {reader.line_num}: dit is geen tabel met puntkomma's ({error}).")
    problems += [f"Het deel {name} ontbreekt." for name in PARTS if parts[name].columns is None]
    return meta, projects, votes


def _number(text: str, where: str, problems: list[str], *, above: bool = False) -> Fraction:
    """A number with a point or a comma, not below zero, or above zero."""
    plain = text.replace(",", ".")
    whole, _point, part = plain.partition(".")
    if len(plain) > DIGITS or not (whole + part).isascii() or not (whole + part).isdecimal():
        problems.append(f"{where} moet een getal zijn; er staat '{text[:40]}'.")
        return Fraction(1)
    number = Fraction(f"{whole or 0}.{part or 0}") if part else Fraction(int(whole))
    if above and not number:
        problems.append(f"{where} moet boven nul zijn.")
        return Fraction(1)
    return number


def _projects(rows: Rows, problems: list[str]) -> tuple[list[Project], dict[str, str], set[str]]:
    projects: list[Project] = []
    names: dict[str, str] = {}
    marked: set[str] = set()
    seen: set[str] = set()
    for line, row in rows:
        key = row.get("project_id", "")
        if not key or key in seen:
            says = f"project_id '{key}' staat er twee keer" if key else "project_id ontbreekt"
            problems.append(f"Regel {line}: {says}.")
        seen.add(key)
        projects.append(Project(key, _number(row.get("cost", ""), f"Regel {line}: cost", problems)))
        if row.get("name"):
            names[key] = row["name"]
        if row.get("selected") == "1":
            marked.add(key)
    return projects, names, marked


def _ballots(
    votes: Votes, kind: str, numbers: dict[str, int], unit: Fraction, problems: list[str]
) -> Iterator[Ballot]:
    read = [(_points(key, votes.first[key], kind, numbers, problems), key) for key in votes.voters]
    scale = 1
    if kind in {"cumulative", "scoring"}:
        scale = lcm(*(value.denominator for points, _key in read for value in points.values()))
    for points, key in read:
        voters = tuple(votes.voters[key])
        weight = Fraction(len(voters))
        if key[2]:
            where = f"Regel {votes.first[key]}: {votes.weight}"
            weight *= _number(key[2], where, problems, above=True)
        whole: dict[int, int] = points
        if kind in {"cumulative", "scoring"}:
            whole = {project: int(value * scale) for project, value in points.items() if value}
        yield Ballot(whole, weight if unit == 1 else weight * unit, voters)


def _points(key: Key, line: int, kind: str, numbers: dict[str, int], problems: list[str]) -> dict[int, Any]:
    """Whole numbers, or fractions where points are given."""
    vote, given, _weight = key
    ids = vote.split(",") if vote and vote != "None" else []
    try:
        points = dict.fromkeys([numbers[one] for one in ids], 1)
    except KeyError:
        ids = [one.strip() for one in ids]
        points = {numbers[one]: 1 for one in ids if one in numbers}
    if len(points) < len(ids):
        seen: set[str] = set()
        for one in ids:
            if one not in numbers:
                problems.append(f"Regel {line}: project '{one[:40]}' staat niet in PROJECTS.")
            elif one in seen:
                problems.append(f"Regel {line}: project '{one}' staat er twee keer in.")
            seen.add(one)
        return points
    if kind == "ordinal":
        return {project: len(points) - place for place, project in enumerate(points)}
    if kind in {"cumulative", "scoring"}:
        values = given.split(",") if given else []
        if len(values) != len(ids):
            problems.append(f"Regel {line}: {len(ids)} projecten, maar {len(values)} punten.")
            return points
        where = f"Regel {line}: points"
        return {p: _number(v.strip(), where, problems) for p, v in zip(points, values, strict=True)}
    return points
