"""Recording, changing and removing harvest in the browser (claim P9)."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_scopes import scope
from pytest_django import DjangoAssertNumQueries

from groeimodel.foundation.testing.cast import Cast
from groeimodel.soil.harvest import services
from groeimodel.soil.harvest.models import Harvest
from groeimodel.soil.harvest.services import Gain


def address(cast: Cast, name: str = "list", *args: int) -> str:
    return reverse(f"harvest:{name}", args=[cast.partnership.slug, *args])


def filled(cast: Cast, **changes: object) -> dict[str, object]:
    return {
        "title": "Fuifcharter voor onze zaal",
        "municipality": cast.municipality.pk,
        "gained_on": "2026-02-03",
        "from_municipality": cast.neighbour.pk,
        "source": "Ontmoeting over veilig uitgaan",
        "text": "",
        **changes,
    }


def recorded(cast: Cast) -> list[Harvest]:
    with scope(partnership=cast.partnership):
        return list(Harvest.objects.all())


def existing(cast: Cast) -> Harvest:
    gain = Gain(cast.municipality, "Speelstraten", date(2026, 1, 5))
    return services.record_harvest(partnership=cast.partnership, gain=gain)


@pytest.mark.claim("P9")
def test_an_officer_records_what_is_used_locally(client: Client, cast: Cast) -> None:
    client.force_login(cast.bram)
    assert "Nog geen oogst" in client.get(address(cast)).content.decode()
    answer = client.post(address(cast), filled(cast), follow=True)
    assert "Dankzij Buurdorp" in answer.content.decode()
    (harvest,) = recorded(cast)
    assert (harvest.municipality, harvest.from_municipality) == (cast.municipality, cast.neighbour)
    assert harvest.recorded_by == cast.bram


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("title", "", "verplicht"),
        ("gained_on", (timezone.localdate() + timedelta(days=2)).isoformat(), "moet nog komen"),
    ],
)
def test_what_is_wrong_is_said_beside_the_field(
    client: Client, cast: Cast, field: str, value: str, says: str
) -> None:
    client.force_login(cast.bram)
    text = client.post(address(cast), filled(cast, **{field: value})).content.decode()
    assert says in text
    assert not recorded(cast)


def test_one_cannot_record_for_another_municipality(client: Client, cast: Cast) -> None:
    client.force_login(cast.bram)
    client.post(address(cast), filled(cast, municipality=cast.neighbour.pk, from_municipality=""))
    assert not recorded(cast)


def test_one_does_not_get_it_from_oneself(client: Client, cast: Cast) -> None:
    client.force_login(cast.bram)
    text = client.post(address(cast), filled(cast, from_municipality=cast.municipality.pk)).content.decode()
    assert "andere gemeente" in text
    assert not recorded(cast)


def test_a_supporter_reads_and_does_not_write(client: Client, cast: Cast) -> None:
    client.force_login(cast.els)
    assert '<form method="post" class="stack"' not in client.get(address(cast)).content.decode()
    assert client.post(address(cast), filled(cast)).status_code == 403
    assert not recorded(cast)


@pytest.mark.parametrize("who", ["daan", None])
def test_outsiders_see_nothing_of_a_partnership_that_is_not_public(
    client: Client, cast: Cast, who: str | None
) -> None:
    if who:
        client.force_login(getattr(cast, who))
    harvest = existing(cast)
    for page in (address(cast), address(cast, "change", harvest.pk), address(cast, "remove", harvest.pk)):
        assert client.get(page).status_code == 403


def test_changing(client: Client, cast: Cast) -> None:
    harvest = existing(cast)
    client.force_login(cast.amina)
    client.post(address(cast, "change", harvest.pk), filled(cast, title="Speelstraten, heel de zomer"))
    assert [one.title for one in recorded(cast)] == ["Speelstraten, heel de zomer"]


def test_removing_asks_first(client: Client, cast: Cast) -> None:
    harvest = existing(cast)
    client.force_login(cast.bram)
    page = address(cast, "remove", harvest.pk)
    assert "verwijderen?" in client.get(page).content.decode()
    assert recorded(cast)
    client.post(page)
    assert not recorded(cast)


@pytest.mark.parametrize("page", ["change", "remove"])
def test_the_neighbour_does_not_touch_it(client: Client, cast: Cast, page: str) -> None:
    harvest = existing(cast)
    client.force_login(cast.celia)
    assert client.post(address(cast, page, harvest.pk), filled(cast)).status_code == 403
    assert [one.title for one in recorded(cast)] == ["Speelstraten"]


def test_harvest_of_another_partnership_is_not_found_here(client: Client, cast: Cast) -> None:
    harvest = existing(cast)
    client.force_login(cast.daan)
    page = reverse("harvest:change", args=[cast.elsewhere.slug, harvest.pk])
    assert client.get(page).status_code == 404


def test_the_list_takes_few_queries(
    client: Client, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(20):
        gain = Gain(cast.municipality, f"Oogst {number}", date(2026, 1, 5), from_municipality=cast.neighbour)
        services.record_harvest(partnership=cast.partnership, gain=gain)
    client.force_login(cast.finn)
    client.get("/over/")  # the first page after signing in keeps the session
    with django_assert_max_num_queries(14):
        first = client.get(address(cast))
    with django_assert_max_num_queries(6):  # nothing was done since: the body was kept
        again = client.get(address(cast))
    assert "Oogst 19" in again.text
    services.record_harvest(
        partnership=cast.partnership, gain=Gain(cast.municipality, "Vers", date(2026, 1, 6))
    )
    assert "Vers" not in first.text
    assert "Vers" in client.get(address(cast)).text
