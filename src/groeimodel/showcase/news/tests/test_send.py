"""An edition goes in portions, each reader at most once whatever breaks, and does not change any more."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_scopes import scope
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from groeimodel.foundation.jobs.models import Job
from groeimodel.foundation.mail.models import OutgoingMail
from groeimodel.foundation.privacy.services import erase
from groeimodel.foundation.testing.cast import Cast, make_cast
from groeimodel.foundation.testing.mailbox import link_in, mails_to
from groeimodel.meadow.tending import services as tending
from groeimodel.meadow.tending.models import Update
from groeimodel.showcase.news import selectors, services
from groeimodel.showcase.news.models import Delivery, Edition, Subscription
from groeimodel.showcase.news.tests import kit
from groeimodel.showcase.sharing.models import Kind


def editions_to() -> Counter[str]:
    """How many editions went to each address."""
    rows = OutgoingMail.objects.filter(kind="news.edition").exclude(address="")  # emptied: who left
    return Counter(rows.values_list("address", flat=True))


def page(edition: Edition, name: str = "draft") -> str:
    return reverse(f"news:{name}", args=["testland", edition.pk])


@pytest.mark.claim("I5")
def test_it_goes_after_a_question_and_shows_how_far_it_is(client: Client, cast: Cast) -> None:
    kit.open_news(cast)
    kit.told(cast)
    for number in range(7):
        kit.reader(cast, f"lezer{number}@voorbeeld.test")
    edition = kit.begun(cast)
    client.force_login(cast.finn)
    assert "Verstuur naar 7 lezers" in client.get(page(edition, "send")).text
    assert kit.now(edition).is_draft
    client.post(page(edition, "send"), {"when": "now"})
    client.post(page(edition, "send"), {"when": "now"})
    assert "0 van de 7 mails" in client.get(page(edition)).text
    with scope(partnership=cast.partnership):
        assert services.deliver_portion(edition=edition, portion=3)
    assert "3 van de 7 mails" in client.get(page(edition)).text
    kit.work()
    assert "De brief ging naar 7 lezers" in client.get(page(edition)).text
    assert set(editions_to().values()) == {1}
    assert len(editions_to()) == 7
    assert client.get(kit.now(edition).get_absolute_url()).status_code == 200


class Crashed(Exception):
    pass


class TestAnyOrderOfCrashes(TestCase):
    """Workers that are killed in the middle of a portion, that come back, and two that do the same job."""

    @settings(max_examples=15)
    @given(st.lists(st.sampled_from(["portion", "crash", "job", "again", "leave"]), max_size=12))
    def test_each_reader_gets_an_edition_at_most_once(self, steps: list[str]) -> None:
        cast = make_cast()
        kit.open_news(cast)
        with scope(partnership=cast.partnership):
            for number in range(5):
                Subscription.objects.create(
                    partnership=cast.partnership,
                    address=f"lezer{number}@voorbeeld.test",
                    address_key=str(number),
                    confirmed_at=timezone.now(),
                )
        edition, left = kit.sent(cast), 0
        for step in steps:
            if step == "leave" and left < 5:
                with scope(partnership=cast.partnership):
                    services.leave(partnership=cast.partnership, key=str(left))
                left += 1
            else:
                do(step, edition)
        kit.work()
        counts = editions_to()
        assert all(count == 1 for count in counts.values())
        assert {f"lezer{number}@voorbeeld.test" for number in range(left, 5)} <= set(counts)
        assert kit.now(edition).done_at is not None


def do(step: str, edition: Edition) -> None:
    with scope(partnership=edition.partnership):
        if step == "portion":
            services.deliver_portion(edition=edition, portion=2)
        elif step == "crash":
            try:
                with transaction.atomic():
                    services.deliver_portion(edition=edition, portion=2)
                    raise Crashed
            except Crashed:
                pass
        elif step == "job":
            kit.carry_out_next()
        elif step == "again":  # a worker that could not say any more that it was done
            Job.objects.filter(kind="news.portion").update(done_at=None, lease="", leased_until=None, tries=0)


def test_who_comes_while_it_is_on_its_way_waits_for_the_next(client: Client, cast: Cast) -> None:
    kit.open_news(cast)
    kit.reader(cast, "eerst@voorbeeld.test")
    kit.reader(cast)
    kit.sent(cast)
    client.post(link_in(mails_to(kit.READER)[0], "/nieuws/uitschrijven/"))
    kit.reader(cast)
    kit.work()
    assert editions_to() == {"eerst@voorbeeld.test": 1}


def test_a_mail_that_waits_does_not_go_to_who_left(client: Client, cast: Cast) -> None:
    kit.open_news(cast)
    kit.reader(cast)
    out = link_in(mails_to(kit.READER)[0], "/nieuws/uitschrijven/")
    edition = kit.sent(cast)
    with scope(partnership=cast.partnership):
        services.deliver_portion(edition=edition)
    client.post(out)
    kit.work()
    mail = OutgoingMail.objects.get(kind="news.edition")
    assert (mail.state, mail.address, mail.text) == ("failed", "", "")


def test_what_was_sent_does_not_change(cast: Cast) -> None:
    kit.open_news(cast)
    edition = kit.sent(cast)
    with scope(partnership=cast.partnership):
        tries: list[Any] = [
            lambda: services.send(edition=edition),
            lambda: services.save_draft(edition=edition, content=services.Content("Anders"), seen=""),
            lambda: services.gather_again(edition=edition),
            lambda: services.remove_draft(edition=edition),
            lambda: services.schedule(edition=edition, send_at=timezone.now() + timedelta(days=1)),
        ]
        for run in tries:
            with pytest.raises(services.Sent):
                run()


def test_what_is_not_for_everyone_any_more_falls_out(client: Client, cast: Cast) -> None:
    kit.open_news(cast)
    secret = kit.told(cast, "Toch niet voor iedereen.")
    edition = kit.begun(cast)
    with scope(partnership=cast.partnership):
        Update.objects.filter(pk=secret).update(public=False)
    client.force_login(cast.finn)
    assert "valt eruit" in client.get(page(edition, "send")).text
    client.post(page(edition, "send"), {"when": "now"})
    assert "Toch niet" not in client.get(kit.now(edition).get_absolute_url()).text
    with scope(partnership=cast.partnership):
        tending.write_update(
            action=Update.objects.get(pk=secret).action, news=tending.News("Nieuw.", public=True)
        )


def test_it_goes_by_itself_on_its_moment_and_not_before(client: Client, cast: Cast) -> None:
    kit.open_news(cast)
    kit.told(cast)
    kit.reader(cast)
    edition = kit.begun(cast)
    client.force_login(cast.finn)
    later = timezone.localtime() + timedelta(days=2)
    planned = {"when": "later", "day": f"{later:%Y-%m-%d}", "time": "09:00"}
    assert client.post(page(edition, "send"), {"when": "later"}).status_code == 422
    gone = client.post(page(edition, "send"), planned | {"day": "2020-01-01"})
    assert "al voorbij" in gone.text
    client.post(page(edition, "send"), planned)
    assert "vertrekt vanzelf" in client.get(page(edition)).text
    client.post(page(edition, "send"), planned | {"time": "11:00"})
    with time_machine.travel(later.replace(hour=10), tick=False):
        kit.work()
        assert kit.now(edition).is_draft, "the first plan does not count any more"
    with time_machine.travel(later.replace(hour=12), tick=False):
        kit.work()
    assert kit.now(edition).done_at is not None
    assert editions_to() == {kit.READER: 1}


def test_a_plan_waits_for_somebody_when_the_newsletter_was_closed(client: Client, cast: Cast) -> None:
    kit.open_news(cast)
    kit.told(cast)
    edition, later = kit.begun(cast), timezone.now() + timedelta(days=1)
    with scope(partnership=cast.partnership):
        services.schedule(edition=edition, send_at=later, actor=cast.finn)
    kit.open_news(cast, [Kind.PAGE])
    with time_machine.travel(later + timedelta(minutes=1), tick=False):
        kit.work()
    assert (kit.now(edition).is_draft, kit.now(edition).send_at) == (True, None)


def test_an_empty_or_closed_newsletter_does_not_go(cast: Cast) -> None:
    edition = kit.begun(cast)
    with scope(partnership=cast.partnership), pytest.raises(ValidationError, match="publieke pagina"):
        services.send(edition=edition, actor=cast.finn)
    kit.open_news(cast)
    with scope(partnership=cast.partnership), pytest.raises(ValidationError, match="niets in"):
        services.send(edition=edition, actor=cast.finn)


def test_off_the_web_and_on_it_again(client: Client, cast: Cast) -> None:
    kit.open_news(cast)
    edition = kit.sent(cast)
    client.force_login(cast.finn)
    web = edition.get_absolute_url()
    client.post(page(edition, "withdraw"))
    assert client.get(web).status_code == 404
    assert edition.title not in client.get(reverse("news:list", args=["testland"])).text
    with scope(partnership=cast.partnership):
        assert not selectors.editions_of(cast.partnership).exists()
    client.post(page(edition, "withdraw"), {"undo": "1"})
    assert client.get(web).status_code == 200


def test_who_is_erased_reads_along_no_more(cast: Cast) -> None:
    kit.open_news(cast)
    kit.reader(cast, "BRAM@voorbeeld.test")
    kit.sent(cast)
    erase(person=cast.bram)
    with scope(partnership=cast.partnership):
        assert not Subscription.objects.exists()
        assert not Delivery.objects.exists()
