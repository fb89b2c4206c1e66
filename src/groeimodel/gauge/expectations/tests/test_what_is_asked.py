"""The common set: the content's until somebody changes it, kept with each round, never too long or too short."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import reverse
from django_scopes import scope

from groeimodel.content.expectations import FEWEST, MOST, expectations
from groeimodel.foundation.testing.cast import Cast
from groeimodel.gauge.expectations import services
from groeimodel.gauge.expectations.services import Wording
from groeimodel.gauge.expectations.tests.asking import open_round

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _inside(cast: Cast):  # type: ignore[no-untyped-def]
    with scope(partnership=cast.partnership):
        yield


def keys(cast: Cast) -> list[str]:
    return [one.key for one in services.common_set(cast.partnership)]


def test_it_begins_as_the_content(cast: Cast) -> None:
    assert keys(cast) == [one.id for one in expectations()]


def test_change_move_leave_out_and_take_back(cast: Cast) -> None:
    here, finn = cast.partnership, cast.finn
    services.change_expectation(partnership=here, key="use", wording=Wording("het thuis dient"), actor=finn)
    services.move_expectation(partnership=here, key="use", up=True, actor=finn)
    assert keys(cast)[:2] == ["use", "learn"]
    services.move_expectation(partnership=here, key="use", up=True, actor=finn)
    assert keys(cast)[0] == "use"
    services.retire_expectation(partnership=here, key="learn", actor=finn)
    assert "learn" not in keys(cast)
    services.take_back(partnership=here, key="learn", actor=finn)
    assert "learn" in keys(cast)


def test_a_round_keeps_what_it_asked(cast: Cast) -> None:
    round = open_round(cast)
    services.change_expectation(
        partnership=cast.partnership, key="use", wording=Wording("iets anders"), actor=cast.finn
    )
    round.refresh_from_db()
    assert "iets anders" not in [one["text"] for one in round.asked]


def test_it_stays_answerable_in_three_minutes(cast: Cast) -> None:
    here, finn = cast.partnership, cast.finn
    for n in range(MOST - len(keys(cast))):
        services.add_expectation(partnership=here, wording=Wording(f"wens {n}"), actor=finn)
    with pytest.raises(ValidationError, match="past niet in drie minuten"):
        services.add_expectation(partnership=here, wording=Wording("nog een"), actor=finn)
    for key in keys(cast)[FEWEST:]:
        services.retire_expectation(partnership=here, key=key, actor=finn)
    with pytest.raises(ValidationError, match="zegt te weinig"):
        services.retire_expectation(partnership=here, key=keys(cast)[0], actor=finn)


def test_the_same_twice_is_refused(cast: Cast) -> None:
    text = expectations()[0].text.upper()
    with pytest.raises(ValidationError, match="staat er al"):
        services.add_expectation(partnership=cast.partnership, wording=Wording(text), actor=cast.finn)
    with pytest.raises(ValidationError, match="niet meer gevraagd"):
        services.retire_expectation(partnership=cast.partnership, key="nonsense", actor=cast.finn)


def test_only_who_leads_changes_it(cast: Cast) -> None:
    with pytest.raises(PermissionDenied):
        services.add_expectation(partnership=cast.partnership, wording=Wording("x"), actor=cast.bram)


def test_the_page_does_it_all(cast: Cast, client: Client) -> None:
    client.force_login(cast.finn)
    address = reverse("expectations:settings", args=[cast.partnership.slug])
    client.post(address, {"do": "cadence", "cadence": "12"})
    assert 'value="12"' in client.get(address).content.decode().split("checked")[0][-200:]
    client.post(address, {"do": "add", "text": "we samen lachen", "question": "", "guess": "on"})
    assert "we samen lachen" in client.get(address).content.decode()
    bad = client.post(address, {"do": "add", "text": ""})
    assert bad.status_code == 422
    wording = reverse("expectations:wording", args=[cast.partnership.slug, "use"])
    client.post(wording, {"text": "het thuis dient", "question": "Wat dan?"})
    assert "het thuis dient" in client.get(address).content.decode()
    client.post(address, {"do": "retire", "key": "use"})
    assert client.get(wording).status_code == 404
