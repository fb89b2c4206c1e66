"""A plan per municipality for involving its college: who, when, with what, and what came of it (claim W24)."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.utils import timezone
from django_scopes import scope, scopes_disabled
from pytest_django import DjangoAssertNumQueries

from groeimodel.foundation.partners import services as partners
from groeimodel.foundation.partners.models import Municipality
from groeimodel.foundation.testing.cast import Cast, person
from groeimodel.meadow.college import services
from groeimodel.meadow.college.models import Moment
from groeimodel.meadow.college.selectors import plans_of
from groeimodel.meadow.college.services import Planned
from groeimodel.meadow.college.tests.planning import PAGE, moment, planned

pytestmark = pytest.mark.django_db


def new(cast: Cast) -> str:
    return f"{PAGE}{cast.municipality.pk}/nieuw/"


@pytest.mark.claim("W24")
def test_from_a_plan_to_what_came_of_it(client: Client, cast: Cast) -> None:
    client.force_login(cast.amina)
    page = client.get(PAGE).content.decode()
    assert "Nog geen plan" in page
    on = timezone.localdate() + timedelta(days=40)
    given = {"on": on.isoformat(), "who": "officer", "what": "photo", "purpose": "Laten zien wat bloeit."}
    assert client.post(new(cast), given).status_code == 302
    page = client.get(PAGE).content.decode()
    assert "De foto van de weide" in page
    assert "Bram, jeugdambtenaar" in page
    assert "Laten zien wat bloeit." in page
    with scopes_disabled():
        row = Moment.objects.get()
    told = {"outcome": "Het college betaalt twee avonden.", "done_on": timezone.localdate().isoformat()}
    assert client.post(f"{PAGE}moment/{row.pk}/gedaan/", told).status_code == 302
    client.force_login(cast.celia)
    learned = client.get(PAGE).content.decode()
    assert "Het college betaalt twee avonden." in learned
    assert f"moment/{row.pk}/gedaan/" not in learned


def test_all_problems_at_once_and_what_was_typed_stays(client: Client, cast: Cast) -> None:
    client.force_login(cast.bram)
    yesterday = timezone.localdate() - timedelta(days=1)
    answer = client.post(new(cast), {"on": yesterday.isoformat(), "what": "other", "purpose": "Iets tonen"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Deze dag is voorbij" in page
    assert "Zeg waarmee." in page
    assert "Dit veld is verplicht" in page
    assert "Iets tonen" in page
    with scopes_disabled():
        assert not Moment.objects.exists()


def test_something_else_has_a_name_of_its_own(client: Client, cast: Cast) -> None:
    client.force_login(cast.bram)
    on = timezone.localdate() + timedelta(days=9)
    given = {"on": on.isoformat(), "who": "alderman", "what": "other", "other": "Een filmpje", "purpose": "x"}
    client.post(new(cast), given)
    assert "Een filmpje" in client.get(PAGE).content.decode()
    client.post(new(cast), given | {"what": "kit"})
    with scopes_disabled():
        assert list(Moment.objects.order_by("pk").values_list("other", flat=True)) == ["Een filmpje", ""]


def test_an_ambassador_goes_by_name(client: Client, cast: Cast) -> None:
    gita, ivo = person("Gita"), person("Ivo")
    for one, place in ((gita, cast.municipality), (ivo, cast.neighbour)):
        partners.appoint(
            partnership=cast.partnership,
            person=one,
            kind="ambassador",
            since=timezone.localdate(),
            municipality=place,
        )
    client.force_login(gita)  # an ambassador plans too
    form = client.get(new(cast)).content.decode()
    assert f'value="ambassador-{gita.pk}"' in form
    assert f"ambassador-{ivo.pk}" not in form
    on = timezone.localdate() + timedelta(days=9)
    given = {"on": on.isoformat(), "who": f"ambassador-{gita.pk}", "what": "kit", "purpose": "Vertellen"}
    assert client.post(new(cast), given).status_code == 302
    assert "Gita, ambassadeur" in client.get(PAGE).content.decode()
    with scopes_disabled(), pytest.raises(ValidationError):
        services.plan(
            partnership=cast.partnership,
            municipality=cast.municipality,
            planned=planned(9, "ambassador", person=ivo),
            actor=None,
        )


def test_change_undo_and_remove_after_a_question(client: Client, cast: Cast) -> None:
    row = moment(cast, 30)
    client.force_login(cast.bram)
    url = f"{PAGE}moment/{row.pk}/"
    on = (timezone.localdate() + timedelta(days=50)).isoformat()
    client.post(url, {"on": on, "who": "officer", "what": "visit", "purpose": "Gaan kijken"})
    row.refresh_from_db()
    assert (row.on.isoformat(), row.role, row.what) == (on, "officer", "visit")
    early = client.post(f"{url}gedaan/", {"outcome": "", "done_on": on})
    assert early.status_code == 422
    assert "Deze dag moet nog komen." in early.content.decode()
    today = timezone.localdate().isoformat()
    client.post(f"{url}gedaan/", {"outcome": "Ze kwamen.", "done_on": today})
    assert "Ze kwamen." in client.get(f"{url}toch-niet/").content.decode()
    client.post(f"{url}toch-niet/")
    row.refresh_from_db()
    assert (row.done_on, row.outcome) == (None, "")
    assert client.get(f"{url}weg/").status_code == 200
    with scopes_disabled():
        assert Moment.objects.exists()
        client.post(f"{url}weg/")
        assert not Moment.objects.exists()


def test_the_plan_is_of_the_own_municipality(client: Client, cast: Cast) -> None:
    row = moment(cast, 30)
    for stranger in (cast.celia, cast.daan, cast.els):
        client.force_login(stranger)
        for url in (new(cast), f"{PAGE}moment/{row.pk}/", f"{PAGE}moment/{row.pk}/weg/"):
            assert client.post(url).status_code == 403
        with scope(partnership=cast.partnership), pytest.raises(PermissionDenied):
            services.remove(moment=row, actor=stranger)
    client.force_login(cast.daan)
    assert client.get(PAGE).status_code == 403
    client.force_login(cast.els)
    assert "Geld vragen voor de fuifcoaches" in client.get(PAGE).content.decode()
    client.force_login(cast.finn)
    assert client.get(new(cast)).status_code == 200


def test_a_former_member_plans_nothing(client: Client, cast: Cast) -> None:
    client.force_login(cast.finn)
    assert client.get(f"{PAGE}{cast.faraway.pk}/nieuw/").status_code == 404
    with scope(partnership=cast.partnership), pytest.raises(ValidationError):
        services.plan(partnership=cast.partnership, municipality=cast.faraway, planned=planned(9), actor=None)


def test_after_a_merger_what_is_to_come_goes_along(client: Client, cast: Cast) -> None:
    coming, done = moment(cast, 30), moment(cast, 5)
    with scope(partnership=cast.partnership):
        services.finish(moment=done, on=timezone.localdate(), outcome="Ze luisterden.", actor=None)
    into = Municipality.objects.create(name="Proefdorp-Buurdorp", invented=True)
    with scopes_disabled():
        partners.merge(into=into, parts=[cast.municipality, cast.neighbour], on=timezone.localdate())
        coming.refresh_from_db()
        done.refresh_from_db()
    assert (coming.municipality, done.municipality) == (into, cast.municipality)
    client.force_login(cast.amina)  # the only alderman of both, so she sits for the new one
    page = client.get(PAGE).content.decode()
    assert "Ze luisterden." in page
    assert "Het plan van Proefdorp-Buurdorp" in page


def test_as_many_queries_with_many_moments(
    cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for days in range(40):
        moment(cast, days)
    with scope(partnership=cast.partnership), django_assert_max_num_queries(4):
        plans = plans_of(cast.partnership, timezone.localdate(), lambda key: key == cast.municipality.pk)
        assert [one.municipality.name for one in plans] == ["Proefdorp", "Buurdorp"]
        assert len(plans[0].coming) == 40
        assert plans[0].coming[0].who == "Amina, schepen"


def test_a_seat_that_is_empty_is_said(cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        told = Planned(timezone.localdate(), "alderman", "kit", "Vragen")
        services.plan(partnership=cast.partnership, municipality=cast.neighbour, planned=told, actor=None)
        plans = plans_of(cast.partnership, timezone.localdate(), lambda _key: False)
    assert plans[0].coming[0].who == "schepen (nog niemand)"
