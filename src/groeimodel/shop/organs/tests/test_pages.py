"""The pages of organs and terms: what they show, and that a mistake keeps what was typed."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_scopes import scope
from pytest_django import DjangoAssertNumQueries

from groeimodel.foundation.testing.cast import Cast, member, person
from groeimodel.shop.organs import services
from groeimodel.shop.organs.models import Organ, OrganSeat, RenewalDecision, Term
from groeimodel.shop.organs.selectors import seats_on
from groeimodel.shop.organs.statutes import limits_of, statute_for
from groeimodel.shop.organs.tests.setting_up import SINCE, founded

pytestmark = pytest.mark.django_db


def page(client: Client, cast: Cast, name: str, *args: int) -> str:
    answer = client.get(reverse(f"organs:{name}", args=[cast.partnership.slug, *args]))
    assert answer.status_code == 200
    return answer.text


def test_an_empty_page_teaches_and_founds_in_one_step(client: Client, cast: Cast) -> None:
    client.force_login(cast.finn)
    assert "Nog geen organen" in page(client, cast, "list")
    data = {"form": "projectvereniging", "starts": "2025-01-01", "ends": "2030-12-31", "basis": "akte"}
    assert client.post(reverse("organs:new_term", args=["testland"]), data).status_code == 302
    found = reverse("organs:found", args=["testland"])
    assert 'value="board"' in client.get(found).text
    assert client.post(found, {"kinds": ["board"], "starts": "2025-01-01"}).status_code == 302
    shown = page(client, cast, "list")
    assert "Raad van bestuur" in shown
    assert "Amina" in shown
    assert "Projectvereniging" in shown


@pytest.mark.claim("B2")
def test_an_organ_shows_seats_checks_rules_and_where_they_come_from(client: Client, cast: Cast) -> None:
    organ = founded(cast)
    client.force_login(cast.bram)
    shown = page(client, cast, "organ", organ.pk)
    for words in (
        "3 van de 4 zetels zijn leeg.",
        "te bevestigen",
        "bevestigd",
        "https://www.olen.be/projectverenigingen",
        "Meer dan de helft van de stemmen",
        "Minstens 8 dagen vooraf.",
        "Een tweede zitting met dezelfde punten beslist",
    ):
        assert words in shown, words
    assert "Voeg een zetel toe" not in shown, "an officer looks along"


def test_the_own_statutes_are_plain_fields_and_all_mistakes_are_told_at_once(
    client: Client, cast: Cast
) -> None:
    organ = founded(cast)
    client.force_login(cast.finn)
    url = reverse("organs:statute", args=["testland", organ.pk])
    wrong = {
        "whose": "own", "delay_days": "-4", "proxies": "1", "tie": "chair", "quorum_of": "seats",
        "quorum_share": "2/3", "ordinary-votes": "1/2>", "ordinary-votes-base": "cast",
        "persons-votes": "1/2>", "persons-municipalities": "1/2>", "persons-secret": "on",
    }  # fmt: skip
    answer = client.post(url, wrong)
    assert answer.status_code == 422
    assert "Vraag minstens één meerderheid." in answer.text
    assert "geheime stemming weet niemand" in answer.text
    assert 'value="-4"' in answer.text
    right = {k: v for k, v in wrong.items() if k != "persons-municipalities"}
    right |= {"delay_days": "10", "statutes-municipalities": "3/4", "statutes-municipalities-base": "all"}
    right |= {"max_seats": "9", "every_member": "on"}
    assert client.post(url, right).status_code == 302
    with scope(partnership=cast.partnership):
        fresh = Organ.objects.select_related("partnership").get()
    statute = statute_for(fresh)
    assert (statute.delay_days, statute.kind("ordinary").tie) == (10, "chair")
    assert statute.quorum is not None
    assert str(statute.quorum.bound.share) == "2/3"
    assert statute.kind("statutes").majorities[0].base == "all"
    assert limits_of(fresh)["max_seats"] == 9
    assert not limits_of(fresh)["opposition"]
    assert "volgens jullie statuten" in page(client, cast, "organ", organ.pk)
    assert client.post(url, {**right, "whose": "template"}).status_code == 302
    with scope(partnership=cast.partnership):
        assert Organ.objects.get().statute == {}


def test_a_seat_is_filled_by_name_and_shows_who_sat_there(client: Client, cast: Cast) -> None:
    organ = founded(cast)
    with scope(partnership=cast.partnership):
        seat = OrganSeat.objects.get(municipality=cast.municipality, advisory=True)
    client.force_login(cast.finn)
    url = reverse("organs:seat", args=["testland", organ.pk, seat.pk])
    answer = client.post(url, {"person": "new", "since": "2999-01-01"})
    assert answer.status_code == 422
    assert "Zeg wie." in answer.text
    assert "Deze dag moet nog komen" in answer.text
    sent = {
        "person": "new",
        "name": "Rik Raad",
        "capacity": "councillor",
        "since": "2025-02-03",
        "incompatible": "no",
    }
    assert client.post(url, sent).status_code == 302
    assert (
        client.post(
            reverse("organs:empty", args=["testland", organ.pk, seat.pk]), {"on": "2025-06-01"}
        ).status_code
        == 302
    )
    shown = page(client, cast, "seat", organ.pk, seat.pk)
    assert "Rik Raad" in shown
    assert "3 feb 2025" in shown.lower()


def test_a_seat_gets_another_task_and_more_votes(client: Client, cast: Cast) -> None:
    organ = founded(cast)
    with scope(partnership=cast.partnership):
        seat = OrganSeat.objects.get(person=cast.amina)
    client.force_login(cast.finn)
    url = reverse("organs:seat", args=["testland", organ.pk, seat.pk])
    wrong = client.post(url, {"do": "shape", "task": "", "votes": "0"})
    assert wrong.status_code == 422
    sent = {"do": "shape", "municipality": cast.municipality.pk, "task": "voorzitter", "votes": "2"}
    assert client.post(url, sent).status_code == 302
    with scope(partnership=cast.partnership):
        seat.refresh_from_db()
    assert (seat.task, seat.votes) == ("voorzitter", 2)
    assert (
        client.post(
            reverse("organs:end_seat", args=["testland", organ.pk, seat.pk]), {"on": "2025-06-01"}
        ).status_code
        == 302
    )
    with scope(partnership=cast.partnership):
        assert len(seats_on(organ, timezone.localdate())) == 3


def test_gender_is_three_figures(client: Client, cast: Cast) -> None:
    organ = founded(cast)
    client.force_login(cast.finn)
    url = reverse("organs:heads", args=["testland", organ.pk])
    assert client.post(url, {"women": "", "men": "1", "others": "0"}).status_code == 422
    assert client.post(url, {"women": "1", "men": "0", "others": "0"}).status_code == 302
    assert "De grootste groep telt 1 van de 1" in page(client, cast, "organ", organ.pk)


def ending(cast: Cast, days: int) -> Term:
    today = timezone.localdate()
    with scope(partnership=cast.partnership):
        new = services.NewTerm(
            "projectvereniging", today - timedelta(days=1500), today + timedelta(days=days)
        )
        return services.begin_term(partnership=cast.partnership, new=new, actor=cast.finn)


@pytest.mark.claim("B2")
def test_a_term_that_ends_says_who_is_missing_and_what_happens_then(client: Client, cast: Cast) -> None:
    ending(cast, 100)
    client.force_login(cast.finn)
    decide = reverse("organs:decide", args=["testland", cast.municipality.pk])
    assert client.post(decide, {"says_yes": "1", "decided_on": "2999-01-01"}).status_code == 422
    today = timezone.localdate().isoformat()
    assert (
        client.post(decide, {"says_yes": "1", "decided_on": today, "document": "punt 4"}).status_code == 302
    )
    shown = page(client, cast, "term")
    for words in (
        "Ja zeiden: 1 van de 2 gemeenten.",
        "nog geen besluit",
        "dan is de projectvereniging ontbonden",
        "punt 4",
    ):
        assert words in shown, words
    refused = client.post(reverse("organs:renew", args=["testland"]), {"ends": "2040-01-01"})
    assert refused.status_code == 422
    assert "Buurdorp" in refused.text
    client.post(
        reverse("organs:decide", args=["testland", cast.neighbour.pk]), {"says_yes": "1", "decided_on": today}
    )
    assert client.post(reverse("organs:renew", args=["testland"]), {"ends": "2032-01-01"}).status_code == 302
    with scope(partnership=cast.partnership):
        assert Term.objects.count() == 2
    assert "Verlengd" in page(client, cast, "term")


def test_a_decision_noted_by_mistake_is_taken_back(client: Client, cast: Cast) -> None:
    term = ending(cast, 100)
    with scope(partnership=cast.partnership):
        decided = services.Decided(cast.municipality, False, timezone.localdate())
        services.note_renewal(term=term, decided=decided, actor=cast.finn)
    client.force_login(cast.finn)
    assert "stopt" in page(client, cast, "term")
    assert (
        client.post(reverse("organs:take_back", args=["testland", cast.municipality.pk])).status_code == 302
    )
    with scope(partnership=cast.partnership):
        assert not RenewalDecision.objects.exists()


def test_a_term_that_does_not_fit_is_said_not_refused(client: Client, cast: Cast) -> None:
    """The rule is to be confirmed: it forbids nothing."""
    with scope(partnership=cast.partnership):
        new = services.NewTerm("projectvereniging", date(2024, 5, 1), date(2034, 5, 1))
        services.begin_term(partnership=cast.partnership, new=new, actor=cast.finn)
    client.force_login(cast.bram)
    shown = page(client, cast, "term")
    assert "langer dan de regel toelaat" in shown
    assert "jaar van gemeenteraadsverkiezingen" in shown


def test_who_is_outside_sees_nothing(client: Client, cast: Cast) -> None:
    organ = founded(cast)
    client.force_login(cast.daan)
    for name, args in (("list", []), ("organ", [organ.pk]), ("term", [])):
        assert client.get(reverse(f"organs:{name}", args=["testland", *args])).status_code == 403


def test_the_pages_take_as_many_queries_with_many_rows(
    client: Client, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    organ = founded(cast)
    client.force_login(cast.finn)
    with scope(partnership=cast.partnership):
        for name in ("Verweg", "Achterbos", "Zandhoek", "Kruisveld"):
            place = member(cast.partnership, name).municipality
            new = services.NewSeat(place, "bestuurder")
            seat = services.add_seat(organ=organ, new=new, since=SINCE, actor=cast.finn)
            services.fill_organ_seat(seat=seat, person=person(name), since=date(2025, 1, 1), actor=cast.finn)
        services.found_organs(
            partnership=cast.partnership, kinds=["daily", "advice"], starts=SINCE, actor=cast.finn
        )
    for name, args, most in (("list", [], 22), ("organ", [organ.pk], 20), ("term", [], 20)):
        with django_assert_max_num_queries(most):
            page(client, cast, name, *args)
