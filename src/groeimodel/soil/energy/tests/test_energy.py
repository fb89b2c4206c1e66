"""Energy is visible per municipality over time, and a soil that dries out is signalled with what to do (claim P4)."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.utils import timezone
from django_scopes import scope, scopes_disabled
from pytest_django import DjangoAssertNumQueries

from groeimodel.foundation import asks
from groeimodel.foundation.journal.services import record
from groeimodel.foundation.journal.telling import known_verbs
from groeimodel.foundation.mail.models import OutgoingMail
from groeimodel.foundation.mandates import services as mandates
from groeimodel.foundation.mandates.services import Proposal
from groeimodel.foundation.partners import services as partners
from groeimodel.foundation.partners.access import parts_in
from groeimodel.foundation.partners.models import Municipality
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.testing.cast import Cast
from groeimodel.rules.energy import VERBS, Kind
from groeimodel.soil.energy import services, tasks
from groeimodel.soil.energy.models import DryWarning
from groeimodel.soil.energy.selectors import Ground, energy_for_picture, ground_of

PAGE = "/igs/testland/energie/"
TODAY = date(2026, 11, 24)
BUILT_LATER = {"questions.asked", "questions.answered"}
"""Deeds of a room that may not be here yet."""


def did(cast: Cast, verb: str, days: int, place: Municipality | None = None) -> None:
    at = timezone.make_aware(datetime.combine(TODAY - timedelta(days=days), time(12)))
    record(verb, partnership=cast.partnership, municipality=place or cast.municipality, at=at)


def ground(cast: Cast, today: date = TODAY) -> Ground:
    with scope(partnership=cast.partnership):
        return ground_of(cast.partnership, today)


def dried_out(cast: Cast) -> None:
    """Proefdorp shared three things each season, and nothing for half a year; Buurdorp meets every month."""
    for days in (200, 210, 220, 380, 390, 400, 560, 570, 580):
        for _times in range(2):
            did(cast, "themes.proposed", days)
    for days in range(5, 700, 30):
        did(cast, "meetings.attended", days, cast.neighbour)


@pytest.mark.claim("P4")
def test_four_kinds_a_municipality_a_half_year(cast: Cast) -> None:
    did(cast, "meetings.attended", 10)
    did(cast, "meetings.attended", 10)
    did(cast, "meetings.attendance_undone", 9)
    did(cast, "lessons.written", 200)
    did(cast, "themes.proposed", 5, cast.neighbour)
    neighbour, home = ground(cast).patches
    assert (neighbour.municipality, home.municipality) == (cast.neighbour, cast.municipality), "by name"
    assert home.rows[-1].amounts[Kind.MEETINGS] == 1
    assert home.rows[-2].amounts[Kind.KNOWLEDGE] == 1
    assert neighbour.rows[-1].points == 1


@pytest.mark.claim("P4")
def test_hours_count_on_the_day_they_were_worked(cast: Cast) -> None:
    proposal = Proposal(
        municipality=cast.municipality,
        kind="time",
        holder=cast.bram,
        starts=date(2026, 1, 1),
        ends=date(2026, 12, 31),
        hours=Decimal(8),
    )
    with scope(partnership=cast.partnership):
        given = mandates.give(partnership=cast.partnership, proposal=proposal, actor=cast.amina)
        used = mandates.use(mandate=given, on=date(2026, 3, 4), hours=Decimal("2.5"), actor=cast.bram)
        assert ground(cast).patches[1].rows[-2].amounts[Kind.HOURS] == 2.5
        mandates.remove_use(use=used, actor=cast.bram)
    assert ground(cast).patches[1].empty


def test_every_verb_of_the_table_is_a_deed_of_some_room() -> None:
    assert set(VERBS) - BUILT_LATER <= known_verbs()


def test_after_a_merger_the_new_municipality_has_what_the_old_one_put_in(cast: Cast) -> None:
    did(cast, "themes.proposed", 5)
    into = Municipality.objects.create(name="Samendorp", invented=True)
    partners.merge(into=into, parts=[cast.municipality], on=TODAY)
    found = {one.municipality: one.rows[-1].points for one in ground(cast).patches}
    assert found == {cast.neighbour: 0, into: 1}


@pytest.mark.claim("P4")
def test_a_drought_is_told_to_the_coordinator_once_with_what_helps(cast: Cast) -> None:
    dried_out(cast)
    with scope(partnership=cast.partnership):
        assert services.look(partnership=cast.partnership, today=TODAY) == 1
        assert services.look(partnership=cast.partnership, today=TODAY + timedelta(days=20)) == 0
        assert services.look(partnership=cast.partnership, today=date(2027, 1, 10)) == 1, "another half-year"
    first, _second = OutgoingMail.objects.filter(kind="energy.dry").order_by("pk")
    assert first.person == cast.finn
    assert "Proefdorp" in first.text
    assert "Buurdorp" not in first.text
    assert "Bel even" in first.text


@pytest.mark.claim("P4")
def test_ten_weeks_without_meeting_is_told_too(cast: Cast) -> None:
    did(cast, "meetings.attended", 71)
    assert ground(cast).quiet == 71
    with scope(partnership=cast.partnership):
        services.look(partnership=cast.partnership, today=TODAY)
        services.look(partnership=cast.partnership, today=TODAY)
        warning = DryWarning.objects.get()
    assert warning.municipality is None
    assert "Prik vandaag een datum" in OutgoingMail.objects.get(kind="energy.dry").text


def test_the_daily_job_looks_everywhere(cast: Cast) -> None:
    tasks.look()
    with scopes_disabled():
        assert {one.partnership for one in DryWarning.objects.all()} == {cast.partnership}, (
            "nobody coordinates the other"
        )


def asked(cast: Cast, person: Person, today: date) -> list[str]:
    here = asks.Here(person, cast.partnership, parts_in(person, cast.partnership), today)
    with scope(partnership=cast.partnership):
        return [one.title for one in asks.asked_of(here)]


def test_the_coordinator_is_asked_to_call_for_a_month(cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        DryWarning.objects.create(
            partnership=cast.partnership, municipality=cast.municipality, half="2026-2", at=timezone.now()
        )
    today = timezone.localdate()
    assert "Bel eens met Proefdorp" in asked(cast, cast.finn, today)
    assert "Bel eens met Proefdorp" not in asked(cast, cast.finn, today + timedelta(days=40))
    for person in (cast.bram, cast.celia, cast.els):
        assert "Bel eens met Proefdorp" not in asked(cast, person, today)


@pytest.mark.parametrize(
    ("who", "sees"), [("bram", True), ("amina", True), ("finn", True), ("els", True), ("celia", False)]
)
def test_the_others_do_not_see_who_dries_out(client: Client, cast: Cast, who: str, sees: bool) -> None:
    for days in (200, 210, 220, 380, 390, 400):
        at = timezone.now() - timedelta(days=days)
        for _times in range(3):
            record("themes.proposed", partnership=cast.partnership, municipality=cast.municipality, at=at)
    client.force_login(getattr(cast, who))
    page = client.get(PAGE).text
    assert ("Hier wordt het droog" in page) is sees
    assert "Proefdorp" in page


@pytest.mark.parametrize("who", ["daan", None])
def test_outsiders_see_nothing(client: Client, cast: Cast, who: str | None) -> None:
    if who:
        client.force_login(getattr(cast, who))
    assert client.get(PAGE).status_code == 403


def test_the_picture_of_the_garden_shows_all_energy_together(cast: Cast) -> None:
    for days in (1, 100, 182, 183):
        did(cast, "meetings.attended", days)
    with scope(partnership=cast.partnership):
        assert energy_for_picture(cast.partnership, TODAY, 2) == 25
        assert energy_for_picture(cast.partnership, TODAY, 0) is None


def test_the_page_takes_few_queries(
    client: Client, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    dried_out(cast)
    client.force_login(cast.finn)
    client.get("/over/")
    with django_assert_max_num_queries(10):
        client.get(PAGE)
