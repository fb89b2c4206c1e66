"""Cycles that never coincide: as everybody has them, as a partnership changes them, and where they cross."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import reverse
from django_scopes import scope

from groeimodel.foundation.testing.cast import Cast
from groeimodel.shop.organs.models import Term
from groeimodel.shop.plan import services
from groeimodel.shop.plan.cycles import crosses_of, cycles_of
from groeimodel.shop.plan.models import Cycle

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 28)


@pytest.fixture(autouse=True)
def here(cast: Cast) -> Iterator[None]:
    with scope(partnership=cast.partnership):
        yield


def at(name: str, *args: Any) -> str:
    return reverse(f"plan:{name}", args=["testland", *args])


@pytest.mark.claim("B15")
def test_the_four_cycles_with_the_term_of_the_partnership(cast: Cast) -> None:
    assert [one.key for one in cycles_of(cast.partnership, TODAY)] == ["council", "municipal_plan", "subsidy"]
    Term.objects.create(
        partnership=cast.partnership,
        form="projectvereniging",
        starts=date(2021, 1, 1),
        ends=date(2026, 12, 31),
        basis="Oprichtingsakte",
    )
    found = cycles_of(cast.partnership, TODAY)
    assert [one.key for one in found] == ["term", "council", "municipal_plan", "subsidy"]
    assert (found[0].source, found[0].own) == ("Oprichtingsakte", True)
    assert len({(one.starts, one.ends) for one in found}) == 4


@pytest.mark.claim("B15")
def test_the_joint_plan_shows_where_it_differs(cast: Cast) -> None:
    services.new_plan(partnership=cast.partnership, title="MJP", first_year=2026)
    assert "plan" not in [one.key for one in cycles_of(cast.partnership, TODAY)]
    services.new_plan(partnership=cast.partnership, title="Later", first_year=2028)
    found = {one.key: one for one in cycles_of(cast.partnership, date(2033, 5, 1))}
    assert (found["plan"].starts.year, found["plan"].ends.year) == (2028, 2033)


@pytest.mark.claim("B15")
def test_where_they_cross_in_words(cast: Cast) -> None:
    crosses = crosses_of(cycles_of(cast.partnership, TODAY))
    assert [(one.starts.year, one.ends.year) for one in crosses] == [(2026, 2030), (2027, 2030), (2027, 2031)]
    assert crosses[0].sentence == (
        "‘Gemeenteraad en college’ eindigt op 31 december 2030. "
        "‘Meerjarenplan van de gemeenten’ loopt dan nog tot 31 december 2031."
    )


@pytest.mark.claim("B15")
def test_a_partnership_changes_its_own_and_can_go_back(cast: Cast) -> None:
    row = services.write_cycle(
        partnership=cast.partnership,
        key="subsidy",
        title="Onze subsidie",
        starts=date(2028, 1, 1),
        ends=date(2033, 12, 31),
        status="to_confirm",
        actor=cast.bram,
    )
    found = {one.key: one for one in cycles_of(cast.partnership, TODAY)}
    assert (found["subsidy"].title, found["subsidy"].changed, found["subsidy"].sure) == (
        "Onze subsidie",
        True,
        False,
    )
    assert [day.title for day in found["subsidy"].days] == ["Subsidie aanvragen"]
    services.forget_cycle(cycle=row, actor=cast.bram)
    assert {one.key: one.changed for one in cycles_of(cast.partnership, TODAY)}["subsidy"] is False


@pytest.mark.claim("B15")
def test_what_is_confirmed_says_where_that_stands(cast: Cast) -> None:
    day = date(2026, 1, 1)
    with pytest.raises(ValidationError, match="Zonder bron"):
        services.write_cycle(
            partnership=cast.partnership, title="Leader", starts=day, ends=day, status="confirmed"
        )
    with pytest.raises(ValidationError, match="voor de eerste"):
        services.write_cycle(
            partnership=cast.partnership,
            title="Leader",
            starts=day,
            ends=date(2025, 1, 1),
            status="to_confirm",
        )
    with pytest.raises(PermissionDenied):
        services.write_cycle(
            partnership=cast.partnership,
            title="Leader",
            starts=day,
            ends=day,
            status="to_confirm",
            actor=cast.daan,
        )


@pytest.mark.claim("B15")
def test_two_of_the_same_name_are_two(cast: Cast) -> None:
    day = date(2026, 1, 1)
    for _ in range(2):
        services.write_cycle(
            partnership=cast.partnership, title="Leader", starts=day, ends=day, status="to_confirm"
        )
    assert set(Cycle.objects.values_list("key", flat=True)) == {"eigen-leader", "eigen-leader-2"}


@pytest.mark.claim("B15")
def test_the_page_shows_picture_table_and_how_sure_each_fact_is(client: Client, cast: Cast) -> None:
    client.force_login(cast.amina)
    page = client.get(at("cycles")).content.decode()
    assert "<svg" in page
    assert "te bevestigen" in page
    assert "Subsidie aanvragen: 1 april 2026" in page
    assert "https://vvsg.be" in page
    assert "Nog een cyclus" not in page
    client.force_login(cast.daan)
    assert client.get(at("cycles")).status_code == 403


@pytest.mark.claim("B15")
def test_a_cycle_is_written_on_a_form(client: Client, cast: Cast) -> None:
    client.force_login(cast.bram)
    assert client.get(at("cycle", "subsidy")).context["form"]["title"].value() == "Vlaamse subsidie IGS jeugd"
    wrong = client.post(at("new_cycle"), {"title": "", "starts": "2026-01-01", "ends": "ooit"})
    assert wrong.status_code == 422
    assert {"title", "ends", "status"} <= set(wrong.context["form"].errors)
    sent = {"title": "Leader", "starts": "2026-01-01", "ends": "2027-12-31", "status": "to_confirm"}
    assert client.post(at("new_cycle"), sent).status_code == 302
    assert client.get(at("cycle", "term")).status_code == 404
    assert "Ja, haal weg" in client.get(at("forget_cycle", "eigen-leader")).content.decode()
    client.post(at("forget_cycle", "eigen-leader"))
    assert not Cycle.objects.exists()
