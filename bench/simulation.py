"""How honest is the diagnosis with few municipalities? A simulation study.

Partnerships are made up whose truth is known, their answers are drawn, and the product's own
`diagnose` judges them. Two questions (docs/rules/diagnosis.md):

- coverage: how often does the 90 % interval hold the truth? It should, in 85 to 95 % of the runs;
- calibration: of the rounds of which it says '80 % meadow', are 70 to 90 % meadow?

The truth of a partnership is the score that endlessly many municipalities of its kind would
have. Run: ``python -m bench.simulation [--runs N] [--json FILE]``; two thousand runs take about a minute.
"""

import argparse
import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from groeimodel.rules.growth import diagnose
from groeimodel.rules.growth.content import ACTORS, LAYERS, ROLES, Block, Content, Layer, Statement, Text
from groeimodel.rules.growth.diagnosis import Diagnosis, Estimate
from groeimodel.rules.growth.responses import Responses

SIZES = (4, 5, 6, 8, 12, 20)
RUNS = 2000
RESULTS = Path(__file__).parent / "results" / "simulation.json"

BLOCKS, STATEMENTS, HALLMARKS = 4, 4, 5
"""Blocks a layer, statements a block, hallmarks a layer."""
BETWEEN_TOWNS, BETWEEN_SEATS, WITHIN_SEAT = 0.55, 0.35, 0.65
"""Standard deviations in answer steps: town, seat in town, answer of one person."""
DIFFICULTY = 0.35
MISSING = 0.10
EMPTY_SEAT = 0.08
BINS = (0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 1.0)

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class World:
    """The questionnaire, and how hard each statement is."""

    content: Content
    difficulty: Floats
    layer: NDArray[np.int64]
    hallmark: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Run:
    """One partnership: what is true, and what the product says."""

    layer_truth: dict[Layer, float]
    hallmark_truth: dict[Layer, float]
    diagnosis: Diagnosis

    @property
    def phase(self) -> Layer:
        if self.hallmark_truth["shop"] >= 50:
            return "shop"
        return "meadow" if self.hallmark_truth["meadow"] >= 50 else "soil"


def world() -> World:
    """A questionnaire of three layers, with statements of unequal difficulty."""
    generator = np.random.default_rng(7)
    words = Text("", "")
    statements = []
    for layer in LAYERS:
        for number in range(BLOCKS * STATEMENTS):
            statements.append(
                Statement(
                    id=f"{layer}{number}",
                    layer=layer,
                    block=f"{layer}.{number // STATEMENTS}",
                    wording=dict.fromkeys(ROLES, words),
                    hallmark=number % 3 == 0 and number // 3 < HALLMARKS,
                    short=False,
                    guess=False,
                    factors=(),
                    advice=dict.fromkeys(ACTORS, words),
                    start="",
                )
            )
    blocks = tuple(
        Block(f"{layer}.{number}", layer, words, words) for layer in LAYERS for number in range(BLOCKS)
    )
    content = Content("simulation", tuple(statements), blocks, (), (), (), (), {})
    return World(
        content=content,
        difficulty=generator.normal(0, DIFFICULTY, len(statements)),
        layer=np.array([LAYERS.index(one.layer) for one in statements]),
        hallmark=np.array([one.hallmark for one in statements]),
    )


def expected_score(level: Floats) -> Floats:
    """Expected score 0-100 of one answer with these expected steps (1-5), rounded and cut off at the ends."""
    spread = math.sqrt(BETWEEN_TOWNS**2 + BETWEEN_SEATS**2 + WITHIN_SEAT**2)
    cut = np.array([1.5, 2.5, 3.5, 4.5])
    above = (level[:, np.newaxis] - cut) / spread
    # P(answer > k) for each cut; their sum is the expected answer minus 1.
    chance = np.vectorize(lambda z: 0.5 * math.erfc(-z / math.sqrt(2)))(above)
    score: Floats = 25 * np.asarray(chance, dtype=np.float64).sum(axis=1)
    return score


