"""What goes does not stay behind: words, names, and entries of what was removed without a word."""

from collections.abc import Iterator

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import gettext_lazy
from django_scopes import scopes_disabled
from pytest_django import DjangoAssertNumQueries

from groeimodel.foundation.mandates.models import Mandate
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.personal import all_holdings
from groeimodel.foundation.privacy import services as privacy
from groeimodel.foundation.search import engine, kinds, services
from groeimodel.foundation.search.kinds import Entry, Kind
from groeimodel.foundation.search.models import SearchEntry, SearchWord
from groeimodel.foundation.search.selectors import search
from groeimodel.foundation.testing.cast import Cast, person

pytestmark = pytest.mark.django_db
MODEL = "mandates.mandate"


def titles(cast: Cast, query: str) -> list[str]:
    return [hit.entry.title for hit in search(query, partnerships=[cast.partnership.pk]).hits]


def put(cast: Cast, key: int, title: str, text: str = "", *, shared: bool = False) -> None:
    services.index(MODEL, [(key, Entry(cast.partnership, title, "/", text, open=shared))])


def words_of(partnership: Partnership | None) -> set[str]:
    return set(SearchWord.objects.filter(partnership=partnership).values_list("word", flat=True))


@pytest.fixture(autouse=True)
def everywhere() -> Iterator[None]:
    with scopes_disabled():
        yield


def test_a_word_that_is_written_nowhere_any_more_is_not_suggested(cast: Cast) -> None:
    put(cast, 1, "Gesprek met Hildegonde", "over kampen")
    put(cast, 2, "Kampen")
    assert search("hildegnode", partnerships=[cast.partnership.pk]).corrected == {"hildegnode": "hildegonde"}
    put(cast, 1, "Gesprek", "over kampen")
    assert search("hildegnode", partnerships=[cast.partnership.pk]).corrected == {}
    services.forget(MODEL, [1])
    assert {"kampen", "kamp"} <= words_of(cast.partnership)
    services.forget(MODEL, [2])
    assert words_of(cast.partnership) == set()


def test_words_of_what_is_open_serve_whoever_looks_there(cast: Cast) -> None:
    put(cast, 1, "Waterskibaan", shared=True)
    services.index(MODEL, [(2, Entry(cast.elsewhere, "Geheimzinnig", "/"))])
    assert [hit.entry.title for hit in search("watersikbaan", partnerships=[], with_open=True).hits] == [
        "Waterskibaan"
    ]
    assert search("geheimzinnnig", partnerships=[], with_open=True).corrected == {}
    put(cast, 1, "Waterskibaan")
    assert words_of(None) == set()
    assert search("waterskibaan", partnerships=[], with_open=True).hits == ()


def test_what_did_not_change_keeps_its_day(cast: Cast) -> None:
    put(cast, 1, "Fuif")
    before = SearchEntry.objects.get().changed_at
    put(cast, 1, "Fuif")
    assert SearchEntry.objects.get().changed_at == before
    put(cast, 1, "Fuif in de zaal")
    assert SearchEntry.objects.get().changed_at > before


class Shelf:
    """Rows of a room that does not tell the journal what it does."""

    def __init__(self, cast: Cast) -> None:
        self.partnership = cast.partnership
        self.rows: dict[int, Mandate] = {}
        self.texts: dict[int, Entry] = {}

    def put(self, key: int, entry: Entry) -> None:
        self.rows[key], self.texts[key] = Mandate(pk=key), entry

    def kind(self) -> Kind:
        def rows(partnership: Partnership) -> list[Mandate]:
            return list(self.rows.values()) if partnership == self.partnership else []

        return Kind(Mandate, gettext_lazy("Mandaat"), lambda row: self.texts[row.pk], rows)


