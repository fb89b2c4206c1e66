"""Who joins and who leaves, municipalities that merge, and accounts that an organ adopts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from groeimodel.foundation.decisions.models import Decision
from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Membership, Municipality, Partnership
from groeimodel.foundation.partners.services import join, leave
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.shop.money.models import BookYear, Change, Commitment, Contribution
from groeimodel.shop.money.selectors import open_contributions
from groeimodel.shop.money.services.common import hold, refuse
from groeimodel.shop.sittings.models import Sitting
from groeimodel.shop.sittings.selectors import point_of
from groeimodel.shop.sittings.services import put_on_agenda


@transaction.atomic
def ask_change(
    *,
    partnership: Partnership,
    municipality: Municipality,
    kind: str,
    on: date,
    sitting: Sitting,
    actor: Person | None = None,
    at: datetime | None = None,
) -> Change:
    """Put on the agenda of a sitting that a municipality joins or leaves; nothing happens before it is adopted.

    Raises:
        ValidationError: it is no member, or is one already, or it is asked already.
    """
    require(actor, "money.keep", partnership)
    member = Membership.objects.filter(partnership=partnership, municipality=municipality, ends=None).exists()
    problems = []
    if kind == Change.Kind.JOINING and member:
        problems.append(_("%(place)s is al partner.") % {"place": municipality})
    if kind == Change.Kind.LEAVING and not member:
        problems.append(_("%(place)s is geen partner.") % {"place": municipality})
    open_one = Change.objects.filter(
        partnership=partnership, municipality=municipality, state="asked"
    ).first()
    if open_one is not None and _on_an_agenda(open_one):
        problems.append(_("Dit staat al op een agenda."))
    refuse(problems)
    if open_one is not None:  # its point was withdrawn, postponed or taken off, so nobody will decide on it
        turn_down(change=open_one, at=at)
    change = Change(partnership=partnership, municipality=municipality, kind=kind, on=on)
    change.full_clean()
    change.save()
    title = (
        _("%(place)s komt erbij vanaf %(day)s")
        if kind == Change.Kind.JOINING
        else _("%(place)s gaat weg na %(day)s")
    ) % {"place": municipality, "day": f"{on:%d/%m/%Y}"}
    put_on_agenda(sitting=sitting, title=title, subject=change.subject, actor=actor)
    _note("money.change_asked", change, actor=actor, at=at)
    return change


def _on_an_agenda(change: Change) -> bool:
    """Somebody will still decide about it; a sitting with too few members is called again."""
    point = point_of(change.partnership, change.subject)
    return point is not None and point.waits and point.sitting.state != Sitting.State.CANCELLED


@transaction.atomic
def carry_out(*, change: Change, on: date, actor: Person | None = None, at: datetime | None = None) -> Change:
    """An organ adopted it: the membership begins or ends on its day. What was asked for this year stays as it is."""
    require(actor, "money.keep", change)
    partnership, place = change.partnership, change.municipality
    open_one = Membership.objects.filter(partnership=partnership, municipality=place, ends=None).first()
    if change.kind == Change.Kind.JOINING and open_one is None:
        join(partnership=partnership, municipality=place, since=change.on, at=at)
    elif change.kind == Change.Kind.LEAVING and open_one is not None:
        leave(membership=open_one, on=max(change.on, open_one.starts), at=at)
        _cut_commitments(change)
    change.state = Change.State.DONE
    change.save(update_fields=["state"])
    _note("money.change_done", change, actor=actor, at=at)
    return change


def _cut_commitments(change: Change) -> None:
    """What was promised ends with the membership; what would begin later falls away."""
    rows = Commitment.objects.filter(partnership=change.partnership, municipality=change.municipality)
    rows.filter(starts__gt=change.on).delete()
    rows.filter(ends__gt=change.on).update(ends=change.on)


@transaction.atomic
def turn_down(*, change: Change, actor: Person | None = None, at: datetime | None = None) -> Change:
    """An organ did not adopt it."""
    require(actor, "money.keep", change)
    change.state = Change.State.DOWN
    change.save(update_fields=["state"])
    _note("money.change_down", change, actor=actor, at=at)
    return change


@transaction.atomic
def take_over(
    *, partnership: Partnership, into: int, parts: Sequence[int], actor: Person | None = None
) -> None:
    """Municipalities merged: what they still owe and what they promised goes along; what is settled keeps its name."""
    require(actor, "money.keep", partnership)
    owed = [
        one.contribution.pk
        for one in open_contributions(partnership)
        if one.contribution.municipality_id in parts
    ]
    Contribution.objects.filter(pk__in=owed).update(municipality=into)
    Commitment.objects.filter(partnership=partnership, municipality__in=parts).update(municipality=into)
    Change.objects.filter(partnership=partnership, municipality__in=parts, state="asked").update(state="down")


@transaction.atomic
def accounts_adopted(
    *, book_year: BookYear, decision: int, actor: Person | None = None, at: datetime | None = None
) -> BookYear:
    """An organ adopted the accounts of a year: the decision stands beside it."""
    require(actor, "money.keep", book_year)
    held = hold(book_year)
    held.adopted_by = Decision.objects.get(partnership=held.partnership, number=decision)
    held.save(update_fields=["adopted_by"])
    record(
        "money.accounts_adopted",
        partnership=held.partnership,
        actor=actor,
        subject=held,
        data={"year": held.year, "number": decision},
        at=at,
    )
    return held


def _note(verb: str, change: Change, *, actor: Person | None, at: datetime | None = None) -> None:
    data: dict[str, Any] = {"kind": change.kind, "on": change.on.isoformat()}
    record(
        verb,
        partnership=change.partnership,
        actor=actor,
        municipality=change.municipality,
        subject=change,
        data=data,
        at=at,
    )
