"""Lessons are drawn from practice and shared without names (claim G3)."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django_scopes import scope, scopes_disabled
from pytest_django import DjangoAssertNumQueries

from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.journal.selectors import happened
from groeimodel.foundation.personal import all_holdings
from groeimodel.foundation.testing.cast import Cast
from groeimodel.soil.lessons import services
from groeimodel.soil.lessons.models import Lesson, Thanks
from groeimodel.soil.lessons.services import Learned

LIBRARY = "/bibliotheek/"
LEARNED = Learned(
    "Laat jongeren eerst aan het woord",
    "We begonnen met de buren. Dat liep mis. Nu tekenen jongeren eerst, en reageren de buren daarna.",
    "Als je een speelterrein plant.",
    "Speelplein; inspraak",
    "Ontmoeting bij Bram in Proefdorp",
    "/igs/testland/ontmoetingen/1/",
)


def written(cast: Cast, **changes: str) -> Lesson:
    learned = Learned(**{name: getattr(LEARNED, name) for name in LEARNED.__slots__} | changes)
    return services.write_lesson(partnership=cast.partnership, learned=learned, actor=cast.bram)


def shared(cast: Cast, **changes: str) -> Lesson:
    lesson = written(cast, **changes)
    with scope(partnership=cast.partnership):
        return services.share(lesson=lesson, actor=cast.finn)


def main_of(page: str) -> str:
    """Only the part that the library itself shows."""
    return page.split('<main id="inhoud"', 1)[1].split("</main>", 1)[0]


@pytest.mark.claim("G3")
def test_in_the_library_nothing_says_whose_it_is(client: Client, cast: Cast) -> None:
    shared(cast)
    client.force_login(cast.daan)
    page = main_of(client.get(LIBRARY).text)
    assert LEARNED.title in page
    assert "speelplein" in page
    for name in ("Bram", "Finn", "Proefdorp", "Testland", "testland", "Ontmoeting bij"):
        assert name not in page


@pytest.mark.claim("G3")
def test_what_was_not_shared_is_not_there(client: Client, cast: Cast) -> None:
    written(cast)
    client.force_login(cast.daan)
    assert LEARNED.title not in client.get(LIBRARY).text


@pytest.mark.claim("G3")
@pytest.mark.parametrize("query", ["?q=jongeren", "?q=jongreen", "?q=speelplein", "?woord=inspraak"])
def test_other_partnerships_search_in_it(client: Client, cast: Cast, query: str) -> None:
    shared(cast)
    shared(cast, title="Koken met de buurt", learned="Soep werkt altijd.", helps="", tags="eten")
    client.force_login(cast.daan)
    page = main_of(client.get(LIBRARY + query).text)
    if "jongreen" not in query:
        assert LEARNED.title in page
    assert "Soep" not in page


@pytest.mark.parametrize("field", ["title", "learned", "helps", "tags"])
@pytest.mark.parametrize(
    "trace", ["Bram deed het.", "Zo ging het in Buurdorp.", "Bel 03 123 45 67.", "Testland"]
)
def test_a_name_stops_it(client: Client, cast: Cast, field: str, trace: str) -> None:
    lesson = written(cast, **{field: trace})
    with scope(partnership=cast.partnership), pytest.raises(ValidationError):
        services.share(lesson=lesson, actor=cast.finn)
    client.force_login(cast.finn)
    page = f"/igs/testland/lessen/{lesson.pk}/deel/"
    assert "Haal dit er eerst uit" in client.get(page).text
    client.post(page, {"read": "on"})
    with scopes_disabled():
        assert Lesson.objects.get(pk=lesson.pk).shared_at is None


def test_a_flemish_municipality_of_before_a_merger_stops_it_too(cast: Cast) -> None:
    lesson = written(cast, learned="Zo deden ze het in Galmaarden.")
    with scope(partnership=cast.partnership), pytest.raises(ValidationError):
        services.share(lesson=lesson)


def test_the_page_shows_exactly_what_others_see(client: Client, cast: Cast) -> None:
    lesson = written(cast)
    client.force_login(cast.finn)
    page = f"/igs/testland/lessen/{lesson.pk}/deel/"
    card = client.get(page).text.split("Zo zien anderen het</p>")[1].split("</section>")[0]
    assert LEARNED.learned in card
    assert "Ontmoeting bij" not in card
    assert client.post(page, {}).status_code == 422, "nobody said having read it"
    client.post(page, {"read": "on"})
    client.force_login(cast.daan)
    there = (
        client.get(LIBRARY)
        .text.split('<li class="card card--soil"')[1]
        .split('<div class="cluster lesson')[0]
    )
    assert " ".join(there.split(">", 1)[1].split()) == " ".join(card.split())


@pytest.mark.parametrize("who", ["amina", "bram", "celia", "els", "daan"])
def test_only_the_coordinator_shares_and_withdraws(cast: Cast, who: str) -> None:
    lesson = written(cast)
    with scope(partnership=cast.partnership):
        for service in (services.share, services.withdraw):
            with pytest.raises(PermissionDenied):
                service(lesson=lesson, actor=getattr(cast, who))


def test_withdrawn_at_any_time(client: Client, cast: Cast) -> None:
    lesson = shared(cast)
    client.force_login(cast.finn)
    client.post(f"/igs/testland/lessen/{lesson.pk}/terug/")
    client.force_login(cast.daan)
    for query in ("", "?q=jongeren"):
        assert LEARNED.title not in client.get(LIBRARY + query).text
    assert client.post(f"{LIBRARY}{lesson.pk}/dank/").status_code == 404


def test_other_words_ask_for_consent_again(client: Client, cast: Cast) -> None:
    lesson = shared(cast)
    client.force_login(cast.bram)
    data = {name: getattr(LEARNED, name) for name in LEARNED.__slots__} | {"learned": "Bel Bram maar."}
    client.post(f"/igs/testland/lessen/{lesson.pk}/wijzig/", data)
    client.force_login(cast.daan)
    assert "Bel Bram" not in client.get(LIBRARY).text


def test_thanks_are_counted_once_and_told_without_a_name(client: Client, cast: Cast) -> None:
    lesson = shared(cast)
    client.force_login(cast.daan)
    for _time in range(2):
        client.post(f"{LIBRARY}{lesson.pk}/dank/")
    assert Thanks.objects.count() == 1
    entry = Entry.objects.latest("pk")
    assert (entry.verb, entry.actor, entry.municipality, entry.data) == ("lessons.thanked", None, None, {})
    (told,) = [line for line in happened([cast.partnership.pk]) if line.verb == "lessons.thanked"]
    assert "Daan" not in told.sentence
    client.force_login(cast.bram)
    assert "1 keer dank" in client.get("/igs/testland/lessen/").text


@pytest.mark.parametrize("who", ["bram", "finn", "els"])
def test_nobody_thanks_themselves(cast: Cast, who: str) -> None:
    with pytest.raises(ValidationError):
        services.thank(lesson=shared(cast), actor=getattr(cast, who))


def test_after_erasure_the_thanks_are_nobodys(cast: Cast) -> None:
    lesson = shared(cast)
    services.thank(lesson=lesson, actor=cast.daan)
    (holding,) = [one for one in all_holdings() if one.name == "lessons"]
    assert [line.value for line in holding.lines(cast.daan)] == [LEARNED.title]
    holding.erase(cast.daan)
    assert not list(holding.lines(cast.daan))
    assert Thanks.objects.get().person is None


def test_the_library_takes_few_queries(
    client: Client, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(15):
        shared(cast, title=f"Les {number}")
    client.force_login(cast.daan)
    client.get("/over/")
    with django_assert_max_num_queries(8):
        client.get(LIBRARY)
    with django_assert_max_num_queries(20):
        client.get(f"{LIBRARY}?q=jongeren")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Fuif;  fuif, Veiligheid", "fuif, veiligheid"),
        ("", ""),
        (" , ,", ""),
        ("a,b,c,d,e,f,g", "a, b, c, d, e, f"),
    ],
)
def test_tags_are_tidied(typed: str, kept: str) -> None:
    assert services.tidy(typed) == kept
