"""What asks attention first, and which lessons fit."""

from __future__ import annotations

import pytest

from groeimodel.rules.attention import GROUPS, Sign, Tagged, attention, fitting


def test_who_waits_comes_before_what_ends_before_what_is_old() -> None:
    words = [Sign("no_gauge"), Sign("late"), Sign("term", 200), Sign("lost"), Sign("mandate", 10)]
    order = [one.word for one in sorted(words, key=lambda one: -one.weight)]
    assert order == ["late", "mandate", "lost", "term", "no_gauge"]


@pytest.mark.parametrize(
    ("left", "weight"),
    [(-1, 90), (0, 90), (1, 80), (30, 80), (31, 68), (90, 68), (91, 48), (183, 48), (365, 38), (366, 20)],
)
def test_an_end_weighs_by_its_day(left: int, weight: int) -> None:
    assert Sign("plan_ends", left).weight == weight


def test_the_heaviest_sign_counts_first_then_all() -> None:
    one_heavy, many_light = [Sign("late")], [Sign("no_scan"), Sign("no_gauge"), Sign("plan"), Sign("check")]
    assert attention(one_heavy) > attention(many_light)
    assert attention([Sign("dry"), Sign("no_scan")]) > attention([Sign("dry")])
    assert attention([]) == (0, 0)


def test_every_sign_has_a_weight_and_a_group() -> None:
    for word, group in GROUPS.items():
        assert Sign(word, 5 if group == "ends" else None).weight > 20


WORDS = {"seat": ("nieuw", "schepen"), "lost": ("ritme", "ontmoeting")}


def test_a_lesson_fits_by_its_tags_first() -> None:
    lessons = [
        Tagged(1, ("fuif",), "Begin met koffie"),
        Tagged(2, (), "Een vast ritme houdt jullie samen"),
        Tagged(3, ("ritme", "agenda"), "Plan een jaar vooruit"),
        Tagged(4, ("inwerken",), "Vertel een nieuwe schépen eerst waarom"),
    ]
    fits = fitting(lessons, [Sign("lost"), Sign("seat")], WORDS)
    assert [(one.key, one.signs, one.score) for one in fits] == [
        (3, ("lost",), 2),
        (4, ("seat",), 2),
        (2, ("lost",), 1),
    ]


def test_nothing_fits_a_partnership_without_signs() -> None:
    assert fitting([Tagged(1, ("ritme",), "")], [], WORDS) == []
    assert fitting([Tagged(1, ("ritme",), "")], [Sign("gauge")], WORDS) == []


def test_a_word_inside_another_does_not_count() -> None:
    assert fitting([Tagged(1, ("onderschepen",), "")], [Sign("seat")], WORDS) == []
