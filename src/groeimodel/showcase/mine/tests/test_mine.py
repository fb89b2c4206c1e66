"""'Mijn tuin': the garden, the three things that are asked now, what happened since; and the page for who is new."""

from datetime import timedelta
from decimal import Decimal

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_scopes import scope
from pytest_django import DjangoAssertNumQueries

from groeimodel.foundation.mandates import services as mandates
from groeimodel.foundation.mandates.services import Proposal
from groeimodel.foundation.partners import services as partners
from groeimodel.foundation.partners.models import Membership, Seat
from groeimodel.foundation.testing.cast import Cast, member
from groeimodel.gauge.scan.tests.filling import full_round, inside, opened
from groeimodel.soil.expertise import services as expertise
from groeimodel.soil.expertise.services import Said
from groeimodel.soil.harvest import services as harvest
from groeimodel.soil.harvest.services import Gain

MINE = reverse("mine:garden")
NEW = reverse("mine:newcomer", args=["testland"])


def main(client: Client, path: str = MINE) -> str:
    return client.get(path).text.split("<main")[1].split("</main")[0]


def test_a_visitor_is_sent_to_the_door(client: Client, db: None) -> None:
    assert client.get(MINE)["Location"] == f"/aanmelden/?next={MINE}"


def test_who_has_no_part_reads_how_it_begins(client: Client, cast: Cast) -> None:
    partners.leave(membership=Membership.objects.get(municipality=cast.faraway), on=timezone.localdate())
    client.force_login(cast.daan)
    assert "Je hebt nog geen plek in een tuin" in main(client)


def test_the_garden_is_the_own_one(client: Client, cast: Cast) -> None:
    client.force_login(cast.daan)
    assert "Elders" in main(client)
    assert "Testland" not in main(client)


def test_each_role_is_asked_its_own(client: Client, cast: Cast) -> None:
    client.force_login(cast.bram)
    assert "Vraag je schepen om tijd" in main(client)
    assert "Noteer wat je lokaal gebruikt" in main(client)
    client.force_login(cast.finn)
    assert "Nodig een schepen uit voor Buurdorp" in main(client)
    assert "Open een ronde van de groeiscan" in main(client)
    client.force_login(cast.amina)
    assert "Zeg wat je meebrengt" in main(client)
    said = Said("parties", "brings", "Een fuifcharter", municipality=cast.municipality)
    with scope(partnership=cast.partnership):
        expertise.share(partnership=cast.partnership, said=said, actor=cast.amina)
    assert "Er wordt nu niets van je gevraagd" in main(client)


def test_who_waits_comes_first_and_at_most_three_are_shown(client: Client, cast: Cast) -> None:
    opened(cast)
    with inside(cast):
        terms = Proposal(
            cast.neighbour,
            "time",
            cast.celia,
            timezone.localdate(),
            timezone.localdate() + timedelta(days=90),
            Decimal(4),
        )
        mandates.ask(partnership=cast.partnership, proposal=terms, actor=cast.celia)
    client.force_login(cast.celia)
    text = main(client)
    assert text.count('class="card ask"') == 3
    assert text.index("Vul de groeiscan in") < text.index("Nodig een schepen uit")
    assert "wachten</summary>" in text, "what comes after stands behind a link"


def test_what_happened_since_the_last_visit(client: Client, cast: Cast) -> None:
    client.force_login(cast.amina)
    main(client)
    later = timezone.now() + timedelta(days=2)
    with time_machine.travel(later), inside(cast):
        gain = Gain(cast.neighbour, "Fuifcharter", timezone.localdate())
        harvest.record_harvest(partnership=cast.partnership, gain=gain, actor=cast.celia)
    with time_machine.travel(later + timedelta(hours=1)):
        text = main(client)
        assert "Celia noteerde oogst in Buurdorp." in text
        assert "Amina is nu schepen" not in text, "that was before"
        assert "Celia noteerde oogst" in main(client), "the same visit shows the same"
    with time_machine.travel(later + timedelta(days=1)):
        assert "De grond rust" in main(client)


def test_of_several_partnerships_one_is_shown_and_the_others_are_near(client: Client, cast: Cast) -> None:
    membership = member(cast.elsewhere, "Tweededorp")
    partners.fill_seat(membership=membership, role="officer", person=cast.bram, since=timezone.localdate())
    client.force_login(cast.bram)
    assert '<a href="?igs=testland">Testland</a>' in main(client)
    assert '<a href="/igs/testland/">Testland</a>' in main(client, f"{MINE}?igs=testland")


def test_the_page_takes_few_queries_however_much_happened(
    client: Client, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    full_round(cast)
    with inside(cast):
        for number in range(30):
            gain = Gain(cast.neighbour, f"Oogst {number}", timezone.localdate())
            harvest.record_harvest(partnership=cast.partnership, gain=gain, actor=cast.celia)
    client.force_login(cast.finn)
    client.get(MINE)
    with django_assert_max_num_queries(20):
        client.get(MINE)


@pytest.fixture
def successor(cast: Cast) -> Seat:
    """Daan follows Bram, who left a note and tends an action."""
    from groeimodel.meadow.actions import services as actions

    membership = Membership.objects.get(municipality=cast.municipality)
    seat = membership.seats.get(role="officer")
    with inside(cast):
        seed = actions.take_down_seed(
            partnership=cast.partnership,
            title="Skatepark",
            species="poppy",
            on=timezone.localdate(),
            plot=cast.municipality,
        )
        actions.work_out(action=seed, gardener=cast.bram)
        partners.leave_note(seat=seat, text="Bel eerst met Buurdorp.", actor=cast.bram)
    partners.fill_seat(membership=membership, role="officer", person=cast.daan, since=timezone.localdate())
    return seat


def test_the_newcomer_reads_what_it_is_was_agreed_is_asked_and_is_open(
    client: Client, cast: Cast, successor: Seat
) -> None:
    client.force_login(cast.daan)
    text = main(client, NEW)
    for part in (
        "1. Wat is dit?",
        "2. Wat is er afgesproken?",
        "3. Wat wordt er van mij gevraagd?",
        "4. Wat staat er nog open?",
        "Voor jou zat Bram hier",
        "Bel eerst met Buurdorp.",
        "Skatepark",
        "geen enkel mandaat",
        "Vraag je schepen om tijd",
        "Finn: coördinator",
    ):
        assert part in text
    minutes = int(text.split("in ongeveer ")[1].split(" ")[0])
    assert 1 <= minutes <= 10


@pytest.mark.parametrize("who", ["amina", "celia", "els", "finn"])
def test_everybody_inside_may_read_it(client: Client, cast: Cast, who: str) -> None:
    client.force_login(getattr(cast, who))
    assert client.get(NEW).status_code == 200


def test_an_outsider_may_not(client: Client, cast: Cast) -> None:
    client.force_login(cast.daan)
    assert client.get(NEW).status_code == 403
