"""Whatever people answered, and in whatever file: what is written is read back."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as some

from groeimodel import content as texts
from groeimodel.content.municipalities import municipalities
from groeimodel.formats.questionnaire.headers import ROLE_NAMES
from groeimodel.formats.tests.questionnaires import Held, as_csv, as_xlsx, read, said
from groeimodel.rules.growth.content import ROLES, SEAT_ROLES

STATEMENTS = texts.load().statements
TOWNS = municipalities().all
DELIMITERS, ENCODINGS = ";,\t|", ("utf-8", "utf-8-sig", "utf-16", "cp1252")
KINDS = ("id", "nl", "en", "numbered", "brackets")
WRITTEN = {0: ("", "weet ik niet", "?"), **{n: (str(n), f"{n},0", f"{n}.0") for n in range(1, 6)}}


@dataclass(frozen=True)
class Person:
    name: str
    town: int | None
    role: str
    answers: tuple[int, ...]
    guesses: tuple[int, ...]


def people(columns: int, guesses: int) -> some.SearchStrategy[list[Person]]:
    def person(name: int) -> some.SearchStrategy[Person]:
        def of_role(role: str) -> some.SearchStrategy[Person]:
            town = some.integers(0, len(TOWNS) - 1)
            return some.builds(
                Person,
                some.just(f"r{name}"),
                town if role in SEAT_ROLES else town | some.none(),
                some.just(role),
                some.tuples(*[some.integers(0, 5)] * columns),
                some.tuples(*[some.integers(0, 5)] * guesses),
            )

        return some.sampled_from(ROLES).flatmap(of_role)

    return some.integers(1, 5).flatmap(lambda count: some.tuples(*map(person, range(count))).map(list))


@dataclass(frozen=True)
class File:
    data: bytes
    expected: frozenset[Held]


@some.composite
def files(draw: some.DrawFn) -> File:
    columns = draw(some.lists(some.integers(0, len(STATEMENTS) - 1), min_size=1, max_size=6, unique=True))
    guessed = [at for at in columns if draw(some.booleans())]
    answered = draw(people(len(columns), len(guessed)))
    long = draw(some.booleans())
    rows = (long_rows if long else wide_rows)(draw, answered, columns, guessed)
    if draw(some.integers(0, 4)) == 0:
        data = as_xlsx(rows)
    else:
        data = as_csv(rows, draw(some.sampled_from(DELIMITERS)), draw(some.sampled_from(ENCODINGS)))
    return File(data, frozenset(held(one, columns, guessed) for one in answered))


def held(one: Person, columns: list[int], guessed: list[int]) -> Held:
    def given(at: list[int], values: tuple[int, ...]) -> frozenset[tuple[str, int]]:
        return frozenset((STATEMENTS[n].id, value) for n, value in zip(at, values, strict=True) if value)

    town = TOWNS[one.town].name if one.town is not None else ""
    return one.name, town, one.role, given(columns, one.answers), given(guessed, one.guesses)


def heading(draw: some.DrawFn, at: int) -> str:
    one, kind = STATEMENTS[at], draw(some.sampled_from(KINDS))
    role = draw(some.sampled_from(ROLES))
    forms = {
        "id": one.id,
        "nl": one.text(role, "nl"),
        "en": one.text(role, "en"),
        "numbered": f"{at + 1}. {one.text(role)}",
        "brackets": f"Wat vind je? [{one.text(role)}]",
    }
    return forms[kind]


def person_cells(draw: some.DrawFn, one: Person) -> tuple[str, str, str]:
    role = draw(some.sampled_from(ROLE_NAMES[one.role]))  # type: ignore[index]
    if one.town is None:
        return one.name, "", role
    town = TOWNS[one.town]
    return (
        one.name,
        draw(some.sampled_from((town.name, town.name.upper(), town.nis, *town.former_codes))),
        role,
    )


def wide_rows(
    draw: some.DrawFn, answered: list[Person], columns: list[int], guessed: list[int]
) -> list[tuple[str, ...]]:
    heads = [heading(draw, at) for at in columns] + [f"guess: {heading(draw, at)}" for at in guessed]
    rows = [
        (
            *person_cells(draw, one),
            *(draw(some.sampled_from(WRITTEN[value])) for value in (*one.answers, *one.guesses)),
        )
        for one in answered
    ]
    order = draw(some.permutations(range(3 + len(heads))))
    return [tuple(row[at] for at in order) for row in [("respondent", "gemeente", "rol", *heads), *rows]]


def long_rows(
    draw: some.DrawFn, answered: list[Person], columns: list[int], guessed: list[int]
) -> list[tuple[str, ...]]:
    rows = []
    for one in answered:
        said_by = person_cells(draw, one)
        for at, value in zip(columns, one.answers, strict=True):
            rows.append((*said_by, heading(draw, at), draw(some.sampled_from(WRITTEN[value]))))
        for at, value in zip(guessed, one.guesses, strict=True):
            rows.append((*said_by, f"gok: {heading(draw, at)}", draw(some.sampled_from(WRITTEN[value]))))
    return [("respondent", "municipality", "role", "statement", "answer"), *draw(some.permutations(rows))]


@settings(max_examples=150, deadline=None)
@given(files())
def test_what_is_written_is_read_back(file: File) -> None:
    assert frozenset(said(read(file.data))) == file.expected
