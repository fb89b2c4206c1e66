"""Small contents and responses for tests, made to be read: a round is a table of lines."""

from collections.abc import Mapping, Sequence

import numpy as np

from groeimodel.rules.growth.content import (
    ACTORS,
    LAYERS,
    ROLES,
    SEAT_ROLES,
    Block,
    Content,
    Layer,
    Role,
    Statement,
    Text,
)
from groeimodel.rules.growth.responses import Responses

NOBODY = -1


def text(words: str) -> Text:
    return Text(nl=words, en=words)


def statement(
    id: str,
    block: str,
    *,
    layer: Layer = "soil",
    roles: Sequence[Role] = ROLES,
    hallmark: bool = False,
    guess: bool = False,
) -> Statement:
    return Statement(
        id=id,
        layer=layer,
        block=block,
        wording={role: text(f"{id} for {role}") for role in roles},
        hallmark=hallmark,
        short=hallmark,
        guess=guess,
        factors=(),
        advice={actor: text(f"{id}: advice for {actor}") for actor in ACTORS},
        start="meeting",
    )


def content(*statements: Statement) -> Content:
    """A content with these statements; blocks follow from them."""
    blocks = {one.block: one.layer for one in statements}
    return Content(
        version="test",
        statements=tuple(statements),
        blocks=tuple(Block(id, layer, text(id), text(id)) for id, layer in blocks.items()),
        models=(),
        principles=(),
        factors=(),
        places=(),
        words={},
    )


def small() -> Content:
    """Two blocks of two statements a layer; the first of each block is a hallmark, the last may be guessed.

    Ids run soil.a1, soil.a2, soil.b1, soil.b2, meadow.a1, ...
    """
    return content(
        *(
            statement(
                f"{layer}.{block}{number}",
                f"{layer}.{block}",
                layer=layer,
                hallmark=number == 1,
                guess=block == "b" and number == 2,
            )
            for layer in LAYERS
            for block in "ab"
            for number in (1, 2)
        )
    )


Line = tuple[str | None, Role, Mapping[str, float] | float]
"""Municipality (None for nobody's), role, and answers by statement id, or one answer to everything."""


def round_of(
    lines: Sequence[Line],
    model: Content,
    *,
    statements: Sequence[str] | None = None,
    guesses: Sequence[Mapping[str, float]] | None = None,
) -> Responses:
    """Responses from lines; ``guesses`` has one mapping a line."""
    names = tuple(statements or [one.id for one in model.statements])
    towns = tuple(dict.fromkeys(town for town, _, _ in lines if town is not None))

    def array(said: Sequence[Mapping[str, float] | float]) -> np.ndarray:
        rows = [
            [row.get(name, np.nan) if isinstance(row, Mapping) else row for name in names] for row in said
        ]
        return np.array(rows, dtype=np.float64).reshape(len(said), len(names))

    return Responses(
        statements=names,
        municipalities=towns,
        respondents=tuple(f"r{index:03}" for index in range(len(lines))),
        municipality=np.array(
            [NOBODY if town is None else towns.index(town) for town, _, _ in lines], dtype=np.int64
        ),
        roles=np.array([ROLES.index(role) for _, role, _ in lines], dtype=np.int8),
        answers=array([said for _, _, said in lines]),
        guesses=None if guesses is None else array(guesses),
    )


def whole(towns: int, soil: float, meadow: float, shop: float) -> list[Line]:
    """Both seats of some municipalities, all answering alike per layer, in the small content."""
    said = {one.id: {"soil": soil, "meadow": meadow, "shop": shop}[one.layer] for one in small().statements}
    return [(f"Town {index}", role, said) for index in range(towns) for role in SEAT_ROLES]


def random_round(
    model: Content,
    seed: int,
    *,
    towns: int = 6,
    people: int = 20,
    missing: float = 0.15,
    guesses: bool = False,
) -> Responses:
    """Random whole answers of random roles in random municipalities, some of them missing."""
    generator = np.random.default_rng(seed)
    shape = (people, len(model.statements))

    def answers() -> np.ndarray:
        drawn = generator.integers(1, 6, shape).astype(np.float64)
        drawn[generator.random(shape) < missing] = np.nan
        return drawn

    return Responses(
        statements=tuple(one.id for one in model.statements),
        municipalities=tuple(f"Town {index}" for index in range(towns)),
        respondents=tuple(f"r{index:03}" for index in range(people)),
        municipality=generator.integers(-1, towns, people).astype(np.int64),
        roles=generator.choice(len(ROLES), people, p=[0.4, 0.4, 0.1, 0.05, 0.05]).astype(np.int8),
        answers=answers(),
        guesses=answers() if guesses else None,
    )
