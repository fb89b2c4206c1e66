"""What is closed is gone at once; what would tell of one person is not told; answers that others may keep carry no cookie."""

from __future__ import annotations

from datetime import timedelta
from xml.etree import ElementTree

import pytest
import time_machine
from django.conf import settings
from django.test import Client
from django.utils import timezone
from django_scopes import scope

from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.testing.cast import Cast
from groeimodel.shop.organs.models import Organ
from groeimodel.showcase.public.tests import kit
from groeimodel.showcase.public.tests.kit import PAGE, publish
from groeimodel.showcase.sharing.models import Kind, Opening

pytestmark = [pytest.mark.django_db, pytest.mark.claim("W25")]


def test_a_kind_that_is_closed_is_gone_even_where_the_last_deed_stayed_the_same(full: Cast) -> None:
    """Two people write at once: who began first may be written down last, and its number is then not the highest."""
    publish(full)
    visitor, last = Client(), Entry.objects.latest("pk").pk
    Entry.objects.create(pk=last + 2, partnership=full.partnership, verb="themes.proposed")
    before = visitor.get(PAGE)
    assert "Straat vrij" in before.text
    with scope(partnership=full.partnership):
        Opening.objects.filter(kind=Kind.RESULTS).update(closed_at=timezone.now())
    Entry.objects.create(pk=last + 1, partnership=full.partnership, verb="sharing.changed")
    assert "Straat vrij" not in visitor.get(PAGE).text
    assert visitor.get(PAGE, HTTP_IF_NONE_MATCH=before["ETag"]).status_code == 200


def test_a_count_that_would_tell_of_one_person_who_they_are_stays_away(full: Cast) -> None:
    with scope(partnership=full.partnership):
        Organ.objects.filter(women__isnull=False).update(others=1)
    publish(full)
    page = Client().get(PAGE).text
    assert "Raad van bestuur" in page
    assert "3 vrouwen" not in page


def test_an_answer_that_may_renew_a_cookie_is_kept_by_nobody_else(full: Cast) -> None:
    publish(full)
    member = Client()
    member.force_login(full.bram)
    with time_machine.travel(timezone.now() + timedelta(days=2), tick=False):
        answer = member.get(PAGE)
    assert settings.SESSION_COOKIE_NAME in answer.cookies
    assert "private" in answer["Cache-Control"]
    assert "public" in Client().get(PAGE)["Cache-Control"]


def test_a_sign_that_no_xml_may_hold_breaks_nothing(full: Cast) -> None:
    Partnership.objects.filter(pk=full.partnership.pk).update(name="Test\x0bland & <co>")
    kit.fresh()
    publish(full)
    asked = f"/oembed/?format=xml&url={settings.PUBLIC_URL}{PAGE}"
    root = ElementTree.fromstring(Client().get(asked).content)
    assert root.findtext("title") == "Testland & <co>"
    for address in ("feed.xml", "tuin.svg"):
        ElementTree.fromstring(Client().get(PAGE + address).content)
