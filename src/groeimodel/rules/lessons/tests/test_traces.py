"""What gives away who a lesson is about, and what does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groeimodel.content.municipalities import municipalities, names_before
from groeimodel.rules.lessons import Names, Trace, flat, traces

NAMES = Names(
    people=("Lotte Claessens", "Ilse De Wachter", "Zoë Öztürk", "Els Van den Berg"),
    places=("Lindergem", "Sint-Niklaas", "Boom", "Halle", "Gent"),
    groups=("Potgrond aan de Linde (voorbeeld)",),
)


@pytest.mark.parametrize(
    ("text", "trace", "said"),
    [
        ("Mail naar jeugd@lindergem.be.", Trace.EMAIL, "jeugd@lindergem.be"),
        ("Bel 0470 12 34 56 even.", Trace.PHONE, "0470 12 34 56"),
        ("Bel +32 3 123 45 67.", Trace.PHONE, "+32 3 123 45 67"),
        ("Het staat op www.jeugd-x.be/fuif.", Trace.WEB, "www.jeugd-x.be/fuif."),
        ("Het staat op lindergem.be.", Trace.WEB, "lindergem.be"),
        ("Lotte Claessens vroeg het.", Trace.PERSON, "Lotte Claessens"),
        ("lotte claessens vroeg het.", Trace.PERSON, "lotte claessens"),
        ("We vroegen het aan Lotte.", Trace.PERSON, "Lotte"),
        ("Lottes idee werkte.", Trace.PERSON, "Lottes"),
        ("Zoe hielp.", Trace.PERSON, "Zoe"),
        ("Volgens De Wachter mag het.", Trace.PERSON, "De Wachter"),
        ("In Lindergem werkt het.", Trace.PLACE, "Lindergem"),
        ("in lindergem werkt het", Trace.PLACE, "lindergem"),
        ("De Lindergemse jeugdraad.", Trace.PLACE, "Lindergemse"),
        ("In Sint Niklaas.", Trace.PLACE, "Sint Niklaas"),
        ("Het skatepark van Boom.", Trace.PLACE, "Boom"),
        ("De Gentse aanpak.", Trace.PLACE, "Gentse"),
        ("Bij Potgrond aan de Linde deden we het zo.", Trace.GROUP, "Potgrond aan de Linde"),
    ],
)
def test_found(text: str, trace: Trace, said: str) -> None:
    (one,) = traces(text, NAMES)
    assert (one.trace, one.text) == (trace, said)
    assert text[one.start :].startswith(one.text)


@pytest.mark.parametrize(
    "text",
    [
        "Vraag vroeg wie er tijd heeft. Wie zelf kiest, komt terug.",
        "We plantten een boom en zetten een els in de halle.",
        "In 2024 en 2025 kwamen er 1 250 jongeren, dat is 12,5 %.",
        "Van 0 tot 12 jaar: 0,5 begeleider per kind.",
        "Begin om 19.30 uur, dan is iedereen er. Zo.Dus.",
        "De wachter bij de deur was een vrijwilliger.",
        "",
    ],
)
def test_not_found(text: str) -> None:
    assert traces(text, NAMES) == ()


def test_every_flemish_municipality_is_found_old_and_new() -> None:
    old = [name for name, *_ in names_before()]
    places = [one.name for one in municipalities()] + old
    names = Names(places=tuple(places))
    missed = [name for name in places if not traces(f"Zo deden ze het in {name} vorig jaar.", names)]
    assert len(places) > 300
    assert not missed


@given(st.text(max_size=80), st.text(max_size=80))
def test_a_name_is_found_wherever_it_stands(before: str, after: str) -> None:
    found = traces(f"{before} Lindergem {after}", Names(places=("Lindergem",)))
    assert any("Lindergem" in one.text for one in found)


@given(st.text(max_size=200))
def test_positions_stay_the_same(text: str) -> None:
    assert len(flat(text)) == len(text)
    for one in traces(text, NAMES):
        assert text[one.start : one.start + len(one.text)] == one.text
