"""Editors who save, publish and restore at the same moment: one draft, nobody's words lost, each number once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from groeimodel.support.texts import selectors, services
from groeimodel.support.texts.models import Change, Draft, Version
from groeimodel.support.texts.tests.desk import FIRST, WORD, editor, piece, publish, say
from tests.concurrency.test_at_the_same_moment import ROUNDS, race

pytestmark = pytest.mark.django_db(transaction=True)


def saving(address: str, key: str, text: str) -> Callable[[], Any]:
    """What an editor sends who looked before the race."""
    seen = selectors.working().token(piece(address))
    said = {f"{address}{key}": {"nl": text}}
    return lambda: services.change_piece(piece=piece(address), said=said, seen=seen, actor=None)


@pytest.mark.parametrize("number", range(ROUNDS))
def test_two_save_different_pieces_in_one_new_draft(number: int) -> None:
    said = race(saving(FIRST, ".text", "Een."), saving(WORD, "", "Alles van {name}"))
    assert said == [1, 1]
    assert Draft.objects.count() == 1
    assert Change.objects.count() == 2


@pytest.mark.parametrize("number", range(ROUNDS))
def test_two_save_the_same_piece(number: int) -> None:
    said = race(saving(FIRST, ".text", "Een."), saving(FIRST, ".text", "Twee."))
    assert sorted(type(one).__name__ for one in said) == ["Stale", "int"]
    assert Change.objects.get().new == ("Een." if said[0] == 1 else "Twee.")


@pytest.mark.parametrize("number", range(ROUNDS))
def test_one_publishes_while_another_saves_and_a_third_restores(number: int) -> None:
    iris = editor()
    first = publish("De eerste.", by=iris)
    publish("De tweede.", by=iris)
    say("text", "De derde.", "Third.", by=iris)
    said = race(
        lambda: services.publish(note="", actor=iris),
        saving(WORD, "", "Alles van {name}"),
        lambda: services.restore(version=first, actor=iris),
    )
    assert said[1] == 1
    numbers = list(Version.objects.order_by("pk").values_list("number", flat=True))
    assert numbers == [f"2026.{n}" for n in range(2, 2 + len(numbers))]
    assert len(numbers) >= 3
    assert Draft.objects.filter(closed_at=None).count() <= 1
    # Published along, or waiting in the next draft: lost it is not.
    assert Change.objects.filter(new="Alles van {name}").exists()
