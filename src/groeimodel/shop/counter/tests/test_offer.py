"""One offer: what everyone reads, who writes it, and what happens when it goes (claim B1)."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django_scopes import scope

from groeimodel.foundation.search.models import SearchEntry
from groeimodel.foundation.testing.cast import Cast
from groeimodel.shop.counter import services
from groeimodel.shop.counter.models import Offer
from groeimodel.shop.counter.services import Said
from groeimodel.shop.counter.tests.kit import offered, opened, page, photo


def test_everyone_reads_what_you_get_and_only_partners_how_it_is_kept(client: Client, cast: Cast) -> None:
    opened(cast)
    offer = offered(cast, text="Coach en charter.", price="€ 35", how="Bel ons.", for_whom=("clubs",))
    seen = client.get(page("offer", offer.pk)).text
    for words in ("Coach en charter.", "€ 35", "Bel ons.", "jeugdverenigingen"):
        assert words in seen
    assert "Achter de toonbank" not in seen
    client.force_login(cast.amina)
    assert "Achter de toonbank" in client.get(page("offer", offer.pk)).text


def test_a_draft_is_for_partners_only(client: Client, cast: Cast) -> None:
    opened(cast)
    with scope(partnership=cast.partnership):
        draft = services.add_offer(partnership=cast.partnership, title="Nieuw", draft=True)
    assert client.get(page("offer", draft.pk)).status_code == 404
    client.force_login(cast.celia)
    assert client.get(page("offer", draft.pk)).status_code == 200


def test_a_new_offer_in_one_form_with_every_problem_at_once(client: Client, cast: Cast) -> None:
    client.force_login(cast.finn)
    sent = {"title": "", "text": "Blijft staan", "for_whom": ["schools", "martians"], "starts": "2026-05-02"}
    refused = client.post(page("new"), {**sent, "ends": "2026-05-01"})
    assert refused.status_code == 422
    assert refused.text.count('class="field__error"') == 3
    assert "Blijft staan" in refused.text
    right = {"title": "Tent lenen", "for_whom": ["schools", "clubs"], "asks_open": "on", "klaar": ""}
    client.post(page("new"), right)
    with scope(partnership=cast.partnership):
        offer = Offer.objects.get()
    assert (offer.title, offer.for_whom, offer.draft) == ("Tent lenen", ["clubs", "schools"], False)
    assert (offer.asks_open, offer.bookable) == (True, False)


def test_who_is_responsible_tends_it_and_no_other_officer(client: Client, cast: Cast) -> None:
    offer = offered(cast, responsible=cast.celia)
    client.force_login(cast.bram)
    assert client.get(page("change", offer.pk)).status_code == 403
    client.force_login(cast.daan)
    assert client.get(page("change", offer.pk)).status_code == 403
    client.force_login(cast.celia)
    client.post(page("change", offer.pk), {"title": "Beter", "responsible": cast.celia.pk})
    offer.refresh_from_db()
    assert (offer.title, offer.responsible) == ("Beter", cast.celia)
    with scope(partnership=cast.partnership), pytest.raises(PermissionDenied):
        services.add_offer(partnership=cast.partnership, title="Nog een", actor=cast.celia)


def test_withdrawn_with_a_reason_and_put_back(client: Client, cast: Cast) -> None:
    opened(cast)
    offer = offered(cast)
    client.force_login(cast.finn)
    assert client.post(page("withdraw", offer.pk), {"why": " "}).status_code == 422
    client.post(page("withdraw", offer.pk), {"why": "Het springkasteel is stuk."})
    client.logout()
    seen = client.get(page("offer", offer.pk))
    assert (seen.status_code, "Het springkasteel is stuk." in seen.text) == (200, True)
    client.force_login(cast.finn)
    client.post(page("restore", offer.pk))
    offer.refresh_from_db()
    assert (offer.withdrawn_on, offer.withdrawn_why) == (None, "")


def test_a_picture_that_everyone_sees_and_another_that_nobody_does(client: Client, cast: Cast) -> None:
    opened(cast)
    offer = offered(cast)
    assert client.get(page("picture", offer.pk)).status_code == 404
    client.force_login(cast.finn)
    refused = client.post(page("choose_picture", offer.pk), {"picture": photo(), "alt": ""})
    assert refused.status_code == 422
    client.post(page("choose_picture", offer.pk), {"picture": photo(), "alt": "Een tent"})
    client.logout()
    shown = client.get(page("picture", offer.pk))
    assert (shown.status_code, shown["Content-Type"]) == (200, "image/webp")
    assert 'alt="Een tent"' in client.get(page("list")).text
    client.force_login(cast.finn)
    client.post(page("choose_picture", offer.pk), {"weg": "1"})
    client.logout()
    assert client.get(page("picture", offer.pk)).status_code == 404


def test_found_by_who_takes_part_until_it_is_withdrawn(cast: Cast) -> None:
    offer = offered(cast)
    with scope(partnership=cast.partnership):
        rows = SearchEntry.objects.filter(model="counter.offer", key=offer.pk)
        assert rows.get().title == "Fuifpakket"
        services.withdraw(offer=offer, why="Stuk.")
        assert not rows.exists()
        services.restore(offer=offer)
        assert rows.exists()


def test_nothing_of_another_partnership_is_taken_along(cast: Cast) -> None:
    with scope(partnership=cast.elsewhere):
        strange = services.state_speciality(partnership=cast.elsewhere, title="Elders")
    offer = offered(cast)
    with scope(partnership=cast.partnership), pytest.raises(ValidationError):
        services.change_offer(offer=offer, said=Said("Fuifpakket", speciality=strange))
