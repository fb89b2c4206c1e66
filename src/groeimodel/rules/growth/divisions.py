"""Which statements and blocks divide the aldermen and officers of a partnership.

The indices themselves: agreement.py. In words: docs/rules/agreement.md.
"""

import math

import numpy as np
from numpy.typing import NDArray

from groeimodel.rules.growth import agreement
from groeimodel.rules.growth.content import Content
from groeimodel.rules.growth.diagnosis import Agreement, BlockAgreement
from groeimodel.rules.growth.intervals import Floats
from groeimodel.rules.growth.scores import Scores

POINTS = 5
DIVIDED_BELOW = 0.50
FEWEST_RATERS = 4
"""Two municipalities with both seats: the smallest partnership there is. With three raters
who agree well (r_wg .80), one statement in twelve would be called divided by chance."""


def statement_agreement(scores: Scores, *, closed: bool = False) -> tuple[Agreement, ...]:
    """Agreement on each statement of the round, over all respondents on a seat."""
    table = scores.table
    answers = table.answers[table.counted]
    variances = agreement.item_variances(answers)
    deviations = agreement.item_deviations(answers)
    # Half answers (a mean that was typed in) count with the nearest whole one, .5 upwards.
    steps = np.floor(answers + 0.5)
    counts = np.stack([(steps == option).sum(axis=0) for option in range(1, POINTS + 1)], axis=1)
    return tuple(
        _one(statement.id, counts[column], float(variances[column]), float(deviations[column]), closed)
        for column, statement in enumerate(table.statements)
    )


def _one(
    statement: str, counts: NDArray[np.int64], variance: float, deviation: float, closed: bool
) -> Agreement:
    raters = int(counts.sum())
    if closed and 0 < raters < 3:
        return Agreement(statement, 0, None, None, False, (0, 0, 0, 0, 0))
    small_cell = bool(((counts > 0) & (counts < 3)).any())
    shown = [0] * POINTS if closed and small_cell else [int(one) for one in counts]
    r_wg = said(agreement.rwg_from(variance, POINTS))
    return Agreement(
        statement=statement,
        raters=raters,
        r_wg=r_wg,
        ad_m=said(deviation),
        divided=r_wg is not None and r_wg < DIVIDED_BELOW and raters >= FEWEST_RATERS,
        counts=(shown[0], shown[1], shown[2], shown[3], shown[4]),
    )


def block_agreement(scores: Scores, content: Content, *, closed: bool = False) -> tuple[BlockAgreement, ...]:
    """Agreement per block: its statements as items, and its scores between and within municipalities.

    In a closed round a statement with one or two raters is left out of its block.
    """
    table = scores.table
    counted = table.counted
    answers = table.answers[counted]
    variances = agreement.item_variances(answers)
    deviations = agreement.item_deviations(answers)
    if closed:
        few = (~np.isnan(answers)).sum(axis=0) < 3
        variances[few] = np.nan
        deviations[few] = np.nan
    found = []
    for block in content.blocks:
        items = np.array([one.block == block.id for one in table.statements], dtype=np.bool_)
        own: Floats = scores.people[counted, scores.columns["block", block.id]]
        groups = table.municipality[counted]
        found.append(
            BlockAgreement(
                block=block.id,
                r_wg_j=said(agreement.rwg_j_from(variances[items], POINTS)),
                r_wg_star_j=said(agreement.rwg_star_j_from(variances[items], POINTS)),
                ad_m_j=said(agreement.ad_m_j_from(deviations[items])),
                icc1=said(agreement.icc1(own, groups)),
                icc2=said(agreement.icc2(own, groups)),
            )
        )
    return tuple(found)


def said(value: float) -> float | None:
    """None instead of NaN."""
    return None if math.isnan(value) else value
