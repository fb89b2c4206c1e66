"""An organ decides about an offer: it is put on an agenda from its page, and the decision stands on that page (claim B1)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from django_scopes import scope

from groeimodel.foundation.testing.cast import Cast
from groeimodel.shop.counter.tests.kit import offered, page
from groeimodel.shop.sittings import services as sittings
from groeimodel.shop.sittings.models import AgendaItem
from groeimodel.shop.sittings.tests.kit import board, seats_of


@pytest.mark.claim("B1")
def test_put_on_the_agenda_once_and_decided(client: Client, cast: Cast) -> None:
    offer = offered(cast, text="Coach en charter.")
    with scope(partnership=cast.partnership):
        organ = board(cast)
        starts = timezone.now() + timedelta(days=20)
        sitting = sittings.call_sitting(organ=organ, starts=starts, place="Hier", actor=cast.finn)
    client.force_login(cast.bram)
    assert client.post(page("agenda", offer.pk), {"zitting": sitting.pk}).status_code == 403
    client.force_login(cast.finn)
    for _time in range(2):
        client.post(page("agenda", offer.pk), {"zitting": sitting.pk})
    client.post(page("agenda", offer.pk), {"zitting": "0"})
    with scope(partnership=cast.partnership):
        item = AgendaItem.objects.get()
        assert (item.subject, item.title) == (f"counter.offer:{offer.pk}", "Aanbod: Fuifpakket")
    client.force_login(cast.amina)
    assert "nog te behandelen" in client.get(page("offer", offer.pk)).text
    with scope(partnership=cast.partnership):
        seats = seats_of(organ)
        sittings.open_sitting(sitting=sitting, present=seats)
        item = AgendaItem.objects.select_related("sitting__partnership").get()
        for seat in seats:
            sittings.vote(item=item, seat=seat, choice="for", actor=cast.finn)
        sittings.count(item=item, actor=cast.finn)
    seen = client.get(page("offer", offer.pk)).text
    assert "aangenomen" in seen
    assert "besluit 1" in seen
