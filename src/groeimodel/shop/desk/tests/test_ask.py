"""A customer asks something on the public form (claim B10): all problems at once, no account, no programs."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_scopes import scope, scopes_disabled

from groeimodel.foundation.mail.models import OutgoingMail
from groeimodel.foundation.testing.cast import Cast
from groeimodel.foundation.testing.mailbox import last_mail_to, link_in, mails_to
from groeimodel.shop.desk import guarding
from groeimodel.shop.desk.models import Request
from groeimodel.shop.desk.tests.kit import CUSTOMER, offer, open_desk


def page(cast: Cast) -> str:
    return reverse("desk:ask", args=[cast.partnership.slug])


def stamped(cast: Cast, *, ago: float = 60) -> str:
    with time_machine.travel(timezone.now() - timedelta(seconds=ago), tick=False):
        return guarding.stamp(cast.partnership.slug)


def filled(cast: Cast, **changes: Any) -> dict[str, Any]:
    return {
        "offer": "anders",
        "who": "club",
        "organisation": "Chiro Proef",
        "name": "Tine Geheim",
        "email": CUSTOMER,
        "municipality": cast.municipality.pk,
        "text": "Kunnen jullie helpen met onze fuif?",
        "people": "80",
        "adult": "on",
        "stamp": stamped(cast),
        **changes,
    }


def requests() -> list[Request]:
    with scopes_disabled():
        return list(Request.objects.all())


@pytest.fixture(autouse=True)
def _count_from_nothing(db: None) -> None:
    cache.clear()


@pytest.mark.claim("B10")
def test_a_youth_club_asks_and_confirms_by_mail(client: Client, cast: Cast) -> None:
    open_desk(cast)
    party = offer(cast)
    shown = client.get(page(cast) + f"?aanbod={party.pk}").text
    assert f'<option value="{party.pk}" selected>' in shown
    assert "5 werkdagen" in shown
    answer = client.post(page(cast), filled(cast, offer=party.pk), follow=True)
    assert "kijk in je mailbox" in answer.text
    (kept,) = requests()
    assert (kept.state, kept.received_on, kept.offer_id) == (Request.State.WAITING, None, party.pk)
    link = link_in(last_mail_to(CUSTOMER), "/bevestig/")
    assert "Klopt dit?" in client.get(link).text
    assert requests()[0].state == Request.State.WAITING, "a program that opens the link confirms nothing"
    state = client.post(link, follow=True)
    assert "We hebben je vraag" in state.text
    (kept,) = requests()
    assert kept.state == Request.State.NEW
    assert kept.received_on == timezone.localdate()
    assert "uiterlijk op" in last_mail_to(CUSTOMER).text
    assert mails_to(cast.finn), "who coordinates hears of it"
    count = OutgoingMail.objects.count()
    client.post(link)
    assert OutgoingMail.objects.count() == count, "the link a second time changes nothing"


def test_nobody_inside_sees_it_before_it_is_confirmed(client: Client, cast: Cast) -> None:
    open_desk(cast)
    client.post(page(cast), filled(cast))
    (kept,) = requests()
    assert not mails_to(cast.finn)
    assert client.get(reverse("desk:state", args=[kept.token])).status_code == 404
    client.force_login(cast.finn)
    assert "Chiro Proef" not in client.get(reverse("desk:list", args=[cast.partnership.slug])).text


def test_all_that_is_wrong_is_said_at_once_and_what_was_typed_stays(client: Client, cast: Cast) -> None:
    open_desk(cast)
    sent = {
        "offer": "anders",
        "who": "club",
        "text": "Een fuif",
        "email": "geen-adres",
        "day": "2020-01-01",
        "people": "-3",
        "stamp": stamped(cast),
    }
    answer = client.post(page(cast), sent)
    assert answer.status_code == 422
    wrong = ("day", "people", "organisation", "municipality", "name", "email", "adult")
    for name in wrong:
        assert f'href="#veld-{name}"' in answer.text, name
    assert answer.text.count("field__error") == len(wrong)
    assert "Een fuif</textarea>" in answer.text
    assert 'value="geen-adres"' in answer.text
    assert not requests()


def test_children_do_not_fill_it_in(client: Client, cast: Cast) -> None:
    open_desk(cast)
    answer = client.post(page(cast), filled(cast, adult=""))
    assert answer.status_code == 422
    assert "Laat een volwassene of je jeugddienst" in answer.text
    assert not requests()


def test_a_resident_needs_no_organisation(client: Client, cast: Cast) -> None:
    open_desk(cast)
    sent = filled(cast, who="resident", organisation="", municipality="andere")
    assert client.post(page(cast), sent).status_code == 302
    (kept,) = requests()
    assert kept.municipality is None


@pytest.mark.parametrize(
    "changes",
    [
        {"stamp": ""},
        {"stamp": "verzonnen:zegel"},
        {"text": "http://a.test http://b.test www.c.test"},
        {"name": "http://koop.test"},
    ],
)
def test_what_programs_send_is_not_kept(client: Client, cast: Cast, changes: dict[str, str]) -> None:
    open_desk(cast)
    answer = client.post(page(cast), filled(cast, **changes))
    assert answer.status_code == 422
    assert not requests()
    assert not OutgoingMail.objects.exists()


@pytest.mark.parametrize("ago", [1, 25 * 3600])
def test_too_fast_and_too_old_can_be_sent_again(client: Client, cast: Cast, ago: float) -> None:
    open_desk(cast)
    answer = client.post(page(cast), filled(cast, stamp=stamped(cast, ago=ago)))
    assert answer.status_code == 422
    assert "ging te snel" in answer.text
    assert 'value="Chiro Proef"' in answer.text
    assert not requests()


def test_a_stamp_of_another_shop_does_not_count(client: Client, cast: Cast) -> None:
    open_desk(cast)
    with time_machine.travel(timezone.now() - timedelta(seconds=60), tick=False):
        stamp = guarding.stamp(cast.elsewhere.slug)
    assert client.post(page(cast), filled(cast, stamp=stamp)).status_code == 422


def test_who_falls_in_the_trap_reads_that_all_is_well(client: Client, cast: Cast) -> None:
    open_desk(cast)
    answer = client.post(page(cast), filled(cast, website="http://koop.test"), follow=True)
    assert "kijk in je mailbox" in answer.text
    assert not requests()
    assert not OutgoingMail.objects.exists()


def test_a_flood_from_one_address_is_stopped_and_the_text_stays(client: Client, cast: Cast) -> None:
    open_desk(cast)
    codes = []
    for number in range(guarding.MOST_HERE + 1):
        answer = client.post(page(cast), filled(cast, email=f"klant{number}@voorbeeld.test"))
        codes.append(answer.status_code)
    assert codes == [302] * guarding.MOST_HERE + [429]
    assert "Kunnen jullie helpen" in answer.text
    assert len(requests()) == guarding.MOST_HERE


def test_nobodys_mailbox_is_filled_by_somebody_else(client: Client, cast: Cast) -> None:
    open_desk(cast)
    codes = [client.post(page(cast), filled(cast)).status_code for _time in range(guarding.MOST_TO_ONE + 1)]
    assert codes == [302] * guarding.MOST_TO_ONE + [429]
    assert len(mails_to(CUSTOMER)) == guarding.MOST_TO_ONE


def test_of_an_address_only_a_hash_is_counted(client: Client, cast: Cast) -> None:
    from django.db import connection

    open_desk(cast)
    client.post(page(cast), filled(cast))
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key, value FROM cache")
        told = str(cursor.fetchall())
    assert "desk-" in told
    assert "127.0.0.1" not in told
    assert "tine" not in told
    assert not client.cookies.get("sessionid")


@pytest.mark.parametrize("name", ["ask", "sent"])
def test_a_shop_that_is_not_open_takes_nothing(client: Client, cast: Cast, name: str) -> None:
    answer = client.get(reverse(f"desk:{name}", args=[cast.partnership.slug]))
    assert answer.status_code == 404
    assert "Testland" not in answer.text, "a partnership that is not public stays unnamed"
    assert client.post(page(cast), filled(cast)).status_code == 404
    assert not requests()


def test_an_offer_of_another_shop_cannot_be_asked(client: Client, cast: Cast) -> None:
    from dataclasses import replace

    open_desk(cast)
    strange = offer(replace(cast, partnership=cast.elsewhere))
    answer = client.post(page(cast), filled(cast, offer=strange.pk))
    assert answer.status_code == 422
    assert not requests()


def test_the_form_takes_few_queries(client: Client, cast: Cast, django_assert_max_num_queries: Any) -> None:
    open_desk(cast)
    for number in range(20):
        offer(cast, f"Aanbod {number}")
    with django_assert_max_num_queries(8):
        client.get(page(cast))


def test_forgotten_after_seven_days(cast: Cast) -> None:
    from groeimodel.shop.desk import services
    from groeimodel.shop.desk.tests.kit import asked

    open_desk(cast)
    start = timezone.now()
    old = asked(cast, at=start - timedelta(days=7, seconds=1))
    fresh = asked(cast, at=start - timedelta(days=6))
    with scopes_disabled():
        assert services.forget_unconfirmed(now=start) == 1
    assert [one.pk for one in requests()] == [fresh.pk]
    assert old.pk != fresh.pk
    with scope(partnership=cast.partnership):
        services.confirm(request=fresh)
    with scopes_disabled():
        assert services.forget_unconfirmed(now=start + timedelta(days=30)) == 0