@pytest.fixture
def shelf(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> Shelf:
    made = Shelf(cast)
    monkeypatch.setattr(kinds, "_kinds", {MODEL: made.kind()})
    return made


def test_each_night_the_index_catches_up(cast: Cast, shelf: Shelf) -> None:
    for number, title in enumerate(("Fuif", "Kamp", "Speelplein"), 1):
        shelf.put(number, Entry(cast.partnership, title, "/"))
    assert services.tidy() == 3
    assert services.tidy() == 0
    shelf.put(1, Entry(cast.partnership, "Jeugdhuis", "/"))
    del shelf.rows[2]
    assert services.tidy() == 2
    assert (titles(cast, "fuif"), titles(cast, "kamp"), titles(cast, "jeugdhuis")) == ([], [], ["Jeugdhuis"])
    assert services.rebuild(cast.partnership) == 2


def test_a_night_without_changes_costs_the_same_however_much_there_is(
    cast: Cast, shelf: Shelf, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    def some(first: int, last: int) -> None:
        for number in range(first, last):
            there, who = cast.municipality, cast.bram
            shelf.put(number, Entry(cast.partnership, f"Fuif {number}", "/", municipality=there, person=who))
        services.tidy()

    some(1, 3)
    with CaptureQueriesContext(connection) as few:
        services.tidy()
    some(3, 20)
    with django_assert_num_queries(len(few)):
        services.tidy()


def test_reindex_says_how_far_it_is(cast: Cast, shelf: Shelf, capsys: pytest.CaptureFixture[str]) -> None:
    shelf.put(1, Entry(cast.partnership, "Fuif", "/"))
    call_command("reindex")
    said = capsys.readouterr().out
    assert cast.partnership.name in said
    assert "1 stukken" in said or "1 stuk" in said
    assert titles(cast, "fuif") == ["Fuif"]


def test_nothing_of_a_partnership_that_is_gone_stays(cast: Cast) -> None:
    gone = Partnership.objects.create(name="Tijdelijk", slug="tijdelijk")
    services.index(MODEL, [(1, Entry(gone, "Fuif", "/", "een geheim"))])
    gone.delete()
    services.tidy()
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM search_fts")
        assert cursor.fetchone() == (0,)
    assert SearchWord.objects.count() == 0


def test_a_name_goes_with_its_person(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    gust = person("Gustaaf Wellens")

    def entry_of(row: Municipality) -> Entry:
        return Entry(cast.partnership, f"{Person.objects.get(pk=gust.pk).name} over fuiven", "/", person=gust)

    kind = Kind(Municipality, gettext_lazy("Kennis"), entry_of, lambda partnership: [cast.municipality])
    monkeypatch.setattr(kinds, "_kinds", {"partners.municipality": kind})
    services.rebuild(cast.partnership)
    assert titles(cast, "wellens") == ["Gustaaf Wellens over fuiven"]
    (held,) = [one for one in all_holdings() if one.name == "search"]
    assert [line.value for line in held.lines(gust)] == ["Gustaaf Wellens over fuiven"]
    privacy.change_name(person=gust, name="Gust Wouters", actor=gust)
    assert (titles(cast, "wellens"), titles(cast, "wouters")) == ([], ["Gust Wouters over fuiven"])
    privacy.erase(person=gust)
    assert titles(cast, "wouters") == []
    assert not any("wouters" in word for word in words_of(cast.partnership))
    assert len(titles(cast, "fuif")) == 1


@pytest.mark.parametrize("typed", ["speelplien", "vrijwliigers", "evnmnten", "verzekerign", "qqqqqqqqq"])
def test_without_trigrams_the_same_is_found(cast: Cast, typed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for number, title in enumerate(("Speelplein", "Vrijwilligers", "Evenementen", "Verzekering"), 1):
        put(cast, number, title)
    assert engine.knows_trigrams() == (connection.vendor == "postgresql")
    as_it_is = search(typed, partnerships=[cast.partnership.pk])
    monkeypatch.setattr(engine, "knows_trigrams", lambda: False)
    without = search(typed, partnerships=[cast.partnership.pk])
    assert without.corrected == as_it_is.corrected
    assert [hit.entry.pk for hit in without.hits] == [hit.entry.pk for hit in as_it_is.hits]
