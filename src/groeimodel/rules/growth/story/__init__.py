"""The diagnosis in plain words, told once for terminal, page, file and paper.

Pure: the words come from the content, the figures from the diagnosis. In words, with the
rules behind every sentence: docs/rules/story.md.
"""

from collections.abc import Mapping
from typing import get_args

from groeimodel.rules.growth.content import LAYERS, SEAT_ROLES, Content, Language, Role
from groeimodel.rules.growth.diagnosis import Change, Diagnosis, Health
from groeimodel.rules.growth.story.differences import (
    gaps_text,
    guesses_rest,
    tell_changes,
    tell_divided,
    tell_gaps,
    tell_guesses,
)
from groeimodel.rules.growth.story.headline import is_known, tell_head, tell_hidden, tell_warnings
from groeimodel.rules.growth.story.layers import tell_layers
from groeimodel.rules.growth.story.parts import HeardTold, Story, Table
from groeimodel.rules.growth.story.steps import steps_text, tell_factors, tell_model, tell_steps
from groeimodel.rules.growth.story.why import tell_why
from groeimodel.rules.growth.story.words import Teller, capital, number, percent

__all__ = ["Story", "number", "percent", "tell"]

_LABELS = "report.label."


def tell(
    diagnosis: Diagnosis,
    content: Content,
    *,
    language: Language = "nl",
    role: Role | None = None,
    changes: tuple[Change, ...] = (),
    title: str = "",
    names: Mapping[str, str] | None = None,
) -> Story:
    """The diagnosis as sentences and figures, in one language.

    ``role`` puts the reader's own steps first; ``title`` is the name of the partnership;
    ``names`` gives the names of municipalities by their key in the diagnosis. Never raises
    for a diagnosis of `diagnose`; raises KeyError when the content lacks a word.
    """
    say = Teller(content, language)
    head = tell_head(say, diagnosis)
    layers = tell_layers(say, diagnosis)
    gaps = tell_gaps(say, diagnosis, "block")
    divided = tell_divided(say, diagnosis)
    guesses = tell_guesses(say, diagnosis)
    told_changes = tell_changes(say, changes)
    heard = tell_heard(say, diagnosis, names or {})
    return Story(
        language=language,
        content_version=diagnosis.content_version,
        title=title,
        role=role,
        phase=diagnosis.phase,
        phase_name=say.layer_name(diagnosis.phase),
        known=is_known(diagnosis),
        healthy=diagnosis.verdict.healthy,
        headline=head.headline,
        lead=head.lead,
        certainty=head.certainty,
        verdict_title=head.verdict_title,
        verdict_text=head.verdict_text,
        aim_text=head.aim_text,
        mirror_text=say.say("report.mirror"),
        layers=layers,
        layer_gaps=tell_gaps(say, diagnosis, "layer"),
        gaps=gaps,
        gaps_text=gaps_text(say, gaps),
        divided=divided,
        divided_text=say.count("report.divided.some", len(divided))
        if divided
        else say.say("report.divided.none"),
        guesses=guesses,
        guesses_text=say.say("report.guesses.intro" if guesses else "report.guesses.none"),
        guesses_rest_text=guesses_rest(say, guesses),
        steps_text=steps_text(say, diagnosis),
        next_steps=tell_steps(say, diagnosis, role),
        model=tell_model(say, diagnosis.phase, role),
        changes=told_changes,
        changes_text=say.say("report.changes.intro" if told_changes else "report.changes.none"),
        heard=heard,
        heard_text=_heard_text(say, heard),
        voices=tell_voices(say, diagnosis),
        hidden=tell_hidden(say, diagnosis),
        warnings=tell_warnings(say, diagnosis),
        why=tell_why(say, diagnosis, layers=layers, certainty=head.certainty, heard=heard),
        factors=tell_factors(say, _touched(say, diagnosis)),
        labels=tell_labels(say),
    )


def _touched(say: Teller, diagnosis: Diagnosis) -> tuple[str, ...]:
    """Ids of the success factors that the next steps touch."""
    steps = [step for of_actor in diagnosis.next_steps.values() for step in of_actor]
    statements = [say.statement(step.statement) for step in steps]
    return tuple(factor for one in statements if one for factor in one.factors)


def tell_labels(say: Teller) -> Mapping[str, str]:
    """Headings and column names; 'band_poor' and its siblings name the parts of the scale."""
    keys = [key for key in say.content.words if key.startswith(_LABELS)]
    bands = {f"band_{health}": say.say(f"health.{health}") for health in get_args(Health)}
    return bands | {key.removeprefix(_LABELS): say.say(key) for key in keys}


def tell_heard(say: Teller, diagnosis: Diagnosis, names: Mapping[str, str]) -> tuple[HeardTold, ...]:
    """Per municipality which seats were heard, in the diagnosis' order."""
    told = []
    for key, roles in diagnosis.heard.items():
        alderman, officer = "alderman" in roles, "officer" in roles
        words = [say.say(f"report.heard.{'yes' if there else 'no'}") for there in (alderman, officer)]
        told.append(HeardTold(names.get(key, key), alderman, officer, *words))
    return tuple(told)


def _heard_text(say: Teller, heard: tuple[HeardTold, ...]) -> str:
    seats = 2 * len(heard)
    filled = sum(one.alderman + one.officer for one in heard)
    if not seats:
        return say.say("report.heard.none")
    if filled == seats:
        return say.say("report.heard.all")
    return say.say("report.heard.some", filled=say.number(filled), seats=say.number(seats))


def tell_voices(say: Teller, diagnosis: Diagnosis) -> Table | None:
    """Layer scores per role, those that are not counted in apart."""
    rows = tuple(
        (_voice(say, role), *(say.score(scores.get(layer)) for layer in LAYERS))
        for role, scores in diagnosis.per_role.items()
        if any(score is not None for score in scores.values())
    )
    if len(rows) < 2 and all(role in SEAT_ROLES for role in diagnosis.per_role):
        return None
    columns = (say.say("why.column.role"), *(say.layer_name(layer) for layer in LAYERS))
    return Table(say.say("report.voices.caption"), columns, rows) if rows else None


def _voice(say: Teller, role: Role) -> str:
    name = capital(say.say(f"roles.{role}"))
    return name if role in SEAT_ROLES else say.say("report.voices.apart", role=name)
