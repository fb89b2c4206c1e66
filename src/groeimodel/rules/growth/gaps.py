"""Where aldermen and officers differ, and where they misjudge each other.

In words: docs/rules/diagnosis.md.
"""

from collections.abc import Collection
from typing import Literal

import numpy as np

from groeimodel.rules.growth.content import LAYERS, ROLES, SEAT_ROLES, Content, Role
from groeimodel.rules.growth.diagnosis import Misperception, RoleGap
from groeimodel.rules.growth.intervals import Floats, mean_and_margin
from groeimodel.rules.growth.scores import Column, Scores

TALK_FROM = 15
"""A gap from here on is worth a talk when its interval leaves out 0 ..."""
TALK_ALWAYS_FROM = 25
"""... and from here on in any case: few municipalities must not hide a wide gap."""


def role_gaps(scores: Scores, content: Content, hidden: Collection[Column] = ()) -> tuple[RoleGap, ...]:
    """Alderman minus officer per layer and block, over the municipalities where both answered.

    Subjects in ``hidden`` come out without figures.
    """
    subjects: list[Column] = [("layer", layer) for layer in LAYERS]
    subjects += [("block", block.id) for block in content.blocks]
    return tuple(_role_gap(scores, column, shown=column not in hidden) for column in subjects)


def _role_gap(scores: Scores, column: Column, *, shown: bool) -> RoleGap:
    kind, subject = column
    alderman = scores.seat(kind, subject, "alderman")
    officer = scores.seat(kind, subject, "officer")
    difference = alderman - officer
    mean, margin, n = mean_and_margin(difference)
    named: Literal["layer", "block"] = "layer" if kind == "layer" else "block"
    if mean is None or not shown:
        return RoleGap(subject, named, None, None, None, None, None, 0, False)
    pairs = ~np.isnan(difference)
    sure = margin is not None and abs(mean) > margin
    return RoleGap(
        subject=subject,
        kind=named,
        alderman=float(alderman[pairs].mean()),
        officer=float(officer[pairs].mean()),
        gap=mean,
        low=None if margin is None else mean - margin,
        high=None if margin is None else mean + margin,
        municipalities=n,
        to_talk_about=abs(mean) >= TALK_ALWAYS_FROM or (abs(mean) >= TALK_FROM and sure),
    )


def misperceptions(scores: Scores, hidden: Collection[tuple[str, Role]] = ()) -> tuple[Misperception, ...]:
    """Per statement and role that guessed: how far own, guess and the other's own lie apart.

    Everybody is held against the other seat of their own municipality: the one whom they
    know and work with. Pairs in ``hidden`` come out without figures.
    """
    table = scores.table
    if table.guesses is None:
        return ()
    found = []
    for column, statement in enumerate(table.statements):
        for seat, guesser in enumerate(SEAT_ROLES):
            guess = guessed_by_seat(scores, column, seat)
            if np.isnan(guess).all():
                continue
            figures: tuple[Floats, Floats, Floats] = (
                guess,
                scores.seats[:, seat, column],
                scores.seats[:, 1 - seat, column],
            )
            shown = (statement.id, guesser) not in hidden
            found.append(_misperception(statement.id, guesser, figures, shown=shown))
    return tuple(found)


def guessed_by_seat(scores: Scores, column: int, seat: int) -> Floats:
    """(municipalities,) mean guess 0-100 of one seat about the other; NaN where nobody guessed."""
    table = scores.table
    found = np.full(len(table.municipalities), np.nan)
    if table.guesses is None or not table.asked[1 - seat, column]:
        return found
    guesses = table.guesses[:, column]
    rows = table.counted & (table.roles == seat) & ~np.isnan(guesses)
    where = table.municipality[rows]
    count = np.bincount(where, minlength=len(found))
    total = np.bincount(where, weights=(guesses[rows] - 1) * 25, minlength=len(found))
    np.divide(total, count, out=found, where=count > 0)
    return found


def _misperception(
    statement: str, guesser: Role, figures: tuple[Floats, Floats, Floats], *, shown: bool
) -> Misperception:
    guessed = SEAT_ROLES[1 - ROLES.index(guesser)]
    complete = ~np.isnan(figures).any(axis=0)
    n = int(complete.sum())
    if not n or not shown:
        return Misperception(statement, guesser, guessed, None, None, None, None, None, 0)
    guess, own, actual = (float(one[complete].mean()) for one in figures)
    return Misperception(
        statement=statement,
        guesser=guesser,
        guessed=guessed,
        guess=guess,
        own=own,
        actual=actual,
        disagreement=own - actual,
        misperception=guess - actual,
        municipalities=n,
    )
