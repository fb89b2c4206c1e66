"""Elections in the `.pb` format of Pabulib (pabulib.org/format): read into an election, with every problem named.

One UTF-8 text file with three parts, META, PROJECTS and VOTES: a line with the title, a line with the names of the
columns, then rows, parted by semicolons. Ours are a column `__weight` (or `weight`) in VOTES, the weight of a voter, and
comments in META that say how was chosen: docs/rules/choosing.md.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from math import lcm

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


@dataclass(slots=True)
class Part:
    columns: list[str] | None = None
    rows: list[tuple[int, list[str]]] = field(default_factory=list)
    """Each with its line."""

    def cells(self, name: str) -> Iterator[tuple[int, str]]:
        """Line and value in one column; empty where there is none."""
        at = self.columns.index(name) if self.columns and name in self.columns else None
        for line, row in self.rows:
            yield line, row[at].strip() if at is not None and at < len(row) else ""


def read_pb(text: str) -> PbFile:
    """Raises BadElection with all problems at once, twenty at most."""
    problems: list[str] = []
    parts = _parts(text, problems)
    if problems:
        raise BadElection("\n".join(problems))
    keys, values = parts["META"].cells("key"), parts["META"].cells("value")
    meta = {key: value for (_line, key), (_same, value) in zip(keys, values, strict=True) if key}
    budget = _number(meta.get("budget", ""), "META: budget", problems)
    kind = meta.get("vote_type", "")
    if kind not in TYPES:
        problems.append(f"META: vote_type moet een van deze zijn: {', '.join(TYPES)}; er staat '{kind}'.")
    projects, names, marked = _projects(parts["PROJECTS"], problems)
    numbers = {project.id: at for at, project in enumerate(projects)}
    said = read_comment(meta.get("comment", ""), numbers, problems)
    ballots = _ballots(parts["VOTES"], kind, numbers, said.weight, problems)
    if problems:
        more = len(problems) - MOST_PROBLEMS
        shown = problems[:MOST_PROBLEMS] + ([f"... en nog {more}."] if more > 0 else [])
        raise BadElection("\n".join(shown))
    election = Election(tuple(projects), tuple(ballots), budget, said.caps)
    return PbFile(meta, names, frozenset(marked), election, said.settings)


def _parts(text: str, problems: list[str]) -> dict[str, Part]:
    parts: dict[str, Part] = {}
    part: Part | None = None
    reader = csv.reader(text.lstrip("\ufeff").splitlines(), delimiter=";")
    try:
        for row in reader:
            if not any(row) or not "".join(row).strip():
                continue
            if len(row) == 1 and (title := row[0].strip()) in PARTS:
                part = parts[title] = Part()
            elif part is None:
                problems.append(f"Regel {reader.line_num}: het bestand begint niet met META.")
                return parts
            elif part.columns is None:
                part.columns = [cell.strip().lower() for cell in row]
            else:
                part.rows.append((reader.line_num, row))
    except csv.Error as error:
        problems.append(f"Regel {reader.line_num}: dit is geen tabel met puntkomma's ({error}).")
    problems += [f"Het deel {name} ontbreekt." for name in PARTS if name not in parts]
    return parts


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


def _projects(part: Part, problems: list[str]) -> tuple[list[Project], dict[str, str], set[str]]:
    projects: list[Project] = []
    names: dict[str, str] = {}
    marked: set[str] = set()
    seen: set[str] = set()
    columns = [part.cells(name) for name in ("project_id", "cost", "name", "selected")]
    for (line, key), (_, cost), (_, name), (_, selected) in zip(*columns, strict=True):
        if not key or key in seen:
            says = f"project_id '{key}' staat er twee keer" if key else "project_id ontbreekt"
            problems.append(f"Regel {line}: {says}.")
        seen.add(key)
        projects.append(Project(key, _number(cost, f"Regel {line}: cost", problems)))
        if name:
            names[key] = name
        if selected == "1":
            marked.add(key)
    return projects, names, marked


def _ballots(
    part: Part, kind: str, numbers: dict[str, int], unit: Fraction, problems: list[str]
) -> Iterator[Ballot]:
    """Equal ballots become one, with all their voters: before anything is made of them, so that many cost little."""
    voters: dict[tuple[str, str, str], list[str]] = {}
    first: dict[tuple[str, str, str], int] = {}
    own = WEIGHT if part.columns and WEIGHT in part.columns else "weight"
    columns = [part.cells(name) for name in ("vote", "points", own, "voter_id")]
    for (line, vote), (_, points), (_, weight), (_, voter) in zip(*columns, strict=True):
        key = (vote, points, weight)
        if key in voters:
            voters[key].append(voter)
        else:
            voters[key], first[key] = [voter], line
    read = [(_points(key, first[key], kind, numbers, problems), key) for key in voters]
    scale = 1
    if kind in {"cumulative", "scoring"}:
        scale = lcm(*(value.denominator for points, _key in read for value in points.values()))
    found = []
    for points, key in read:
        weight = unit
        if key[2]:
            weight *= _number(key[2], f"Regel {first[key]}: {own}", problems, above=True)
        if scale != 1 or not all(points.values()):
            points = {project: value * scale for project, value in points.items() if value}
        whole = {project: int(value) for project, value in points.items()}
        found.append(Ballot(whole, weight * len(voters[key]), tuple(voters[key])))
    return iter(found)


def _points(
    key: tuple[str, str, str], line: int, kind: str, numbers: dict[str, int], problems: list[str]
) -> dict[int, int] | dict[int, Fraction]:
    vote, given, _weight = key
    ids = [one.strip() for one in vote.split(",")] if vote and vote != "None" else []
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
        return {numbers[one]: _number(v.strip(), where, problems) for one, v in zip(ids, values, strict=True)}
    return points
