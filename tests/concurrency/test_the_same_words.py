"""Many write the same words at the same moment, in another order: nobody waits for nobody for ever, and all is found."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction

from groeimodel.foundation.search import services
from groeimodel.foundation.search.kinds import Entry
from groeimodel.foundation.search.selectors import search
from groeimodel.foundation.testing.cast import Cast, make_cast
from tests.concurrency.test_at_the_same_moment import ROUNDS, race

pytestmark = pytest.mark.django_db(transaction=True)
WORDS = ("zwembad", "fuifcharter", "blokplek", "animator")


def writing(cast: Cast, start: int, words: tuple[str, ...]) -> Callable[[], Any]:
    """Several rows in one transaction, as a service that records more than one deed."""

    def run() -> int:
        with transaction.atomic():
            rows = [(start + number, Entry(cast.partnership, word, "/")) for number, word in enumerate(words)]
            return sum(services.index("themes.theme", [row]) for row in rows)

    return run


@pytest.mark.parametrize("number", range(ROUNDS))
def test_all_is_written_and_found(transactional_db: None, number: int) -> None:
    cast = make_cast()
    orders = (WORDS, WORDS[::-1], WORDS[2:] + WORDS[:2])
    done = race(*(writing(cast, 100 * place, words) for place, words in enumerate(orders)))
    assert done == [4, 4, 4]
    assert len(search("zwembda", partnerships=[cast.partnership.pk]).hits) == 3
