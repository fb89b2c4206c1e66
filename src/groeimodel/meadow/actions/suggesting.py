"""After something was composted: what might do better, and what was learnt on it elsewhere in the partnership (claim W21)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from groeimodel.foundation.search.selectors import Hit, search
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.actions.selectors import actions_of
from groeimodel.rules.sprouting import Idea, Reason, Tried, instead

Stage = Action.Stage
LOOKED_AT = 60
"""The newest ideas that are weighed."""
MOST_LESSONS = 4


@dataclass(frozen=True, slots=True)
class Proposal:
    """An idea that stands on the meadow already, with why it might do better."""

    action: Action
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Other:
    """What remains after a bouquet that was no hit."""

    proposals: tuple[Proposal, ...]
    lessons: tuple[Hit, ...]


def other_combinations(action: Action) -> Other:
    """Four queries, and those of one search."""
    ideas = {one.pk: one for one in _ideas(action)}
    weighed = instead(_idea(action), [_idea(one) for one in ideas.values()], _tried(action))
    words = _words()
    proposals = tuple(
        Proposal(ideas[one.key], tuple(words[reason] for reason in one.reasons)) for one in weighed
    )
    return Other(proposals, _lessons(action))


def _ideas(action: Action) -> list[Action]:
    """On the same ground: for a plot its own ideas and the shared ones, for the shared meadow the shared ones."""
    ground = Q(plot=None) | Q(plot=action.plot_id) if action.plot_id else Q(plot=None)
    rows = actions_of(action.partnership).filter(ground, stage__in=[Stage.SEED, Stage.SEEDLING])
    same = Q(theme=action.theme_id) if action.theme_id else Q(pk=None)
    found = list(rows.filter(same).order_by("-taken_down_on", "-pk")[:LOOKED_AT])
    other = rows.exclude(species__in=["", action.species]).order_by("-taken_down_on", "-pk")[:LOOKED_AT]
    return [*found, *other]


def _idea(action: Action) -> Idea:
    return Idea(
        action.pk,
        action.species,
        action.theme_id,
        worked_out=action.stage == Stage.SEEDLING,
        tended=action.gardener_id is not None,
    )


def _tried(action: Action) -> Mapping[str, Tried]:
    done = Action.objects.filter(
        partnership=action.partnership, stage__in=[Stage.HARVEST, Stage.COMPOST], starts__isnull=False
    )
    rows = (
        done.order_by()
        .values_list("species")
        .annotate(
            picked=Count("pk", filter=Q(stage=Stage.HARVEST)),
            stopped=Count("pk", filter=Q(stage=Stage.COMPOST)),
        )
    )
    return {species: Tried(picked, stopped) for species, picked, stopped in rows}


def _words() -> dict[Reason, str]:
    return {
        "theme": _("over hetzelfde thema"),
        "thrives": _("deze soort lukte hier al"),
        "other_species": _("een andere soort"),
        "worked_out": _("wordt al uitgewerkt"),
        "tended": _("er is al een tuinier"),
    }


def _lessons(action: Action) -> tuple[Hit, ...]:
    """Lessons of the partnership that are about it, and what earlier actions on it left."""
    words = action.theme.title if action.theme is not None else action.title
    found = search(
        words,
        partnerships=[action.partnership_id],
        kinds={"lessons.lesson", "actions.action"},
        most=3 * MOST_LESSONS,
    )
    keys = [one.entry.key for one in found.hits if one.entry.model == "actions.action"]
    learnt = Action.objects.filter(pk__in=keys).exclude(lesson="").exclude(pk=action.pk)
    told = set(learnt.values_list("pk", flat=True))
    hits = [one for one in found.hits if one.entry.model != "actions.action" or one.entry.key in told]
    return tuple(hits[:MOST_LESSONS])
