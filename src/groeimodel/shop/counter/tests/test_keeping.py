"""What keeps an offer in the shop: its list (B16), its anchors (B11), its suppliers (B16), and days that warn."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

import pytest
import time_machine
from django.core.cache import caches
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django_scopes import scope

from groeimodel.content.readiness import points
from groeimodel.foundation.due import due_of
from groeimodel.foundation.testing.cast import Cast
from groeimodel.meadow.evaluation.tests.test_closing import asks
from groeimodel.shop.counter import services
from groeimodel.shop.counter.anchoring import anchored
from groeimodel.shop.counter.models import Agreement, Offer, Supplier
from groeimodel.shop.counter.ready import lists_of
from groeimodel.shop.counter.services import Agreed, Card, Checked, Secured
from groeimodel.shop.counter.tests.kit import offered, page

TODAY = date(2026, 6, 15)
pytestmark = pytest.mark.usefixtures("on_that_day")


@pytest.fixture
def on_that_day() -> Iterator[None]:
    with time_machine.travel(TODAY):
        yield


def titles(cast: Cast) -> list[str]:
    return [one.title for one in due_of(cast.partnership, TODAY) if one.key.startswith("counter.")]


@pytest.mark.claim("B16")
def test_ready_once_each_point_is_in_order_or_not_needed(client: Client, cast: Cast) -> None:
    offer = offered(cast, responsible=cast.bram)
    client.force_login(cast.bram)
    sent = {f"{one.id}-answer": "yes" for one in points()} | {"insurance-answer": "no"}
    sent |= {"insurance-who": str(cast.celia.pk), "insurance-by": "2026-06-20", "photo-answer": "not_needed"}
    client.post(page("ready", offer.pk), sent)
    seen = client.get(page("offer", offer.pk)).text
    assert "Bijna klaar. Nog één punt: verzekering." in seen
    assert "Celia, tegen 20 juni" in seen
    assert "Verzekering bij 'Fuifpakket'" in asks(cast, cast.celia)
    assert titles(cast) == ["'Fuifpakket': breng in orde: verzekering."]
    client.post(page("ready", offer.pk), {**sent, "insurance-answer": "yes"})
    assert "Klaar om te tonen." in client.get(page("offer", offer.pk)).text
    assert titles(cast) == []


@pytest.mark.claim("B16")
def test_what_is_in_the_spotlight_without_being_ready_is_asked(cast: Cast) -> None:
    offer = offered(cast, featured=True)
    assert "Maak 'Fuifpakket' klaar om te tonen" in asks(cast, cast.finn)
    assert "Maak 'Fuifpakket' klaar om te tonen" not in asks(cast, cast.bram)
    with scope(partnership=cast.partnership):
        services.check_points(offer=offer, checked={one.id: Checked("yes") for one in points()})
    assert "Maak 'Fuifpakket' klaar om te tonen" not in asks(cast, cast.finn)


def test_a_list_refuses_what_it_does_not_have(cast: Cast) -> None:
    offer = offered(cast)
    with scope(partnership=cast.partnership):
        for wrong in ({"moon": Checked("yes")}, {"price": Checked("maybe")}):
            with pytest.raises(ValidationError):
                services.check_points(offer=offer, checked=wrong, actor=cast.finn)
        services.check_points(offer=offer, checked={"price": Checked("yes")})
        services.check_points(offer=offer, checked={"price": Checked()})
        assert lists_of([offer])[offer.pk].whole.done == 0
        with pytest.raises(PermissionDenied):
            services.check_points(offer=offer, checked={}, actor=cast.daan)


@pytest.mark.claim("B11")
def test_anchored_in_a_form_shown_in_words_and_warned_of(client: Client, cast: Cast) -> None:
    offer = offered(cast)
    client.force_login(cast.finn)
    sent = {
        "funding-kind": "until",
        "funding-until": "2026-07-10",
        "people-kind": "open",
        "agreement-kind": "unknown",
    }
    client.post(page("anchor", offer.pk), sent)
    words = "Nog 25 dagen zeker: geld tot en met 10 juli 2026. Niet geweten: afspraken."
    assert words in client.get(page("offer", offer.pk)).text
    assert words in client.get(page("anchoring")).text
    assert "Houd 'Fuifpakket' in de winkel" in asks(cast, cast.finn)
    assert titles(cast) == ["Het geld voor 'Fuifpakket' is nog zeker tot deze dag."]
    wrong = client.post(page("anchor", offer.pk), {**sent, "funding-until": ""})
    assert (wrong.status_code, "Vul de laatste dag in" in wrong.text) == (422, True)
    client.post(page("anchor", offer.pk), {**sent, "funding-until": "2029-12-31"})
    assert titles(cast) == []
    assert "Houd 'Fuifpakket' in de winkel" not in asks(cast, cast.finn)


@pytest.mark.claim("B11")
def test_unknown_is_said_and_never_guessed(client: Client, cast: Cast) -> None:
    offer = offered(cast)
    with scope(partnership=cast.partnership):
        assert anchored([offer], TODAY)[0].words == "Nog niet geweten hoelang dit kan blijven."
        services.anchor(offer=offer, secured={"funding": Secured(None), "people": Secured(None)})
        assert anchored([offer], TODAY)[0].words == "Nog niet geweten: afspraken."
        services.anchor(offer=offer, secured={"agreement": Secured(None)})
        assert anchored([offer], TODAY)[0].words == "Verankerd voor onbepaalde tijd."
        services.anchor(offer=offer, secured={"agreement": Secured(date(2026, 6, 14))})
        assert anchored([offer], TODAY)[0].words == "Niet meer verankerd: afspraken tot 14 juni 2026."
    assert titles(cast) == ["De afspraken voor 'Fuifpakket' lopen af."]
    with scope(partnership=cast.partnership):
        services.withdraw(offer=offer, why="Gedaan.")
    assert titles(cast) == []


def test_as_many_queries_for_thirty_offers_as_for_two(client: Client, cast: Cast) -> None:
    client.force_login(cast.finn)
    client.get("/over/")  # from the second page on, a browser has what pages are kept by
    counts = []
    for number in (2, 30):
        for at in range(number):
            offered(cast, f"Aanbod {number} {at}")
        caches["pages"].clear()  # the rows may have been made without a deed in the journal
        with CaptureQueriesContext(connection) as queries:
            client.get(page("anchoring"))
        counts.append(len(queries))
    assert counts[0] == counts[1]


@pytest.mark.claim("B16")
def test_a_supplier_with_an_agreement_that_warns_until_it_is_settled(client: Client, cast: Cast) -> None:
    offer = offered(cast)
    client.force_login(cast.finn)
    client.post(page("suppliers"), {"name": "Tenten en co", "email": "balie@tenten.test"})
    with scope(partnership=cast.partnership):
        supplier = Supplier.objects.get()
    wrong = {"title": "", "starts": "2026-01-01", "ends": "2025-01-01", "amount": "-3"}
    refused = client.post(page("supplier", supplier.pk), wrong)
    assert (refused.status_code, refused.text.count('class="field__error"')) == (422, 3)
    sent = {
        "title": "Onderhoud",
        "starts": "2026-01-01",
        "ends": "2026-12-31",
        "notice_on": "2026-09-30",
        "amount": "1.250,50",
        "offers": [offer.pk],
    }
    client.post(page("supplier", supplier.pk), sent)
    with scope(partnership=cast.partnership):
        agreement = Agreement.objects.get()
        assert (agreement.amount, list(agreement.offers.all())) == (Decimal("1250.50"), [offer])
    assert titles(cast) == [
        "Laatste dag om 'Onderhoud' met Tenten en co op te zeggen of te veranderen.",
        "De afspraak 'Onderhoud' met Tenten en co loopt af.",
    ]
    assert "Onderhoud" in client.get(page("offer", offer.pk)).text
    client.post(page("agreement", agreement.pk), {**sent, "lapses": "on"})
    assert titles(cast) == []


@pytest.mark.claim("B16")
def test_contacts_of_suppliers_are_for_seats_and_the_coordinator(client: Client, cast: Cast) -> None:
    offer = offered(cast)
    with scope(partnership=cast.partnership):
        supplier = services.add_supplier(
            partnership=cast.partnership, card=Card("Tenten", "Jo"), actor=cast.finn
        )
        services.agree(supplier=supplier, agreed=Agreed("Huur", TODAY, offers=[offer]), actor=cast.finn)
        with pytest.raises(PermissionDenied):
            services.add_supplier(partnership=cast.partnership, card=Card("X"), actor=cast.bram)
        with pytest.raises(ValidationError):
            services.remove_supplier(supplier=supplier, actor=cast.finn)
    for who, status in ((cast.daan, 403), (cast.els, 403), (cast.bram, 200), (cast.amina, 200)):
        client.force_login(who)
        assert client.get(page("suppliers")).status_code == status
    client.force_login(cast.els)
    assert "Tenten" not in client.get(page("offer", offer.pk)).text
    client.force_login(cast.finn)
    with scope(partnership=cast.partnership):
        client.post(page("agreement", Agreement.objects.get().pk), {"weg": "1"})
    client.post(page("change_supplier", supplier.pk), {"weg": "1"})
    with scope(partnership=cast.partnership):
        assert not Supplier.objects.exists()
        assert Offer.objects.count() == 1


def test_days_of_an_agreement_follow_each_other(cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        supplier = services.add_supplier(partnership=cast.partnership, card=Card("Tenten"))
        soon = TODAY + timedelta(days=5)
        for wrong in (Agreed("Huur", soon, TODAY), Agreed("Huur", TODAY, soon, soon + timedelta(days=1))):
            with pytest.raises(ValidationError):
                services.agree(supplier=supplier, agreed=wrong)
