"""Cycles on one line of time."""

from datetime import date
from xml.etree import ElementTree

from groeimodel.formats.cycles_chart import Bar, cycles_chart

LABELS = {"title": "Cycli", "today": "vandaag"}
PLAN = Bar("Plan & co", "2026 tot 2031", date(2026, 1, 1), date(2031, 12, 31), True, (date(2026, 6, 1),))
SUBSIDY = Bar("Subsidie", "2027 tot 2032", date(2027, 1, 1), date(2032, 12, 31), False)


def test_the_picture_is_well_formed_and_says_all_in_words() -> None:
    drawn = cycles_chart([PLAN, SUBSIDY], date(2026, 11, 28), LABELS)
    tree = ElementTree.fromstring(drawn)
    words = " ".join(tree.itertext())
    for one in ("Plan & co", "2027 tot 2032", "vandaag", "2026", "2032", "Cycli"):
        assert one in words
    assert "style=" not in drawn


def test_what_is_not_sure_has_a_dashed_edge() -> None:
    assert 'dasharray="6 4"' not in cycles_chart([PLAN], date(2050, 1, 1), LABELS)
    assert 'dasharray="6 4"' in cycles_chart([SUBSIDY], date(2050, 1, 1), LABELS)


def test_the_same_cycles_are_drawn_the_same() -> None:
    today = date(2026, 11, 28)
    assert cycles_chart([PLAN, SUBSIDY], today, LABELS) == cycles_chart([PLAN, SUBSIDY], today, LABELS)


def test_bars_stand_where_their_years_are() -> None:
    """Six of seven years, with the first one free: about a seventh of the width."""
    drawn = cycles_chart([PLAN, SUBSIDY], date(2026, 1, 1), LABELS)
    tree = ElementTree.fromstring(drawn)
    rows = [one for one in tree.iter() if one.tag.endswith("rect")]
    assert [round(float(one.attrib["x"].rstrip("%"))) for one in rows] == [0, 14]
    assert [round(float(one.attrib["width"].rstrip("%"))) for one in rows] == [86, 86]
