"""Where roles differ, misjudge each other, and where answers lie far apart."""

from groeimodel.rules.growth.diagnosis import Agreement, Change, Diagnosis, Misperception, RoleGap
from groeimodel.rules.growth.story.parts import ChangeTold, DividedTold, GapTold, GuessTold
from groeimodel.rules.growth.story.words import Teller, capital

NEARLY = 0.5
"""Answers (1 to 5) that lie less than half a step apart are told as nearly the same."""
TALK = 1.0
"""From one whole step a wrong guess is something to talk about."""
SAME_GAP = 5.0
"""Scores (0 to 100) less than this apart are told as nearly the same."""


def tell_gaps(say: Teller, diagnosis: Diagnosis, kind: str) -> tuple[GapTold, ...]:
    """What to talk about first, then the largest gap; layers keep their own order."""
    told = [_gap(say, diagnosis, gap) for gap in diagnosis.role_gaps if gap.kind == kind]
    if kind == "block":
        told.sort(key=lambda one: (not one.to_talk_about, -abs((one.alderman or 0) - (one.officer or 0))))
    return tuple(one for one in told if one.alderman is not None and one.officer is not None)


def _gap(say: Teller, diagnosis: Diagnosis, gap: RoleGap) -> GapTold:
    known = gap.alderman is not None and gap.officer is not None
    difference = (
        (gap.gap if gap.gap is not None else (gap.alderman or 0) - (gap.officer or 0)) if known else 0.0
    )
    points = say.count("report.points", round(abs(difference)))
    if not known:
        text = say.say("report.gap.unknown")
    elif abs(difference) < SAME_GAP:
        text = say.say("report.gap.same")
    else:
        text = say.say(f"report.gap.{'alderman' if difference > 0 else 'officer'}_more", points=points)
    layer = next((block.layer for block in say.content.blocks if block.id == gap.subject), None)
    return GapTold(
        subject=gap.subject,
        label=say.subject(gap.subject),
        layer=layer or (gap.subject if gap.kind == "layer" else diagnosis.phase),  # type: ignore[arg-type]
        alderman=gap.alderman,
        officer=gap.officer,
        alderman_text=say.score(gap.alderman),
        officer_text=say.score(gap.officer),
        gap_text=points if known else "",
        text=text,
        to_talk_about=gap.to_talk_about,
    )


def gaps_text(say: Teller, gaps: tuple[GapTold, ...]) -> str:
    if not gaps:
        return say.say("report.gaps.none")
    talk = [one.label for one in gaps if one.to_talk_about]
    if not talk:
        return say.say("report.gaps.alike")
    return say.count("report.gaps.some", len(talk), total=say.number(len(gaps)))


def tell_divided(say: Teller, diagnosis: Diagnosis) -> tuple[DividedTold, ...]:
    """The widest apart first."""
    ordered = sorted(diagnosis.divided, key=lambda one: (-(one.ad_m or 0), one.statement))
    return tuple(_divided(say, one) for one in ordered)


def _divided(say: Teller, one: Agreement) -> DividedTold:
    statement = say.statement(one.statement)
    low, middle, high = sum(one.counts[:2]), one.counts[2], sum(one.counts[3:])
    counts = (
        ""
        if not any(one.counts)
        else say.listing(
            [
                say.count("report.counts.answer", count, answer=answer)
                for answer, count in enumerate(one.counts, 1)
                if count
            ]
        )
    )
    sentence = "" if one.ad_m is None else say.say("report.divided.apart", steps=say.number(one.ad_m, 1))
    if low and high:
        sides = say.say(
            "report.divided.sides", low=say.number(low), middle=say.number(middle), high=say.number(high)
        )
        sentence = f"{sides} {sentence}".strip()
    return DividedTold(
        statement=one.statement,
        text=say.statement_text(one.statement),
        layer=statement.layer if statement else "soil",
        label=say.subject(statement.block) if statement else "",
        counts=one.counts,
        counts_text=capital(counts),
        sentence=sentence,
    )


def tell_guesses(say: Teller, diagnosis: Diagnosis) -> tuple[GuessTold, ...]:
    """The worst misjudgement first; what cannot be said is left out."""
    told = [
        _guess(say, one)
        for one in diagnosis.misperception
        if one.guess is not None and one.actual is not None
    ]
    return tuple(sorted(told, key=lambda one: -abs((one.guess or 0) - (one.actual or 0))))


def guesses_rest(say: Teller, guesses: tuple[GuessTold, ...]) -> str:
    """How many guesses were close enough to leave out of a short list."""
    close = sum(not one.to_talk_about for one in guesses)
    return say.count("report.guesses.rest", close) if close else ""


def answer(score: float | None) -> float | None:
    """A score 0 to 100 back on the scale of the answers, 1 to 5."""
    return None if score is None else score / 25 + 1


def _guess(say: Teller, one: Misperception) -> GuessTold:
    guess, own, actual = answer(one.guess), answer(one.own), answer(one.actual)
    assert guess is not None and actual is not None  # noqa: PT018 (the caller left out the others)
    off = guess - actual
    apart = None if own is None else own - actual
    names = {
        "guesser": say.say(f"roles.{one.guesser}"),
        "guessed": say.say(f"roles.{one.guessed}"),
    }
    figures = {"guess": say.number(guess, 1), "actual": say.number(actual, 1)}
    judged = "right" if abs(off) < NEARLY else ("high" if off > 0 else "low")
    misperception = (
        say.say("report.guess.think", **names, **figures)
        + " "
        + say.say(f"report.guess.{judged}", **({} if judged == "right" else {"steps": say.steps(off)}))
    )
    statement = say.statement(one.statement)
    return GuessTold(
        statement=one.statement,
        text=say.statement_text(one.statement),
        layer=statement.layer if statement else "soil",
        guesser=one.guesser,
        guessed=one.guessed,
        guess=guess,
        own=own,
        actual=actual,
        misperception=capital(misperception),
        disagreement=_disagreement(say, own, apart, names),
        insight=_insight(say, off, apart),
        to_talk_about=abs(off) >= TALK,
    )


def _disagreement(say: Teller, own: float | None, apart: float | None, names: dict[str, str]) -> str:
    if own is None or apart is None:
        return ""
    kind = "same" if abs(apart) < NEARLY else ("more" if apart > 0 else "less")
    return capital(
        say.say(f"report.guess.own_{kind}", **names, own=say.number(own, 1), steps=say.steps(apart))
    )


def _insight(say: Teller, off: float, apart: float | None) -> str:
    """What the two gaps say together."""
    if apart is None:
        return ""
    known = "known" if abs(off) < TALK else "misjudged"
    alike = "alike" if abs(apart) < TALK else "apart"
    return say.say(f"report.guess.insight.{known}_{alike}")


def tell_changes(say: Teller, changes: tuple[Change, ...]) -> tuple[ChangeTold, ...]:
    return tuple(_change(say, one) for one in changes if one.before is not None and one.after is not None)


def _change(say: Teller, one: Change) -> ChangeTold:
    change = one.change if one.change is not None else (one.after or 0) - (one.before or 0)
    direction = "none" if not one.changed else ("up" if change > 0 else "down")
    return ChangeTold(
        subject=one.subject,
        label=say.subject(one.subject),
        kind=one.kind,
        before=one.before,
        after=one.after,
        before_text=say.score(one.before),
        after_text=say.score(one.after),
        text=say.say(f"report.change.{direction}", points=say.count("report.points", round(abs(change)))),
        changed=one.changed,
    )
