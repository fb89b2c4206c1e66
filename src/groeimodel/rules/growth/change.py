"""What changed between two rounds.

In words: docs/rules/diagnosis.md.
"""

from dataclasses import replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from groeimodel.rules.growth.content import LAYERS, Content
from groeimodel.rules.growth.diagnosis import Change, Privacy
from groeimodel.rules.growth.intervals import Floats, mean_and_margin
from groeimodel.rules.growth.privacy import FEWEST_PEOPLE
from groeimodel.rules.growth.responses import Responses
from groeimodel.rules.growth.scores import Column, Scores, arrange, score


def compare(
    before: Responses, after: Responses, content: Content, *, privacy: Privacy = "open"
) -> tuple[Change, ...]:
    """Change per layer and block, on the statements and municipalities that both rounds have.

    ``content`` is that of the later round; a statement is the same when its id is. Use
    'closed' when one of the rounds was closed. Raises ValueError as `diagnose` does.
    """
    statements = set(before.statements) & set(after.statements)
    rounds = [
        (_scored(one, content), _scored(_only_statements(one, statements), content))
        for one in (before, after)
    ]
    subjects: list[Column] = [("layer", layer) for layer in LAYERS]
    subjects += [("block", block.id) for block in content.blocks]
    return tuple(_change(rounds, column, closed=privacy == "closed") for column in subjects)


def _scored(responses: Responses, content: Content) -> Scores:
    return score(arrange(responses, content), content)


def _only_statements(responses: Responses, statements: set[str]) -> Responses:
    columns = [column for column, name in enumerate(responses.statements) if name in statements]
    return replace(
        responses,
        statements=tuple(responses.statements[column] for column in columns),
        answers=responses.answers[:, columns],
        guesses=None,
    )


def _change(rounds: list[tuple[Scores, Scores]], column: Column, *, closed: bool) -> Change:
    """One subject. ``rounds``: before and after, each in full and on the common statements."""
    common = [part for _, part in rounds]
    shared = sorted(set(common[0].table.municipalities) & set(common[1].table.municipalities))
    rows = [_places(part, shared) for part in common]
    first, second = (part.of(*column)[places] for part, places in zip(common, rows, strict=True))
    both = ~np.isnan(first) & ~np.isnan(second)
    kept = [places[both] for places in rows]
    kind: Literal["layer", "block"] = "layer" if column[0] == "layer" else "block"
    safe = all(
        _large_enough(whole, part, column, places) for (whole, part), places in zip(rounds, kept, strict=True)
    )
    if not both.any() or (closed and not safe):
        return Change(column[1], kind, None, None, None, None, None, 0, False)
    return _figures(column[1], kind, first[both], second[both])


def _figures(subject: str, kind: Literal["layer", "block"], before: Floats, after: Floats) -> Change:
    mean, margin, n = mean_and_margin(after - before)
    return Change(
        subject=subject,
        kind=kind,
        before=float(before.mean()),
        after=float(after.mean()),
        change=mean,
        low=None if mean is None or margin is None else mean - margin,
        high=None if mean is None or margin is None else mean + margin,
        municipalities=n,
        changed=mean is not None and margin is not None and abs(mean) > margin,
    )


def _places(scores: Scores, names: list[str]) -> NDArray[np.intp]:
    place = {name: index for index, name in enumerate(scores.table.municipalities)}
    return np.array([place[name] for name in names], dtype=np.intp)


def _large_enough(whole: Scores, part: Scores, column: Column, kept: NDArray[np.intp]) -> bool:
    """Nobody follows from the difference with the round's own diagnosis: 0 or 3 and more people left out."""
    inside = int(part.people_behind(*column)[kept].sum())
    outside = int(whole.people_behind(*column).sum()) - inside
    return inside >= FEWEST_PEOPLE and (outside == 0 or outside >= FEWEST_PEOPLE)
