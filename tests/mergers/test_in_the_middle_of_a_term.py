"""A merger in the middle of a term, with something in every room: nothing is lost, and both names are found."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_scopes import scopes_disabled

from groeimodel.foundation.mandates import services as mandates
from groeimodel.foundation.mandates.models import Mandate, Use
from groeimodel.foundation.mandates.services import Proposal
from groeimodel.foundation.members import services as members
from groeimodel.foundation.members.models import Invitation
from groeimodel.foundation.members.services import Invitee
from groeimodel.foundation.partners import services as partners
from groeimodel.foundation.partners.models import Municipality
from groeimodel.foundation.testing.cast import Cast
from groeimodel.gauge.scan.models import Sheet
from groeimodel.gauge.scan.tests.filling import handed_in, inside, opened
from groeimodel.meadow.actions import services as actions
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.actions.tests.starting import started
from groeimodel.showcase.garden.selectors import garden_of, home_of
from groeimodel.soil.harvest import services as harvest
from groeimodel.soil.harvest.models import Harvest
from groeimodel.soil.harvest.services import Gain


@pytest.fixture
def merged(cast: Cast) -> Municipality:
    """Something in every room of Proefdorp and Buurdorp, and then they merge."""
    here, home, today = cast.partnership, cast.municipality, timezone.localdate()
    with inside(cast):
        gain = Gain(home, "Fuifcharter", today, from_municipality=cast.neighbour)
        harvest.record_harvest(partnership=here, gain=gain)
        for title, plot in (("Speelstraat", home), ("Skatepark", cast.neighbour), ("Samen op kamp", None)):
            seed = actions.take_down_seed(partnership=here, title=title, species="poppy", on=today, plot=plot)
            bounds = actions.Bounds(today - timedelta(days=9), today + timedelta(days=90), Decimal(500))
            started(seed, bounds, gardener=cast.bram)
            if plot == cast.neighbour:
                actions.pick(action=seed, result=80)
        proposal = Proposal(
            municipality=home,
            kind="decide",
            holder=cast.amina,
            starts=today,
            ends=today + timedelta(days=300),
        )
        given = mandates.give(partnership=here, proposal=proposal, actor=cast.amina)
        mandates.use(mandate=given, on=today, amount=Decimal(100), actor=cast.amina)
        invitee = Invitee("alderman", "nieuw@voorbeeld.test", "Nieuw", cast.neighbour)
        members.invite(partnership=here, invitee=invitee)
    handed_in(opened(cast), "officer", cast.neighbour)
    new = Municipality.objects.create(name="Proefdorp-Buurdorp", invented=True)
    with scopes_disabled():
        before = [model.objects.count() for model in (Harvest, Action, Use, Sheet, Invitation)]
        partners.merge(into=new, parts=[cast.municipality, cast.neighbour], on=today)
        after = [model.objects.count() for model in (Harvest, Action, Use, Sheet, Invitation)]
    assert after == before, "nothing is lost, nothing is doubled"
    return new


def test_what_was_harvested_keeps_its_name_and_shows_the_new_one(
    client: Client, cast: Cast, merged: Municipality
) -> None:
    client.force_login(cast.amina)
    page = client.get(reverse("harvest:list", args=[cast.partnership.slug])).text
    assert "Proefdorp (nu Proefdorp-Buurdorp)" in page
    assert "Dankzij Buurdorp (nu Proefdorp-Buurdorp)" in page


def test_who_speaks_for_the_new_municipality_tends_the_harvest_of_the_old(
    cast: Cast, merged: Municipality
) -> None:
    with scopes_disabled():
        found = Harvest.objects.select_related("municipality", "partnership").get()
    assert cast.amina.has_perm("harvest.tend", found)
    assert not cast.daan.has_perm("harvest.tend", found)


def test_running_actions_stand_on_the_plot_of_the_new_municipality(cast: Cast, merged: Municipality) -> None:
    with scopes_disabled():
        plots = dict(Action.objects.values_list("title", "plot"))
    assert plots == {"Speelstraat": merged.pk, "Skatepark": cast.neighbour.pk, "Samen op kamp": None}


def test_the_garden_is_drawn_with_one_plot_and_all_its_flowers(cast: Cast, merged: Municipality) -> None:
    with inside(cast):
        garden = garden_of(home_of(cast.partnership, person=cast.amina, today=timezone.localdate()))
    assert [one.name for one in garden.members] == ["Proefdorp-Buurdorp"]
    assert {one.plot for one in garden.flowers} == {f"m{merged.pk}", None}
    assert garden.threads == (), "what they gave each other stays inside one municipality now"


def test_a_mandate_goes_along_as_a_new_version(cast: Cast, merged: Municipality) -> None:
    with scopes_disabled():
        old, new = Mandate.objects.order_by("pk")
    assert (old.municipality, old.closed_why) == (cast.municipality, "merged")
    assert (new.municipality, new.replaces, new.state) == (merged, old, "in_force")


def test_an_invitation_leads_to_the_seat_of_the_new_municipality(cast: Cast, merged: Municipality) -> None:
    """Buurdorp's empty seat is now Amina's: whoever accepts reads whom they replace."""
    with inside(cast):
        invitation = Invitation.objects.get()
        assert (invitation.municipality, invitation.instead_of) == (merged, cast.amina)


def test_answers_of_an_open_round_count_for_the_new_municipality(cast: Cast, merged: Municipality) -> None:
    assert Sheet.objects.get().municipality == merged


@pytest.mark.parametrize(
    "page", ["garden:home", "members:list", "mandates:list", "members:timeline", "mine:newcomer"]
)
def test_every_page_opens(client: Client, cast: Cast, merged: Municipality, page: str) -> None:
    client.force_login(cast.amina)
    answer = client.get(reverse(page, args=[cast.partnership.slug]))
    assert answer.status_code == 200
    assert "Proefdorp-Buurdorp" in answer.text
