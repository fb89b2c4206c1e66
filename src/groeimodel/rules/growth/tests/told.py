"""Diagnoses made by hand, to see how they are told."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

from groeimodel.content import load
from groeimodel.rules.growth.content import LAYERS, Content, Layer, Text
from groeimodel.rules.growth.diagnosis import (
    Agreement,
    BlockResult,
    Diagnosis,
    Estimate,
    Hidden,
    LayerResult,
    Misperception,
    Notice,
    RoleGap,
    Step,
    Verdict,
)
from groeimodel.rules.growth.phase import VERDICTS, WARNINGS, health

CONTENT = load()


def estimate(score: float | None, *, municipalities: int = 5) -> Estimate:
    if score is None or municipalities < 3:
        return Estimate(score, None, None, municipalities)
    return Estimate(score, max(score - 8, 0), min(score + 8, 100), municipalities)


def layer_result(layer: Layer, score: float | None, *, municipalities: int = 5) -> LayerResult:
    runs = layer != "soil" and score is not None and score >= 50
    return LayerResult(
        layer=layer,
        estimate=estimate(score, municipalities=municipalities),
        health=health(score),
        hallmark=estimate(score, municipalities=municipalities),
        in_operation=runs,
        answers_say=None if score is None else score >= 50,
        records_say=None,
    )


def diagnosis(
    soil: float | None = 74,
    meadow: float | None = 61,
    shop: float | None = 22,
    *,
    key: str = "meadow.growing",
    aim: Layer | None = None,
    **changes: Any,
) -> Diagnosis:
    """A partnership of five; every part can be replaced."""
    statements = [one for one in CONTENT.statements if one.layer == "meadow"]
    phase = next((layer for layer in LAYERS if key.startswith(layer)), LAYERS[0])
    towns = ("Beukmeer", "Eikvoort", "Elsdonk", "Lindergem", "Wilgerode")
    scores: dict[Layer, float | None] = {"soil": soil, "meadow": meadow, "shop": shop}
    made = Diagnosis(
        content_version=CONTENT.version,
        respondents={"alderman": 5, "officer": 6, "coordinator": 1, "supporter": 0, "other": 0},
        municipalities=towns,
        heard={town: ("alderman", "officer") if town != "Elsdonk" else ("officer",) for town in towns},
        aim=aim,
        layers={layer: layer_result(layer, scores[layer]) for layer in LAYERS},
        phase=phase,
        fallow=key == "fallow",
        certainty={"soil": 0.12, "meadow": 0.82, "shop": 0.06},
        verdict=Verdict(
            key=key, first_layer=phase, healthy=False, aim_reached=None if aim is None else False
        ),
        blocks=tuple(BlockResult(block.id, block.layer, estimate(60.0)) for block in CONTENT.blocks),
        role_gaps=tuple(
            [RoleGap(layer, "layer", 66.0, 62.0, 4.0, -3.0, 11.0, 4, False) for layer in LAYERS]
            + [RoleGap("trust", "block", 72.4, 51.2, 21.2, 6.0, 36.0, 4, True)]
            + [RoleGap("expectations", "block", 40.0, 52.0, -12.0, -30.0, 6.0, 4, False)]
        ),
        agreement=(Agreement(statements[0].id, 11, 0.3, 1.27, True, (2, 3, 1, 2, 3)),),
        block_agreement=(),
        misperception=(
            Misperception(statements[1].id, "alderman", "officer", 80.0, 72.5, 45.0, 27.5, 35.0, 4),
            Misperception(statements[1].id, "officer", "alderman", 70.0, 45.0, 72.5, -27.5, -2.5, 4),
        ),
        next_steps={
            actor: (
                Step(statements[0].id, actor, "meadow", 6.2, 3, 5),
                Step(statements[2].id, actor, "meadow", 0.0, 0, 5),
            )
            for actor in ("alderman", "officer", "together")
        },
        per_municipality={town: dict(scores) for town in towns},
        per_role={"alderman": dict(scores), "officer": dict(scores), "coordinator": dict(scores)},
        suppressed=(),
        warnings=(Notice("seats_empty", {"empty": 1, "seats": 10}),),
    )
    return replace(made, **changes)


def nothing() -> Diagnosis:
    """Nobody answered anything."""
    return diagnosis(
        None,
        None,
        None,
        key="unknown",
        respondents={},
        municipalities=(),
        heard={},
        certainty=dict.fromkeys(LAYERS, 1 / 3),
        blocks=(),
        role_gaps=(),
        agreement=(),
        misperception=(),
        next_steps={},
        per_municipality={},
        per_role={},
        warnings=(Notice("no_seat_answers", {}),),
    )


def all_hidden() -> Diagnosis:
    """A closed round with too few people for any figure but the layers."""
    gap = RoleGap("trust", "block", None, None, None, None, None, 0, False)
    return diagnosis(
        role_gaps=(gap,),
        agreement=(Agreement(CONTENT.statements[0].id, 0, None, None, True, (0, 0, 0, 0, 0)),),
        misperception=(Misperception("gone", "alderman", "officer", None, None, None, None, None, 0),),
        next_steps={"alderman": (), "officer": (), "together": ()},
        per_municipality={},
        per_role={},
        suppressed=(
            Hidden("trust", "fewer_than_three"),
            Hidden("x", "by_subtraction"),
            Hidden("y", "round_closed"),
        ),
    )


def every_warning() -> tuple[Notice, ...]:
    """Each notice with a value for each of its names."""
    layers = {"layer": "meadow", "phase": "shop", "aim": "soil"}
    return tuple(
        Notice(key, {name: layers.get(name, 2) for name in names}) for key, names in WARNINGS.items()
    )


def example_of(key: str) -> Diagnosis:
    """A diagnosis that fits a verdict: its scores, its aim, and whether it is called healthy."""
    scores = {
        "unknown": (None, None, None),
        "fallow": (14, 8, 5),
        "soil.poor": (33, 20, 8),
        "soil.growing": (55, 30, 8),
        "soil.rich": (82, 30, 8),
        "meadow.poor_soil": (31, 78, 12),
        "meadow.poor": (66, 36, 12),
        "meadow.growing": (74, 61, 22),
        "meadow.rich": (80, 77, 30),
        "shop.poor_soil": (28, 71, 79),
        "shop.poor_meadow": (62, 31, 72),
        "shop.poor": (62, 58, 36),
        "shop.growing": (70, 66, 60),
        "shop.rich": (78, 74, 81),
    }
    plain = key.removesuffix(".at_aim").removesuffix(".ready")
    phase = plain.split(".")[0]
    aim: Layer | None = None
    if key.endswith(".at_aim"):
        aim = phase  # type: ignore[assignment]
    elif key.endswith(".ready"):
        aim = "meadow" if phase == "soil" else "shop"
    healthy = ".rich" in key
    made = diagnosis(*scores[plain], key=key, aim=aim)
    first: Layer = "soil" if (scores[plain][0] or 0) < 50 else made.phase
    reached = None if aim is None else healthy and key.endswith(".at_aim")
    return replace(made, verdict=Verdict(key, first, healthy, reached))


ALL_EXAMPLES = {key: example_of(key) for key in VERDICTS}


def steady() -> Content:
    """The content with numbers for the texts of statements and models, so that editing those breaks no snapshot."""

    def text(words: str) -> Text:
        return Text(words, words)

    statements = tuple(
        replace(
            one,
            wording={role: text(f"Stelling {n} voor {role}.") for role in one.wording},
            advice={actor: text(f"Advies {n} voor {actor}.") for actor in one.advice},
        )
        for n, one in enumerate(CONTENT.statements, 1)
    )
    models = tuple(
        replace(
            one,
            summary=text(f"Over {one.layer}."),
            what=(text("Eén."), text("Twee.")),
            enough=text("Blijven mag."),
            grow_on=text("Verder mag."),
            parts={
                actor: replace(part, title=text(f"Titel {actor}"), points=(text("Punt."),))
                for actor, part in one.parts.items()
            },
        )
        for one in CONTENT.models
    )
    return replace(CONTENT, statements=statements, models=models)


def strings(told: object) -> list[str]:
    """Every text in a told value."""
    if isinstance(told, str):
        return [told]
    if is_dataclass(told):
        return [text for field in fields(told) for text in strings(getattr(told, field.name))]
    if isinstance(told, tuple | list):
        return [text for one in told for text in strings(one)]
    return []
