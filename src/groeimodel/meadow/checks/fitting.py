"""From the rows to the rule: each proposal held against its soil (claim W10)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from groeimodel.foundation.mandates.models import Mandate
from groeimodel.foundation.partners.models import Membership, Partnership
from groeimodel.gauge.scan.results import result_of
from groeimodel.gauge.scan.selectors import rounds_of
from groeimodel.meadow.actions.models import Action, StageChange
from groeimodel.meadow.checks.models import LocalCheck
from groeimodel.meadow.checks.selectors import checks_of
from groeimodel.rules.fit import Fit, Grant, Ground, Health, Heard, Past, Proposal, Running, fit
from groeimodel.rules.growth.responses import Records

Verdict = LocalCheck.Verdict


def fit_of(
    partnership: Partnership, actions: Sequence[Action], today: date, budget: Decimal | None = None
) -> dict[int, Fit]:
    """How each of these fits, by its key; `budget` in euro is what there is to choose within, where it is known.

    Seven queries and those of the scan, however many actions.
    """
    if not actions:
        return {}
    ground = replace(ground_of(partnership, today), budget=_exact(budget))
    members = set(
        Membership.objects.filter(partnership=partnership, ends=None).values_list("municipality", flat=True)
    )
    checks = checks_of(actions)
    past = past_of(partnership, {one.species for one in actions if one.species}, today)
    return {
        one.pk: fit(
            proposal_of(one),
            ground,
            _heard([check.verdict for key, check in checks[one.pk].items() if key in members], len(members)),
            past.get(one.species, Past()) if one.species else None,
        )
        for one in actions
    }


def proposal_of(action: Action) -> Proposal:
    return Proposal(
        key=action.key,
        hours=_exact(action.estimate_hours),
        cost=_exact(action.estimate),
        starts=action.starts.toordinal() if action.starts else None,
        ends=action.ends.toordinal() if action.ends else None,
    )


def ground_of(partnership: Partnership, today: date) -> Ground:
    """Hours granted and promised, and the health of the soil."""
    mandates = Mandate.objects.filter(
        Q(closed_on=None) | Q(closed_on__gt=today),
        partnership=partnership,
        kind=Mandate.Kind.TIME,
        given_at__isnull=False,
        refused_at=None,
        ends__gte=today,
    )
    running = Action.objects.filter(
        partnership=partnership,
        plot=None,
        stage=Action.Stage.FLOWER,
        starts__isnull=False,
        ends__gte=today,
    )
    soil, day = _soil(partnership)
    return Ground(
        today=today.toordinal(),
        grants=[_grant(one) for one in mandates],
        running=[
            Running(one.key, _exact(one.estimate_hours), one.starts.toordinal(), one.ends.toordinal())
            for one in running
            if one.starts and one.ends
        ],
        soil=soil,
        soil_day=day.toordinal() if day else None,
    )


def _grant(mandate: Mandate) -> Grant:
    """It holds up to the day before it was closed."""
    ends = mandate.ends.toordinal()
    if mandate.closed_on is not None:
        ends = min(ends, mandate.closed_on.toordinal() - 1)
    return Grant(Fraction(mandate.hours or 0), mandate.starts.toordinal(), ends, mandate.subject)


def past_of(partnership: Partnership, species: set[str], today: date) -> dict[str, Past]:
    """What was started before of each species, on the meadow and on the plots: one query.

    A composted idea that never ran is no experience.
    """
    changes = StageChange.objects.filter(action=OuterRef("pk"))
    ran = Exists(changes.filter(stage=Action.Stage.FLOWER)) | ~Exists(changes)
    stages = (Action.Stage.FLOWER, Action.Stage.HARVEST, Action.Stage.COMPOST)
    rows = Action.objects.filter(
        Q(stage__in=stages[:2]) | ran, partnership=partnership, species__in=species, stage__in=stages
    ).filter(starts__lte=today)
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for kind, stage, result in rows.values_list("species", "stage", "result").order_by("pk"):
        found[kind].append((stage, result))
    return {kind: _past(one) for kind, one in found.items()}


def _past(rows: Sequence[tuple[str, int]]) -> Past:
    stages = [stage for stage, _result in rows]
    return Past(
        running=stages.count(Action.Stage.FLOWER),
        picked=stages.count(Action.Stage.HARVEST),
        composted=stages.count(Action.Stage.COMPOST),
        results=tuple(result for stage, result in rows if stage == Action.Stage.HARVEST),
    )


def _heard(verdicts: Sequence[str], members: int) -> Heard:
    return Heard(
        members,
        fits=verdicts.count(Verdict.FITS),
        neutral=verdicts.count(Verdict.NEUTRAL),
        against=verdicts.count(Verdict.NOT),
    )


def _soil(partnership: Partnership) -> tuple[Health | None, date | None]:
    """Health of the soil in the latest closed scan, and its day; records of meadow and shop say nothing of the soil."""
    last = (
        rounds_of(partnership)
        .filter(closed_at__isnull=False, sheets__submitted_at__isnull=False)
        .select_related("partnership", "questionnaire")
        .order_by("-closed_at")
        .first()
    )
    if last is None or last.closed_at is None:
        return None, None
    return result_of(last, said=Records()).diagnosis.layers["soil"].health, timezone.localdate(last.closed_at)


def _exact(value: Decimal | None) -> Fraction | None:
    return None if value is None else Fraction(value)
