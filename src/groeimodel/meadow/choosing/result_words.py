"""The result of a round in words: what was chosen and who pays it, what each has left, and why the others were not chosen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from groeimodel.meadow.choosing.counting import charges_of, paid_by
from groeimodel.meadow.choosing.models import Round
from groeimodel.meadow.choosing.paying import in_euro
from groeimodel.meadow.choosing.results import Result
from groeimodel.rules.choosing.explain import Lost, Step


@dataclass(frozen=True, slots=True)
class Said:
    """A municipality and its words: a goal, or a red line."""

    municipality: str
    words: str


@dataclass(frozen=True, slots=True)
class Won:
    place: int
    title: str
    species: str
    path: str
    cost: str
    paid: tuple[tuple[str, str], ...]
    """Municipality and euro."""
    how: str
    goals: tuple[Said, ...]
    red: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Missed:
    title: str
    species: str
    path: str
    cost: str
    why: tuple[str, ...]
    share: int | None
    """Percent of its cost that its supporters still had; None where that is no reason."""
    goals: tuple[Said, ...]
    red: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """One part of a purse, in percent of its width, written as a drawing wants figures: with a point."""

    start: str
    width: str
    place: int
    label: str


@dataclass(frozen=True, slots=True)
class Purse:
    """What a municipality had to spend, on what it went, and what is left."""

    municipality: str
    share: str
    pieces: tuple[Piece, ...]
    paid: str
    left: str
    cells: tuple[str, ...]
    """What it paid for each winner, in order; a dash for nothing."""


def euro(amount: Fraction | Decimal) -> str:
    """Whole euros without cents: '€ 1.200', '€ 33,34'."""
    exact = amount if isinstance(amount, Fraction) else Fraction(amount)
    digits = 0 if exact.denominator == 1 else 2
    cents = Decimal(round(exact * 100)) / 100
    return f"€\u00a0{number_format(cents, digits, force_grouping=True)}"


def headline(result: Result) -> str:
    chosen, all_ = len(result.outcome.selected), len(result.proposals)
    words = {"n": chosen, "all": all_, "cost": euro(result.outcome.cost), "budget": euro(result.budget)}
    if not chosen:
        return _("Niets gekozen. Er was %(budget)s te verdelen over %(all)s voorstellen.") % words
    return (
        ngettext(
            "%(n)s van de %(all)s voorstellen is gekozen, voor %(cost)s van de %(budget)s.",
            "%(n)s van de %(all)s voorstellen zijn gekozen, samen voor %(cost)s van de %(budget)s.",
            chosen,
        )
        % words
    )


def winners(result: Result) -> tuple[Won, ...]:
    return tuple(_won(result, place, step) for place, step in enumerate(result.steps, 1))


def _won(result: Result, place: int, step: Step) -> Won:
    proposal = result.proposals[step.project]
    paid = in_euro(step.cost, step.payments) if step.payments else {}
    names = [(result.voters[row].name, euro(part)) for row, part in paid.items() if part]
    return Won(
        place=place,
        title=str(proposal),
        species=proposal.species,
        path=_path(result, step.project),
        cost=euro(step.cost),
        paid=tuple(sorted(names)),
        how=_how(result, step),
        goals=goals(result, step.project),
        red=red_lines(result, step.project),
    )


def _how(result: Result, step: Step) -> str:
    sentences = {
        "supporters": _("Betaald door wie het steunt."),
        "all": _("Iedereen was akkoord: elke gemeente betaalt volgens haar inleg."),
        "completion": _("Betaald met wat in de pot over was, omdat dit van de rest de meeste steun had."),
        "pot": _("Betaald uit de pot."),
    }
    if result.round.is_common:
        sentences["supporters"] = _("Gedragen door wie het steunt.")
    said = sentences[step.by]
    if step.tie is not None:
        titles = {str(one.pk): str(one) for one in result.proposals}
        words = {"titles": listed(titles[key] for key in step.tie.before)}
        said += (
            " "
            + _(
                "Het stond gelijk met %(titles)s: het goedkoopste gaat dan voor, daarna de steun, daarna het lot."
            )
            % words
        )
    return said


def missed(result: Result) -> tuple[Missed, ...]:
    """What somebody supported, the ones that came nearest first."""
    order = sorted(result.lost, key=lambda one: (one.missing, one.project))
    return tuple(_missed(result, one) for one in order if one.supporters)


def unsupported(result: Result) -> tuple[Missed, ...]:
    """What no ballot that counts gave points: there is no more to say of it."""
    return tuple(_missed(result, one) for one in result.lost if not one.supporters)


def _missed(result: Result, one: Lost) -> Missed:
    proposal = result.proposals[one.project]
    return Missed(
        title=str(proposal),
        species=proposal.species,
        path=_path(result, one.project),
        cost=euro(one.cost),
        why=tuple(_why(result, one)),
        share=round(min(one.share, Fraction(1)) * 100)
        if one.share is not None and one.reason == "money"
        else None,
        goals=goals(result, one.project),
        red=red_lines(result, one.project),
    )


def _why(result: Result, one: Lost) -> Iterable[str]:
    words = {
        "who": listed(result.voters[row].name for row in one.supporters),
        "have": euro(one.have),
        "cost": euro(one.cost),
        "missing": euro(one.missing),
    }
    if one.reason == "support":
        yield _("Geen enkele stembrief die telt, gaf hier punten voor.")
    elif one.reason == "consent":
        names = listed(result.voters[row].name for row in one.against)
        yield _("Niet iedereen was akkoord: %(names)s niet.") % {"names": names}
    elif one.reason == "cap":
        yield from _caps(result, one)
    elif one.reason == "pot":
        yield _("In de pot zat nog %(have)s, en het kost %(cost)s. Er ontbrak %(missing)s.") % words
    elif one.reason == "stopped":
        yield _(
            "Deze kiesregel stopt bij het eerste voorstel dat niet meer past. Dit was nog niet aan de beurt."
        )
    else:
        yield (
            _(
                "Steun kwam van %(who)s. Samen hadden zij nog %(have)s, en het kost %(cost)s: er ontbrak %(missing)s."
            )
            % words
        )
        yield from _spent(result, one)


def _spent(result: Result, one: Lost) -> Iterable[str]:
    """On what its supporters had spent their money already."""
    spent: dict[int, Fraction] = {}
    for payments in one.spent.values():
        for project, part in payments.items():
            spent[project] = spent.get(project, Fraction(0)) + part
    if spent:
        order = sorted(spent, key=lambda project: -spent[project])
        told = listed(f"‘{result.proposals[project]}’ ({euro(spent[project])})" for project in order)
        yield _("Zij gaven hun geld al aan %(told)s.") % {"told": told}


def _caps(result: Result, one: Lost) -> Iterable[str]:
    kind = result.proposals[one.project].get_species_display()
    for over in one.over:
        words = {"kind": kind, "most": euro(over.cap.most), "spent": euro(over.spent), "cost": euro(one.cost)}
        yield (
            _(
                "Voor %(kind)s was er hoogstens %(most)s: zo wilden jullie het geld verdelen. Daarvan ging al %(spent)s weg, en dit kost %(cost)s."
            )
            % words
        )


def goals(result: Result, project: int) -> tuple[Said, ...]:
    key = result.proposals[project].pk
    return tuple(
        Said(ballot.municipality.name, line.goal)
        for ballot in result.ballots
        for line in ballot.lines.all()
        if line.proposal_id == key and line.goal and ballot.counted is not False
    )


def red_lines(result: Result, project: int) -> tuple[Said, ...]:
    """Of ballots that did not count too: it is a reason to talk."""
    key = result.proposals[project].pk
    return tuple(
        Said(ballot.municipality.name, line.red_line)
        for ballot in result.ballots
        for line in ballot.lines.all()
        if line.proposal_id == key and line.red_line
    )


def purses(result: Result) -> tuple[Purse, ...]:
    """Empty where the rule does not say who pays."""
    accounts = result.outcome.accounts()
    places = {step.project: place for place, step in enumerate(result.steps, 1)}
    rows = []
    for row, account in enumerate(accounts):
        paid = {step.project: step.payments.get(row, Fraction(0)) for step in result.steps}
        pieces, start = [], 0.0
        for project, part in paid.items():
            if part and account.share:
                width = float(part / account.share * 100)
                label = f"{places[project]}. {result.proposals[project]}: {euro(part)}"
                pieces.append(Piece(f"{start:.3f}", f"{width:.3f}", places[project], label))
                start += width
        rows.append(
            Purse(
                municipality=result.voters[row].name,
                share=euro(account.share),
                pieces=tuple(pieces),
                paid=euro(account.paid),
                left=euro(account.left),
                cells=tuple(euro(part) if part else "–" for part in paid.values()),
            )
        )
    return tuple(sorted(rows, key=lambda one: one.municipality))


@dataclass(frozen=True, slots=True)
class Cost:
    """What the decision costs one municipality of its own money."""

    name: str
    own: str
    pays: str
    rest: str


def costs(result: Result) -> tuple[Cost, ...]:
    """Of every municipality that takes part, by name: to the cent, as it was charged when the round closed."""
    stakes = sorted(result.stakes.values(), key=lambda one: one.municipality.name)
    voters = [one.pk for one in result.voters]
    paid = paid_by(charges_of(result.round, result.proposals, stakes, result.outcome, voters))
    return tuple(
        Cost(
            one.municipality.name,
            euro(one.own),
            euro(paid.get(one.municipality_id, Decimal(0))),
            euro(one.own - paid.get(one.municipality_id, Decimal(0))),
        )
        for one in stakes
        if one.own
    )


@dataclass(frozen=True, slots=True)
class Other:
    """What another rule would have chosen."""

    name: str
    same: bool
    extra: tuple[str, ...]
    """Chosen by it, and not in the round."""
    without: tuple[str, ...]
    cost: str


def other_rules(result: Result) -> tuple[Other, ...]:
    labels = dict(Round.Rule.choices)
    ours = set(result.outcome.selected)
    return tuple(
        Other(
            name=labels[rule],
            same=set(outcome.selected) == ours,
            extra=_titles(result, set(outcome.selected) - ours),
            without=_titles(result, ours - set(outcome.selected)),
            cost=euro(outcome.cost),
        )
        for rule, outcome in result.others.items()
    )


@dataclass(frozen=True, slots=True)
class Youth:
    """The advice of children and young people beside the outcome."""

    total: int
    few: bool
    ages: tuple[tuple[str, str], ...]
    chosen: tuple[str, ...]
    both: tuple[str, ...]
    only_young: tuple[tuple[str, int], ...]
    """Title, and percent of them that picked it."""
    only_round: tuple[tuple[str, int], ...]


def youth(result: Result) -> Youth | None:
    """None where no advice was asked."""
    kept = result.round.advice
    if not result.round.takes_advice or kept is None:
        return None
    from groeimodel.meadow.choosing.models import YoungAnswer

    titles = {one.pk: str(one) for one in result.proposals}
    chosen, parts = list(kept["chosen"]), kept["parts"]
    ours = [result.proposals[project].pk for project in result.outcome.selected]
    labels = dict(YoungAnswer.Age.choices)
    return Youth(
        total=kept["total"],
        few=not kept["total"],
        ages=tuple((str(labels[key]), _counted(count)) for key, count in kept["ages"].items()),
        chosen=tuple(titles[key] for key in chosen),
        both=tuple(titles[key] for key in chosen if key in ours),
        only_young=tuple((titles[key], parts[str(key)]) for key in chosen if key not in ours),
        only_round=tuple((titles[key], parts[str(key)]) for key in ours if key not in chosen and parts),
    )


def _counted(count: int) -> str:
    return _("minstens %(n)s") % {"n": count} if count else _("minder dan vijf")


def _titles(result: Result, projects: set[int]) -> tuple[str, ...]:
    return tuple(str(result.proposals[project]) for project in sorted(projects))


def _path(result: Result, project: int) -> str:
    return result.proposals[project].action.get_absolute_url()


def listed(names: Iterable[str]) -> str:
    """'a, b en c'."""
    rows: Sequence[str] = list(names)
    if len(rows) < 2:
        return "".join(rows)
    return _("%(some)s en %(last)s") % {"some": ", ".join(rows[:-1]), "last": rows[-1]}
