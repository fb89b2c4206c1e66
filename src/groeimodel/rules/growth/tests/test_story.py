"""How a diagnosis is told: sentences, figures, order."""

from dataclasses import replace

import pytest

from groeimodel.rules.growth.content import Layer, Role
from groeimodel.rules.growth.diagnosis import Change, Verdict
from groeimodel.rules.growth.story import number, percent, tell
from groeimodel.rules.growth.tests.told import CONTENT, diagnosis, example_of


@pytest.mark.parametrize(
    ("value", "decimals", "nl", "en"),
    [
        (1234.5, 1, "1.234,5", "1,234.5"),
        (1234567, 0, "1.234.567", "1,234,567"),
        (0.25, 1, "0,3", "0.3"),
        (2.5, 0, "3", "3"),
        (-2.5, 0, "−3", "−3"),
        (-0.2, 0, "0", "0"),
        (72.0, 1, "72,0", "72.0"),
    ],
)
def test_figures_are_in_the_readers_notation(value: float, decimals: int, nl: str, en: str) -> None:
    assert number(value, decimals) == nl
    assert number(value, decimals, "en") == en


def test_a_share_is_told_with_a_space_that_does_not_break() -> None:
    assert percent(0.824) == "82\u00a0%"
    assert percent(0.824, "en") == "82%"


def test_the_headline_says_phase_and_certainty() -> None:
    story = tell(diagnosis(), CONTENT)
    assert story.headline == "Jullie lijken het meest op een bloemenweide."
    assert "82\u00a0% van de doorrekeningen" in story.certainty.sentence
    assert story.certainty.word == "Waarschijnlijk"
    assert "In 12\u00a0% komt potgrond uit de bus." in story.certainty.sentence


@pytest.mark.parametrize(
    ("shares", "word"),
    [
        ((0.0, 1.0, 0.0), "Zo goed als zeker"),
        ((0.2, 0.75, 0.05), "Waarschijnlijk"),
        ((0.4, 0.6, 0.0), "Eerder wel dan niet"),
        ((0.52, 0.48, 0.0), "Op de wip"),
    ],
)
def test_certainty_has_a_word_of_its_own(shares: tuple[float, ...], word: str) -> None:
    certainty = dict(zip(("soil", "meadow", "shop"), shares, strict=True))
    assert tell(diagnosis(certainty=certainty), CONTENT).certainty.word == word


def test_nearly_certain_is_never_told_as_all_or_nothing() -> None:
    story = tell(diagnosis(certainty={"soil": 0.001, "meadow": 0.999, "shop": 0.0}), CONTENT)
    assert [one.text for one in story.certainty.shares] == [
        "minder dan 1\u00a0%",
        "meer dan 99\u00a0%",
        "0\u00a0%",
    ]


def test_one_person_alone_is_told_as_one_view() -> None:
    alone = diagnosis(
        respondents={"alderman": 1}, municipalities=("Elsdonk",), heard={"Elsdonk": ("alderman",)}
    )
    story = tell(alone, CONTENT)
    assert story.headline.startswith("Volgens jouw antwoorden")
    assert story.lead == "Dit beeld komt van 1 schepen uit één gemeente."


def test_without_enough_answers_no_phase_is_named() -> None:
    story = tell(example_of("unknown"), CONTENT)
    assert not story.known
    assert not story.certainty.known
    assert "lijken" not in story.headline
    assert not any(layer.is_phase for layer in story.layers)


@pytest.mark.parametrize(
    ("role", "order"),
    [
        ("officer", ["officer", "alderman", "together"]),
        ("alderman", ["alderman", "officer", "together"]),
        ("coordinator", ["together", "alderman", "officer"]),
        (None, ["alderman", "officer", "together"]),
    ],
)
def test_your_own_steps_come_first(role: Role | None, order: list[str]) -> None:
    story = tell(diagnosis(), CONTENT, role=role)
    assert [one.actor for one in story.next_steps] == order
    assert [one.own for one in story.next_steps] == [role is not None, False, False]
    assert story.model is not None
    assert [one.actor for one in story.model.parts] == order


def test_a_step_gives_advice_reason_and_a_place_to_start() -> None:
    [first, kept] = tell(diagnosis(), CONTENT).next_steps[0].steps
    assert first.reason == "3 van de 5 gemeenten zitten hier onder de 4."
    assert first.gain_text == "Dat maakt de bloemenweide tot 6,2 punten rijker."
    assert first.advice
    assert first.start_label
    assert first.factors
    assert kept.gain_text == "Hou dit vol."


