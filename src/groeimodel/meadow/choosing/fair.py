"""Was it fair? The checks of `rules.choosing.fairness` in plain words, with the figures that they rest on."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from groeimodel.meadow.choosing.result_words import euro, listed
from groeimodel.meadow.choosing.results import Result
from groeimodel.rules.choosing.fairness import compared_with_alone, deserving, portions


@dataclass(frozen=True, slots=True)
class Row:
    municipality: str
    entitled: str
    got: str
    percent: int | None
    """What went to what it supports, of its part of the budget."""
    as_well: bool
    """At least as well off as alone."""


@dataclass(frozen=True, slots=True)
class Fair:
    rows: tuple[Row, ...]
    sentences: tuple[tuple[bool, str], ...]
    """Whether it is good news, and what is said."""


def fairness(result: Result) -> Fair:
    """Nothing to say where no ballot counted."""
    if not result.voters:
        return Fair((), ())
    outcome = result.outcome
    alone = compared_with_alone(outcome, result.settings)
    rows = tuple(
        Row(
            municipality=result.voters[row].name,
            entitled=euro(portion.entitlement),
            got=euro(portion.got),
            percent=None if portion.ratio is None else round(portion.ratio * 100),
            as_well=alone[row].as_well,
        )
        for row, portion in enumerate(portions(outcome))
    )
    return Fair(
        tuple(sorted(rows, key=lambda one: one.municipality)),
        (_empty_handed(result), _alone(rows), _deserving(result)),
    )


def _empty_handed(result: Result) -> tuple[bool, str]:
    chosen = set(result.outcome.selected)
    names = [
        result.voters[row].name
        for row, ballot in enumerate(result.outcome.election.ballots)
        if not chosen & set(ballot.points)
    ]
    if not names:
        return True, _("Elke gemeente die meekoos, krijgt minstens één voorstel dat ze steunde.")
    return False, ngettext(
        "%(names)s steunde niets van wat gekozen is.",
        "%(names)s steunden niets van wat gekozen is.",
        len(names),
    ) % {"names": listed(names)}


def _alone(rows: tuple[Row, ...]) -> tuple[bool, str]:
    worse = [one.municipality for one in rows if not one.as_well]
    if not worse:
        return True, _(
            "Geen enkele gemeente had alleen, met haar eigen deel, meer gekregen van wat ze wilde."
        )
    return False, ngettext(
        "%(names)s had alleen, met het eigen deel, meer gekregen. Geen enkele kiesregel sluit dat uit: praat erover.",
        "%(names)s hadden alleen, met hun eigen deel, meer gekregen. Geen enkele kiesregel sluit dat uit: praat erover.",
        len(worse),
    ) % {"names": listed(worse)}


def _deserving(result: Result) -> tuple[bool, str]:
    found = deserving(result.outcome)
    if not found:
        return True, _("Er bleef niets liggen dat een groep gemeenten met haar deel had kunnen betalen.")
    told = []
    for one in found:
        words = {
            "title": str(result.proposals[one.project]),
            "who": listed(result.voters[row].name for row in one.group),
            "together": euro(Fraction(one.together)),
        }
        told.append(_("‘%(title)s’ bleef liggen, hoewel %(who)s samen recht hadden op %(together)s.") % words)
    return False, " ".join(told)
