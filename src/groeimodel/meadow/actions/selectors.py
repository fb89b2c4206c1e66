"""Reads of actions, inside the scope of a partnership."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from django.db.models import Count, F, Q, QuerySet
from django.urls import reverse
from django_scopes import scope

from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.mandates.subjects import Choice
from groeimodel.foundation.partners.models import Appointment, Municipality, Partnership, Tenure
from groeimodel.foundation.people.models import Person
from groeimodel.meadow.actions.models import Action
from groeimodel.rules.growth.responses import Records

YEAR = timedelta(days=365)
RUNNING_OR_DONE = (Action.Stage.FLOWER, Action.Stage.HARVEST)
OPEN = (Action.Stage.SEED, Action.Stage.SEEDLING, Action.Stage.FLOWER)
"""Not done yet."""


def actions_of(partnership: Partnership) -> QuerySet[Action]:
    """All of them, with plot and gardener: one query."""
    return Action.objects.filter(partnership=partnership).select_related("plot", "gardener")


def whole(partnership: Partnership) -> QuerySet[Action]:
    """With everything that the page of one action names: one query."""
    return actions_of(partnership).select_related(
        "partnership", "plot__merged_into", "theme", "decision__partnership"
    )


def is_overdue(action: Action, today: date) -> bool:
    """It still runs though its last day has passed."""
    return action.stage == Action.Stage.FLOWER and action.ends is not None and action.ends < today


def is_fresh(action: Action) -> bool:
    """It was taken down, and nothing else ever happened to it. One query."""
    if action.stage != Action.Stage.SEED or action.outcome_id is not None:
        return False
    # Within its partnership: looking for a subject alone reads the journal of all of them.
    rows = Entry.objects.filter(partnership=action.partnership_id, subject=action.key)
    return not rows.exclude(verb="actions.seed_taken_down").exists()


def gardeners_of(partnership: Partnership) -> QuerySet[Person]:
    """Who can tend an action: whoever sits on a seat today, and who coordinates. One query."""
    sits = Tenure.objects.filter(
        ends=None, seat__membership__ends=None, seat__membership__partnership=partnership
    )
    steers = Appointment.objects.filter(ends=None, partnership=partnership, kind="coordinator")
    either = Q(pk__in=sits.values("person")) | Q(pk__in=steers.values("person"))
    return Person.objects.filter(either).order_by("name")


def is_gardener(partnership: Partnership, person: Person) -> bool:
    return gardeners_of(partnership).filter(pk=person.pk).exists()


def tended_by(person: int, partnership: Partnership) -> QuerySet[Action]:
    """What somebody (a key) works out or carries out now, what ends first in front."""
    rows = Action.objects.filter(
        partnership=partnership, gardener=person, stage__in=[Action.Stage.SEEDLING, Action.Stage.FLOWER]
    )
    return rows.order_by(F("ends").asc(nulls_last=True), "pk")


def members_of(partnership: Partnership) -> list[Municipality]:
    """The partners of today, by name: one query."""
    of_today = Municipality.objects.filter(memberships__partnership=partnership, memberships__ends=None)
    return list(of_today.order_by("name"))


def records_of(partnership: Partnership, today: date) -> Records:
    """Whether a shared action with start, end and budget ran in the last 12 months; one query.

    None while no action has ever been started here: ideas alone do not mean that the partnership
    keeps its meadow in the system. Asked by the diagnosis through `foundation.records`.
    """
    with scope(partnership=partnership):
        return records_of_all([partnership.pk], today)[partnership.pk]


def records_of_all(partnerships: Sequence[int], today: date) -> dict[int, Records]:
    """The same for several partnerships (keys) at once: one query."""
    began = Action.objects.filter(
        partnership__in=partnerships,
        starts__lte=today,
        stage__in=(*RUNNING_OR_DONE, Action.Stage.COMPOST),
    )
    ran = Q(stage__in=RUNNING_OR_DONE, plot=None, budget__isnull=False, ends__gte=today - YEAR)
    counted = began.order_by().values("partnership").annotate(ran=Count("pk", filter=ran))
    found = {one["partnership"]: one["ran"] > 0 for one in counted}
    return {key: Records(shared_action_last_year=found.get(key)) for key in partnerships}


def for_mandates(partnership: Partnership) -> list[Choice]:
    """What a mandate can be limited to: every action, the ones that are not done still open. One query."""
    rows = Action.objects.filter(partnership=partnership).order_by("title")
    return [
        Choice(f"actions.action:{pk}", title, stage in OPEN)
        for pk, title, stage in rows.values_list("pk", "title", "stage")
    ]


def seeds_at(partnership: Partnership, key: str, *, theme: int | None = None) -> QuerySet[Action]:
    """What fell at a page, or is about a theme, the newest first."""
    at = Q(origin=key) | (Q(theme=theme) if theme is not None else Q())
    rows = Action.objects.filter(at, partnership=partnership)
    return rows.order_by(F("taken_down_on").desc(), "-pk")


def grown_from(action: Action) -> list[Action]:
    """What was sown of it: again, made special, or on a neighbour's plot. One query."""
    rows = actions_of(action.partnership).filter(came_from=action)
    return list(rows.select_related("partnership", "plot", "gardener").order_by("-taken_down_on", "-pk")[:6])


def pages_of(partnership: Partnership, keys: Sequence[int]) -> dict[int, str]:
    """Where the actions with these keys stand, of those that are still there: what a decision leads to. One query."""
    found = Action.objects.filter(partnership=partnership, pk__in=keys).values_list("pk", flat=True)
    return {key: reverse("actions:action", args=[partnership.slug, key]) for key in found}
