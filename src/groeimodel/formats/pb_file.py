"""Elections in the `.pb` format of Pabulib (pabulib.org/format): read into an election, with every problem named.

One UTF-8 text file with three parts, META, PROJECTS and VOTES: a line with the title, a line with the names of the
columns, then rows, parted by semicolons. A column `weight` in VOTES is ours: the weight of a voter, above zero.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from groeimodel.rules.choosing import Ballot, Election, Project

PARTS = ("META", "PROJECTS", "VOTES")
TYPES = ("approval", "choose-1", "ordinal", "cumulative", "scoring")
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


def read_pb(text: str) -> PbFile:
    """Raises BadElection with all problems at once, twenty at most."""
    problems: list[str] = []
    parts = _parts(text, problems)
    if problems:
        raise BadElection("\n".join(problems))
    meta = {row["key"]: row.get("value", "") for _line, row in parts["META"] if row.get("key")}
    budget = _number(meta.get("budget", ""), "META: budget", problems)
    kind = meta.get("vote_type", "")
    if kind not in TYPES:
        problems.append(f"META: vote_type moet een van deze zijn: {', '.join(TYPES)}; er staat '{kind}'.")
    projects, names, marked = _projects(parts["PROJECTS"], problems)
    numbers = {project.id: at for at, project in enumerate(projects)}
    ballots = _ballots(parts["VOTES"], kind, numbers, problems)
    if problems:
        more = len(problems) - MOST_PROBLEMS
        shown = problems[:MOST_PROBLEMS] + ([f"... en nog {more}."] if more > 0 else [])
        raise BadElection("\n".join(shown))
    return PbFile(meta, names, frozenset(marked), Election(tuple(projects), tuple(ballots), budget))


Rows = list[tuple[int, dict[str, str]]]


def _parts(text: str, problems: list[str]) -> dict[str, Rows]:
    parts: dict[str, Rows] = {}
    header: list[str] | None = None
    part = ""
    reader = csv.reader(text.lstrip("\ufeff").splitlines(), delimiter=";")
    try:
        for row in reader:
            cells = [cell.strip() for cell in row]
            if not any(cells):
                continue
            if len(cells) == 1 and cells[0] in PARTS:
                part, header = cells[0], None
                parts[part] = []
            elif not part:
                problems.append(f"Regel {reader.line_num}: het bestand begint niet met META.")
                return parts
            elif header is None:
                header = [cell.lower() for cell in cells]
            else:
                parts[part].append((reader.line_num, dict(zip(header, cells, strict=False))))
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
    number = Fraction(f"{whole or 0}.{part or 0}")
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


def _ballots(rows: Rows, kind: str, numbers: dict[str, int], problems: list[str]) -> Iterator[Ballot]:
    """Equal ballots become one, with all their voters: before anything is made of them, so that many cost little."""
    voters: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    first: dict[tuple[str, str, str], int] = {}
    for line, row in rows:
        key = (row.get("vote", ""), row.get("points", ""), row.get("weight", ""))
        voters[key].append(row.get("voter_id", ""))
        first.setdefault(key, line)
    read = [(_points(key, first[key], kind, numbers, problems), key) for key in voters]
    scale = lcm(*(value.denominator for points, _key in read for value in points.values()))
    found = []
    for points, key in read:
        where = f"Regel {first[key]}: weight"
        weight = _number(key[2], where, problems, above=True) if key[2] else Fraction(1)
        whole = {project: int(value * scale) for project, value in points.items() if value}
        found.append(Ballot(whole, weight * len(voters[key]), tuple(voters[key])))
    return iter(found)


def _points(
    key: tuple[str, str, str], line: int, kind: str, numbers: dict[str, int], problems: list[str]
) -> dict[int, Fraction]:
    vote, given, _weight = key
    ids = [one.strip() for one in vote.split(",")] if vote and vote != "None" else []
    points: dict[int, Fraction] = {}
    for one in ids:
        if one not in numbers:
            problems.append(f"Regel {line}: project '{one[:40]}' staat niet in PROJECTS.")
        elif numbers[one] in points:
            problems.append(f"Regel {line}: project '{one}' staat er twee keer in.")
        else:
            points[numbers[one]] = Fraction(1)
    if kind == "ordinal":
        return {project: Fraction(len(points) - place) for place, project in enumerate(points)}
    if kind in {"cumulative", "scoring"} and len(points) == len(ids):
        values = given.split(",") if given else []
        if len(values) != len(ids):
            problems.append(f"Regel {line}: {len(ids)} projecten, maar {len(values)} punten.")
            return points
        where = f"Regel {line}: points"
        return {numbers[one]: _number(v.strip(), where, problems) for one, v in zip(ids, values, strict=True)}
    return points
