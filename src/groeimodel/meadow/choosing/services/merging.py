"""Municipalities that merge in the middle of a round: what is open goes along."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from django.db import transaction
from django.db.models import F

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.meadow.choosing import advising
from groeimodel.meadow.choosing.models import Ballot, Layout, Round, Stake
from groeimodel.meadow.choosing.selectors import RUNNING


@transaction.atomic
def take_over(*, partnership: Partnership, into: int, parts: Sequence[int]) -> int:
    """Of rounds that are not closed: stakes add up, of two layouts the later stays, ballots go along. Says how many rounds.

    Of several ballots the last that rests on a mandate counts, as always; that there were two is told. Rounds that are
    closed stay as they were decided on.
    """
    keys = [*parts, into]
    states = [*RUNNING, Round.State.DRAFT]
    rows = Round.objects.filter(partnership=partnership, state__in=states).select_for_update()
    count = 0
    for round in rows.order_by("pk"):
        moved = _stakes(round, into, keys)
        moved += _table(round, into, keys)
        _layouts(round, into, keys)
        ballots = _ballots(round, into, keys)
        advising.take_over(round=round, into=into, parts=parts)
        if moved or ballots:
            count += 1
            record(
                "choosing.merged",
                partnership=partnership,
                municipality=Municipality.objects.get(pk=into),
                subject=round,
                data={"round": round.pk, "ballots": ballots},
            )
    return count


def _stakes(round: Round, into: int, keys: Sequence[int]) -> int:
    rows = list(Stake.objects.filter(round=round, municipality__in=keys).order_by("pk"))
    if not rows or all(one.municipality_id == into for one in rows):
        return 0
    own, subsidy = sum(one.own for one in rows), sum(one.subsidy for one in rows)
    for one in rows[1:]:
        one.delete()
    rows[0].municipality_id, rows[0].own, rows[0].subsidy = into, Decimal(own), Decimal(subsidy)
    rows[0].save()
    return len(rows)


def _table(round: Round, into: int, keys: Sequence[int]) -> int:
    """The own table of a round that is not open yet."""
    found = [str(key) for key in keys if str(key) in round.table]
    if not found or found == [str(into)]:
        return 0
    together = sum((Decimal(round.table[key]) for key in found), Decimal(0))
    rest = {key: amount for key, amount in round.table.items() if key not in found}
    round.table = rest | {str(into): str(together)}
    round.save(update_fields=["table"])
    return len(found)


def _layouts(round: Round, into: int, keys: Sequence[int]) -> None:
    """The last one said stays."""
    rows = list(Layout.objects.filter(round=round, municipality__in=keys).order_by("-said_at", "-pk"))
    for one in rows[1:]:
        one.delete()
    if rows:
        rows[0].municipality_id = into
        rows[0].save(update_fields=["municipality"])


def _ballots(round: Round, into: int, keys: Sequence[int]) -> int:
    """How many were handed in; of two of the same person the later stays."""
    kept: dict[int, Ballot] = {}
    rows = Ballot.objects.filter(round=round, municipality__in=keys)
    for one in rows.order_by(F("handed_in_at").asc(nulls_first=True), "pk"):
        if one.person_id in kept:
            kept[one.person_id].delete()
        kept[one.person_id] = one
    for one in kept.values():
        one.municipality_id = into
        one.save(update_fields=["municipality"])
    return sum(one.handed_in_at is not None for one in kept.values())
