"""Next steps per actor, where to start, and what the model says."""

from groeimodel.rules.growth.content import ACTORS, LAYERS, Actor, Factor, Layer, Role
from groeimodel.rules.growth.diagnosis import Diagnosis, Step
from groeimodel.rules.growth.story.parts import FactorTold, ModelTold, PartTold, Steps, StepTold
from groeimodel.rules.growth.story.words import Teller


def ordered_actors(role: Role | None) -> tuple[Actor, ...]:
    """The reader's own role first; those without a seat read 'together' first."""
    own: Actor | None = None if role is None else own_actor(role)
    return ACTORS if own is None else (own, *(actor for actor in ACTORS if actor != own))


def own_actor(role: Role) -> Actor:
    return role if role in ("alderman", "officer") else "together"


def tell_steps(say: Teller, diagnosis: Diagnosis, role: Role | None) -> tuple[Steps, ...]:
    return tuple(_steps_of(say, diagnosis, actor, role) for actor in ordered_actors(role))


def steps_text(say: Teller, diagnosis: Diagnosis) -> str:
    """Which layer the steps are about, and why that one."""
    first = diagnosis.verdict.first_layer
    reason = say.say(f"why.first.{first_reason(diagnosis)}", the=say.say(f"layer_the.{first}"))
    return say.say("report.steps.intro", the=say.say(f"layer_the.{first}"), reason=reason)


def first_reason(diagnosis: Diagnosis) -> str:
    """Which rule chose the layer of the next steps."""
    first: Layer = diagnosis.verdict.first_layer
    soil = diagnosis.layers["soil"].estimate.score
    if first == "soil" and soil is None:
        return "unknown"
    if first == "soil" and soil is not None and soil < 50:
        return "soil"
    if diagnosis.layers[first].estimate.score is None:
        return "unknown"
    if diagnosis.aim is not None and first == _next(diagnosis.phase):
        return "aim"
    return "keep" if diagnosis.layers[first].health == "rich" else "lowest"


def _next(phase: Layer) -> Layer | None:
    after = LAYERS[LAYERS.index(phase) + 1 :]
    return after[0] if after else None


def _steps_of(say: Teller, diagnosis: Diagnosis, actor: Actor, role: Role | None) -> Steps:
    steps = diagnosis.next_steps.get(actor, ())
    return Steps(
        actor=actor,
        heading=say.say(f"actor.{actor}"),
        own=role is not None and actor == own_actor(role),
        none_text="" if steps else say.say("report.steps.none"),
        steps=tuple(_step(say, one) for one in steps),
    )


def _step(say: Teller, step: Step) -> StepTold:
    statement = say.statement(step.statement)
    place = next((one for one in say.content.places if statement and one.id == statement.start), None)
    the = say.say(f"layer_the.{step.layer}")
    if step.gain and not step.municipalities:  # closed round: the count would be about one or two people
        gain = say.say("report.step.gain", points=say.number(step.gain, 1), the=the)
        reason = say.say("report.step.count_hidden")
    elif step.below:
        gain = say.say("report.step.gain", points=say.number(step.gain, 1), the=the)
        total = say.number(step.municipalities)
        reason = say.count(
            "report.step.reason", step.municipalities, below=say.number(step.below), total=total
        )
    else:
        gain = say.say("report.step.keep")
        reason = say.count("report.step.all_there", step.municipalities) if step.municipalities else ""
    advice = statement.advice.get(step.actor) if statement else None
    return StepTold(
        statement=step.statement,
        text=say.statement_text(step.statement, step.actor),
        layer=step.layer,
        label=say.subject(statement.block) if statement else "",
        gain=step.gain,
        gain_text=gain,
        reason=reason,
        advice=say.text(advice) if advice else "",
        start_label=say.text(place.label) if place else "",
        start_page=place.page if place else "",
        factors=tell_factors(say, statement.factors if statement else ()),
    )


def tell_factors(say: Teller, ids: tuple[str, ...]) -> tuple[FactorTold, ...]:
    return tuple(_factor(say, one) for one in say.content.factors if one.id in ids)


def _factor(say: Teller, factor: Factor) -> FactorTold:
    note = "" if factor.confirmed else say.say("factor.unconfirmed")
    return FactorTold(factor.id, say.text(factor.title), say.text(factor.text), note)


def tell_model(say: Teller, layer: Layer, role: Role | None) -> ModelTold | None:
    """What the growth model says about a layer; None when the content has no such model."""
    model = next((one for one in say.content.models if one.layer == layer), None)
    if model is None:
        return None
    actors = [actor for actor in ordered_actors(role) if actor in model.parts]
    return ModelTold(
        layer=layer,
        name=say.text(model.name),
        plain=say.text(model.plain),
        summary=say.text(model.summary),
        what=tuple(say.text(one) for one in model.what),
        enough=say.text(model.enough),
        grow_on=say.text(model.grow_on),
        parts=tuple(
            PartTold(
                actor=actor,
                heading=say.say(f"actor.{actor}"),
                title=say.text(model.parts[actor].title),
                points=tuple(say.text(point) for point in model.parts[actor].points),
                own=role is not None and actor == own_actor(role),
            )
            for actor in actors
        ),
    )
