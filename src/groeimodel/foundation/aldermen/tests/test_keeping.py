"""What is kept of the register: links that are remembered, and nothing of who was erased; few queries; mergers."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from django_scopes import scope, scopes_disabled

from groeimodel.foundation.aldermen.models import Draft, PersonLink
from groeimodel.foundation.aldermen.planning import ours_of, plan_of
from groeimodel.foundation.aldermen.reading import read_file
from groeimodel.foundation.aldermen.services import carry_out, remove_old_drafts
from groeimodel.foundation.aldermen.tests.register import Row, chosen, confirm, file_of, seat, send, uri
from groeimodel.foundation.partners import services as partners
from groeimodel.foundation.partners.models import Membership, Municipality, Partnership
from groeimodel.foundation.partners.services.mergers import merge
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.privacy import services as privacy
from groeimodel.foundation.testing.cast import Cast

ZOE = Row("Buurdorp", "Zoë Peeters", "2025-01-01")


@pytest.fixture
def client(client: Client, cast: Cast) -> Client:
    client.force_login(cast.finn)
    return client


@pytest.fixture
def inside(cast: Cast) -> Iterator[None]:
    with scope(partnership=cast.partnership):
        yield


def take_over(partnership: Partnership, *rows: Row) -> int:
    """As the command does it."""
    with scopes_disabled():
        ours = ours_of(partnership, read_file(file_of(*rows)).mandates)
        plan = plan_of(partnership, ours, timezone.localdate())
        return carry_out(partnership=partnership, plan=plan, said=plan.defaults)


def test_the_same_person_in_two_partnerships_is_one_person(cast: Cast) -> None:
    partners.join(partnership=cast.elsewhere, municipality=cast.neighbour, since=date(2025, 6, 1))
    assert take_over(cast.partnership, ZOE) == 1
    assert take_over(cast.elsewhere, ZOE) == 1
    zoe = Person.objects.get(name="Zoë Peeters")
    assert sorted(zoe.tenures.values_list("starts", flat=True)) == [date(2025, 1, 1), date(2025, 6, 1)]


def test_a_link_holds_when_the_name_changes(client: Client, cast: Cast) -> None:
    take_over(cast.partnership, ZOE)
    Person.objects.filter(name="Zoë Peeters").update(name="Zoë P.")
    changed = Row("Buurdorp", "Zoë Claes-Peeters", "2025-01-01", person="Zoë Peeters")
    assert "Zoë P. zit er al." in send(client, changed)


def test_whoever_was_erased_is_not_read_in_again(client: Client, cast: Cast) -> None:
    take_over(cast.partnership, ZOE)
    zoe = Person.objects.get(name="Zoë Peeters")
    privacy.erase(person=zoe)
    assert not PersonLink.objects.filter(source=uri("Zoë Peeters")).exists()
    assert PersonLink.objects.get().source.startswith("gewist:")
    shown = send(client, ZOE)
    assert "liet zijn gegevens wissen" in shown
    assert take_over(cast.partnership, ZOE) == 0
    assert not Person.objects.filter(name="Zoë Peeters").exists()
    assert PersonLink.objects.count() == 1


def test_own_data_show_the_link(client: Client, cast: Cast) -> None:
    take_over(cast.partnership, ZOE)
    link = PersonLink.objects.get()
    link.person = cast.finn
    link.save()
    assert uri("Zoë Peeters") in client.get("/ik/?toon=alles").text


def test_a_draft_goes_after_a_day(client: Client, cast: Cast) -> None:
    send(client, ZOE)
    with scopes_disabled():
        assert remove_old_drafts() == 0
        Draft.objects.update(made_at=timezone.now() - timedelta(days=1, minutes=1))
        assert remove_old_drafts() == 1


def test_a_confirmed_draft_is_gone(client: Client, cast: Cast) -> None:
    confirm(client, send(client, ZOE))
    with scopes_disabled():
        assert not Draft.objects.exists()


def test_after_a_merger_the_old_names_lead_to_the_new_municipality(client: Client, cast: Cast) -> None:
    take_over(cast.partnership, ZOE)
    new = Municipality.objects.create(name="Nieuwdorp", invented=True)
    merge(into=new, parts=[cast.municipality, cast.neighbour], on=date(2026, 1, 1))
    shown = send(client, Row("Nieuwdorp", "Zoë Peeters", "2026-01-01"))
    assert "De zetel is leeg" in shown, "both had an alderman, so the merger left it open"
    confirm(client, shown, **chosen(shown))
    assert seat(cast, "Nieuwdorp") == [("Zoë Peeters", "2026-01-01", "")]
    assert Person.objects.filter(name="Zoë Peeters").count() == 1, "known from the municipality of before"


@pytest.mark.usefixtures("inside")
def test_a_plan_takes_as_many_queries_for_two_members_as_for_twelve(
    cast: Cast, django_assert_num_queries: object
) -> None:
    rows = [ZOE, Row("Proefdorp", "Amina Bakkali", "2025-01-01")]
    ours = ours_of(cast.partnership, read_file(file_of(*rows)).mandates)
    today = timezone.localdate()
    with django_assert_num_queries(7):  # type: ignore[operator]
        plan_of(cast.partnership, ours, today)
    for number in range(10):
        place = Municipality.objects.create(name=f"Gehucht {number}", invented=True)
        partners.join(partnership=cast.partnership, municipality=place, since=date(2025, 1, 1))
        rows.append(Row(place.name, f"Schepen Nummer{number}", "2025-01-01"))
    ours = ours_of(cast.partnership, read_file(file_of(*rows)).mandates)
    with django_assert_num_queries(7):  # type: ignore[operator]
        plan = plan_of(cast.partnership, ours, today)
    assert len(plan.open) == 12
    assert Membership.objects.filter(partnership=cast.partnership).count() == 12


def test_a_real_municipality_is_found_by_its_name_of_before(cast: Cast) -> None:
    tielt = Municipality.objects.create(name="Pajottegem", nis="23106")
    partners.join(partnership=cast.partnership, municipality=tielt, since=date(2025, 1, 1))
    take_over(cast.partnership, Row("Gemeente Galmaarden", "Zoë Peeters", "2025-01-01"))
    assert seat(cast, "Pajottegem") == [("Zoë Peeters", "2025-01-01", "")]
