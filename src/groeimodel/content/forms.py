"""Legal forms with their organs (`forms.toml`): templates with, for every rule, its source and status.

Apart from `Content`: no scan keeps a copy of it.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from groeimodel.content.errors import ContentError
from groeimodel.content.reader import Table
from groeimodel.rules.organs import Form, OrganTemplate, Rule, SeatTemplate, Value
from groeimodel.rules.votes import StatuteError, statute_of

NAME = "forms.toml"
FORMS = ("informal", "interlokale_vereniging", "projectvereniging", "dienstverlenende_vereniging")
KINDS = ("assembly", "board", "steering", "daily", "advice")
CONFIRMED, TO_CONFIRM = "bevestigd", "te bevestigen"
CAPACITIES = ("councillor", "mayor", "alderman", "officer", "other")
FORM_RULES: dict[str, type | None] = {
    "legal_person": bool,
    "transfer": bool,
    "base": None,
    "term_years": int,
    "renewal": str,
    "if_missing": str,
    "leaving": bool,
    "election_year": bool,
    "after_elections": None,
    "evaluation": None,
    "statute_change": None,
    "publish": None,
}
ORGAN_RULES: dict[str, type | None] = {
    "who": tuple,
    "every_member": bool,
    "opposition": int,
    "max_seats": int,
    "gender_cap": str,
    "incompatible": bool,
    "delay": None,
    "quorum": None,
    "majority": None,
    "persons": None,
    "statutes": None,
    "mandate": None,
    "public": None,
    "task": None,
}
"""What is reckoned with has a type; the others only say something."""
RENEWALS, MISSING = ("all", "agreed", "free"), ("dissolved", "ended", "nothing")


@cache
def forms() -> dict[str, Form]:
    """By id, in the order of the file. Raises ContentError naming every problem."""
    return forms_from(Path(__file__).parent)


def form_of(legal_form: str) -> Form:
    """The form with this id; where it is not known, the one without a legal form."""
    return forms().get(legal_form) or forms()[FORMS[0]]


def forms_from(folder: Path) -> dict[str, Form]:
    """Those of a folder laid out as this package. Raises ContentError naming every problem."""
    problems: list[str] = []
    try:
        read = tomllib.loads((folder / NAME).read_text(encoding="utf-8-sig"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ContentError([f"{NAME}: is niet te lezen: {error}"]) from error
    file = Table(read, NAME, problems)
    file.only("form")
    found = [_form(table) for table in file.tables("form")]
    if sorted(one.id for one in found) != sorted(FORMS):
        problems.append(f"{NAME}: er moet precies één vorm zijn voor {', '.join(FORMS)}")
    if problems:
        raise ContentError(problems)
    return {one.id: one for one in found}


def _form(table: Table) -> Form:
    table.only("id", "name", "what", "rule", "organ")
    rules = _rules(table, FORM_RULES)
    for name, among in (("renewal", RENEWALS), ("if_missing", MISSING)):
        for one in rules:
            if one.id == name and one.value not in among:
                table.wrong(f"{name}.value", f"'{one.value}' is geen van: {', '.join(among)}")
    organs = tuple(_organ(one) for one in table.tables("organ"))
    kinds = [one.kind for one in organs]
    if len(set(kinds)) != len(kinds):
        table.wrong("organ", "elke soort orgaan mag één keer voorkomen")
    return Form(table.string("id"), table.text("name").nl, table.text("what").nl, rules, organs)


def _organ(table: Table) -> OrganTemplate:
    table.only("id", "name", "what", "standard", "public", "seat", "statute", "rule")
    statute = table.table("statute").value
    try:
        statute_of(statute)
    except StatuteError as error:
        for problem in error.problems:
            table.wrong("statute", problem)
    return OrganTemplate(
        kind=table.string("id", among=KINDS),
        name=table.text("name").nl,
        what=table.text("what").nl,
        standard=table.flag("standard"),
        public=table.flag("public"),
        seats=tuple(_seat(one) for one in table.tables("seat")),
        statute=statute,
        rules=_rules(table, ORGAN_RULES),
    )


def _seat(table: Table) -> SeatTemplate:
    table.only("each", "sits", "capacity", "task", "votes", "advisory", "opposition")
    votes = table.value.get("votes", 1)
    if not isinstance(votes, int) or isinstance(votes, bool) or not 1 <= votes <= 100:
        table.wrong("votes", "moet een heel getal van 1 tot 100 zijn")
        votes = 1
    return SeatTemplate(
        each=table.flag("each"),
        sits=table.string("sits", among=("alderman", "officer", ""), empty=True),
        capacity=table.string("capacity", among=("", *CAPACITIES), empty=True),
        task=table.text("task").nl,
        votes=votes,
        advisory=table.flag("advisory"),
        opposition=table.flag("opposition"),
    )


def _rules(table: Table, known: dict[str, type | None]) -> tuple[Rule, ...]:
    rules = tuple(_rule(one, known) for one in table.tables("rule"))
    names = [one.id for one in rules]
    for name in sorted({one for one in names if names.count(one) > 1}):
        table.wrong(f"rule.{name}", "deze regel staat er twee keer")
    return rules


def _rule(table: Table, known: dict[str, type | None]) -> Rule:
    table.only("id", "text", "value", "source", "status")
    name = table.string("id", among=known)
    confirmed = table.string("status", among=(CONFIRMED, TO_CONFIRM)) == CONFIRMED
    source = table.string("source", empty=True)
    if source and not re.match(r"https?://\S+$", source):
        table.wrong("source", "moet een webadres zijn, of leeg")
    if confirmed and not source:
        table.wrong("source", "wat bevestigd is, heeft een bron")
    value = _value(table, table.value.get("value"), known.get(name))
    if name == "gender_cap" and not re.fullmatch(r"[1-9]/[1-9]", str(value)):
        table.wrong("value", "moet een breuk zijn, zoals '2/3'")
    return Rule(name, table.text("text").nl, value, source, confirmed)


def _value(table: Table, said: Any, kind: type | None) -> Value:
    if kind is None:
        if said is not None:
            table.wrong("value", "deze regel heeft geen waarde: hij zegt alleen iets")
        return None
    if kind is tuple:
        if not isinstance(said, list) or not said or not set(said) <= set(CAPACITIES):
            table.wrong("value", f"moet een lijst zijn met enkel: {', '.join(CAPACITIES)}")
            return ()
        return tuple(said)
    if isinstance(said, bool) and kind is bool:
        return said
    if isinstance(said, int) and not isinstance(said, bool) and kind is int and said >= 0:
        return said
    if isinstance(said, str) and kind is str:
        return said
    words = {bool: "moet true of false zijn", int: "moet een heel getal zijn"}
    table.wrong("value", words.get(kind, "moet een tekst zijn"))
    return None
