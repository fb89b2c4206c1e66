"""Which partnerships somebody supports today."""

from __future__ import annotations

from django.db.models import Prefetch

from groeimodel.foundation.partners.models import Appointment, Membership, Partnership
from groeimodel.foundation.people.models import Person


def supported_keys(person: Person) -> list[int]:
    """Of all partnerships that somebody supports: one query."""
    mine = Appointment.objects.filter(person=person, kind=Appointment.Kind.SUPPORTER, ends=None)
    return list(mine.values_list("partnership", flat=True))


def supported_by(person: Person) -> list[Partnership]:
    """By name, each with its members of today: two queries."""
    mine = Appointment.objects.filter(person=person, kind=Appointment.Kind.SUPPORTER, ends=None)
    members = Membership.objects.filter(ends=None).select_related("municipality")
    rows = Partnership.objects.filter(pk__in=mine.values("partnership"), listed_only=False)
    with_members = Prefetch("memberships", members.order_by("municipality__name"), to_attr="of_today")
    return list(rows.order_by("name").prefetch_related(with_members))
