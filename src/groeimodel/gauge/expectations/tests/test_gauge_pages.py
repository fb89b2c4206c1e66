"""The gauge, where partners differ, the guide and what is agreed: what a page says is what was answered."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_scopes import scope
from pytest_django import DjangoAssertNumQueries

from groeimodel.foundation.asks import Here
from groeimodel.foundation.panels import panels_of
from groeimodel.foundation.partners import services as partners
from groeimodel.foundation.partners.access import parts_in
from groeimodel.foundation.testing.cast import Cast, member, person
from groeimodel.gauge.expectations import selectors, services
from groeimodel.gauge.expectations.asking import asks_of
from groeimodel.gauge.expectations.models import Agreement, Round
from groeimodel.gauge.expectations.results import course_of, result_of
from groeimodel.gauge.expectations.services import Agreed
from groeimodel.gauge.expectations.tests.asking import heard_round, open_round, speak
from groeimodel.soil.meetings import services as meetings

pytestmark = pytest.mark.django_db
SOON = timedelta(days=10)


@pytest.fixture
def round(cast: Cast) -> Round:
    with scope(partnership=cast.partnership):
        return heard_round(cast)


def page(client: Client, name: str, cast: Cast, *args: int) -> str:
    answer = client.get(reverse(f"expectations:{name}", args=[cast.partnership.slug, *args]))
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.claim("G9")
def test_known_shared_and_met_with_their_date(cast: Cast, round: Round, client: Client) -> None:
    client.force_login(cast.bram)
    text = page(client, "gauge", cast)
    with scope(partnership=cast.partnership):
        reading = result_of(round).reading
    assert reading.known == 75
    for value in (reading.known, reading.shared, reading.met):
        assert value is not None
        assert f'<span class="meter__value">{value:.0f}' in text
    assert f"Afgelezen op {timezone.localdate().day} " in text


@pytest.mark.claim("G10")
def test_where_partners_and_roles_differ_and_who_was_not_heard(
    cast: Cast, round: Round, client: Client
) -> None:
    with scope(partnership=cast.partnership):
        member(cast.partnership, "Stildorp")
        again = heard_again(cast)
    client.force_login(cast.amina)
    text = page(client, "round", cast, again.pk)
    assert "Stildorp" in text.split("Nog niet gehoord")[1][:200]
    assert "Jullie zijn verdeeld" in text
    assert 'title="Proefdorp"' in text
    assert "Kan wachten" in text


def heard_again(cast: Cast) -> Round:
    again = open_round(cast)
    speak(again, cast.amina, 5, 2)
    speak(again, cast.bram, 1, 2)
    speak(again, cast.celia, 5, 4)
    services.close_round(round=again, actor=cast.finn)
    return again


@pytest.mark.claim("G11")
def test_a_round_makes_a_guide_with_cards(cast: Cast, round: Round, client: Client) -> None:
    client.force_login(cast.bram)
    text = page(client, "guide", cast, round.pk)
    assert text.count('class="card talk-card') == 5
    due = timezone.localdate() + SOON
    data = {"about": "use", "text": "Elkaar bellen", "owner": cast.celia.pk, "due": due}
    address = reverse("expectations:guide", args=[cast.partnership.slug, round.pk])
    assert client.post(address, data).status_code == 302
    text = page(client, "guide", cast, round.pk)
    assert "✓ Elkaar bellen" in text
    assert "Elkaar bellen" in page(client, "gauge", cast)


def test_what_is_wrong_is_said_at_once_and_nothing_is_noted(cast: Cast, round: Round, client: Client) -> None:
    client.force_login(cast.bram)
    data = {"about": "use", "text": "", "owner": "", "due": timezone.localdate() - SOON}
    answer = client.post(reverse("expectations:guide", args=[cast.partnership.slug, round.pk]), data)
    assert answer.status_code == 422
    assert answer.content.decode().count("field__error") == 3
    with scope(partnership=cast.partnership):
        assert not Agreement.objects.exists()


@pytest.mark.claim("G11")
def test_an_agreement_comes_back_until_it_is_done_and_at_the_next_round(
    cast: Cast, round: Round, client: Client
) -> None:
    with scope(partnership=cast.partnership):
        agreed = Agreed("Elkaar bellen", cast.celia, timezone.localdate() + SOON, "use")
        row = services.agree(round=round, agreed=agreed, actor=cast.bram)
        here = Here(
            cast.celia, cast.partnership, parts_in(cast.celia, cast.partnership), timezone.localdate()
        )
        assert [one.title for one in asks_of(here)] == ["Elkaar bellen"]
        again = heard_again(cast)
        assert list(selectors.kept_since(again, round)) == [row]
        services.mark_done(agreement=row, actor=cast.celia)
        assert not asks_of(here)
        assert list(selectors.kept_since(again, round)) == [row], "what was done since is shown too"
    client.force_login(cast.bram)
    assert "Elkaar bellen" in page(client, "round", cast, again.pk)


def test_only_the_owner_and_who_leads_tick_it_off(cast: Cast, round: Round, client: Client) -> None:
    with scope(partnership=cast.partnership):
        row = services.agree(
            round=round, agreed=Agreed("Bellen", cast.celia, timezone.localdate()), actor=cast.bram
        )
        with pytest.raises(PermissionDenied):
            services.mark_done(agreement=row, actor=cast.bram)
    address = reverse("expectations:done", args=[cast.partnership.slug, row.pk])
    client.force_login(cast.bram)
    assert client.post(address).status_code == 403
    client.force_login(cast.celia)
    client.post(address)
    row.refresh_from_db()
    assert row.done_at is not None
    client.post(address, {"undo": "1"})
    row.refresh_from_db()
    assert row.done_at is None


@pytest.mark.claim("G11")
def test_the_gauge_says_when_the_last_talk_is_too_long_ago(cast: Cast, round: Round, client: Client) -> None:
    client.force_login(cast.bram)
    assert "nog geen gesprek" in page(client, "gauge", cast)
    with scope(partnership=cast.partnership):
        long_ago = timezone.localdate() - timedelta(days=300)
        Round.objects.filter(pk=round.pk).update(opened_at=timezone.now() - timedelta(days=310))
        round.refresh_from_db()
        services.note_talk(round=round, on=long_ago, actor=cast.bram)
    assert "Dat is lang geleden" in page(client, "gauge", cast)
    with scope(partnership=cast.partnership):
        services.note_talk(round=round, on=timezone.localdate(), actor=cast.bram)
        for day in (timezone.localdate() + SOON, long_ago - 2 * SOON):
            with pytest.raises(ValidationError):
                services.note_talk(round=round, on=day, actor=cast.bram)
    text = page(client, "gauge", cast)
    assert "lang geleden" not in text
    assert "nog geen gesprek" not in text


def test_the_talk_goes_on_the_agenda_once(cast: Cast, round: Round, client: Client) -> None:
    with scope(partnership=cast.partnership):
        starts = timezone.now() + SOON
        draft, when = meetings.Draft("Overleg", "both"), meetings.When(starts, starts + timedelta(hours=2))
        meeting = meetings.plan(partnership=cast.partnership, draft=draft, when=when, actor=cast.finn)
        rows = [row.text for panel in panels_of("meetings.meeting", meeting) for row in panel.rows]
        assert "Gespreksgids: vijf kaarten" in rows
        assert "Wat iedereen verwacht" in rows
    client.force_login(cast.finn)
    for _ in range(2):
        client.post(reverse("expectations:on_agenda", args=[cast.partnership.slug, round.pk]))
    assert [one.title for one in meeting.items.all()] == ["Wat verwachten we van elkaar?"]


def test_a_guest_is_not_led_to_a_page_that_is_not_for_guests(
    cast: Cast, round: Round, client: Client
) -> None:
    gast = person("Hugo")
    with scope(partnership=cast.partnership):
        partners.appoint(partnership=cast.partnership, person=gast, kind="guest", since=timezone.localdate())
        starts = timezone.now() + SOON
        draft, when = meetings.Draft("Overleg", "both"), meetings.When(starts, starts + timedelta(hours=2))
        meeting = meetings.plan(partnership=cast.partnership, draft=draft, when=when, actor=cast.finn)
    for who, seen in ((gast, False), (cast.finn, True)):
        client.force_login(who)
        text = client.get(meeting.get_absolute_url()).content.decode()
        assert ("Gespreksgids: vijf kaarten" in text) == seen


def test_who_holds_no_seat_is_led_to_the_gauge(cast: Cast, client: Client) -> None:
    with scope(partnership=cast.partnership):
        open_round(cast)
    client.force_login(cast.finn)
    answer = client.get(reverse("expectations:mine", args=[cast.partnership.slug]))
    assert answer["Location"] == reverse("expectations:gauge", args=[cast.partnership.slug])


def test_with_two_people_only_who_was_heard_is_told(cast: Cast, client: Client) -> None:
    with scope(partnership=cast.partnership):
        few = open_round(cast)
        speak(few, cast.amina, 5, 2)
        speak(few, cast.bram, 5, 2)
        services.close_round(round=few, actor=cast.finn)
        result = result_of(few)
    assert (result.reading.known, result.reading.shared, result.reading.met) == (50, None, None)
    client.force_login(cast.celia)
    assert "minstens drie mensen" in page(client, "gauge", cast)
    assert "Nog geen kaarten" in page(client, "guide", cast, few.pk)


def test_a_running_round_shows_who_was_heard_and_nothing_that_was_said(cast: Cast, client: Client) -> None:
    with scope(partnership=cast.partnership):
        running = open_round(cast)
        services.say(sheet=speak(running, cast.bram, 5, 2), words="Een geheim wens")
    client.force_login(cast.celia)
    text = page(client, "gauge", cast)
    assert "Een geheim wens" not in text
    assert text.count("gehoord") == 1
    answer = client.get(reverse("expectations:round", args=[cast.partnership.slug, running.pk]))
    assert answer.status_code == 409


def test_queries_do_not_grow(cast: Cast, round: Round, client: Client, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:  # fmt: skip
    with scope(partnership=cast.partnership):
        for _ in range(3):
            heard_again(cast)
        for n in range(5):
            member(cast.partnership, f"Nieuwdorp {n}")
    client.force_login(cast.bram)
    for name, args, most in (("gauge", (), 18), ("round", (round.pk,), 14), ("guide", (round.pk,), 16)):
        with django_assert_max_num_queries(most):
            page(client, name, cast, *args)
    with scope(partnership=cast.partnership), django_assert_max_num_queries(4):
        assert len(course_of(cast.partnership).results) == 4
