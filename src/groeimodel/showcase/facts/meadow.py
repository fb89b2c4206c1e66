"""Figures of the meadow, each from what was recorded in the period."""

from __future__ import annotations

from decimal import Decimal

from django.db.models import Count, F, Q, QuerySet, Sum
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.college.concerning import concerning
from groeimodel.meadow.evaluation.models import Evaluation
from groeimodel.meadow.tending.models import Expense, Result
from groeimodel.showcase.facts.values import FEW, Fact
from groeimodel.showcase.facts.words import Frame, euro

Stage = Action.Stage


def actions_of(frame: Frame, *, public: bool = False) -> QuerySet[Action]:
    """Those that concern the municipality, or all; for everybody only those of the shared meadow."""
    rows = (
        concerning(frame.partnership, frame.where)
        if frame.where is not None
        else Action.objects.filter(partnership=frame.partnership)
    )
    rows = rows.select_related("partnership", "plot__merged_into")
    return rows.filter(plot=None) if public else rows


def meadow_facts(frame: Frame, *, public: bool = False) -> list[Fact]:
    """Four queries, however much is recorded."""
    actions = actions_of(frame, public=public)
    over = Q(stage=Stage.HARVEST) & frame.within("ends")
    n = actions.aggregate(
        seeds=Count("pk", filter=Q(stage=Stage.SEED)),
        seedlings=Count("pk", filter=Q(stage=Stage.SEEDLING)),
        running=Count("pk", filter=Q(stage=Stage.FLOWER)),
        picked=Count("pk", filter=over),
    )
    today = _("Acties, stand van vandaag")
    facts = [
        *frame.fact(
            "seeds", "meadow", n["seeds"], ngettext("idee dat wacht", "ideeën die wachten", n["seeds"]),
            today, dated=False,
        ),
        *frame.fact(
            "seedlings", "meadow", n["seedlings"],
            ngettext("voorstel in de maak", "voorstellen in de maak", n["seedlings"]), today, dated=False,
        ),
        *frame.fact(
            "running", "meadow", n["running"],
            ngettext("actie die loopt", "acties die lopen", n["running"]), today, for_all=True, dated=False,
        ),
        *frame.fact(
            "picked", "meadow", n["picked"], ngettext("actie afgerond", "acties afgerond", n["picked"]),
            _("Acties"), for_all=True,
        ),
    ]  # fmt: skip
    return [*facts, *_reach(frame, actions), *_spent(frame, actions), *_evaluated(frame, actions)]


def _reach(frame: Frame, actions: QuerySet[Action]) -> list[Fact]:
    rows = Result.objects.filter(frame.within("on"), action__in=actions.values("pk"), reach=True)
    if frame.where is not None:
        rows = rows.filter(frame.own())
    total = rows.aggregate(n=Sum("figure"))["n"] or 0
    return frame.fact(
        "reach", "meadow", total,
        _("kind, jongere of ander bereikt met acties") if total == 1
        else _("kinderen, jongeren en anderen bereikt met acties"),
        _("Resultaten van acties"), for_all=total >= FEW,
    )  # fmt: skip


def _spent(frame: Frame, actions: QuerySet[Action]) -> list[Fact]:
    rows = Expense.objects.filter(
        frame.within("on"), action__in=actions.values("pk"), approval__in=Expense.COUNTS
    )
    if frame.where is not None:
        here = frame.own("payer") | Q(payer=None) & frame.own("action__plot")
        rows = rows.filter(here)
    # Added up here and not by the database, which may keep sums as floats.
    total = sum(rows.values_list("amount", flat=True), Decimal(0))
    return frame.fact(
        "spent", "meadow", total, _("besteed aan acties"), _("Uitgaven van acties"), number_=euro(total)
    )


def _evaluated(frame: Frame, actions: QuerySet[Action]) -> list[Fact]:
    total = Evaluation.objects.filter(
        frame.within("closed_at__date"), action__in=actions.values("pk"), closed_at__isnull=False
    ).count()
    words = ngettext("actie geëvalueerd", "acties geëvalueerd", total)
    return frame.fact("evaluated", "meadow", total, words, _("Evaluaties"), for_all=True)


def running_of(frame: Frame, *, public: bool) -> tuple[Action, ...]:
    rows = actions_of(frame, public=public).filter(stage=Stage.FLOWER)
    return tuple(rows.order_by(F("ends").asc(nulls_last=True), "pk"))


def picked_of(frame: Frame, *, public: bool) -> tuple[Action, ...]:
    rows = actions_of(frame, public=public).filter(frame.within("ends"), stage=Stage.HARVEST)
    return tuple(rows.order_by("-ends", "-pk"))


def evaluations_of(frame: Frame, *, public: bool) -> tuple[Evaluation, ...]:
    rows = Evaluation.objects.filter(
        frame.within("closed_at__date"),
        closed_at__isnull=False,
        action__in=actions_of(frame, public=public).values("pk"),
    )
    return tuple(rows.select_related("action__partnership").order_by("-closed_at", "-pk"))


def results_of(frame: Frame, *, public: bool) -> tuple[Result, ...]:
    rows = Result.objects.filter(
        frame.within("on"), action__in=actions_of(frame, public=public).values("pk"), figure__gt=0
    )
    if frame.where is not None:
        rows = rows.filter(frame.own() | Q(municipality=None))
    return tuple(
        rows.select_related("action__partnership", "municipality__merged_into").order_by("-on", "-pk")
    )
