"""A stroll through the gardens of others: with consent of both, without people and amounts, and one button to sow it too."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django_scopes import scope, scopes_disabled

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.testing.cast import Cast
from groeimodel.meadow.actions.models import Action
from groeimodel.showcase.neighbours.selectors import GATES
from groeimodel.showcase.sharing.models import Kind, Opening

pytestmark = [pytest.mark.django_db, pytest.mark.claim("W13")]
HERE = "/igs/testland/rondkijken/"


def opens(*partnerships: Partnership) -> None:
    for one in partnerships:
        with scope(partnership=one):
            Opening.objects.create(partnership=one, kind=Kind.STROLL)


def action(where: Partnership, title: str, **given: object) -> Action:
    today = timezone.localdate()
    values = {"species": "poppy", "stage": "flower", "budget": Decimal("98765.00"), "text": "Een dag buiten."}
    with scope(partnership=where):
        return Action.objects.create(
            partnership=where, title=title, taken_down_on=today, starts=today, ends=today + timedelta(days=9),
            **(values | given),
        )  # fmt: skip


def test_who_does_not_show_its_own_meadow_does_not_look_around(cast: Cast, client: Client) -> None:
    action(cast.elsewhere, "Speelstraat")
    opens(cast.elsewhere)
    client.force_login(cast.bram)
    page = client.get(HERE + "?tuin=elders").content.decode()
    assert "Open eerst jullie eigen poort" in page
    assert "Speelstraat" not in page


def test_only_open_gardens_can_be_visited(cast: Cast, client: Client) -> None:
    action(cast.elsewhere, "Speelstraat")
    opens(cast.partnership)
    client.force_login(cast.bram)
    assert "Jullie poort staat open" in client.get(HERE).content.decode()
    assert client.get(HERE + "?tuin=elders").status_code == 404


def test_actions_that_run_or_are_picked_are_seen_without_people_or_amounts(
    cast: Cast, client: Client
) -> None:
    action(cast.elsewhere, "Speelstraat", gardener=cast.daan)
    action(cast.elsewhere, "Geplukt", stage="harvest")
    action(cast.elsewhere, "Nog een idee", stage="seed")
    action(cast.elsewhere, "Op een perceel", plot=cast.faraway)
    opens(cast.partnership, cast.elsewhere)
    client.force_login(cast.amina)
    page = client.get(HERE + "?tuin=elders").content.decode()
    assert "Speelstraat" in page
    assert "Geplukt" in page
    for hidden in ("Nog een idee", "Op een perceel", cast.daan.name, "98765", "98.765"):
        assert hidden not in page.partition("<main")[2], hidden


def test_a_text_that_names_somebody_stays_at_home(cast: Cast, client: Client) -> None:
    with_name = action(cast.elsewhere, "Speelstraat", text=f"{cast.daan.name} brengt de fluitjes mee.")
    action(cast.elsewhere, "Fuifbus", text="Vraag het via bus@elders.be.")
    opens(cast.partnership, cast.elsewhere)
    client.force_login(cast.bram)
    page = client.get(HERE + "?tuin=elders").content.decode()
    assert "Speelstraat" in page
    assert "fluitjes" not in page
    assert "bus@elders.be" not in page
    client.post(f"{HERE}{with_name.pk}/ook-bij-ons/")
    with scope(partnership=cast.partnership):
        assert Action.objects.get().text == ""


def test_one_button_sows_it_at_home_and_once_is_enough(cast: Cast, client: Client) -> None:
    seen = action(cast.elsewhere, "Speelstraat")
    opens(cast.partnership, cast.elsewhere)
    client.force_login(cast.bram)
    for _twice in range(2):
        answer = client.post(f"{HERE}{seen.pk}/ook-bij-ons/", follow=True)
        assert answer.status_code == 200
    with scope(partnership=cast.partnership):
        seed = Action.objects.get()
    assert (seed.title, seed.stage, seed.plot) == ("Speelstraat", "seed", None)
    assert seed.origin_title == "Speelstraat, bij Elders"
    assert seed.budget is None
    assert "Ligt al bij jullie" in client.get(HERE + "?tuin=elders").content.decode()


def test_what_may_not_be_seen_cannot_be_sown(cast: Cast, client: Client) -> None:
    idea = action(cast.elsewhere, "Nog een idee", stage="seed")
    closed = action(cast.elsewhere, "Speelstraat")
    client.force_login(cast.bram)
    opens(cast.partnership)
    for one in (idea, closed):
        page = client.post(f"{HERE}{one.pk}/ook-bij-ons/", follow=True).content.decode()
        assert "niet meer te zien" in page
    with scopes_disabled():
        assert not Action.objects.filter(partnership=cast.partnership).exists()


def test_a_closed_gate_hides_everything_at_once(cast: Cast, client: Client) -> None:
    action(cast.elsewhere, "Speelstraat")
    opens(cast.partnership, cast.elsewhere)
    with scopes_disabled():
        Opening.objects.filter(partnership=cast.elsewhere).delete()
    client.force_login(cast.bram)
    assert client.get(HERE + "?tuin=elders").status_code == 404


def test_as_many_queries_with_much_to_see(cast: Cast, client: Client) -> None:
    opens(cast.partnership, cast.elsewhere)
    action(cast.elsewhere, "Speelstraat")
    client.force_login(cast.bram)
    client.get(HERE)

    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            client.get(HERE + "?tuin=elders")
        return len(queries)

    few = count()
    for n in range(15):
        action(cast.elsewhere, f"Actie {n}")
    caches["pages"].clear()  # nothing was done by a service
    assert count() == few


def test_many_gardens_stand_on_pages(cast: Cast, client: Client) -> None:
    opens(cast.partnership, cast.elsewhere)
    action(cast.elsewhere, "Speelstraat")
    client.force_login(cast.bram)
    client.get(HERE)

    def count(page: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            client.get(page)
        return len(queries)

    few = count(HERE)
    rows = [Partnership(name=f"Streek {n:03}", slug=f"streek-{n}") for n in range(GATES + 6)]
    opens(*Partnership.objects.bulk_create(rows))
    assert count(HERE) == few
    first, last = (client.get(HERE + more).text for more in ("", "?bladzijde=2"))
    assert first.count("?tuin=streek-") == GATES - 1
    assert "?bladzijde=2" in first
    assert last.count("?tuin=streek-") == 7
    assert "?bladzijde=3" not in last
    assert client.get(HERE + "?bladzijde=99").status_code == 200


def test_a_name_in_a_title_and_an_amount_in_a_text_stay_at_home(cast: Cast, client: Client) -> None:
    title, text = f"Vorming van {cast.daan.name}", "Kostte 1.200 euro, of € 12 per kind."
    seen = action(cast.elsewhere, title, text=text, species="cornflower")
    opens(cast.partnership, cast.elsewhere)
    client.force_login(cast.bram)
    page = client.get(HERE + "?tuin=elders").content.decode()
    assert cast.daan.name not in page
    assert "1.200" not in page
    assert "vorming" in page
    client.post(f"{HERE}{seen.pk}/ook-bij-ons/")
    with scope(partnership=cast.partnership):
        sown = Action.objects.get(stage="seed")
    assert sown.title == "vorming"
    assert cast.daan.name not in sown.origin_title
    assert "1.200" not in sown.text


def test_a_garden_with_an_odd_name_is_no_error(cast: Cast, client: Client) -> None:
    opens(cast.partnership, cast.elsewhere)
    client.force_login(cast.bram)
    for odd in ("%00", "elders%00x", "%ff", "%f0%9f%8c%bb", "x" * 5000):
        assert client.get(f"{HERE}?tuin={odd}").status_code in (200, 404), odd
