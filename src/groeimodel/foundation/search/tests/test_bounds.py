"""What is looked for among very many: the best is still first, and a bound is kept before anything is counted."""

import pytest

from groeimodel.foundation.search import engine, services
from groeimodel.foundation.search.kinds import Entry
from groeimodel.foundation.search.selectors import search
from groeimodel.foundation.testing.cast import Cast

pytestmark = pytest.mark.django_db
MANY = engine.MOST + 50


def put(cast: Cast, model: str, *texts: tuple[str, str]) -> None:
    start = 1 + 1000 * len(model)
    rows = [(number, Entry(cast.partnership, *text_of(one))) for number, one in enumerate(texts, start)]
    services.index(model, rows)


def text_of(one: tuple[str, str]) -> tuple[str, str, str]:
    return one[0], "/", one[1]


def found(cast: Cast, query: str, **bounds: object) -> list[str]:
    hits = search(query, partnerships=[cast.partnership.pk], **bounds).hits  # type: ignore[arg-type]
    return [hit.entry.title for hit in hits]


def test_the_exact_word_is_first_among_many_others(cast: Cast) -> None:
    put(cast, "themes.theme", ("Een fuif", ""), ("Iets", "over een fuif"))
    put(cast, "meetings.meeting", *((f"Evenement {number}", "") for number in range(MANY)))
    titles = found(cast, "fuif")
    assert titles[0] == "Een fuif"
    assert found(cast, "fuif", most=1000)[1] in {"Iets", f"Evenement {MANY - 1}"}


def test_a_kind_is_found_among_many_of_another(cast: Cast) -> None:
    put(cast, "themes.theme", ("Fuiven in de zaal", ""))
    put(cast, "meetings.meeting", *((f"Fuif {number}", "") for number in range(MANY)))
    assert found(cast, "fuif", kinds=["themes.theme"]) == ["Fuiven in de zaal"]
    assert found(cast, "fuif", kinds=[]) == []
    assert len(found(cast, "fuif", kinds=["themes.theme", "meetings.meeting"], most=1000)) > MANY / 2


def test_of_equals_the_newest_is_first(cast: Cast) -> None:
    put(cast, "themes.theme", *((f"Fuif in dorp {number}", "") for number in range(MANY)))
    assert found(cast, "fuif", most=3) == [f"Fuif in dorp {MANY - number}" for number in (1, 2, 3)]
    assert found(cast, "fuif") == found(cast, "fuif")


def test_a_name_of_a_bound_cannot_be_typed(cast: Cast) -> None:
    put(cast, "themes.theme", ("Fuif", "tekst"))
    for word in (engine.OPEN, engine.scope_word(cast.partnership.pk), engine.kind_word("themes.theme")):
        assert found(cast, word) == []


def test_a_long_text_is_found_by_its_last_word(cast: Cast) -> None:
    put(cast, "themes.theme", ("Verslag", "woorden over van alles " * 2000 + "en het speelplein"))
    (hit,) = search("speelplien", partnerships=[cast.partnership.pk]).hits
    assert "speelplein" in [piece.text for piece in hit.excerpt if piece.marked]
    assert sum(len(piece.text) for piece in hit.excerpt) < 250
