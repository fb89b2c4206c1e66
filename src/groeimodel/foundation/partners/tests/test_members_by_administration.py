"""Partnerships are made in the administration: there too a member has both seats from the start."""

import pytest
from django.test import Client
from django.urls import reverse

from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.partners.models import Membership, Partnership, Seat
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.testing.cast import Cast


def rows(prefix: str, *filled: dict[str, object]) -> dict[str, object]:
    """The fields of an inline form set."""
    counts = {"TOTAL_FORMS": len(filled), "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": 1000}
    fields = {f"{n}-{key}": value for n, row in enumerate(filled) for key, value in row.items()}
    return {f"{prefix}-{key}": value for key, value in {**counts, **fields}.items()}


@pytest.fixture
def administrator(cast: Cast, client: Client) -> Client:
    client.force_login(Person.objects.create_superuser("beheer@voorbeeld.test", name="Beheer"))
    return client


@pytest.mark.claim("G1")
def test_a_partnership_that_is_added_shows_its_members(administrator: Client, cast: Cast) -> None:
    member = {"municipality": cast.faraway.pk, "starts": "2025-01-01"}
    fields = {"name": "Nieuw", "slug": "nieuw", "legal_form": "informal"}
    administrator.post(
        reverse("admin:partners_partnership_add"),
        {**fields, **rows("memberships", member), **rows("appointments")},
    )
    partnership = Partnership.objects.get(slug="nieuw")
    verbs = Entry.objects.filter(partnership=partnership).order_by("pk").values_list("verb", flat=True)
    assert list(verbs) == ["partners.founded", "partners.joined"]
    seats = Seat.objects.filter(membership__partnership=partnership)
    assert sorted(seats.values_list("role", flat=True)) == ["alderman", "officer"]


def test_a_member_that_is_added_alone_gets_the_seat_that_nobody_filled_in(
    administrator: Client, cast: Cast
) -> None:
    fields = {"partnership": cast.partnership.pk, "municipality": cast.faraway.pk, "starts": "2025-01-01"}
    answer = administrator.post(
        reverse("admin:partners_membership_add"), {**fields, **rows("seats", {"role": "alderman"})}
    )
    assert answer.status_code == 302
    member = Membership.objects.get(partnership=cast.partnership, municipality=cast.faraway)
    assert sorted(member.seats.values_list("role", flat=True)) == ["alderman", "officer"]
