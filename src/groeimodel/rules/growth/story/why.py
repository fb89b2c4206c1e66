"""Why this result: the whole sum in plain words, step by step, with its figures."""

from collections.abc import Sequence

from groeimodel.rules.growth.content import LAYERS, SEAT_ROLES, Layer, Statement
from groeimodel.rules.growth.diagnosis import Diagnosis
from groeimodel.rules.growth.story.headline import people
from groeimodel.rules.growth.story.layers import margin
from groeimodel.rules.growth.story.parts import Certainty, HeardTold, LayerTold, Table, WhyStep
from groeimodel.rules.growth.story.steps import first_reason
from groeimodel.rules.growth.story.words import Teller, capital


def tell_why(
    say: Teller,
    diagnosis: Diagnosis,
    *,
    layers: tuple[LayerTold, ...],
    certainty: Certainty,
    heard: tuple[HeardTold, ...],
) -> tuple[WhyStep, ...]:
    steps = (
        _answers(say),
        _weights(say, diagnosis),
        _layers(say, layers),
        _blocks(say, diagnosis),
        _municipalities(say, diagnosis, heard),
        _operation(say, diagnosis),
        _phase(say, diagnosis),
        _certainty(say, certainty),
        _verdict(say, diagnosis),
        _first(say, diagnosis),
        _differences(say),
    )
    return tuple(step for step in steps if step is not None)


def _step(say: Teller, key: str, *paragraphs: str, table: Table | None = None) -> WhyStep:
    return WhyStep(say.say(f"why.{key}.title"), tuple(one for one in paragraphs if one), table)


def _table(say: Teller, key: str, columns: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> Table | None:
    names = tuple(
        say.layer_name(column) if column in LAYERS else say.say(f"why.column.{column}") for column in columns
    )
    return Table(say.say(f"why.{key}.caption"), names, tuple(rows)) if rows else None


def _answers(say: Teller) -> WhyStep:
    rows = [
        (
            say.say("why.answer.numbered", answer=answer, label=say.say(f"answer.{answer}")),
            say.number((answer - 1) * 25),
        )
        for answer in range(1, 6)
    ]
    rows.append((say.say("answer.unknown"), say.say("why.answer.left_out")))
    table = _table(say, "answers", ("answer", "score"), rows)
    return _step(say, "answers", say.say("why.answers.text"), table=table)


def _weights(say: Teller, diagnosis: Diagnosis) -> WhyStep:
    seats = [
        people(say, role, count)
        for role, count in diagnosis.respondents.items()
        if role in SEAT_ROLES and count
    ]
    who = say.listing(seats) or say.say("why.weights.nobody")
    text = say.count("why.weights.text", sum(bool(roles) for roles in diagnosis.heard.values()), who=who)
    return _step(say, "weights", text, say.say("why.weights.equal"))


def _layers(say: Teller, layers: tuple[LayerTold, ...]) -> WhyStep:
    rows = [
        (layer.name, say.score(layer.score), margin(say, layer.low, layer.high), layer.health_text)
        for layer in layers
    ]
    table = _table(say, "layers", ("layer", "score", "margin", "health"), rows)
    poor_soil = any(layer.health == "on_poor_soil" for layer in layers)
    extra = say.say("why.layers.poor_soil") if poor_soil else ""
    return _step(say, "layers", say.say("why.layers.text"), say.say("why.layers.margin"), extra, table=table)


def _blocks(say: Teller, diagnosis: Diagnosis) -> WhyStep | None:
    rows = [
        (
            say.subject(block.block),
            say.layer_name(block.layer),
            say.score(block.estimate.score),
            margin(say, block.estimate.low, block.estimate.high),
        )
        for block in diagnosis.blocks
    ]
    table = _table(say, "blocks", ("block", "layer", "score", "margin"), rows)
    return _step(say, "blocks", say.say("why.blocks.text"), table=table) if table else None


def _municipalities(say: Teller, diagnosis: Diagnosis, heard: tuple[HeardTold, ...]) -> WhyStep | None:
    """Only in an open round; a closed round gives no scores per municipality."""
    names = dict(zip(diagnosis.heard, (one.municipality for one in heard), strict=False))
    rows = [
        (names.get(key, key), *(say.score(scores.get(layer)) for layer in LAYERS))
        for key, scores in diagnosis.per_municipality.items()
    ]
    table = _table(say, "municipalities", ("municipality", *LAYERS), rows)
    return _step(say, "municipalities", say.say("why.municipalities.text"), table=table) if table else None


def _operation(say: Teller, diagnosis: Diagnosis) -> WhyStep:
    def word(value: bool | None) -> str:
        return say.say({True: "report.yes", False: "report.no", None: "report.no_record"}[value])

    upper = [diagnosis.layers[layer] for layer in LAYERS[1:]]
    rows = [
        (
            say.layer_name(result.layer),
            say.score(result.hallmark.score),
            say.score(None) if result.answers_say is None else word(result.answers_say),
            word(result.records_say),
            word(result.in_operation),
        )
        for result in upper
    ]
    table = _table(say, "operation", ("layer", "hallmarks", "answers", "records", "runs"), rows)
    hallmarks = tuple(
        say.say(
            "why.operation.hallmarks",
            the=say.say(f"layer_the.{result.layer}"),
            statements=say.listing(
                [f"‘{say.statement_text(one.id).rstrip('.')}’" for one in _hallmarks(say, result.layer)]
            ),
        )
        for result in upper
        if _hallmarks(say, result.layer)
    )
    kept = any(result.records_say is not None for result in upper)
    records = say.say("why.operation.records" if kept else "why.operation.no_records")
    return _step(say, "operation", say.say("why.operation.text"), *hallmarks, records, table=table)


def _hallmarks(say: Teller, layer: Layer) -> list[Statement]:
    return [one for one in say.content.statements if one.hallmark and one.layer == layer]


def _phase(say: Teller, diagnosis: Diagnosis) -> WhyStep:
    running = [say.say(f"layer_the.{layer}") for layer in LAYERS[1:] if diagnosis.layers[layer].in_operation]
    key = "fallow" if diagnosis.fallow else ("runs" if running else "soil")
    the = say.say(f"layer_the.{diagnosis.phase}")
    text = say.say(f"why.phase.{key}", running=say.listing(running), the=the)
    return _step(say, "phase", text, say.say("why.phase.mirror"))


def _certainty(say: Teller, certainty: Certainty) -> WhyStep:
    rows = [(one.label, one.text) for one in certainty.shares] if certainty.known else []
    table = _table(say, "certainty", ("phase", "share"), rows)
    return _step(say, "certainty", say.say("why.certainty.text"), certainty.sentence, table=table)


def _verdict(say: Teller, diagnosis: Diagnosis) -> WhyStep:
    soil = diagnosis.layers["soil"].health
    key = "poor_soil" if soil == "poor" and diagnosis.phase != "soil" else "text"
    title = say.say(f"verdict.{diagnosis.verdict.key}.title", aim="")
    return _step(say, "verdict", say.say(f"why.verdict.{key}", title=title), say.say("why.verdict.alone"))


def _first(say: Teller, diagnosis: Diagnosis) -> WhyStep:
    the = say.say(f"layer_the.{diagnosis.verdict.first_layer}")
    reason = capital(say.say(f"why.first.{first_reason(diagnosis)}", the=the))
    return _step(say, "first", say.say("why.first.text"), reason, say.say("why.first.gain"))


def _differences(say: Teller) -> WhyStep:
    return _step(
        say,
        "differences",
        say.say("why.differences.gaps"),
        say.say("why.differences.divided"),
        say.say("why.differences.guesses"),
    )
