"""Children and young people advise: open to all, without a name, and gone when the round closes."""

from fractions import Fraction

import pytest
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django_scopes import scope

from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.partners.models import Municipality
from groeimodel.meadow.choosing import advising
from groeimodel.meadow.choosing.models import Round, YoungAnswer
from groeimodel.meadow.choosing.tests.choosing import Meadow, meadow, opened
from groeimodel.meadow.choosing.views.advice import MOST
from groeimodel.rules.choosing import Project, Settings

pytestmark = pytest.mark.django_db


@pytest.fixture
def made() -> Meadow:
    return meadow(("Aa", "Bee"), {"Hal": 4000, "Tent": 1500})


@pytest.fixture
def round(made: Meadow) -> Round:
    with scope(partnership=made.partnership):
        return opened(made, takes_advice=True)


def page(round: Round) -> str:
    return reverse("choosing:advise", args=[round.code])


def given(round: Round, made: Meadow, *titles: str, age: str = "12-15") -> dict[str, object]:
    picks = [one.pk for one in round.proposals.all() if str(one) in titles]
    return {"picks": picks, "age": age, "municipality": made.towns[0].municipality.pk}


def test_one_answer_a_device_and_nothing_about_who(client: Client, made: Meadow, round: Round) -> None:
    before = Entry.objects.count()
    answer = client.post(page(round), given(round, made, "Hal"), follow=True)
    assert "telt mee" in answer.content.decode()
    again = client.get(page(round))
    assert again["Location"] == reverse("choosing:advise_done", args=[round.code])
    kept = YoungAnswer.objects.get()
    assert {field.name for field in YoungAnswer._meta.fields} == {
        "id",
        "partnership",
        "round",
        "municipality",
        "age",
        "picks",
    }
    assert (kept.age, len(kept.picks)) == ("12-15", 1)
    assert Entry.objects.count() == before
    assert list(client.cookies) == [f"advies-{round.pk}"]
    cookie = client.cookies[f"advies-{round.pk}"]
    assert (cookie.value, cookie["httponly"], cookie["samesite"]) == ("1", True, "Lax")


def test_all_that_is_missing_is_said_at_once(client: Client, round: Round) -> None:
    answer = client.post(page(round), {"age": ""})
    assert answer.status_code == 422
    text = answer.content.decode()
    assert text.count("field__error") == 3
    assert "Kies minstens één idee" in text
    assert not YoungAnswer.objects.exists()


def test_a_flood_from_one_address_is_stopped(made: Meadow, round: Round) -> None:
    cache.set(f"advice-{round.pk}-127.0.0.1", MOST - 1, 60)
    codes = [Client().post(page(round), given(round, made, "Hal")).status_code for _time in range(3)]
    assert codes == [302, 429, 429]
    assert YoungAnswer.objects.count() == 1


@pytest.mark.parametrize(("state", "code"), [("withdrawn", 410), ("draft", 404)])
def test_a_round_that_is_not_open_takes_none(
    client: Client, made: Meadow, round: Round, state: str, code: int
) -> None:
    with scope(partnership=made.partnership):
        Round.objects.update(state=state, withdrawn_why="Toch niet")
        round.refresh_from_db()
        with pytest.raises(advising.AdviceIsOver):
            advising.answer(round=round, municipality=made.towns[0].municipality, age="12-15", picks=[])
    assert client.post(page(round), given(round, made, "Hal")).status_code == code
    assert not YoungAnswer.objects.exists()


def test_a_round_without_advice_has_no_page(client: Client, made: Meadow) -> None:
    with scope(partnership=made.partnership):
        plain = opened(made)
    assert client.get(page(plain)).status_code == 404


def test_the_service_says_all_that_is_wrong(made: Meadow, round: Round) -> None:
    stranger = Municipality.objects.create(name="Verweg", invented=True)
    with scope(partnership=made.partnership), pytest.raises(ValidationError) as wrong:
        advising.answer(round=round, municipality=stranger, age="99", picks=[])
    assert len(wrong.value.messages) == 2


def test_of_fewer_than_five_nothing_is_kept(made: Meadow, round: Round) -> None:
    with scope(partnership=made.partnership):
        projects = [Project(str(one.pk), Fraction(one.cost)) for one in round.proposals.all()]
        place, picks = made.towns[0].municipality, list(round.proposals.all())[:1]
        for _one in range(4):
            advising.answer(round=round, municipality=place, age="u12", picks=picks)
        few = advising.advice_of(round, projects=projects, budget=Fraction(6000), settings=Settings())
        assert (few.total, few.chosen, set(few.places.values())) == (0, (), {0})
        advising.answer(round=round, municipality=place, age="u12", picks=picks)
        kept = advising.close_advice(
            round=round, projects=projects, budget=Fraction(6000), settings=Settings()
        )
        assert kept is not None
        assert kept["total"] == 5
        assert kept["chosen"] == [picks[0].pk]
        assert not YoungAnswer.objects.exists()


def test_the_poster_is_for_members_and_has_a_code(client: Client, made: Meadow, round: Round) -> None:
    address = reverse("choosing:advise_poster", args=[made.partnership.slug, round.pk])
    assert client.get(address).status_code == 403
    client.force_login(made.coordinator)
    text = client.get(address).content.decode()
    assert page(round) in text
    assert "<svg" in text


def test_the_page_shows_ideas_with_what_they_are(client: Client, round: Round) -> None:
    text = client.get(page(round)).content.decode()
    assert "Hal" in text
    assert "Tent" in text
    assert "Wat doen we met je antwoord?" in text