def answers_of(world: World, towns: int, generator: np.random.Generator) -> tuple[Responses, Floats]:
    """Answers of one made-up partnership, and the level of its three layers in answer steps."""
    level = generator.uniform([1.8, 1.4, 1.0], [4.6, 4.4, 4.2])
    town = generator.normal(0, BETWEEN_TOWNS, (towns, 1, len(LAYERS)))
    seat = generator.normal(0, BETWEEN_SEATS, (towns, 2, len(LAYERS)))
    there = (level + town + seat).reshape(2 * towns, len(LAYERS))
    shape = (2 * towns, len(world.difficulty))
    felt = there[:, world.layer] + world.difficulty + generator.normal(0, WITHIN_SEAT, shape)
    answers = np.clip(np.floor(felt + 0.5), 1, 5)
    answers[generator.random(shape) < MISSING] = np.nan
    heard = generator.random(2 * towns) >= EMPTY_SEAT
    rows = np.flatnonzero(heard)
    responses = Responses(
        statements=tuple(one.id for one in world.content.statements),
        municipalities=tuple(f"T{index:02}" for index in range(towns)),
        respondents=tuple(f"r{row:02}" for row in rows),
        municipality=(rows // 2).astype(np.int64),
        roles=(rows % 2).astype(np.int8),
        answers=answers[rows],
    )
    return responses, level


def simulate(world: World, towns: int, runs: int) -> list[Run]:
    generator = np.random.default_rng(1000 + towns)
    found = []
    for _ in range(runs):
        responses, level = answers_of(world, towns, generator)
        expected = expected_score(level[world.layer] + world.difficulty)
        found.append(
            Run(
                {layer: float(expected[world.layer == place].mean()) for place, layer in enumerate(LAYERS)},
                {
                    layer: float(expected[(world.layer == place) & world.hallmark].mean())
                    for place, layer in enumerate(LAYERS)
                },
                diagnose(responses, world.content),
            )
        )
    return found


def coverage(runs: Sequence[Run]) -> dict[str, float]:
    """Share of intervals that hold the truth: layers, hallmarks, and role gaps (of which the truth is 0)."""
    layers, hallmarks, gaps = [], [], []
    for run in runs:
        for layer, result in run.diagnosis.layers.items():
            layers.append(_holds(result.estimate, run.layer_truth[layer]))
            hallmarks.append(_holds(result.hallmark, run.hallmark_truth[layer]))
        gaps += [
            gap.low <= 0 <= gap.high
            for gap in run.diagnosis.role_gaps
            if gap.kind == "layer" and gap.low is not None and gap.high is not None
        ]
    return {
        "layers": float(np.mean(layers)),
        "hallmarks": float(np.mean(hallmarks)),
        "role_gaps": float(np.mean(gaps)),
    }


def _holds(estimate: Estimate, truth: float) -> bool:
    return estimate.low is not None and estimate.high is not None and estimate.low <= truth <= estimate.high


def calibration(runs: Sequence[Run]) -> list[dict[str, float | str]]:
    """Per phase and band of stated certainty: what was stated on average, and how often it was so."""
    rows: list[dict[str, float | str]] = []
    bands: dict[str, tuple[Layer, ...]] = {layer: (layer,) for layer in LAYERS} | {"all": LAYERS}
    for phase, named in bands.items():
        stated = np.array([run.diagnosis.certainty[one] for run in runs for one in named])
        true = np.array([run.phase == one for run in runs for one in named])
        for low, high in pairwise(BINS):
            inside = (stated >= low) & ((stated < high) if high < 1 else (stated <= 1))
            if inside.any():
                rows.append(
                    {
                        "phase": phase,
                        "from": low,
                        "to": high,
                        "rounds": int(inside.sum()),
                        "stated": float(stated[inside].mean()),
                        "true": float(true[inside].mean()),
                    }
                )
    return rows


def right(runs: Sequence[Run]) -> float:
    """How often the phase itself is right."""
    return float(np.mean([run.diagnosis.phase == run.phase for run in runs]))


def study(runs: int = RUNS, sizes: Sequence[int] = SIZES) -> dict[str, object]:
    """The whole study, as it is written to JSON."""
    made = world()
    everything: list[Run] = []
    rows = []
    for towns in sizes:
        done = simulate(made, towns, runs)
        everything += done
        eighty = [
            run.phase == phase
            for run in done
            for phase in LAYERS
            if 0.7 <= run.diagnosis.certainty[phase] < 0.9
        ]
        rows.append(
            {
                "municipalities": towns,
                "runs": runs,
                "coverage": coverage(done),
                "phase_right": right(done),
                "called_70_to_90": len(eighty),
                "of_which_true": float(np.mean(eighty)),
            }
        )
    return {"sizes": rows, "calibration": calibration(everything)}


def table(result: dict[str, object]) -> str:
    """The study as Markdown."""
    lines = [
        "| municipalities | runs | layers in 90 % interval | hallmarks | role gaps | phase right "
        "| rounds called 70-90 % | of which so |",
        "|---:|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for row in result["sizes"]:  # type: ignore[attr-defined]
        held = row["coverage"]
        lines.append(
            f"| {row['municipalities']} | {row['runs']} | {held['layers']:.1%} | {held['hallmarks']:.1%} "
            f"| {held['role_gaps']:.1%} | {row['phase_right']:.1%} | {row['called_70_to_90']} "
            f"| {row['of_which_true']:.1%} |"
        )
    lines += [
        "",
        "| phase | stated between | rounds | stated on average | came true |",
        "|---|---|---:|---:|---:|",
    ]
    for row in result["calibration"]:  # type: ignore[attr-defined]
        lines.append(
            f"| {row['phase']} | {row['from']:.0%} and {row['to']:.0%} | {row['rounds']} "
            f"| {row['stated']:.1%} | {row['true']:.1%} |"
        )
    return "\n".join(lines)


def run() -> tuple[dict[str, object], str]:
    """Figures and Markdown table, for `make bench`."""
    result = study()
    return result, table(result)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=RUNS, help="rounds for each number of municipalities")
    parser.add_argument("--json", type=Path, default=RESULTS, help="where to write the figures")
    options = parser.parse_args()
    result = study(options.runs)
    options.json.parent.mkdir(parents=True, exist_ok=True)
    options.json.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    print(table(result))


if __name__ == "__main__":
    main()
