"""What is not open on the public page stays out of the newsletter too; and what is closed half-way goes no further."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_scopes import scope

from groeimodel.foundation.mail import delivery
from groeimodel.foundation.mail.models import OutgoingMail
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.testing.cast import Cast
from groeimodel.meadow.actions import services as actions
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.tending.models import Update
from groeimodel.meadow.tending.tests.running import running
from groeimodel.showcase.news import gathering, services
from groeimodel.showcase.news.models import Delivery, Edition
from groeimodel.showcase.news.tests import kit
from groeimodel.showcase.news.tests.test_write import typed
from groeimodel.showcase.sharing.models import PUBLIC, Kind
from groeimodel.soil.harvest.models import Harvest

pytestmark = [pytest.mark.django_db, pytest.mark.claim("I5")]


def gathered(cast: Cast) -> str:
    with scope(partnership=cast.partnership):
        here = Partnership.objects.get(pk=cast.partnership.pk)
        since = timezone.now() - timedelta(days=10)
        return repr(gathering.gather(here, since, timezone.localdate()))


def grown(cast: Cast) -> None:
    today = timezone.localdate()
    with scope(partnership=cast.partnership):
        for title, plot in (("Fuifcoaches", None), ("Geheim perceel", cast.municipality)):
            one = running(cast, title=title)
            Action.objects.filter(pk=one.pk).update(plot=plot, text="Bram trekt dit")
            Update.objects.create(action=one, text=f"Nieuws van {title}", public=True)
        for title, for_all in (("Straat vrij", True), ("Stille oogst", False)):
            Harvest.objects.create(
                partnership=cast.partnership,
                municipality=cast.municipality,
                title=title,
                gained_on=today,
                text="Dank aan Celia",
                picture_for_all=for_all,
            )


def test_of_a_closed_garden_the_news_tells_no_more_than_its_public_page(cast: Cast) -> None:
    grown(cast)
    kit.open_news(cast)
    told = gathered(cast)
    assert "Nieuws van Fuifcoaches" in told
    assert "Straat vrij" in told
    for secret in ("perceel", "Stille oogst", "Celia", "Bram"):
        assert secret not in told, secret


def test_an_open_garden_tells_its_texts(cast: Cast) -> None:
    grown(cast)
    Partnership.objects.filter(pk=cast.partnership.pk).update(public=True)
    kit.open_news(cast)
    told = gathered(cast)
    for words in ("Nieuws van Geheim perceel", "Stille oogst", "Bram trekt dit"):
        assert words in told, words


@pytest.mark.parametrize("kind", [Kind.CALENDAR, Kind.RESULTS])
def test_while_actions_are_closed_none_is_named(cast: Cast, kind: Kind) -> None:
    grown(cast)
    with scope(partnership=cast.partnership):
        actions.pick(action=running(cast, title="Speelweek"), result=80)
    kit.open_news(cast, (Kind.PAGE, Kind.NEWS, kind))
    told = gathered(cast)
    assert "Fuifcoaches" not in told
    assert "Speelweek" not in told


def on_its_way(cast: Cast, *, left: bool = True) -> Edition:
    """To seven readers; the mails of two are written, and left."""
    kit.open_news(cast)
    for number in range(7):
        kit.reader(cast, f"lezer{number}@voorbeeld.test")
    edition = kit.sent(cast)
    with scope(partnership=cast.partnership):
        services.deliver_portion(edition=edition, portion=2)
    for mail in OutgoingMail.objects.filter(kind="news.edition") if left else ():
        delivery.send({"mail": mail.pk})
    return edition


def written() -> int:
    return OutgoingMail.objects.filter(kind="news.edition").count()


def waiting(edition: Edition) -> int:
    with scope(partnership=edition.partnership):
        return Delivery.objects.filter(edition=edition, mailed_at=None).count()


def test_nobody_else_gets_an_edition_that_was_taken_off_the_web(cast: Cast) -> None:
    edition = on_its_way(cast)
    with scope(partnership=cast.partnership):
        services.withdraw(edition=edition, actor=cast.finn)
    kit.work()
    assert written() == 2
    assert waiting(edition) == 0
    found = kit.now(edition)
    assert not found.is_on_its_way
    assert found.readers == 2
    with scope(partnership=cast.partnership):
        services.restore(edition=found, actor=cast.finn)
    kit.work()
    assert written() == 2


def test_nobody_else_gets_an_edition_once_the_page_is_offline(cast: Cast) -> None:
    edition = on_its_way(cast)
    kit.open_news(cast, PUBLIC)
    kit.work()
    assert written() == 2
    assert waiting(edition) == 0
    assert not kit.now(edition).is_on_its_way


@pytest.mark.parametrize("shown", [PUBLIC, (Kind.PAGE, Kind.ACTIONS)])
def test_mails_that_are_written_but_did_not_leave_stay_here_once_it_closes(
    cast: Cast, shown: tuple[Kind, ...]
) -> None:
    edition = on_its_way(cast, left=False)
    mails = OutgoingMail.objects.filter(kind="news.edition")
    assert mails.filter(state=OutgoingMail.State.WAITING).count() == 2
    kit.open_news(cast, shown)
    assert not mails.filter(state=OutgoingMail.State.WAITING).exists()
    assert not mails.exclude(address="").exists(), "no address is kept of who did not get it"
    assert kit.now(edition).readers == 0


def test_taking_one_edition_off_the_web_leaves_the_next_on_its_way(cast: Cast) -> None:
    first = on_its_way(cast)
    with scope(partnership=cast.partnership):
        services.deliver_portion(edition=first)
    second = kit.sent(cast)
    with scope(partnership=cast.partnership):
        services.deliver_portion(edition=second)
        services.withdraw(edition=first, actor=cast.finn)
    rows = OutgoingMail.objects.filter(kind="news.edition", state=OutgoingMail.State.WAITING)
    assert rows.count() == 7
    assert kit.now(second).readers == 7


def test_only_listed_there_is_no_newsletter(cast: Cast, client: Client) -> None:
    kit.open_news(cast)
    Partnership.objects.filter(pk=cast.partnership.pk).update(listed_only=True)
    assert client.get(reverse("news:list", args=["testland"])).status_code == 404


def test_a_button_with_an_endless_number_is_no_error(cast: Cast, client: Client) -> None:
    kit.open_news(cast)
    edition = kit.begun(cast)
    client.force_login(cast.finn)
    page = client.get(reverse("news:draft", args=["testland", edition.pk])).text
    data = typed(page) | {"doen": "hoger-" + "9" * 5000}
    assert client.post(reverse("news:draft", args=["testland", edition.pk]), data).status_code == 302
