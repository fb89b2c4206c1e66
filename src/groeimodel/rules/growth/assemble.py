"""The whole diagnosis of a round, and the notices that go with it."""

from collections.abc import Iterator

import numpy as np

from groeimodel.rules.growth import privacy as closing
from groeimodel.rules.growth.advice import next_steps
from groeimodel.rules.growth.content import LAYERS, ROLES, SEAT_ROLES, Content, Layer, Role
from groeimodel.rules.growth.diagnosis import (
    Agreement,
    BlockResult,
    Diagnosis,
    Hidden,
    Notice,
    Privacy,
)
from groeimodel.rules.growth.divisions import block_agreement, statement_agreement
from groeimodel.rules.growth.gaps import misperceptions, role_gaps
from groeimodel.rules.growth.intervals import FEWEST_FOR_INTERVAL, estimate
from groeimodel.rules.growth.phase import Standing, standing, verdict
from groeimodel.rules.growth.responses import Records, Responses
from groeimodel.rules.growth.scores import Scores, Table, arrange, role_scores, score

NO_RECORDS = Records()


def diagnose(
    responses: Responses,
    content: Content,
    *,
    aim: Layer | None = None,
    records: Records = NO_RECORDS,
    privacy: Privacy = "open",
) -> Diagnosis:
    """Make the diagnosis of one round.

    ``responses.statements`` are the statements of the round: the rule that half of a block
    must be answered counts those, so a short round must not have columns for the statements
    that it did not ask. The same answers in any row order give the same diagnosis. Raises
    ValueError for arrays that don't fit together or answers outside 1-5.
    """
    closed = privacy == "closed"
    scores = score(arrange(responses, content), content)
    hiding = closing.hiding(scores, content) if closed else closing.Hiding()
    scores = scores.without(hiding.columns)
    table = scores.table
    found = standing(scores, records)
    judged = verdict(found, aim)
    agreed = statement_agreement(scores, closed=closed)
    steps = next_steps(scores, content, judged.first_layer, hidden=hiding.steps)
    if closed:
        steps = {actor: closing.guarded(ones, scores) for actor, ones in steps.items()}
    suppressed = (*hiding.listed, *_hidden_answers(scores, agreed)) if closed else ()
    return Diagnosis(
        content_version=content.version,
        respondents={role: int((table.roles == index).sum()) for index, role in enumerate(ROLES)},
        municipalities=table.municipalities,
        heard=_heard(table),
        aim=aim,
        layers=found.layers,
        phase=found.phase,
        fallow=found.fallow,
        certainty=found.certainty,
        verdict=judged,
        blocks=tuple(
            BlockResult(block.id, block.layer, estimate(scores.of("block", block.id)))
            for block in content.blocks
        ),
        role_gaps=role_gaps(scores, content, hiding.gaps),
        agreement=agreed,
        block_agreement=block_agreement(scores, content, closed=closed),
        misperception=misperceptions(scores, hiding.guesses),
        next_steps=steps,
        per_municipality={} if closed else _per_municipality(scores),
        per_role=_per_role(scores, hiding),
        suppressed=suppressed,
        warnings=tuple(_notices(scores, found, aim, len(suppressed))),
    )


def _heard(table: Table) -> dict[str, tuple[Role, ...]]:
    """Seat roles per municipality from which at least one answer came."""
    spoke = table.counted & ~np.isnan(table.answers).all(axis=1)
    heard = np.zeros((len(table.municipalities), len(SEAT_ROLES)), dtype=np.bool_)
    heard[table.municipality[spoke], table.roles[spoke]] = True
    return {
        name: tuple(role for seat, role in enumerate(SEAT_ROLES) if heard[index, seat])
        for index, name in enumerate(table.municipalities)
    }


def _per_municipality(scores: Scores) -> dict[str, dict[Layer, float | None]]:
    columns = {layer: scores.of("layer", layer) for layer in LAYERS}
    return {
        name: {
            layer: None if np.isnan(values[index]) else float(values[index])
            for layer, values in columns.items()
        }
        for index, name in enumerate(scores.table.municipalities)
    }


def _per_role(scores: Scores, hiding: closing.Hiding) -> dict[Role, dict[Layer, float | None]]:
    return {
        role: {layer: None if (role, layer) in hiding.roles else value for layer, value in values.items()}
        for role, values in role_scores(scores).items()
    }


def _hidden_answers(scores: Scores, agreed: tuple[Agreement, ...]) -> Iterator[Hidden]:
    """Statements of a closed round of which the answers, or how many gave which, are not shown."""
    for column, one in enumerate(agreed):
        raters = int(scores.seat_people[:, :, column].sum())
        if raters and not one.raters:
            yield Hidden(f"statement.{one.statement}", "fewer_than_three")
        elif raters and not any(one.counts):
            yield Hidden(f"counts.{one.statement}", "fewer_than_three")


def _notices(scores: Scores, found: Standing, aim: Layer | None, hidden: int) -> Iterator[Notice]:
    """What the reader must know, the most important first; keys and values as in `phase.WARNINGS`."""
    yield from _notices_of_answers(scores)
    for layer, result in found.layers.items():
        if result.estimate.score is None:
            yield Notice("layer_missing", {"layer": layer})
        elif result.hallmark.score is None:
            yield Notice("hallmarks_missing", {"layer": layer})
        if None not in (result.answers_say, result.records_say) and result.answers_say != result.records_say:
            key = "answers_yes_records_no" if result.answers_say else "answers_no_records_yes"
            yield Notice(key, {"layer": layer, "hallmark": result.hallmark.score or 0.0})
    if found.phase == "shop" and not found.layers["meadow"].in_operation:
        yield Notice("layer_skipped", {"phase": "shop", "layer": "meadow"})
    if aim is not None and LAYERS.index(found.phase) > LAYERS.index(aim):
        yield Notice("past_aim", {"phase": found.phase, "aim": aim})
    if hidden:
        yield Notice("hidden", {"figures": hidden})


def _notices_of_answers(scores: Scores) -> Iterator[Notice]:
    table = scores.table
    layers = [scores.columns["layer", layer] for layer in LAYERS]
    scored = ~np.isnan(scores.municipality[:, layers]).all(axis=1)
    municipalities = int(scored.sum())
    if not municipalities:
        yield Notice("no_seat_answers", {})
    elif municipalities < FEWEST_FOR_INTERVAL:
        yield Notice("few_municipalities", {"municipalities": municipalities})
    heard = _heard(table).values()
    seats = len(table.municipalities) * len(SEAT_ROLES)
    empty = seats - sum(len(roles) for roles in heard)
    if empty:
        yield Notice("seats_empty", {"empty": empty, "seats": seats})
    answered = ~np.isnan(table.answers).all(axis=1)
    too_few = table.counted & answered & np.isnan(scores.people[:, layers]).all(axis=1)
    if too_few.any():
        yield Notice("too_few_answers", {"respondents": int(too_few.sum())})
    outside = (table.roles < len(SEAT_ROLES)) & (table.municipality < 0)
    if outside.any():
        yield Notice("without_municipality", {"respondents": int(outside.sum())})
    if table.unknown:
        yield Notice("unknown_statements", {"statements": table.unknown})
