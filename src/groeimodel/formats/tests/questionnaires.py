"""Small questionnaires to read, in any form; and the reader with everything it needs."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from groeimodel import content as texts
from groeimodel.content.municipalities import municipalities
from groeimodel.formats.questionnaire import BadInput, Reading, read_questionnaire
from groeimodel.rules.growth.content import ROLES

FIRST, SECOND = "soil-exchange-regular", "soil-trust-open"
HEAD = ("respondent", "gemeente", "rol", FIRST, SECOND)
Rows = Sequence[Sequence[Any]]


def read(data: bytes | str, *, any_municipality: bool = False) -> Reading:
    raw = data.encode() if isinstance(data, str) else data
    return read_questionnaire(raw, texts.load(), municipalities(), any_municipality=any_municipality)


def problems(data: bytes | str) -> list[str]:
    """What is wrong with it, a line a problem."""
    with pytest.raises(BadInput) as caught:
        read(data)
    return str(caught.value).splitlines()


def as_csv(rows: Rows, delimiter: str = ";", encoding: str = "utf-8") -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue().encode(encoding)


def as_xlsx(rows: Rows, **sheets: Rows) -> bytes:
    """A workbook of these rows, and of more sheets by name."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    for name, others in sheets.items():
        sheet = book.create_sheet(name)
        for row in others:
            sheet.append(list(row))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def answers_of(reading: Reading, statement: str, *, guess: bool = False) -> list[int]:
    """The answers to one statement, 0 for a missing one."""
    responses = reading.responses
    matrix = responses.guesses if guess else responses.answers
    assert matrix is not None
    column = matrix[:, responses.statements.index(statement)]
    return [0 if math.isnan(value) else int(value) for value in column]


Held = tuple[str, str, str, frozenset[tuple[str, int]], frozenset[tuple[str, int]]]


def said(reading: Reading) -> set[Held]:
    """Everything that a reading holds, in no order: respondent, municipality, role, answers and guesses by statement."""
    one = reading.responses

    def given(matrix: NDArray[np.float64] | None, row: int) -> frozenset[tuple[str, int]]:
        cells = () if matrix is None else zip(one.statements, matrix[row], strict=True)
        return frozenset((statement, int(value)) for statement, value in cells if not math.isnan(value))

    return {
        (
            one.respondents[row],
            reading.names[one.municipalities[place]] if (place := one.municipality[row]) >= 0 else "",
            ROLES[one.roles[row]],
            given(one.answers, row),
            given(one.guesses, row),
        )
        for row in range(len(one.respondents))
    }
