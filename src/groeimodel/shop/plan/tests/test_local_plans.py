"""The plans of the municipalities: reading them in, tying them by hand, and what merges."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django_scopes import scope, scopes_disabled
from pytest_django import DjangoAssertNumQueries

from groeimodel.formats.local_plan import LocalLine
from groeimodel.foundation.partners import services as partners
from groeimodel.foundation.partners.models import Municipality
from groeimodel.foundation.personal import all_holdings
from groeimodel.foundation.testing.cast import Cast
from groeimodel.shop.plan import linking, services
from groeimodel.shop.plan.models import LocalAction, LocalDraft, LocalLink
from groeimodel.shop.plan.services.local import import_plan, remove_old_drafts
from groeimodel.shop.plan.tests.helpers import Small, small_plan

pytestmark = pytest.mark.django_db
BUS = LocalLine(2, "A1", "Speelbus in onze dorpen", "0750", 2026, 2031, Decimal(500))
ROAD = LocalLine(3, "B2", "Riolering")


@pytest.fixture(autouse=True)
def here(cast: Cast) -> Iterator[None]:
    with scope(partnership=cast.partnership):
        yield


@pytest.fixture
def small(cast: Cast) -> Small:
    return small_plan(cast)


def read_in(cast: Cast, *lines: LocalLine) -> None:
    services.read_in(
        partnership=cast.partnership, municipality=cast.municipality, lines=lines, actor=cast.bram
    )


def at(name: str, *args: Any) -> str:
    return reverse(f"plan:{name}", args=["testland", *args])


def upload(client: Client, cast: Cast, content: bytes) -> Any:
    file = SimpleUploadedFile("plan.csv", content)
    return client.post(at("import_local", cast.municipality.pk), {"file": file}, follow=True)


@pytest.mark.claim("B14")
def test_preview_first_and_only_then_it_is_read_in(client: Client, cast: Cast, small: Small) -> None:
    client.force_login(cast.bram)
    answer = upload(client, cast, b"code;titel;bedrag\nA1;Speelbus;500\nB2;Riolering;\n")
    page = answer.content.decode()
    assert "Nieuw: 2" in page
    assert not LocalAction.objects.exists()
    client.post(at("confirm_local", cast.municipality.pk), {"seen": answer.context["found"].digest})
    assert set(LocalAction.objects.values_list("code", "title")) == {("A1", "Speelbus"), ("B2", "Riolering")}
    assert not LocalDraft.objects.exists()


@pytest.mark.claim("B14")
def test_one_wrong_line_and_nothing_is_read_in(client: Client, cast: Cast, small: Small) -> None:
    client.force_login(cast.bram)
    answer = upload(client, cast, b"code;titel;bedrag\nA1;Speelbus;500\n;Zonder;x\n")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "rij 3, kolom A (code)" in page
    assert "rij 3, kolom C (bedrag)" in page
    assert not LocalDraft.objects.exists()


@pytest.mark.claim("B14")
def test_reading_in_again_shows_what_changed_by_code(cast: Cast) -> None:
    read_in(cast, BUS, ROAD)
    again = [
        LocalLine(2, "A1", "Speelbus", "0750", 2026, 2031, Decimal("750.50")),
        LocalLine(3, "C3", "Kamp"),
    ]
    found = import_plan(cast.partnership, cast.municipality, again)
    assert [(one.name, one.before, one.after) for one in found.changed[0].fields] == [
        ("title", "Speelbus in onze dorpen", "Speelbus"),
        ("amount", "500", "750,50"),
    ]
    assert [one.code for one in found.new] == ["C3"]
    assert found.gone == (("B2", "Riolering"),)
    read_in(cast, *again)
    assert LocalAction.objects.get(code="B2").gone_on is not None
    back = import_plan(cast.partnership, cast.municipality, [*again, ROAD])
    assert back.back == ("B2",)
    read_in(cast, *again, ROAD)
    assert LocalAction.objects.get(code="B2").gone_on is None
    assert import_plan(cast.partnership, cast.municipality, [*again, ROAD]).does_nothing


@pytest.mark.claim("B14")
def test_what_was_shown_is_what_is_done(client: Client, cast: Cast, small: Small) -> None:
    client.force_login(cast.bram)
    answer = upload(client, cast, b"code;titel\nA1;Speelbus\n")
    read_in(cast, ROAD)
    client.post(at("confirm_local", cast.municipality.pk), {"seen": answer.context["found"].digest})
    assert not LocalAction.objects.filter(code="A1").exists()


@pytest.mark.claim("B14")
@pytest.mark.parametrize("who", ["celia", "daan", "els"])
def test_only_the_own_municipality_and_the_coordinator(cast: Cast, small: Small, who: str) -> None:
    actor = getattr(cast, who)
    with pytest.raises(PermissionDenied):
        services.read_in(
            partnership=cast.partnership, municipality=cast.municipality, lines=[BUS], actor=actor
        )
    read_in(cast, BUS)
    local = LocalAction.objects.get()
    with pytest.raises(PermissionDenied):
        services.link(local=local, action=small.action, actor=actor)
    assert services.link(local=local, action=small.action, actor=cast.amina)
    services.read_in(partnership=cast.partnership, municipality=cast.neighbour, lines=[BUS], actor=cast.finn)


@pytest.mark.claim("B14")
def test_no_plan_of_who_is_no_partner(cast: Cast) -> None:
    with pytest.raises(ValidationError, match="geen partner"):
        services.read_in(partnership=cast.partnership, municipality=cast.faraway, lines=[BUS])


@pytest.mark.claim("B14")
def test_linked_unlinked_on_both_sides_and_contradicting(cast: Cast, small: Small) -> None:
    read_in(cast, BUS, ROAD)
    bus, road = LocalAction.objects.order_by("code")
    before = linking.interlocking_of(small.plan, cast.municipality)
    assert (len(before.linked), len(before.unlinked), len(before.lonely)) == (0, 2, 1)
    services.link(local=bus, action=small.action, actor=cast.bram)
    with pytest.raises(ValidationError):
        services.link(local=road, action=small.action, contradicts=True, actor=cast.bram)
    why = "De weg ligt open, de bus kan er niet door."
    services.link(local=road, action=small.action, contradicts=True, why=why, actor=cast.bram)
    found = linking.interlocking_of(small.plan, cast.municipality)
    assert [one.row.code for one in found.linked] == ["A1"]
    assert [one.row.code for one in found.unlinked] == ["B2"]
    assert [one.why for one in found.against] == [why]
    assert found.lonely == []
    ties = linking.ties_of(small.plan)[small.action.pk]
    assert (ties.linked, ties.against) == (1, 1)


@pytest.mark.claim("B14")
def test_suggestions_are_by_words_and_never_tie_by_themselves(cast: Cast, small: Small) -> None:
    read_in(cast, BUS, ROAD)
    found = linking.interlocking_of(small.plan, cast.municipality)
    by_code = {one.row.code: one.suggested for one in found.unlinked}
    assert [(action.pk, best.words) for action, best in by_code["A1"]] == [
        (small.action.pk, ("speelbus", "dorpen"))
    ]
    assert by_code["B2"] == []
    assert not LocalLink.objects.exists()


@pytest.mark.claim("B14")
def test_a_link_by_hand_with_a_way_back(client: Client, cast: Cast, small: Small) -> None:
    read_in(cast, BUS)
    local = LocalAction.objects.get()
    client.force_login(cast.amina)
    page = client.post(at("link", local.pk), {"action": small.action.pk}, follow=True).content.decode()
    made = LocalLink.objects.get()
    assert at("unlink", made.pk) in page
    client.post(at("unlink", made.pk))
    assert not LocalLink.objects.exists()
    wrong = client.post(at("link", local.pk), {"contradicts": "on"})
    assert wrong.status_code == 422
    assert {"action", "why"} <= set(wrong.context["form"].errors)


@pytest.mark.claim("B14")
def test_every_partner_on_one_page(client: Client, cast: Cast, small: Small) -> None:
    read_in(cast, BUS)
    client.force_login(cast.celia)
    page = client.get(at("local"))
    counts = {one.municipality.name: one.count for one in page.context["members"]}
    assert counts == {"Proefdorp": 1, "Buurdorp": 0}
    assert page.context["own"] == [cast.neighbour]
    client.force_login(cast.daan)
    assert client.get(at("local")).status_code == 403
    assert client.get(at("import_local", cast.municipality.pk)).status_code == 403


@pytest.mark.claim("B14")
def test_more_actions_take_no_more_queries(
    client: Client, cast: Cast, small: Small, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    lines = [LocalLine(number, f"A{number}", f"Speelbus {number}") for number in range(40)]
    read_in(cast, *lines)
    for local in LocalAction.objects.all()[:10]:
        services.link(local=local, action=small.action, actor=cast.bram)
    client.force_login(cast.bram)
    for where in (at("local"), at("municipality", cast.municipality.pk)):
        with django_assert_max_num_queries(20):
            assert client.get(where).status_code == 200


@pytest.mark.claim("B14")
def test_a_merger_keeps_both_plans_and_says_where_each_came_from(
    client: Client, cast: Cast, small: Small
) -> None:
    read_in(cast, BUS)
    services.read_in(
        partnership=cast.partnership, municipality=cast.neighbour, lines=[BUS, ROAD], actor=cast.celia
    )
    services.link(local=LocalAction.objects.get(origin=cast.neighbour, code="A1"), action=small.action)
    with scopes_disabled():
        new = Municipality.objects.create(name="Nieuwdorp", invented=True)
        partners.merge(parts=[cast.municipality, cast.neighbour], into=new, on=date(2026, 1, 1))
    rows = LocalAction.objects.filter(municipality=new)
    assert {(one.origin.name, one.code) for one in rows} == {
        ("Proefdorp", "A1"),
        ("Buurdorp", "A1"),
        ("Buurdorp", "B2"),
    }
    found = linking.interlocking_of(small.plan, new)
    assert [one.row.origin.name for one in found.linked] == ["Buurdorp"]
    client.force_login(cast.finn)
    assert "uit het plan van Buurdorp" in client.get(at("municipality", new.pk)).content.decode()
    services.read_in(partnership=cast.partnership, municipality=new, lines=[BUS], actor=cast.finn)
    assert LocalAction.objects.filter(municipality=new, gone_on=None).count() == 4
    old = LocalAction.objects.get(origin=cast.municipality, code="A1")
    client.post(at("set_aside", old.pk))
    assert LocalAction.objects.get(pk=old.pk).gone_on is not None
    client.post(at("set_aside", old.pk))
    assert LocalAction.objects.get(pk=old.pk).gone_on is None


@pytest.mark.claim("B14")
def test_drafts_go_after_a_day(cast: Cast) -> None:
    draft = services.keep_draft(
        partnership=cast.partnership, municipality=cast.municipality, lines=[BUS], actor=cast.bram
    )
    assert remove_old_drafts() == 0
    LocalDraft.objects.filter(pk=draft.pk).update(made_at="2020-01-01T00:00:00Z")
    assert remove_old_drafts() == 1


@pytest.mark.claim("B14")
@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_a_template_to_fill_in(client: Client, cast: Cast, kind: str) -> None:
    client.force_login(cast.bram)
    answer = client.get(at("local_template", kind))
    assert answer.status_code == 200
    assert f".{kind}" in answer.headers["Content-Disposition"]
    assert client.get(at("local_template", "exe")).status_code == 404


def test_who_read_in_a_file_sees_that_and_can_be_erased(cast: Cast) -> None:
    services.keep_draft(
        partnership=cast.partnership, municipality=cast.municipality, lines=[BUS], actor=cast.bram
    )
    (holding,) = [one for one in all_holdings() if one.name == "plan"]
    assert [line.value.startswith("Proefdorp") for line in holding.lines(cast.bram)] == [True]
    assert list(holding.lines(cast.celia)) == []
    holding.erase(cast.bram)
    assert not LocalDraft.objects.exists()
