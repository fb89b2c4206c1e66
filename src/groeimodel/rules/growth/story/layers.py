"""The three layers, each with its score, its margin and its health in words."""

from groeimodel.rules.growth.content import LAYERS, Layer
from groeimodel.rules.growth.diagnosis import Diagnosis, Estimate, LayerResult
from groeimodel.rules.growth.story.headline import is_known
from groeimodel.rules.growth.story.parts import LayerTold
from groeimodel.rules.growth.story.words import Teller


def tell_layers(say: Teller, diagnosis: Diagnosis) -> tuple[LayerTold, ...]:
    return tuple(_layer(say, diagnosis, layer) for layer in LAYERS)


def health_of(diagnosis: Diagnosis, layer: Layer) -> str:
    """The health to tell.

    Nothing above poor soil is told as growing or rich (G6); and a layer beyond phase and aim
    that nobody chose is not told as poor, for it is no shortage (G4).
    """
    health = diagnosis.layers[layer].health
    if health is None:
        return "unknown"
    chosen = max(LAYERS.index(one) for one in (diagnosis.phase, diagnosis.aim) if one is not None)
    if health == "poor":
        return "poor" if LAYERS.index(layer) <= chosen else "not_chosen"
    if layer != "soil" and diagnosis.layers["soil"].health == "poor":
        return "on_poor_soil"
    return health


_OWN_WORDS = frozenset({"on_poor_soil", "not_chosen"})


def _layer(say: Teller, diagnosis: Diagnosis, layer: Layer) -> LayerTold:
    result = diagnosis.layers[layer]
    estimate = result.estimate
    health = health_of(diagnosis, layer)
    score = say.score(estimate.score)
    return LayerTold(
        layer=layer,
        name=say.layer_name(layer),
        plain=say.layer_plain(layer),
        score=estimate.score,
        low=estimate.low,
        high=estimate.high,
        score_text=score if estimate.score is None else say.say("report.score", score=score),
        interval_text=_interval(say, estimate),
        health=health,
        health_text=say.say(f"{'report.' if health in _OWN_WORDS else ''}health.{health}"),
        operation_text=_operation(say, result),
        hint=say.say(f"report.hint.{layer}.{health}"),
        is_phase=layer == diagnosis.phase and is_known(diagnosis),
        first=layer == diagnosis.verdict.first_layer,
    )


def _interval(say: Teller, estimate: Estimate) -> str:
    """The margin in words, or why there is none."""
    if estimate.score is None:
        return ""
    if estimate.low is None or estimate.high is None:
        return say.say("report.interval.none")
    return say.say("report.interval.between", low=say.number(estimate.low), high=say.number(estimate.high))


def margin(say: Teller, low: float | None, high: float | None) -> str:
    """The margin for a table: '61 tot 83', or that there is none."""
    if low is None or high is None:
        return say.say("report.interval.nothing")
    return say.say("report.interval.short", low=say.number(low), high=say.number(high))


def _operation(say: Teller, result: LayerResult) -> str:
    """Whether it runs; who says so where answers and records differ."""
    if result.layer == "soil":
        return say.say("report.operation.soil")
    if result.answers_say is None:
        return say.say("report.operation.unknown")
    if result.records_say is not None and result.records_say != result.answers_say:
        return say.say(f"report.operation.{'answers' if result.answers_say else 'records'}_only")
    return say.say(f"report.operation.{'yes' if result.in_operation else 'no'}")
