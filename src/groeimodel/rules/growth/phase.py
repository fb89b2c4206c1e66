"""Health, phase, certainty and verdict: what the layers' scores come down to.

Words and formulas: docs/rules/diagnosis.md.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from groeimodel.rules.growth.content import LAYERS, Layer
from groeimodel.rules.growth.diagnosis import Health, LayerResult, Verdict
from groeimodel.rules.growth.intervals import FEWEST_FOR_INTERVAL, Floats, estimate, mean_over
from groeimodel.rules.growth.responses import Records
from groeimodel.rules.growth.scores import Scores

VERDICTS: tuple[str, ...] = (
    "unknown",  # too few answers of aldermen and officers to say anything
    "fallow",  # soil under 25 and nothing in operation above it
    "soil.poor",
    "soil.growing",
    "soil.growing.at_aim",  # soil is the aim in itself, and it is getting there
    "soil.rich",  # no aim noted
    "soil.rich.at_aim",  # a full result (P9): the steps keep it rich
    "soil.rich.ready",  # rich, and the aim lies further: the first advice is about the meadow
    "meadow.poor_soil",  # a meadow in operation above poor soil: never healthy (G6)
    "meadow.poor",  # in operation, but the layer as a whole is poor
    "meadow.growing",
    "meadow.growing.at_aim",
    "meadow.rich",
    "meadow.rich.at_aim",
    "meadow.rich.ready",  # rich, and the aim is a shop
    "shop.poor_soil",
    "shop.poor_meadow",  # a shop in operation above a poor meadow
    "shop.poor",
    "shop.growing",
    "shop.growing.at_aim",
    "shop.rich",
    "shop.rich.at_aim",
)
"""Every verdict there is; each has 'verdict.<key>.title' and 'verdict.<key>.text' in the content's words."""

WARNINGS: dict[str, tuple[str, ...]] = {
    "no_seat_answers": (),  # no alderman or officer answered enough to count
    "few_municipalities": ("municipalities",),  # 1 or 2: no intervals, certainty from an assumed spread
    "layer_missing": ("layer",),  # the layer has no score
    "hallmarks_missing": ("layer",),  # the layer has a score, but no hallmark score
    "answers_yes_records_no": ("layer", "hallmark"),  # the answers say it is in operation, the records don't
    "answers_no_records_yes": ("layer", "hallmark"),  # the records say so, the answers don't
    "layer_skipped": ("phase", "layer"),  # a shop in operation without a meadow in operation
    "past_aim": ("phase", "aim"),  # the phase lies further than the aim (not better, G4)
    "seats_empty": ("empty", "seats"),  # seats of alderman and officer from which nobody was heard
    "too_few_answers": ("respondents",),  # seat respondents who answered less than half of every block
    "without_municipality": ("respondents",),  # aldermen and officers without a municipality: not counted in
    "unknown_statements": ("statements",),  # columns that this version of the questionnaire does not know
    "hidden": ("figures",),  # closed round: so many figures are not shown
}
"""Every notice there is, with the names of its values; each has 'warning.<key>' in the content's words.

``layer``, ``phase`` and ``aim`` hold 'soil', 'meadow' or 'shop'; ``hallmark`` a score 0-100; the rest are counts.
"""

POOR_BELOW = 40
RICH_FROM = 70
OPERATION_FROM = 50
FALLOW_BELOW = 25

DRAWS = 4000
SEED = 20220301
"""Fixed, so that the same answers always give the same certainty."""
ASSUMED_SPREAD = 25.0
"""Standard deviation between municipalities that is assumed where fewer than three tell it."""
LEAST_SPREAD = 5.0
"""A smaller spread between municipalities is luck: answers go in steps of 25 points."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What the sums say about the phase, before it is put into a verdict."""

    layers: Mapping[Layer, LayerResult]
    phase: Layer
    fallow: bool
    certainty: Mapping[Layer, float]


def health(score: float | None) -> Health | None:
    """poor < 40 <= growing < 70 <= rich."""
    if score is None:
        return None
    if score < POOR_BELOW:
        return "poor"
    return "growing" if score < RICH_FROM else "rich"


def layer_result(layer: Layer, scores: Floats, hallmarks: Floats, records: Records) -> LayerResult:
    """One layer from its municipalities' layer scores and hallmark scores, both (municipalities,)."""
    whole, hallmark = estimate(scores), estimate(hallmarks)
    records_say = {
        "soil": None,
        "meadow": records.shared_action_last_year,
        "shop": records.organ_and_plan,
    }[layer]
    answers_say = None if hallmark.score is None else hallmark.score >= OPERATION_FROM
    return LayerResult(
        layer=layer,
        estimate=whole,
        health=health(whole.score),
        hallmark=hallmark,
        in_operation=answers_say is True and records_say is not False,
        answers_say=answers_say,
        records_say=records_say,
    )


def standing(scores: Scores, records: Records) -> Standing:
    """Layers, phase and certainty of a partnership."""
    layers = {
        layer: layer_result(layer, scores.of("layer", layer), scores.of("hallmark", layer), records)
        for layer in LAYERS
    }
    phase: Layer = "soil"
    for layer in LAYERS[1:]:
        if layers[layer].in_operation:
            phase = layer
    soil = layers["soil"].estimate.score
    return Standing(
        layers=layers,
        phase=phase,
        fallow=phase == "soil" and soil is not None and soil < FALLOW_BELOW,
        certainty=certainty(
            scores.of("hallmark", "meadow"),
            scores.of("hallmark", "shop"),
            possible=(
                layers["meadow"].records_say is not False,
                layers["shop"].records_say is not False,
            ),
        ),
    )


