"""Who steers, assists and follows up: given, renewed, stopped, and shown when it lacks."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_scopes import scope
from pytest_django import DjangoAssertNumQueries

from groeimodel.foundation.asks import Here
from groeimodel.foundation.due import due_of
from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners import services as partners
from groeimodel.foundation.partners.access import parts_in
from groeimodel.foundation.partners.models import Membership
from groeimodel.foundation.testing.cast import Cast, person
from groeimodel.shop.organs import services as organs
from groeimodel.shop.steering import services
from groeimodel.shop.steering.duties import asks_of
from groeimodel.shop.steering.models import ProcessMandate
from groeimodel.shop.steering.selectors import steered
from groeimodel.shop.steering.services import Given

pytestmark = pytest.mark.django_db


def given(cast: Cast, *, topic: str = "money", days: int = 200, waits: bool = False) -> ProcessMandate:
    today = timezone.localdate()
    said = Given(
        "Geld" if topic else "Kampvuur",
        today - timedelta(days=100),
        today + timedelta(days=days),
        steers=[cast.celia],
        follows=[cast.bram],
        topic=topic,
        waits=waits,
    )
    with scope(partnership=cast.partnership):
        return services.give(partnership=cast.partnership, given=said, actor=cast.finn)


def page(client: Client, cast: Cast) -> str:
    return client.get(reverse("steering:page", args=[cast.partnership.slug])).text


def board(cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        organs.set_up_organ(
            partnership=cast.partnership,
            name="Raad",
            kind="board",
            starts=timezone.localdate() - timedelta(days=90),
            places=[organs.Place(cast.municipality, cast.amina)],
        )


@pytest.mark.claim("B20")
def test_who_steers_assists_and_follows_up_is_shown_and_what_lacks_too(client: Client, cast: Cast) -> None:
    board(cast)
    given(cast)
    client.force_login(cast.amina)
    shown = page(client, cast)
    assert "Celia" in shown
    assert "Bram" in shown
    assert "Voor 5 onderwerpen heeft niemand nu een mandaat." in shown
    assert "Spreek af wie" not in shown, "an alderman looks"


@pytest.mark.claim("B20")
def test_an_expired_mandate_is_shown_and_due(client: Client, cast: Cast) -> None:
    board(cast)
    one = given(cast, days=-3)
    client.force_login(cast.finn)
    assert "afgelopen" in page(client, cast)
    with scope(partnership=cast.partnership):
        assert steered(cast.partnership, timezone.localdate()).standard[2].expired
    keys = {due.key: due for due in due_of(cast.partnership, timezone.localdate())}
    assert keys[f"steering.mandate:{one.pk}"].on == one.ends
    assert "Dagelijkse werking" in keys["steering.missing"].title
    assert "Geld" not in keys["steering.missing"].title, "that one expired, and has its own line"


def test_without_a_shop_nothing_is_due_or_asked(cast: Cast) -> None:
    today = timezone.localdate()
    here = Here(cast.finn, cast.partnership, parts_in(cast.finn, cast.partnership), today)
    with scope(partnership=cast.partnership):
        assert asks_of(here) == []
    assert not [one for one in due_of(cast.partnership, today) if one.key.startswith("steering.")]
    board(cast)
    with scope(partnership=cast.partnership):
        (ask,) = asks_of(here)
    assert "Dagelijkse werking" in ask.why


def test_a_mandate_is_given_and_renewed_on_the_page_and_the_old_one_stays(client: Client, cast: Cast) -> None:
    client.force_login(cast.finn)
    give = reverse("steering:give", args=["testland"])
    assert "selected>Leveranciers" in client.get(f"{give}?onderwerp=suppliers").text
    wrong = client.post(
        give, {"topic": "", "title": "", "starts": "2026-05-01", "ends": "2026-01-01", "task": "x"}
    )
    assert wrong.status_code == 422
    for words in ("Zeg waarover het gaat.", "De laatste dag ligt voor de eerste.", "x</textarea>"):
        assert words in wrong.text
    today = timezone.localdate()
    data = {
        "topic": "suppliers", "starts": today.isoformat(), "ends": (today + timedelta(days=30)).isoformat(),
        "steers": [cast.celia.pk], "follows": [cast.bram.pk], "assists": [cast.finn.pk],
    }  # fmt: skip
    assert client.post(give, data).status_code == 302
    with scope(partnership=cast.partnership):
        one = ProcessMandate.objects.get()
    renew = reverse("steering:renew", args=["testland", one.pk])
    assert f'value="{cast.celia.pk}" id="id_steers_' in client.get(renew).text
    assert client.post(renew, {**data, "ends": (today + timedelta(days=400)).isoformat()}).status_code == 302
    with scope(partnership=cast.partnership):
        one.refresh_from_db()
        assert (one.closed_why, one.closed_on) == ("replaced", today)
        assert ProcessMandate.objects.count() == 2
    assert "1 mandaat van vroeger" in page(client, cast)


def test_stopping_can_be_undone(client: Client, cast: Cast) -> None:
    one = given(cast)
    client.force_login(cast.finn)
    stop = reverse("steering:stop", args=["testland", one.pk])
    assert client.post(stop, {"on": timezone.localdate().isoformat()}).status_code == 302
    assert client.post(reverse("steering:reopen", args=["testland", one.pk])).status_code == 302
    with scope(partnership=cast.partnership):
        one.refresh_from_db()
    assert one.state_on(timezone.localdate()) == "in_force"


def test_what_waits_for_a_vote_holds_once_it_is_adopted(cast: Cast) -> None:
    old, new = given(cast), given(cast, waits=True)
    today = timezone.localdate()
    with scope(partnership=cast.partnership):
        ProcessMandate.objects.filter(pk=new.pk).update(replaces=old)
        assert new.state_on(today) == "proposed"
        data: dict[str, str | int] = {"subject": new.subject, "decision": 7, "on": today.isoformat()}
        record("sittings.adopted", partnership=cast.partnership, data=data)
        new.refresh_from_db()
        old.refresh_from_db()
    assert (new.state_on(today), new.decision) == ("in_force", 7)
    assert (old.closed_why, old.closed_on) == ("replaced", today)


def test_what_is_rejected_never_holds(cast: Cast) -> None:
    new, today = given(cast, waits=True), timezone.localdate()
    data: dict[str, str | int] = {"subject": new.subject, "decision": 8, "on": today.isoformat()}
    record("sittings.rejected", partnership=cast.partnership, data=data)
    record("sittings.adopted", partnership=cast.partnership, data={**data, "subject": "plan.plan:1"})
    with scope(partnership=cast.partnership):
        new.refresh_from_db()
    assert (new.state_on(today), new.closed_why) == ("closed", "rejected")


def test_when_who_steers_leaves_it_shows(client: Client, cast: Cast) -> None:
    given(cast)
    membership = Membership.objects.get(municipality=cast.neighbour)
    partners.empty_seat(membership=membership, role="officer", on=date(2025, 1, 1), actor=cast.finn)
    client.force_login(cast.finn)
    assert "wie stuurde, is weg" in page(client, cast)


def test_nobody_steers_is_no_mandate_and_only_the_coordinator_gives(cast: Cast) -> None:
    today = timezone.localdate()
    with scope(partnership=cast.partnership):
        with pytest.raises(ValidationError):
            services.give(
                partnership=cast.partnership, given=Given("Geld", today, today, []), actor=cast.finn
            )
        for who in (cast.amina, cast.bram, cast.els, cast.daan):
            with pytest.raises(PermissionDenied):
                services.give(
                    partnership=cast.partnership, given=Given("Geld", today, today, [who]), actor=who
                )


def test_who_is_outside_sees_nothing(client: Client, cast: Cast) -> None:
    one = given(cast)
    client.force_login(cast.daan)
    for name, args in (("page", []), ("skills", []), ("load", []), ("mandate", [one.pk])):
        assert client.get(reverse(f"steering:{name}", args=["testland", *args])).status_code == 403


def test_the_page_takes_as_many_queries_with_many_mandates(
    client: Client, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    today = timezone.localdate()
    client.force_login(cast.finn)
    with scope(partnership=cast.partnership):
        for n in range(8):
            said = Given(
                f"Onderwerp {n}", today, today + timedelta(days=n), [person(f"P{n}")], follows=[cast.bram]
            )
            services.give(partnership=cast.partnership, given=said, actor=cast.finn)
    with django_assert_max_num_queries(17):
        page(client, cast)
