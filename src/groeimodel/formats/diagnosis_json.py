"""The diagnosis as JSON; its keys are stable and explained in docs/cli.md."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from groeimodel.rules.growth import story
from groeimodel.rules.growth.content import LAYERS, Content, Language
from groeimodel.rules.growth.diagnosis import Diagnosis, Estimate

DECIMALS = 4


def to_json_value(
    diagnosis: Diagnosis,
    content: Content,
    language: Language = "nl",
    *,
    names: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """Plain dicts, lists, texts, numbers and None: never NaN. Scores 0-100, shares 0-1."""
    value = {
        "content_version": diagnosis.content_version,
        "respondents": sum(diagnosis.respondents.values()),
        "respondents_by_role": dict(diagnosis.respondents),
        "municipalities": sorted((names or {}).get(key, key) for key in diagnosis.municipalities),
        "aim": diagnosis.aim,
        "layers": {layer: layer_value(diagnosis, layer) for layer in LAYERS},
        "phase": diagnosis.phase,
        "certainty": dict(diagnosis.certainty),
        "verdict": {
            **asdict(diagnosis.verdict),
            "text": content.word(f"verdict.{diagnosis.verdict.key}.title", language),
        },
        "blocks": [
            {"block": one.block, "layer": one.layer, **estimate_value(one.estimate)}
            for one in diagnosis.blocks
        ],
        "role_gaps": [asdict(one) for one in diagnosis.role_gaps],
        "divided": [asdict(one) for one in diagnosis.divided],
        "agreement": [asdict(one) for one in diagnosis.block_agreement],
        "misperception": [asdict(one) for one in diagnosis.misperception],
        "next_steps": steps_value(diagnosis, content, language),
        "suppressed": [asdict(one) for one in diagnosis.suppressed],
        "warnings": [{"key": one.key, "values": dict(one.values)} for one in diagnosis.warnings],
    }
    return rounded(value)  # type: ignore[no-any-return]


def layer_value(diagnosis: Diagnosis, layer: Any) -> dict[str, Any]:
    one = diagnosis.layers[layer]
    return {
        **estimate_value(one.estimate),
        "health": one.health,
        "in_operation": one.in_operation,
        "hallmark": one.hallmark.score,
        "answers_say": one.answers_say,
        "records_say": one.records_say,
    }


def estimate_value(estimate: Estimate) -> dict[str, Any]:
    return {
        "score": estimate.score,
        "low": estimate.low,
        "high": estimate.high,
        "municipalities": estimate.municipalities,
    }


def steps_value(diagnosis: Diagnosis, content: Content, language: Language) -> dict[str, Any]:
    """Per actor the steps, each with its reason as the story tells it."""
    told = {
        (steps.actor, one.statement): one.reason
        for steps in story.tell(diagnosis, content, language=language).next_steps
        for one in steps.steps
    }
    return {
        actor: [
            {
                "statement": step.statement,
                "layer": step.layer,
                "gain": step.gain,
                "reason": told[actor, step.statement],
                "below": step.below,
                "municipalities": step.municipalities,
            }
            for step in steps
        ]
        for actor, steps in diagnosis.next_steps.items()
    }


def rounded(value: Any) -> Any:
    """Four decimals are more than five municipalities can say, and the same on every machine."""
    if isinstance(value, float):
        return round(value, DECIMALS)
    if isinstance(value, dict):
        return {key: rounded(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [rounded(one) for one in value]
    return value