def certainty(
    meadow: Floats, shop: Floats, *, possible: tuple[bool, bool] = (True, True)
) -> dict[Layer, float]:
    """Share of 4,000 draws in which each phase comes out; the shares add up to 1.

    ``meadow`` and ``shop`` are hallmark scores (municipalities,), NaN for missing;
    ``possible`` says whether the records leave room for meadow and shop. The draws are from
    the multivariate t of the two means: n - 1 degrees of freedom, covariance / n. A layer
    without any score is not in operation in any draw, as in the phase itself; with neither
    there is nothing to draw from, and the three phases get a third each.
    """
    both = np.stack([meadow, shop])
    there = ~np.isnan(both)
    counts = there.sum(axis=1)
    if not counts.any():
        return {layer: 1 / len(LAYERS) for layer in LAYERS}
    draws = _draw_means(both, there, counts)
    usable = np.array(possible)[:, np.newaxis] & (counts > 0)[:, np.newaxis]
    meadow_runs, shop_runs = usable & (draws >= OPERATION_FROM)
    shop_share = float(shop_runs.mean())
    meadow_share = float((meadow_runs & ~shop_runs).mean())
    soil_share = float((~meadow_runs & ~shop_runs).mean())
    return {"soil": soil_share, "meadow": meadow_share, "shop": shop_share}


def _draw_means(both: Floats, there: NDArray[np.bool_], counts: NDArray[np.int64]) -> Floats:
    """(2, draws) from the t of the mean hallmark scores of meadow and shop."""
    means = np.nan_to_num(mean_over(both, axis=1))
    errors = np.zeros(2)
    for layer in range(2):
        n = int(counts[layer])
        spread = float(both[layer, there[layer]].std(ddof=1)) if n > 1 else 0.0
        least = LEAST_SPREAD if n >= FEWEST_FOR_INTERVAL else ASSUMED_SPREAD
        errors[layer] = max(spread, least) / math.sqrt(max(n, 1))
    shared = both[:, there.all(axis=0)]
    together = 0.0
    if shared.shape[1] >= FEWEST_FOR_INTERVAL and (shared.std(axis=1) > 0).all():
        together = float(np.asarray(np.corrcoef(shared))[0, 1])
    freedom = max(int(counts[counts > 0].min()) - 1, 1)
    generator = np.random.default_rng(SEED)
    first, second = generator.standard_normal((2, DRAWS))
    second = together * first + math.sqrt(max(0.0, 1 - together * together)) * second
    stretch = np.sqrt(freedom / generator.chisquare(freedom, DRAWS))
    drawn: Floats = means[:, np.newaxis] + errors[:, np.newaxis] * stretch * np.stack([first, second])
    return drawn


def first_layer(layers: Mapping[Layer, LayerResult], phase: Layer, aim: Layer | None) -> Layer:
    """The layer that needs it first.

    Soil while it is under 50 (or unknown); else the layer up to the phase with the lowest
    score that is not rich yet; else, only if the aim lies further, the next layer; else the
    lowest of those rich layers, to keep it so.
    """
    soil = layers["soil"].estimate.score
    if soil is None or soil < OPERATION_FROM:
        return "soil"
    reach = LAYERS.index(phase)
    lowest = min(LAYERS[: reach + 1], key=lambda layer: _score_or_lowest(layers[layer]))
    if layers[lowest].health == "rich" and aim is not None and LAYERS.index(aim) > reach:
        return LAYERS[reach + 1]
    return lowest


def verdict(standing: Standing, aim: Layer | None) -> Verdict:
    """Phase, health of each layer and aim, put together.

    Healthy when the layer of the phase is rich and no layer under it is poor or unknown; an
    aim is reached when that holds for the layer aimed for and the phase is at least there.
    """
    phase = standing.phase
    return Verdict(
        key=_verdict_key(standing, aim),
        first_layer=first_layer(standing.layers, phase, aim),
        healthy=_sound(standing.layers, phase),
        aim_reached=None
        if aim is None
        else LAYERS.index(phase) >= LAYERS.index(aim) and _sound(standing.layers, aim),
    )


def _verdict_key(standing: Standing, aim: Layer | None) -> str:
    phase, layers = standing.phase, standing.layers
    under = LAYERS[: LAYERS.index(phase)]
    if any(layers[layer].health is None for layer in (*under, phase)):
        return "unknown"
    if standing.fallow:
        return "fallow"
    for layer in under:
        if layers[layer].health == "poor":
            return f"{phase}.poor_{layer}"
    key = f"{phase}.{layers[phase].health}"
    if layers[phase].health == "poor":
        return key
    if aim == phase:
        return f"{key}.at_aim"
    return f"{key}.ready" if first_layer(layers, phase, aim) not in (*under, phase) else key


def _sound(layers: Mapping[Layer, LayerResult], target: Layer) -> bool:
    """Rich, with no layer under it poor or unknown (G6)."""
    under = LAYERS[: LAYERS.index(target)]
    return layers[target].health == "rich" and all(
        layers[layer].health in ("growing", "rich") for layer in under
    )


def _score_or_lowest(result: LayerResult) -> float:
    """An unknown layer needs it first."""
    return -1.0 if result.estimate.score is None else result.estimate.score