def test_a_working_title_of_a_success_factor_is_marked() -> None:
    notes = {one.id: one.note for one in tell(diagnosis(), CONTENT).factors}
    confirmed = {one.id: one.confirmed for one in CONTENT.factors}
    assert notes
    assert all((note == "") == confirmed[id] for id, note in notes.items())


def test_gaps_to_talk_about_come_first() -> None:
    story = tell(diagnosis(), CONTENT)
    assert [gap.subject for gap in story.gaps] == ["trust", "expectations"]
    assert story.gaps[0].text == "Schepenen geven hier 21 punten meer dan ambtenaren."
    assert story.gaps[1].text == "Ambtenaren geven hier 12 punten meer dan schepenen."
    assert "1 van de 2 bouwstenen" in story.gaps_text
    assert [gap.subject for gap in story.gaps_to_talk_about] == ["trust"]


def test_a_misjudgement_is_told_with_both_gaps_on_the_scale_of_the_answers() -> None:
    worst, fair = tell(diagnosis(), CONTENT).guesses
    assert worst.misperception == (
        "Schepenen denken dat ambtenaren hier 4,2 op geven. Die geven zelf 2,8. Dat is 1,4 stap te hoog geschat."
    )
    assert worst.disagreement == "Schepenen geven zelf 3,9: 1,1 stap meer dan ambtenaren."
    assert worst.to_talk_about
    assert fair.misperception.endswith("Goed ingeschat.")
    assert fair.insight == "Jullie verschillen van mening, maar kennen elkaars kijk."


def test_a_divided_statement_says_how_the_answers_lie() -> None:
    [one] = tell(diagnosis(), CONTENT).divided
    assert one.counts == (2, 3, 1, 2, 3)
    assert one.sentence == (
        "Eerder oneens: 5, ertussenin: 1, eerder eens: 5. Een antwoord ligt gemiddeld 1,3 stap van het midden."
    )


def test_a_change_is_only_called_so_when_it_is_clear() -> None:
    up = Change("soil", "layer", 51.0, 62.4, 11.4, 3.0, 19.0, 5, True)
    unclear = Change("trust", "block", 51.0, 55.0, 4.0, -6.0, 14.0, 5, False)
    gone = Change("shop", "layer", None, 12.0, None, None, None, 0, False)
    told = tell(diagnosis(), CONTENT, changes=(up, unclear, gone)).changes
    assert [one.text for one in told] == [
        "11 punten hoger.",
        "Geen duidelijke verandering (verschil van 4 punten).",
    ]


def test_the_sums_are_told_with_their_figures() -> None:
    story = tell(diagnosis(), CONTENT, names={"Elsdonk": "Elsdonk-aan-de-Beek"})
    tables = {step.table.caption: step.table for step in story.why if step.table}
    assert ("Bloemenweide", "61", "53 tot 69", "groeiend") in tables["De drie lagen"].rows
    assert tables["Draait de weide, draait de winkel?"].rows[0][1:] == ("61", "ja", "niet bijgehouden", "ja")
    assert tables["Score van elke gemeente"].rows[2] == ("Elsdonk-aan-de-Beek", "74", "61", "22")
    assert any("4.000 keer" in text for step in story.why for text in step.paragraphs)


def test_who_was_heard_is_said_but_not_what_they_said() -> None:
    story = tell(diagnosis(per_municipality={}), CONTENT)
    told = {one.municipality: (one.alderman, one.officer) for one in story.heard}
    assert told["Elsdonk"] == (False, True)
    assert story.heard_text == "We hoorden iemand van 9 van de 10 zetels."
    assert not any(step.table and step.table.columns[0] == "Gemeente" for step in story.why)


@pytest.mark.parametrize(
    ("soil", "first", "aim", "says"),
    [
        (44.0, "soil", None, "onder 50"),
        (None, "soil", None, "te weinig"),
        (74.0, "meadow", None, "laagste score"),
        (80.0, "shop", "shop", "streefbeeld ligt verder"),
    ],
)
def test_the_choice_of_the_first_layer_has_its_reason(
    soil: float | None, first: Layer, aim: Layer | None, says: str
) -> None:
    found = diagnosis(soil, aim=aim)
    verdict = Verdict(found.verdict.key, first, False, None)
    assert says in tell(replace(found, verdict=verdict), CONTENT).steps_text


def test_labels_are_there_for_every_screen() -> None:
    nl, en = tell(diagnosis(), CONTENT).labels, tell(diagnosis(), CONTENT, language="en").labels
    assert nl.keys() == en.keys()
    assert (nl["band_rich"], en["band_rich"]) == ("rijk", "rich")
