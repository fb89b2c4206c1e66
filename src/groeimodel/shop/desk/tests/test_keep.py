"""What is kept of customers, and how long; and what goes along when municipalities merge."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_scopes import scope, scopes_disabled

from groeimodel.foundation.jobs.registry import dailies
from groeimodel.foundation.partners import services as partners
from groeimodel.foundation.partners.models import Municipality
from groeimodel.foundation.personal import all_holdings
from groeimodel.foundation.privacy.retention import PERIODS
from groeimodel.foundation.testing.cast import Cast, person
from groeimodel.shop.counter.models import Use
from groeimodel.shop.desk import selectors, services
from groeimodel.shop.desk.models import Line, Request
from groeimodel.shop.desk.models.requests import KEEP_MONTHS
from groeimodel.shop.desk.services.keeping import UNCONFIRMED_DAYS
from groeimodel.shop.desk.tasks import tidy
from groeimodel.shop.desk.tests.kit import CUSTOMER, asked, now, offer, open_desk, received

SECRETS = ("Tine", "Chiro", CUSTOMER, "0470", "onze fuif", "Nota over", "Antwoord met")


def done(cast: Cast) -> Request:
    open_desk(cast)
    one = received(cast, offer=offer(cast))
    with scope(partnership=cast.partnership):
        services.note(request=one, text="Nota over Tine", actor=cast.bram)
        services.reply(request=one, text="Antwoord met woorden", actor=cast.bram)
        services.finish(request=one, served={cast.municipality: 60}, actor=cast.bram)
    return now(one)


def all_that_is_kept() -> str:
    with scopes_disabled():
        return str(list(Request.objects.values())) + str(list(Line.objects.values()))


def test_days_are_those_of_here(cast: Cast) -> None:
    """At a quarter past midnight in Brussels it is another day in Greenwich still."""
    with time_machine.travel("2026-11-28T23:15:00Z"), scope(partnership=cast.partnership):
        done(cast)
        year = timezone.now() + timedelta(days=365)
        assert services.erase_old(partnership=cast.partnership, now=year) == 0
        assert services.erase_old(partnership=cast.partnership, now=year + timedelta(days=1)) == 1


def test_a_year_after_the_end_names_and_words_go_and_figures_stay(client: Client, cast: Cast) -> None:
    one = done(cast)
    assert all(secret in all_that_is_kept() for secret in SECRETS)
    with scope(partnership=cast.partnership):
        year = timezone.now() + timedelta(days=365)
        assert services.erase_old(partnership=cast.partnership, now=year) == 0
        assert services.erase_old(partnership=cast.partnership, now=year + timedelta(days=1)) == 1
        assert services.erase_old(partnership=cast.partnership, now=year + timedelta(days=2)) == 0
    kept = all_that_is_kept()
    assert not [secret for secret in SECRETS if secret in kept]
    assert one.token not in kept
    assert client.get(one.path()).status_code == 404
    erased = now(one)
    assert (erased.who, erased.municipality, erased.people, erased.answer_days) == (
        "club",
        cast.municipality,
        80,
        0,
    )
    with scope(partnership=cast.partnership):
        assert Use.objects.get().people == 60
        assert selectors.answer_times(cast.partnership, timezone.localdate().year).answered == 1
    client.force_login(cast.bram)
    page = reverse("desk:request", args=[cast.partnership.slug, one.pk])
    assert "zijn gewist" in client.get(page).text
    assert "Gewist" in client.get(reverse("desk:list", args=[cast.partnership.slug]) + "?toon=klaar").text


def test_the_coordinator_can_keep_it_shorter(cast: Cast) -> None:
    done(cast)
    with scope(partnership=cast.partnership):
        services.set_up(partnership=cast.partnership, terms=services.Terms(True, keep_months=1))
        later = timezone.now() + timedelta(days=32)
        assert services.erase_old(partnership=cast.partnership, now=later) == 1


def test_what_runs_is_kept(cast: Cast) -> None:
    open_desk(cast)
    received(cast)
    with scope(partnership=cast.partnership):
        assert (
            services.erase_old(partnership=cast.partnership, now=timezone.now() + timedelta(days=4000)) == 0
        )


def test_it_runs_every_night(cast: Cast) -> None:
    assert dailies["desk.tidy"].hour == 3
    open_desk(cast)
    asked(cast, at=timezone.now() - timedelta(days=8))
    one = done(cast)
    with scopes_disabled():
        Request.objects.filter(pk=one.pk).update(closed_on=date(2020, 1, 1))
    tidy()
    with scopes_disabled():
        assert [row.erased_on for row in Request.objects.all()] == [timezone.localdate()]


def test_the_table_of_periods_says_the_same() -> None:
    days = {one.name: one.days for one in PERIODS}
    assert days["requests"] == round(KEEP_MONTHS * 365 / 12)
    assert days["unconfirmed"] == UNCONFIRMED_DAYS


def test_a_person_sees_and_erases_the_own_requests(cast: Cast) -> None:
    """Somebody with an account asked something with the same address."""
    open_desk(cast)
    tine = person("Tine")
    received(cast)
    asked(cast)
    (holding,) = [one for one in all_holdings() if one.name == "desk"]
    told = " ".join(line.value for line in holding.lines(tine))
    assert "onze fuif" in told
    assert not list(holding.lines(cast.daan))
    holding.erase(tine)
    kept = all_that_is_kept()
    assert not [secret for secret in SECRETS[:5] if secret in kept]
    with scopes_disabled():
        (row,) = Request.objects.all()
    assert (row.state, row.erased_on) == (Request.State.WITHDRAWN, timezone.localdate())


def test_an_erased_officer_follows_up_nothing(cast: Cast) -> None:
    open_desk(cast)
    one = received(cast)
    with scope(partnership=cast.partnership):
        services.assign(request=one, handler=cast.bram)
    (holding,) = [found for found in all_holdings() if found.name == "desk"]
    assert "ontvangen" in " ".join(line.value for line in holding.lines(cast.bram))
    holding.erase(cast.bram)
    assert now(one).handler is None


@pytest.mark.claim("B10")
def test_open_requests_go_along_with_a_merger(cast: Cast) -> None:
    closed = done(cast)
    running, waiting = received(cast), asked(cast)
    away = received(cast, municipality=None)
    new = Municipality.objects.create(name="Samendorp", invented=True)
    partners.merge(into=new, parts=[cast.municipality, cast.neighbour], on=timezone.localdate(), actor=None)
    assert now(running).municipality == new
    assert now(waiting).municipality == new
    assert now(away).municipality is None
    assert now(closed).municipality == cast.municipality, "what was done stays where it was"


def test_what_is_opened_again_after_a_merger_is_of_the_new_municipality(cast: Cast) -> None:
    closed = done(cast)
    new = Municipality.objects.create(name="Samendorp", invented=True)
    partners.merge(into=new, parts=[cast.municipality], on=timezone.localdate(), actor=None)
    with scope(partnership=cast.partnership):
        services.reopen(request=closed)
    assert now(closed).municipality == new
