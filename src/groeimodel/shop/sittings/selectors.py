"""Reads of sittings, inside the scope of a partnership."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from django.db.models import Count, Prefetch, Q, QuerySet

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.shop.organs.models import OrganSeat
from groeimodel.shop.sittings.models import AgendaItem, Presence, SeatVote, Sitting


def sittings_of(partnership: Partnership) -> QuerySet[Sitting]:
    """All, the last first, each with `points` and `settled`; one query."""
    settled = Q(items__decision__isnull=False)
    rows = Sitting.objects.filter(partnership=partnership).select_related("partnership", "organ__partnership")
    return rows.annotate(points=Count("items"), decided=Count("items", filter=settled)).order_by(
        "-starts", "-pk"
    )


def coming(partnership: Partnership, today: date) -> list[Sitting]:
    """Sittings whose agenda is still open, the first first: where another room can put something on the agenda."""
    rows = Sitting.objects.filter(
        partnership=partnership,
        state__in=[Sitting.State.PLANNED, Sitting.State.OPEN],
        starts__date__gte=today,
    )
    return list(rows.select_related("partnership", "organ__partnership").order_by("starts", "pk"))


def whole(partnership: Partnership) -> QuerySet[Sitting]:
    """With what the page of one sitting shows."""
    items = AgendaItem.objects.select_related("decision__vote", "replaces", "carried_from")
    return (
        Sitting.objects.filter(partnership=partnership)
        .select_related(
            "partnership",
            "organ",
            "chair__person",
            "secretary__person",
            "second_of__organ",
            "approved_in__organ",
        )
        .prefetch_related(Prefetch("items", items))
    )


def presences_of(sitting: Sitting) -> list[Presence]:
    """Every seat that said something or was noted, with who sits there; one query."""
    rows = Presence.objects.filter(sitting=sitting).select_related(
        "person", "municipality__merged_into", "seat__municipality", "seat__substitute", "seat__person", "holder__person",
        "holder__municipality", "said_holder__person", "said_holder__municipality",
    )  # fmt: skip
    return list(rows.order_by("pk"))


def votes_on(item: AgendaItem) -> dict[int, str]:
    """What was said, by the key of the presence; one query."""
    return dict(SeatVote.objects.filter(item=item).values_list("presence", "choice"))


def point_of(partnership: Partnership, subject: str) -> AgendaItem | None:
    """The last point about a row of a room above ('plan.plan:5'), with its sitting; one query."""
    rows = AgendaItem.objects.filter(sitting__partnership=partnership, subject=subject)
    return rows.select_related("sitting__organ", "sitting__partnership", "decision").order_by("-pk").first()


def unfinished(partnership: Partnership, today: date) -> Sequence[Sitting]:
    """Sittings that ask something of whoever runs them; one query."""
    rows = Sitting.objects.filter(partnership=partnership).filter(
        Q(state__in=[Sitting.State.PLANNED, Sitting.State.OPEN])
        | Q(state=Sitting.State.CLOSED, approved_at=None, closed_at__date__gte=today - timedelta(days=400))
    )
    return list(rows.select_related("partnership", "organ__partnership").order_by("starts", "pk"))


def seats_of(person: Person, partnership: Partnership, today: date) -> list[Sitting]:
    """Sittings to come, or open, of organs in which somebody has a seat, with `my_presences`; two queries."""
    mine = Prefetch(
        "presences", Presence.objects.filter(person=person).order_by("pk"), to_attr="my_presences"
    )
    rows = Sitting.objects.filter(
        partnership=partnership,
        state__in=[Sitting.State.PLANNED, Sitting.State.OPEN],
        organ__in=organs_of(person, partnership),
    )
    return list(
        rows.select_related("partnership", "organ__partnership")
        .prefetch_related(mine)
        .order_by("starts", "pk")
    )


def organs_of(person: Person, partnership: Partnership) -> list[int]:
    seats = OrganSeat.objects.filter(organ__partnership=partnership, person=person)
    return list(seats.values_list("organ", flat=True).distinct())
