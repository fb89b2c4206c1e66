"""Phase, certainty, verdict and aim: what stands on top of every result."""

from dataclasses import dataclass

from groeimodel.rules.growth.content import LAYERS, SEAT_ROLES, Role
from groeimodel.rules.growth.diagnosis import Diagnosis
from groeimodel.rules.growth.phase import WARNINGS
from groeimodel.rules.growth.story.parts import Certainty, NoticeTold, Share
from groeimodel.rules.growth.story.words import Teller, capital

WORDS_FROM: tuple[tuple[float, str], ...] = ((0.95, "sure"), (0.75, "likely"), (0.55, "perhaps"))
"""From which share of the draws which word holds; under all of them it is close."""
RUNNER_UP_FROM = 0.10
"""From which share another phase is named in the sentence."""
_LAYER_VALUES = frozenset({"layer", "phase", "aim"})


@dataclass(frozen=True, slots=True)
class Head:
    headline: str
    lead: str
    certainty: Certainty
    verdict_title: str
    verdict_text: str
    aim_text: str


def tell_head(say: Teller, diagnosis: Diagnosis) -> Head:
    key = f"verdict.{diagnosis.verdict.key}"
    aim = diagnosis.aim
    like = say.say(f"layer_article.{aim or diagnosis.phase}")
    return Head(
        headline=_headline(say, diagnosis),
        lead=_lead(say, diagnosis),
        certainty=_certainty(say, diagnosis),
        verdict_title=say.say(f"{key}.title", aim=like),
        verdict_text=say.say(f"{key}.text", aim=like),
        aim_text=_aim(say, diagnosis),
    )


def is_known(diagnosis: Diagnosis) -> bool:
    """Whether there is enough to name a phase."""
    return diagnosis.verdict.key != "unknown"


def _headline(say: Teller, diagnosis: Diagnosis) -> str:
    if not is_known(diagnosis):
        return say.say("report.headline.unknown")
    alone = ".alone" if sum(diagnosis.respondents.values()) == 1 else ".group"
    if diagnosis.fallow:
        return say.say(f"report.headline.fallow{alone}")
    return say.say(f"report.headline.phase{alone}", like=say.say(f"layer_article.{diagnosis.phase}"))


def people(say: Teller, role: Role, count: int) -> str:
    """'1 schepen', '12 ambtenaren'."""
    return say.count(f"report.role.{role}.count", count)


def _lead(say: Teller, diagnosis: Diagnosis) -> str:
    there = {role: count for role, count in diagnosis.respondents.items() if count}
    if not there:
        return say.say("report.lead.nobody")
    seats = [people(say, role, count) for role, count in there.items() if role in SEAT_ROLES]
    apart = [people(say, role, count) for role, count in there.items() if role not in SEAT_ROLES]
    sentences = []
    if seats:
        towns = sum(bool(roles) for roles in diagnosis.heard.values())
        # Without a municipality nobody counts in; the warning says so.
        key = "report.lead.seats" if towns else "report.lead.loose"
        sentences.append(
            say.count(key, towns, who=say.listing(seats)) if towns else say.say(key, who=say.listing(seats))
        )
    if apart:
        sentences.append(say.say("report.lead.apart", who=say.listing(apart)))
    return " ".join(sentences)


def _certainty(say: Teller, diagnosis: Diagnosis) -> Certainty:
    layers = diagnosis.layers
    known = any(layers[layer].hallmark.score is not None for layer in LAYERS[1:]) and is_known(diagnosis)
    shares = tuple(
        Share(
            layer=layer,
            label=say.layer_name(layer),
            share=diagnosis.certainty.get(layer, 0.0),
            text=say.percent(diagnosis.certainty.get(layer, 0.0)),
            is_phase=layer == diagnosis.phase,
        )
        for layer in LAYERS
    )
    if not known:
        return Certainty(
            False, say.say("certainty.unknown.word"), say.say("certainty.unknown.text"), shares, ""
        )
    own = next(one for one in shares if one.is_phase)
    runner = max((one for one in shares if not one.is_phase), key=lambda one: one.share)
    word = next((word for least, word in WORDS_FROM if own.share >= least), "close")
    sentence = say.say(f"certainty.{word}.text", share=own.text)
    if runner.share >= RUNNER_UP_FROM:
        like = say.say(f"layer_article.{runner.layer}")
        sentence += " " + say.say("certainty.runner_up", share=runner.text, like=like)
    return Certainty(
        known=True,
        word=say.say(f"certainty.{word}.word"),
        sentence=sentence,
        shares=shares,
        summary=say.say(
            "certainty.summary", shares=say.listing([f"{one.label} {one.text}" for one in shares])
        ),
    )


def _aim(say: Teller, diagnosis: Diagnosis) -> str:
    if diagnosis.aim is None:
        return say.say("report.aim.none")
    there = "there" if diagnosis.phase == diagnosis.aim else "open"
    reached = "reached" if diagnosis.verdict.aim_reached else there
    return say.say(f"report.aim.{reached}", like=say.say(f"layer_article.{diagnosis.aim}"))


def tell_warnings(say: Teller, diagnosis: Diagnosis) -> tuple[NoticeTold, ...]:
    return tuple(NoticeTold(one.key, _warning(say, one.key, dict(one.values))) for one in diagnosis.warnings)


def _warning(say: Teller, key: str, given: dict[str, str | int | float]) -> str:
    values: dict[str, str | int] = {}
    for name, value in given.items():
        if isinstance(value, str):
            form = "layer_article" if name in ("phase", "aim") else "layer_the"
            values[name] = say.say(f"{form}.{value}") if name in _LAYER_VALUES else value
        else:
            values[name] = say.number(value)
    first = given.get(next(iter(WARNINGS.get(key, ())), ""), 0)
    counted = say.counted(f"warning.{key}", int(first) if isinstance(first, int | float) else 0)
    return capital(say.say(counted, **values))


def tell_hidden(say: Teller, diagnosis: Diagnosis) -> tuple[str, ...]:
    """One sentence a reason, with how many figures it hides; never which answer."""
    reasons: dict[str, int] = {}
    for one in diagnosis.suppressed:
        reasons[one.reason] = reasons.get(one.reason, 0) + 1
    return tuple(say.count(f"hidden.{reason}", count) for reason, count in reasons.items())
