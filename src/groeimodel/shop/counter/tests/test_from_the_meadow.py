"""An action that an evaluation hands to the shop becomes a draft offer that keeps its history (claim W9)."""

import pytest
from django.test import Client
from django.urls import reverse
from django_scopes import scope

from groeimodel.foundation.testing.cast import Cast
from groeimodel.meadow.evaluation.tests.test_closing import WHOLE, asks, closed
from groeimodel.meadow.tending.tests.running import running, spend
from groeimodel.shop.counter.models import Offer


@pytest.mark.claim("W9")
def test_handed_to_the_shop_as_a_draft_offer_with_its_history(client: Client, cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        action = running(cast)
        spend(action, "640")
        closed(action, "shop", cast.bram)
        offer = Offer.objects.get()
        assert (offer.draft, offer.grew_from, offer.title) == (True, action, action.title)
    assert "Werk het aanbod 'Fuifcoaches' af" in asks(cast, cast.finn)
    url = reverse("counter:offer", args=["testland", offer.pk])
    client.force_login(cast.celia)
    seen = client.get(url).text
    assert "€\xa0640" in seen
    assert WHOLE.title in seen
    change = reverse("counter:change", args=["testland", offer.pk])
    assert client.post(change, {"title": "x", "text": ""}).status_code == 403
    assert "in de maak" in client.get(reverse("actions:action", args=["testland", action.pk])).text
    client.force_login(cast.finn)
    client.post(change, {"title": "Fuifcoaches aan huis", "text": "Bel ons.", "klaar": ""})
    offer.refresh_from_db()
    assert (offer.draft, offer.title) == (False, "Fuifcoaches aan huis")
    assert "Werk het aanbod" not in " ".join(asks(cast, cast.finn))
