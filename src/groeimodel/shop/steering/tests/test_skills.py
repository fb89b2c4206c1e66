"""The competence map: who covers which, and whom to ask where nobody does."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_scopes import scope
from pytest_django import DjangoAssertNumQueries

from groeimodel.foundation.testing.cast import Cast
from groeimodel.shop.steering import services
from groeimodel.shop.steering.mapping import Skill, map_of
from groeimodel.shop.steering.models import Cover, OwnCompetence
from groeimodel.soil.expertise import services as expertise
from groeimodel.soil.expertise.services import Said
from groeimodel.soil.lessons import services as lessons

pytestmark = pytest.mark.django_db


def skill(cast: Cast, key: str) -> Skill:
    with scope(partnership=cast.partnership):
        return next(one for one in map_of(cast.partnership, timezone.localdate()) if one.key == key)


@pytest.mark.claim("B4")
def test_a_person_says_what_they_cover(client: Client, cast: Cast) -> None:
    client.force_login(cast.bram)
    url = reverse("steering:cover", args=["testland"])
    sent = {"competence": "finance", "person": cast.bram.pk, "note": "Maakte drie dossiers"}
    assert client.post(url, sent).status_code == 302
    shown = client.get(reverse("steering:skills", args=["testland"])).text
    assert "Maakte drie dossiers" in shown
    assert client.post(url, {**sent, "person": cast.celia.pk}).status_code == 422, "not for somebody else"
    with scope(partnership=cast.partnership):
        row = Cover.objects.get()
    assert client.post(reverse("steering:uncover", args=["testland", row.pk])).status_code == 302
    assert not skill(cast, "finance").covered


@pytest.mark.claim("B4")
def test_where_nobody_covers_it_the_page_says_whom_to_ask(client: Client, cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        said = Said("rules", "brings", "Zes subsidiedossiers", municipality=cast.neighbour)
        expertise.share(partnership=cast.partnership, said=said, actor=cast.celia)
    with scope(partnership=cast.elsewhere):
        learned = lessons.Learned("Begin met een budget", "Eerst rekenen, dan dromen.", tags="budget")
        lesson = lessons.write_lesson(partnership=cast.elsewhere, learned=learned)
        lessons.share(lesson=lesson)
    names = [one.text for one in skill(cast, "finance").whom]
    assert names == ["Celia", "Begin met een budget", "Els"]
    client.force_login(cast.amina)
    shown = client.get(reverse("steering:skills", args=["testland"])).text
    assert "Aan wie kun je het vragen?" in shown
    assert "Begin met een budget" in shown
    assert "Elders" not in shown, "nothing says whose lesson it is"


def test_the_partnership_adds_its_own_and_takes_it_away(client: Client, cast: Cast) -> None:
    client.force_login(cast.finn)
    new = reverse("steering:new_skill", args=["testland"])
    assert client.post(new, {"title": ""}).status_code == 422
    assert client.post(new, {"title": "Kampvuren", "what": "Voor de kampen"}).status_code == 302
    assert client.post(new, {"title": "Kampvuren"}).status_code == 422, "once"
    with scope(partnership=cast.partnership):
        row = OwnCompetence.objects.get()
        services.cover(partnership=cast.partnership, competence=row.key, person=cast.celia, actor=cast.finn)
    gone = reverse("steering:remove_skill", args=["testland", row.pk])
    assert "Celia" in client.get(gone).text
    assert client.post(gone).status_code == 302
    with scope(partnership=cast.partnership):
        assert not Cover.objects.exists()


def test_who_may_say_what(cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        for who, whom in ((cast.bram, cast.celia), (cast.els, cast.els), (cast.daan, cast.daan)):
            with pytest.raises(PermissionDenied):
                services.cover(partnership=cast.partnership, competence="finance", person=whom, actor=who)
        with pytest.raises(ValidationError):
            services.cover(
                partnership=cast.partnership, competence="onzin", person=cast.bram, actor=cast.bram
            )


def test_the_map_takes_as_many_queries_with_many_rows(
    client: Client, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client.force_login(cast.finn)
    with scope(partnership=cast.partnership):
        for n in range(6):
            services.add_competence(partnership=cast.partnership, title=f"Kennis {n}", actor=cast.finn)
        for who in (cast.amina, cast.bram, cast.celia):
            services.cover(partnership=cast.partnership, competence="vision", person=who, actor=cast.finn)
    with django_assert_max_num_queries(24):
        client.get(reverse("steering:skills", args=["testland"]))
