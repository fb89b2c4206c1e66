"""Members and people from a file: what it would change, and doing exactly that.

A plan is worked out from the lines and from what stands in the database; its fingerprint stands on the page that shows
it, so that nobody confirms something else than was shown.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.content.municipalities import municipalities, normalised
from groeimodel.formats.members_file import Line
from groeimodel.foundation.members.models import ImportDraft
from groeimodel.foundation.members.services import Invitee, invite
from groeimodel.foundation.partners import services as partners
from groeimodel.foundation.partners.models import Membership, Municipality, Partnership, Seat, Tenure
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require

KEPT = timedelta(days=1)
"""How long a draft waits for its confirmation."""


class PlanChanged(Exception):
    """Something changed since the plan was shown; the new one has to be looked at first."""


@dataclass(frozen=True, slots=True)
class SeatChange:
    """What happens on one seat."""

    role: str
    name: str
    email: str
    before: str
    """Who sits there now; empty for an empty seat."""
    before_key: int | None
    known: bool
    """There is somebody with this address already."""

    @property
    def kind(self) -> str:
        return "replace" if self.before else "fill"


@dataclass(frozen=True, slots=True)
class MemberPlan:
    municipality: int
    name: str
    joins: bool
    since: str
    seats: tuple[SeatChange, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    members: tuple[MemberPlan, ...]
    """Only those for which something changes."""
    same: tuple[str, ...]
    """Municipalities for which nothing changes."""

    @property
    def digest(self) -> str:
        return sha256(json.dumps(asdict(self), sort_keys=True).encode()).hexdigest()


def plan_of(partnership: Partnership, lines: Iterable[Line], today: date) -> tuple[Plan, list[str]]:
    """What the lines would change, and what is wrong with them: municipalities that nobody knows. Four queries."""
    found, wrong = places_of(partnership, list(lines))
    memberships = {
        one.municipality_id: one for one in Membership.objects.filter(partnership=partnership, ends=None)
    }
    sitting = {
        (one.seat.membership.municipality_id, one.seat.role): one.person
        for one in Tenure.objects.filter(
            ends=None, seat__membership__partnership=partnership, seat__membership__ends=None
        ).select_related("person", "seat__membership")
    }
    addresses = {
        str(address).casefold()
        for address in Person.objects.exclude(email=None)
        .filter(
            email__in=[
                mail for line, _place in found for mail in (line.alderman_email, line.officer_email) if mail
            ]
        )
        .values_list("email", flat=True)
    }
    plans = [
        MemberPlan(
            municipality=place.pk,
            name=place.name,
            joins=place.pk not in memberships,
            since=(line.since or today).isoformat(),
            seats=tuple(
                change
                for role in Seat.Role.values
                if (change := _change(line, role, sitting.get((place.pk, role)), addresses)) is not None
            ),
        )
        for line, place in found
    ]
    changing = tuple(one for one in plans if one.joins or one.seats)
    return Plan(changing, tuple(one.name for one in plans if one not in changing)), wrong


def places_of(
    partnership: Partnership, lines: Sequence[Line]
) -> tuple[list[tuple[Line, Municipality]], list[str]]:
    """The municipality of each line, by any name it goes by; and a sentence for each that nobody knows."""
    rows = Municipality.objects.filter(merged_into=None, invented=partnership.example)
    by_nis = {one.nis: one for one in rows if one.nis}
    by_name = {normalised(one.name): one for one in rows}
    found, wrong = [], []
    for line in lines:
        listed = municipalities().find(line.municipality)
        place = by_name.get(normalised(line.municipality)) or by_nis.get(listed.nis if listed else "")
        if place is not None:
            found.append((line, place))
            continue
        near = " of ".join(municipalities().nearest(line.municipality)) if by_nis else ""
        words = {"row": line.row, "name": line.municipality, "near": near}
        wrong.append(
            _("Rij %(row)s: ‘%(name)s’ ken ik niet. Bedoel je %(near)s?") % words
            if near
            else _("Rij %(row)s: ‘%(name)s’ ken ik niet.") % words
        )
    return found, wrong


def _change(line: Line, role: str, now: Person | None, addresses: set[str]) -> SeatChange | None:
    name, email = getattr(line, role), getattr(line, f"{role}_email").casefold()
    if not name:
        return None
    if now is not None and (
        (email and (now.email or "").casefold() == email) or (not email and now.name == name)
    ):
        return None
    return SeatChange(
        role=role,
        name=name,
        email=email,
        before=str(now) if now else "",
        before_key=now.pk if now else None,
        known=email in addresses,
    )


@transaction.atomic
def keep_draft(*, partnership: Partnership, lines: Sequence[Line], actor: Person) -> ImportDraft:
    """Keep what was read until it is confirmed; one draft for each person and partnership."""
    require(actor, "partners.steer", partnership)
    ImportDraft.objects.filter(partnership=partnership, person=actor).delete()
    rows = [asdict(line) | {"since": line.since.isoformat() if line.since else ""} for line in lines]
    return ImportDraft.objects.create(partnership=partnership, person=actor, rows=rows)


def lines_of(draft: ImportDraft) -> list[Line]:
    def line(row: dict[str, Any]) -> Line:
        return Line(**row | {"since": date.fromisoformat(row["since"]) if row["since"] else None})

    return [line(row) for row in draft.rows]


@transaction.atomic
def confirm(*, draft: ImportDraft, seen: str, with_invitations: bool, actor: Person) -> Plan:
    """Do what was shown: all of it or nothing. `seen` is the fingerprint of the plan that was looked at.

    With invitations, whoever has an address is invited to the seat and sits there once they accept; without, they sit there
    at once and can sign in with that address.

    Raises:
        PlanChanged: what would happen is no longer what was shown.
    """
    partnership = draft.partnership
    require(actor, "partners.steer", partnership)
    today = timezone.localdate()
    plan, _wrong = plan_of(partnership, lines_of(draft), today)
    if plan.digest != seen:
        raise PlanChanged
    for member in plan.members:
        _do(partnership, member, with_invitations=with_invitations, actor=actor)
    draft.delete()
    return plan


def _do(partnership: Partnership, plan: MemberPlan, *, with_invitations: bool, actor: Person) -> None:
    municipality = Municipality.objects.get(pk=plan.municipality)
    since = date.fromisoformat(plan.since)
    if plan.joins:
        partners.join(partnership=partnership, municipality=municipality, since=since, actor=actor)
    membership = Membership.objects.get(partnership=partnership, municipality=municipality, ends=None)
    for change in plan.seats:
        if with_invitations and change.email:
            invitee = Invitee(change.role, change.email, change.name, municipality)
            invite(partnership=partnership, invitee=invitee, actor=actor)
            continue
        partners.fill_seat(
            membership=membership,
            role=change.role,
            person=_person(change),
            since=since if plan.joins else timezone.localdate(),
            expected=change.before_key,
            actor=actor,
        )


def _person(change: SeatChange) -> Person:
    if change.email:
        known = Person.objects.filter(email__iexact=change.email).first()
        if known is not None:
            return known
    return Person.objects.create_user(change.email or None, name=change.name)


def remove_old_drafts() -> int:
    """Drafts that nobody confirmed hold names and addresses: they go after a day. Says how many."""
    return ImportDraft.objects.filter(made_at__lt=timezone.now() - KEPT).delete()[0]
